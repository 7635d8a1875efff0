import Foundation

/// A file system that is mounted while it is held; nil where none may be.
final class Mounted {
  let path: String

  /// A folder seen once more, so that it cannot be written.
  convenience init?(readOnly folder: String, at path: String) {
    self.init(path, [["--bind", folder, path], ["-o", "remount,bind,ro", path]])
  }

  /// One of a few hundred KiB.
  convenience init?(kibibytes: Int, at path: String) {
    self.init(path, [["-t", "tmpfs", "-o", "size=\(kibibytes)k", "tmpfs", path]])
  }

  private init?(_ path: String, _ steps: [[String]]) {
    self.path = path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard steps.allSatisfy({ Self.run("mount", $0) }) else { return nil }
  }

  deinit { _ = Self.run("umount", ["-l", path]) }

  private static func run(_ tool: String, _ arguments: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [tool] + arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
