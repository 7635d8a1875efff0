/// Tells valid UTF-8, with a short way for Chinese characters and ASCII.
enum UTF8Check {
  static func isValid(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    let count = span.count
    var index = 0
    while index < count {
      let lead = span[index]
      if lead < 0x80 {
        index += 1
      } else if lead > 0xE0, lead < 0xF0, lead != 0xED, index + 2 < count,
        (span[index + 1] & span[index + 2] & 0xC0) | ((span[index + 1] | span[index + 2]) & 0x40)
          == 0x80
      {
        index += 3
      } else {
        guard let next = end(of: span, at: index) else { return false }
        index = next
      }
    }
    return true
  }

  /// The offset behind any well-formed scalar at `index`, or nil.
  private static func end(of span: Span<UInt8>, at index: Int) -> Int? {
    let lead = span[index]
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch lead {
    case 0..<0x80: return index + 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF4: (length, high) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return nil
    }
    guard index + length <= span.count else { return nil }
    for offset in 1..<length {
      let byte = span[index + offset]
      guard byte >= low, byte <= high else { return nil }
      (low, high) = (0x80, 0xBF)
    }
    return index + length
  }
}
