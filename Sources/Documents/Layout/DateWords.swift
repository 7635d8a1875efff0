/// Dates as reports write them.
enum DateWords {
  private static let agencies: [Needle] = ["本报讯", "新华社", "中新社", "本网讯", "本报记者讯"]

  /// Whether a line opens with a day (`1月5日上午,`, `2025年1月14日`) or a news agency.
  static func startsLine(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    if text.starts(range, withAny: agencies) { return true }
    guard let first = number(range.lowerBound, range, text) else { return false }
    if text.holds("月", at: first, end: range.upperBound) {
      return isDay(first, range, text)
    }
    guard text.holds("年", at: first, end: range.upperBound),
      let month = number(first + 3, range, text)
    else { return false }
    return text.holds("月", at: month, end: range.upperBound) && isDay(month, range, text)
  }

  private static func isDay(_ month: Int, _ range: Range<Int>, _ text: [UInt8]) -> Bool {
    guard let day = number(month + 3, range, text) else { return false }
    return text.holds("日", at: day, end: range.upperBound)
  }

  /// The offset behind the digits at `start`, or nil when there are none or more than four.
  static func number(_ start: Int, _ range: Range<Int>, _ text: [UInt8]) -> Int? {
    var end = start
    while let next = text.scalar(at: end, end: range.upperBound), next.scalar.isDigit,
      end - start <= 12
    {
      end = next.next
    }
    return end > start && end - start <= 12 ? end : nil
  }

  /// Whether a line opens with a year (`2025年，`).
  static func startsWithYear(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    guard let end = number(range.lowerBound, range, text), end - range.lowerBound >= 4 else {
      return false
    }
    return text.holds("年", at: end, end: range.upperBound)
  }
}
