import Foundation

/// The repository's own files, found from where this test stands.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Paths relative to the root of all files but those that are built, fetched or written.
  static let files: [String] = {
    guard let walk = FileManager.default.enumerator(atPath: root.path) else { return [] }
    var files: [String] = []
    while let path = walk.nextObject() as? String {
      let isFolder = walk.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
      if isLeftOut(path) {
        if isFolder { walk.skipDescendants() }
      } else if !isFolder {
        files.append(path)
      }
    }
    return files.sorted()
  }()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// What .gitignore leaves out.
  private static func isLeftOut(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let prefixes = [".build", ".venv", ".swiftpm", "__pycache__"]
    return [".git", "out", "vendor"].contains(path) || prefixes.contains { name.hasPrefix($0) }
      || ["Package.resolved", ".git"].contains(name) || name.hasSuffix(".pyc")
  }
}
