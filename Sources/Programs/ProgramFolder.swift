import Foundation

/// The folder that one run of a program has to itself.
struct ProgramFolder {
  /// How the names of this process's folders start.
  static let prefix = "duban-run-\(ProcessInfo.processInfo.processIdentifier)-"

  /// The file that is the program's standard input.
  static let input = "standard-input"

  let path: String

  init() throws(ProgramFault) {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent(Self.prefix + UUID().uuidString, isDirectory: true)
    path = url.path
    try Self.doing {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }
  }

  func write(_ bytes: [UInt8], as name: String) throws(ProgramFault) {
    try Self.doing { try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name)) }
  }

  func read(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path + "/" + name).map { [UInt8]($0) }
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  private static func doing(_ work: () throws -> Void) throws(ProgramFault) {
    do { try work() } catch { throw .notStarted(error.localizedDescription) }
  }
}
