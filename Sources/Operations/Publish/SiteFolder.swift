import Domain
import Foundation

/// The folder that a site goes into: written beside its place, then put there whole.
struct SiteFolder {
  let path: String
  private var part: String { path + ".part" }
  private var old: String { path + ".old" }

  init(_ path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// - Throws: ``OperationFault/foreignFolder(path:)`` where something else is in the way.
  func check() throws {
    let manager = FileManager.default
    guard manager.fileExists(atPath: path) else { return }
    let entries = try? manager.contentsOfDirectory(atPath: path)
    guard let entries, entries.isEmpty || Set(["manifest.txt", "site.json"]).isSubset(of: entries)
    else { throw OperationFault.foreignFolder(path: path) }
  }

  /// What the site that is there rests on; nil for none, or one that does not say.
  var anchor: LedgerHead? { try? CompareAnchor.read(path + "/site.json").head }

  func write(_ files: [SiteFile]) throws {
    let manager = FileManager.default
    try? manager.removeItem(atPath: part)
    do {
      var made: Set<String> = []
      for file in files {
        let target = part + "/" + file.path
        let folder = String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)])
        if made.insert(folder).inserted {
          try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        try SaveExport.save([file.bytes], to: target)
      }
      try swap()
    } catch {
      try? manager.removeItem(atPath: part)
      throw (error as? CocoaError).map {
        OperationFault.unreadable(path: path, reason: $0.localizedDescription)
      } ?? error
    }
  }

  private func swap() throws {
    let manager = FileManager.default
    try? manager.removeItem(atPath: old)
    if manager.fileExists(atPath: path) { try manager.moveItem(atPath: path, toPath: old) }
    do {
      try manager.moveItem(atPath: part, toPath: path)
    } catch {
      try? manager.moveItem(atPath: old, toPath: path)
      throw error
    }
    try? manager.removeItem(atPath: old)
  }
}
