/// An entry of a ledger as it is named outside of it: its number and its hash, under which everything
/// up to it is bound.
public struct LedgerHead: Sendable, Hashable, Codable, CustomStringConvertible {
  /// 1-based.
  public var sequence: Int
  /// SHA-256 in lower-case hexadecimal.
  public var hash: String

  /// Takes both as they are; nothing is checked.
  public init(sequence: Int, hash: String) {
    self.sequence = sequence
    self.hash = hash
  }

  /// `123:` and 64 hexadecimal digits, as bulletins and commands print it; a space for the colon is
  /// taken too. Nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(whereSeparator: { $0 == ":" || $0 == " " || $0 == "：" })
    guard parts.count == 2, let sequence = Int(parts[0]), sequence > 0 else { return nil }
    let hash = parts[1].lowercased()
    guard hash.utf8.count == 64, hash.utf8.allSatisfy(Self.isHexadecimal) else { return nil }
    self.init(sequence: sequence, hash: hash)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }

  /// `123:` and the hash.
  public var description: String { "\(sequence):\(hash)" }

  /// The bytes that a signature is over: `duban head`, number and hash, a line each.
  public var signedBytes: [UInt8] { Array("duban head\n\(sequence)\n\(hash)\n".utf8) }
}

/// An entry that the office's key has signed: whoever has the public key can tell that the office
/// vouched for everything up to it.
public struct SignedHead: Sendable, Equatable, Codable {
  /// What is vouched for.
  public var head: LedgerHead
  /// The public key (Ed25519, RFC 8032) in lower-case hexadecimal.
  public var key: String
  /// The signature over `head.signedBytes`, in lower-case hexadecimal.
  public var signature: String

  /// Takes all as it is; nothing is checked.
  public init(head: LedgerHead, key: String, signature: String) {
    self.head = head
    self.key = key
    self.signature = signature
  }
}

/// What a page, a letter or a file rests on: an entry, and the office's signature under it.
public struct Anchor: Sendable, Equatable {
  /// The entry.
  public var head: LedgerHead
  /// Nil where the office did not sign it.
  public var signed: SignedHead?

  /// Takes both as they are.
  public init(head: LedgerHead, signed: SignedHead? = nil) {
    self.head = head
    self.signed = signed
  }
}

/// What only the holder of the office's key can make. The key is never in the ledger.
public protocol Seal: Sendable {
  /// The public key (Ed25519) in lower-case hexadecimal.
  var publicKey: String { get }
  /// True where the key was made just now: what there is of access data may then be sealed once.
  var isNew: Bool { get }
  /// The signature of the bytes in lower-case hexadecimal.
  func sign(_ bytes: [UInt8]) throws -> String
  /// A code (HMAC-SHA-256) over the bytes in lower-case hexadecimal.
  /// - Parameter purpose: codes of one purpose say nothing for another.
  func code(_ purpose: String, _ bytes: [UInt8]) -> String
}
