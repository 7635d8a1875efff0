import Foundation

/// The built `duban`, as a process of its own.
struct Program {
  private let process = Process()
  private let (output, errors): (String, String)

  /// Starts it; nothing is typed into it.
  init(_ arguments: [String], _ folder: Folder) throws {
    let name = UUID().uuidString
    (output, errors) = (try folder.file(name + ".out", ""), try folder.file(name + ".err", ""))
    process.executableURL = Self.binary
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
  }

  var id: Int { Int(process.processIdentifier) }

  /// What it has said so far.
  var said: String { (try? String(contentsOfFile: output, encoding: .utf8)) ?? "" }

  /// Waits for its end; what it complained of, nil where it went well.
  func complaint() throws -> String? {
    process.waitUntilExit()
    guard process.terminationStatus != 0 else { return nil }
    return "\(process.terminationStatus): " + (try String(contentsOfFile: errors, encoding: .utf8))
  }

  func kill() {
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Beside the test bundle, where the package manager puts it.
  private static var binary: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("duban")
  }
}
