import Domain
import Foundation

/// Keeps watch over a ledger's file: checks what was entered since it was verified, before anything
/// is made of it.
///
/// How far it was verified is kept in a file beside the ledger (`….verified`), under a code of the
/// office's key. A mark that does not fit, or that nobody can check for want of the key, means that
/// the ledger is checked from its first entry on; so nothing is gained by forging it. Where the file
/// was changed though no entry came, everything is checked again.
public struct LedgerWatch: Sendable {
  /// The office's key; nil where there is none.
  public let key: (any Seal)?
  private let store: any LedgerStore
  private let path: String

  /// - Parameter path: the ledger's file.
  public init(_ store: any LedgerStore, path: String, key: (any Seal)?) {
    (self.store, self.path, self.key) = (store, path, key)
  }

  private struct Mark: Codable, Equatable {
    var head: LedgerHead
    /// How the file looked.
    var file: String
    var code = ""

    var bytes: [UInt8] { Array("\(head)\n\(file)".utf8) }
  }

  /// Checks hashes, and the digests of rows, of what came since the last time.
  ///
  /// - Throws: ``AnchorFault/doesNotFit(_:)`` for the first that does not fit.
  public func check() throws {
    let file = Self.look(path)
    let head = LedgerHead(try store.head())
    let mark = mark()
    if let mark, mark.head == head, mark.file == file { return }
    let since = mark?.head == head ? nil : mark?.head
    if let finding = try store.finding(since: since) { throw AnchorFault.doesNotFit(finding) }
    keep(head, file)
  }

  /// Remembers that all of it was verified just now.
  /// - Parameter file: how the file looked before.
  func keep(_ head: LedgerHead, _ file: String) {
    guard let key, head.sequence > 0 else { return }
    var mark = Mark(head: head, file: file)
    mark.code = key.code("verified", mark.bytes)
    guard let data = try? JSONEncoder().encode(mark) else { return }
    // Without it the next check only takes longer.
    try? data.write(to: URL(fileURLWithPath: path + ".verified"), options: .atomic)
  }

  /// How the file looks now.
  var look: String { Self.look(path) }

  private func mark() -> Mark? {
    guard let key, let data = FileManager.default.contents(atPath: path + ".verified"),
      let mark = try? JSONDecoder().decode(Mark.self, from: data),
      mark.code == key.code("verified", mark.bytes)
    else { return nil }
    return mark
  }

  /// Device, number, size and times of the ledger's file and of its log.
  private static func look(_ path: String) -> String {
    ["", "-wal"].map { ending in
      var facts = stat()
      // An empty log holds nothing, and gets a new time whenever the ledger is opened.
      guard stat(path + ending, &facts) == 0, facts.st_size > 0 else { return "-" }
      return "\(facts.st_dev):\(facts.st_ino):\(facts.st_size):"
        + "\(facts.st_mtim.tv_sec).\(facts.st_mtim.tv_nsec):"
        + "\(facts.st_ctim.tv_sec).\(facts.st_ctim.tv_nsec)"
    }.joined(separator: " ")
  }
}

extension LedgerHead {
  /// As stores give it.
  init(_ head: (sequence: Int, hash: String)) {
    self.init(sequence: head.sequence, hash: head.hash)
  }
}
