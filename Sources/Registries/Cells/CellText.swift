/// Looking at the UTF-8 of a cell without making strings.
extension Span<UInt8> {
  /// The range without white space (also of full width) at either end.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, let length = blank(at: start, end: end) { start += length }
    while end > start, let length = blank(before: end, start: start) { end -= length }
    return start..<end
  }

  /// The length of the white space that starts at an offset, or nil.
  private func blank(at offset: Int, end: Int) -> Int? {
    let byte = self[offset]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    guard byte >= 0xC2, byte <= 0xE3 || byte == 0xEF else { return nil }
    return isBlank(offset, 2, end) ? 2 : isBlank(offset, 3, end) ? 3 : nil
  }

  private func blank(before offset: Int, start: Int) -> Int? {
    let byte = self[offset - 1]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    guard byte >= 0x80 else { return nil }
    if offset - 2 >= start, isBlank(offset - 2, 2, offset) { return 2 }
    return offset - 3 >= start && isBlank(offset - 3, 3, offset) ? 3 : nil
  }

  /// U+00A0, U+2000...U+200F, U+2028, U+2029, U+202F, U+3000, U+FEFF.
  private func isBlank(_ offset: Int, _ length: Int, _ end: Int) -> Bool {
    guard offset + length <= end else { return false }
    if length == 2 { return self[offset] == 0xC2 && self[offset + 1] == 0xA0 }
    switch (self[offset], self[offset + 1], self[offset + 2]) {
    case (0xE2, 0x80, 0x80...0x8F), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF),
      (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
      return true
    default: return false
    }
  }

  /// Whether characters of full width may be among the bytes, so that folding matters.
  func hasWide(_ range: Range<Int>) -> Bool {
    for index in range where self[index] >= 0xE2 { return true }
    return false
  }

  /// Whether a control character (but tab and line break) or a broken character stands there.
  func hasControl(_ range: Range<Int>) -> Bool {
    for index in range {
      let byte = self[index]
      if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { return true }
      if byte == 0xEF, index + 2 < range.upperBound, self[index + 1] == 0xBF,
        self[index + 2] == 0xBD
      {
        return true
      }
    }
    return false
  }

  /// The bytes with marks, digits and letters of full width made narrow, and the minus sign a dash.
  func narrow(_ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      if let byte = narrow(at: index, end: range.upperBound) {
        result.append(byte)
        index += 3
      } else {
        result.append(self[index])
        index += 1
      }
    }
    return result
  }

  /// The ASCII byte that a character of full width stands for, or nil.
  private func narrow(at index: Int, end: Int) -> UInt8? {
    guard self[index] >= 0xE2, index + 3 <= end else { return nil }
    switch (self[index], self[index + 1], self[index + 2]) {
    case (0xEF, 0xBC, 0x81...0xBF): return self[index + 2] - 0x60
    case (0xEF, 0xBD, 0x80...0x9E): return self[index + 2] - 0x20
    case (0xE3, 0x80, 0x80): return 0x20
    case (0xE2, 0x88, 0x92): return 0x2D
    default: return nil
    }
  }

  func bytes(_ range: Range<Int>) -> [UInt8] { range.map { self[$0] } }
}

/// What became of a cell.
enum Taken<Value: Sendable>: Sendable {
  case value(Value)
  case flaw(Problem.Kind)
}
