import Crypto
import Domain

/// What binds an entry to the one before.
enum EntryHash {
  /// Stands before the first entry.
  static let zero = String(repeating: "0", count: 64)

  /// SHA-256 over: the hash before, sequence, time, actor, kind, content and reason. Each text is
  /// its length in bytes (8 bytes, big-endian) and its UTF-8; a number is 8 bytes, big-endian; a
  /// reason that is not there is one byte 0, one that is, a byte 1 and the text.
  static func of(
    previous: String, sequence: Int, time: Int, actor: String, kind: String, content: String,
    reason: String?
  ) -> String {
    var bytes: [UInt8] = []
    add(previous, to: &bytes)
    add(sequence, to: &bytes)
    add(time, to: &bytes)
    for text in [actor, kind, content] { add(text, to: &bytes) }
    bytes.append(reason == nil ? 0 : 1)
    if let reason { add(reason, to: &bytes) }
    return SHA256.hash(data: bytes).hexadecimal
  }

  private static func add(_ text: String, to bytes: inout [UInt8]) {
    add(text.utf8.count, to: &bytes)
    bytes.append(contentsOf: text.utf8)
  }

  private static func add(_ number: Int, to bytes: inout [UInt8]) {
    for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: number >> (56 - 8 * place))) }
  }
}
