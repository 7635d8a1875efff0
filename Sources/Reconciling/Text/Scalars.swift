/// Walks UTF-8 that may be broken; a byte that starts no scalar counts as one of its own.
enum Scalars {
  /// Calls `body` with each scalar of `range` and the offset that it starts at.
  @inline(__always)
  static func each(_ text: [UInt8], _ range: Range<Int>, _ body: (UInt32, Int) -> Void) {
    let span = text.span
    let end = min(range.upperBound, span.count)
    var position = range.lowerBound
    while position < end {
      let byte = span[position]
      let length = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      var scalar = length == 1 ? UInt32(byte) : UInt32(byte) & (0x7F >> UInt32(length))
      for next in position + 1..<position + length where next < end {
        scalar = scalar << 6 | UInt32(span[next] & 0x3F)
      }
      body(scalar, position)
      position += length
    }
  }

  /// Whether words can tell matters apart by it: Han characters and letters, no digits and marks.
  @inline(__always)
  static func tells(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x3FFFF: true
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    default: false
    }
  }

  /// ，；。：and their narrow forms, and the end of a line.
  @inline(__always)
  static func endsClause(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFF0C, 0x2C, 0xFF1B, 0x3B, 0x3002, 0xFF1A, 0x3A, 0x0A: true
    default: false
    }
  }

  /// Runs of digits of a text's range.
  static func numbers(_ text: [UInt8], _ range: Range<Int>) -> Set<[UInt8]> {
    Set(text[range].split { !(0x30...0x39).contains($0) && $0 != 0x2E }.map(Array.init))
  }
}
