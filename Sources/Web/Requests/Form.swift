import Domain
import Publishing

/// What was typed into a form and the files that came with it.
struct Form: Sendable {
  /// In the order in which they came.
  var fields: [(name: String, value: String)] = []
  var files: [File] = []

  /// A file as it was sent; its type is found from its bytes, never believed.
  struct File: Sendable {
    var field: String
    /// Without any path.
    var name: String
    var bytes: [UInt8]
  }

  /// The first value, trimmed; empty where it is missing.
  subscript(_ name: String) -> String {
    fields.first { $0.name == name }?.value.trimmed ?? ""
  }

  /// Nil where it is missing or empty.
  func text(_ name: String) -> String? {
    let value = self[name]
    return value.isEmpty ? nil : value
  }

  /// All values of a name: boxes that were ticked.
  func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

  /// What may be shown again: neither tokens nor passwords.
  ///
  /// - Parameter path: where it was sent, decoded.
  func typed(at path: String) -> FormValues {
    FormValues(typed: fields.filter { !Self.isSecret($0.name) }, sentTo: path)
  }

  /// Fields that are never kept nor shown again.
  static func isSecret(_ name: String) -> Bool { name == "csrf" || name.hasPrefix("password") }

  /// The last value of each name, to show a form again as it was typed.
  var values: [String: String] { Dictionary(fields.map { ($0.name, $0.value) }) { $1 } }
}

/// Reads `a=1&b=%E4%B8%AD`, of queries and of forms without files.
enum Encoded {
  /// At most this many fields are taken; a form with more is malformed.
  static let most = 4000

  /// Nil for text that is malformed: a broken escape, not UTF-8, a NUL, too many fields.
  static func pairs(_ bytes: some Collection<UInt8>) -> [(name: String, value: String)]? {
    let parts = bytes.split(separator: 0x26)
    guard parts.count <= most else { return nil }
    var pairs: [(name: String, value: String)] = []
    for part in parts {
      let halves = part.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = text(halves[0], plus: true),
        let value = halves.count > 1 ? text(halves[1], plus: true) : ""
      else { return nil }
      pairs.append((name, value))
    }
    return pairs
  }

  /// Text of percent-encoded UTF-8.
  static func text(_ bytes: some Collection<UInt8>, plus: Bool = false) -> String? {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var rest = bytes.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case 0x25:
        guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else {
          return nil
        }
        decoded.append(high << 4 | low)
      case 0x2B where plus: decoded.append(0x20)
      default: decoded.append(byte)
      }
    }
    return decoded.contains(0) ? nil : String(validating: decoded, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
