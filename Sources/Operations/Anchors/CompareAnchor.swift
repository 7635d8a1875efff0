import Domain
import Foundation

/// Holds a ledger against an anchor that was kept outside of it: a head that somebody noted, the
/// `site.json` of a published site, a release's file, a feed, any text that carries `NUMBER:HASH`.
public struct CompareAnchor: Sendable {
  private let store: any LedgerStore
  private let key: String?

  /// - Parameter key: the public key of this ledger; that of its last signature when nil.
  public init(_ store: any LedgerStore, key: String?) { (self.store, self.key) = (store, key) }

  /// An anchor as it was found.
  struct Found: Equatable {
    var head: LedgerHead
    var key: String?
    var signature: String?
  }

  /// Throws what does not fit: rolled back, rewritten, or not signed by this ledger's key.
  ///
  /// - Parameter text: `NUMBER:HASH`, or the path of a file.
  /// - Returns: the entry that fits, and how many came after it.
  public func run(_ text: String) throws -> (head: LedgerHead, since: Int) {
    let found = try Self.read(text)
    let since = try check(found.head)
    if let key = found.key, let signature = found.signature {
      let signed = SignedHead(head: found.head, key: key, signature: signature)
      guard signed.isValid else {
        throw AnchorFault.wrongSignature(
          what: Phrase(
            "\(text) 里第 \(found.head.sequence) 条", "entry \(found.head.sequence) in \(text)"))
      }
      let own = try self.key ?? store.books().signatures.last?.key
      if let own, own != key { throw AnchorFault.otherKey(theirs: key, own: own) }
    }
    return (found.head, since)
  }

  /// How many entries came after it.
  func check(_ head: LedgerHead) throws -> Int {
    let last = try store.head().sequence
    guard head.sequence <= last else { throw AnchorFault.rolledBack(to: last, from: head) }
    let own = try store.entries(after: head.sequence - 1, through: head.sequence).first?.hash ?? ""
    guard own == head.hash else { throw AnchorFault.forked(head, own: own) }
    return last - head.sequence
  }

  /// - Throws: ``AnchorFault/notAnAnchor(_:)``.
  static func read(_ text: String) throws -> Found {
    if let head = LedgerHead(text) { return Found(head: head) }
    guard let data = FileManager.default.contents(atPath: text) else {
      throw AnchorFault.notAnAnchor(text)
    }
    if let found = file(data) ?? search(data) { return found }
    throw AnchorFault.notAnAnchor(text)
  }

  /// A JSON file with `ledger`.
  private static func file(_ data: Data) -> Found? {
    struct File: Decodable {
      var ledger: Ledger
      struct Ledger: Decodable {
        var entries: Int
        var head: String
        var key: String?
        var signature: String?
      }
    }
    guard let ledger = (try? JSONDecoder().decode(File.self, from: data))?.ledger,
      let head = LedgerHead("\(ledger.entries):\(ledger.head)")
    else { return nil }
    return Found(head: head, key: ledger.key, signature: ledger.signature)
  }

  /// The first `NUMBER:HASH` in a text.
  private static func search(_ data: Data) -> Found? {
    let isWord: (UInt8) -> Bool = { byte in
      (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) || byte == 0x3A
    }
    return data.split(whereSeparator: { !isWord($0) }).lazy
      .filter { $0.count > 65 }
      .compactMap { LedgerHead(String(decoding: $0, as: UTF8.self)) }.first.map { Found(head: $0) }
  }
}
