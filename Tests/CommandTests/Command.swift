import Foundation

/// The built `duban`, run as a process.
struct Command {
  var status: Int32
  var output: String
  var errors: String

  /// Runs `duban` with these arguments and standard input; stops it after 60 seconds.
  static func run(_ arguments: [String], input: String = "") throws -> Command {
    try run(binary.path, arguments, input: input)
  }

  /// Runs a line of shell in which `$DUBAN` is the program.
  static func shell(_ line: String) throws -> Command {
    try run("/bin/bash", ["-c", "DUBAN='\(binary.path)'; " + line], input: "")
  }

  /// Beside the test bundle, where the package manager puts it.
  static var binary: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("duban")
  }

  private static func run(
    _ path: String, _ arguments: [String], input: String
  ) throws -> Command {
    let folder = try Folder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    let paths = try ["in", "out", "err"].map { try folder.file($0, $0 == "in" ? input : "") }
    process.standardInput = FileHandle(forReadingAtPath: paths[0])
    process.standardOutput = FileHandle(forWritingAtPath: paths[1])
    process.standardError = FileHandle(forWritingAtPath: paths[2])
    try process.run()
    process.waitUntilExit()
    return Command(
      status: process.terminationStatus,
      output: try String(contentsOfFile: paths[1], encoding: .utf8),
      errors: try String(contentsOfFile: paths[2], encoding: .utf8))
  }
}

/// A folder for one test, removed with it.
final class Folder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/duban-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and gives its path.
  @discardableResult
  func file(_ name: String, _ text: String) throws -> String {
    let file = path + "/" + name
    let parent = URL(fileURLWithPath: file).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// A link that leads nowhere: a file that can be listed and not be opened.
  func deadLink(_ name: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + name, withDestinationPath: path + "/nowhere")
  }

  var entries: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}
