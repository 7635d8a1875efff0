/// UTF-8 text that grows at its end; every export in text is written into one.
struct ByteText: Sendable {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  init(_ text: String) { add(text) }

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ other: ByteText) { bytes.append(contentsOf: other.bytes) }

  mutating func add(byte: UInt8) { bytes.append(byte) }

  mutating func add(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  /// Writes a whole number without going through a string.
  mutating func add(number: Int) {
    guard number >= 10 else { return number < 0 ? add(String(number)) : add(byte: digit(number)) }
    var divisor = 10
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      add(byte: digit(number / divisor % 10))
      divisor /= 10
    }
  }

  private func digit(_ value: Int) -> UInt8 { 0x30 + UInt8(truncatingIfNeeded: value) }

  /// Writes `text` with the characters escaped that HTML gives a meaning, in text and attributes.
  mutating func addHTML(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case 0x26: add("&amp;")
      case 0x3C: add("&lt;")
      case 0x3E: add("&gt;")
      case 0x22: add("&quot;")
      case 0x27: add("&#39;")
      case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: add(byte: 0x20)
      default: add(byte: byte)
      }
    }
  }
}

extension ByteText {
  /// Writes bytes of UTF-8 as a JSON string.
  mutating func addJSON(_ source: [UInt8], _ range: Range<Int>) {
    add(byte: 0x22)
    let range = range.clamped(to: 0..<source.count)
    if Self.isPlain(source, range) {
      bytes.append(contentsOf: source[range])
    } else {
      for index in range { addEscaped(source[index]) }
    }
    add(byte: 0x22)
  }

  mutating func addJSON(_ text: String) {
    add(byte: 0x22)
    for byte in text.utf8 { addEscaped(byte) }
    add(byte: 0x22)
  }

  private static func isPlain(_ source: [UInt8], _ range: Range<Int>) -> Bool {
    let span = source.span
    for index in range {
      let byte = span[index]
      if byte < 0x20 || byte == 0x22 || byte == 0x5C { return false }
    }
    return true
  }

  private mutating func addEscaped(_ byte: UInt8) {
    switch byte {
    case 0x22, 0x5C:
      add(byte: 0x5C)
      add(byte: byte)
    case 0x0A: add("\\n")
    case 0x0D: add("\\r")
    case 0x09: add("\\t")
    case 0x00..<0x20:
      add("\\u00")
      add(byte: Self.hex[Int(byte >> 4)])
      add(byte: Self.hex[Int(byte & 15)])
    default: add(byte: byte)
    }
  }

  private static let hex = Array("0123456789abcdef".utf8)
}
