import Domain

/// Reads days as tables write them: `2023-11-30`, `2023/11/30`, `2023.11.30`, `20231130`,
/// `2023年11月30日`; a time of day behind them is left out.
enum DateCell {
  static func read(_ span: Span<UInt8>, _ range: Range<Int>) -> Taken<Day> {
    guard span.hasWide(range) else { return plain(span, range) }
    var bytes = span.narrow(range)
    if bytes.contains(0xE5) { bytes.removeAll { $0 == 0x20 } }
    return plain(bytes.span, 0..<bytes.count)
  }

  private static func plain(_ span: Span<UInt8>, _ range: Range<Int>) -> Taken<Day> {
    var scanner = DigitScanner(index: range.lowerBound, end: range.upperBound)
    guard let year = scanner.number(span, most: 8) else { return .flaw(.notADate) }
    let digits = scanner.index - range.lowerBound
    if digits == 8 {
      return scanner.isAtEnd
        ? day(year / 10_000, year / 100 % 100, year % 100) : .flaw(.notADate)
    }
    guard digits == 4, let first = scanner.separator(span),
      let month = scanner.number(span, most: 2), let second = scanner.separator(span),
      let date = scanner.number(span, most: 2), first.isFollowed(by: second)
    else { return .flaw(.notADate) }
    let isClosed = first != .year || scanner.separator(span) == .day
    guard isClosed || scanner.isAtEnd, scanner.isTime(span) else { return .flaw(.notADate) }
    return day(year, month, date)
  }

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Taken<Day> {
    Day(year: year, month: month, day: day).map { .value($0) } ?? .flaw(.noSuchDay)
  }
}

/// Steps over digits and what stands between them.
struct DigitScanner {
  var index: Int
  let end: Int

  enum Separator: Equatable {
    case dash, slash, point
    case year, month, day

    func isFollowed(by next: Separator) -> Bool {
      self == .year ? next == .month : next == self && self != .month && self != .day
    }
  }

  var isAtEnd: Bool { index == end }

  /// At least one digit and no more than `most`; a digit behind them makes it nil.
  mutating func number(_ span: Span<UInt8>, most: Int) -> Int? {
    let start = index
    var value = 0
    while index < end, span[index] >= 0x30, span[index] <= 0x39 {
      guard index - start < most else { return nil }
      value = value * 10 + Int(span[index] - 0x30)
      index += 1
    }
    return index > start ? value : nil
  }

  mutating func separator(_ span: Span<UInt8>) -> Separator? {
    guard index < end else { return nil }
    let (found, length): (Separator?, Int) =
      switch span[index] {
      case 0x2D: (.dash, 1)
      case 0x2F: (.slash, 1)
      case 0x2E: (.point, 1)
      default: (word(span), 3)
      }
    if found != nil { index += length }
    return found
  }

  private func word(_ span: Span<UInt8>) -> Separator? {
    guard index + 3 <= end else { return nil }
    switch (span[index], span[index + 1], span[index + 2]) {
    case (0xE5, 0xB9, 0xB4): return .year
    case (0xE6, 0x9C, 0x88): return .month
    case (0xE6, 0x97, 0xA5), (0xE5, 0x8F, 0xB7): return .day
    default: return nil
    }
  }

  /// Whether nothing but a time of day follows.
  func isTime(_ span: Span<UInt8>) -> Bool {
    guard index < end else { return true }
    guard span[index] == 0x20 || span[index] == 0x54, end - index <= 16 else { return false }
    for position in index + 1..<end {
      let byte = span[position]
      guard (0x30...0x3A).contains(byte) || byte == 0x2E || byte == 0x20 else { return false }
    }
    return true
  }
}
