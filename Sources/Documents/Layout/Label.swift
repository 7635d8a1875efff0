/// The number before a heading: `一、`, `（二）`, `3.`, `一是`, `第一，`, `——`.
struct Label: Sendable, Equatable {
  /// 1 for 一、 and 第一部分, 2 for （一）, 3 for 1., 4 for 一是, 第一，, （1） and ——.
  var level: Int
  /// Its first byte.
  var start: Int
  /// The byte behind it.
  var end: Int
  /// Whether it is a dash, which numbers nothing.
  var isDash = false

  /// Length in bytes.
  var length: Int { end - start }

  /// The same label where a mended paragraph was written whole.
  func moved(to start: Int) -> Label {
    Label(level: level, start: start, end: start + length, isDash: isDash)
  }

  /// The label at the start of a line, or nil.
  static func at(_ range: Range<Int>, of text: [UInt8]) -> Label? {
    guard let first = text.scalar(at: range.lowerBound, end: range.upperBound) else { return nil }
    switch first.scalar {
    case "（", "(": return bracketed(first.next, range, text)
    case "第": return ordinal(first.next, range, text)
    case "—", "-", "–", "―", "─", "－": return dash(first, range, text)
    case "㈠"..."㈩": return Label(level: 2, start: range.lowerBound, end: first.next)
    case "①"..."⑳": return Label(level: 4, start: range.lowerBound, end: first.next)
    default: break
    }
    if first.scalar.isHanNumeral { return hanNumber(range, text) }
    if first.scalar.isDigit { return digits(range, text) }
    return nil
  }

  /// Reads while `accepts` holds, at most four scalars; nil when there is none or more.
  private static func run(
    _ start: Int, _ range: Range<Int>, _ text: [UInt8], _ accepts: (Unicode.Scalar) -> Bool
  ) -> Int? {
    var offset = start
    for _ in 0..<5 {
      guard let found = text.scalar(at: offset, end: range.upperBound) else { return nil }
      if !accepts(found.scalar) { return offset > start ? offset : nil }
      offset = found.next
    }
    return nil
  }

  private static func bracketed(_ start: Int, _ range: Range<Int>, _ text: [UInt8]) -> Label? {
    let han = run(start, range, text) { $0.isHanNumeral }
    let end = han ?? run(start, range, text) { $0.isDigit }
    guard let end, let close = text.scalar(at: end, end: range.upperBound) else { return nil }
    guard close.scalar == "）" || close.scalar == ")" else { return nil }
    return Label(level: han != nil ? 2 : 4, start: range.lowerBound, end: close.next)
  }

  private static func ordinal(_ start: Int, _ range: Range<Int>, _ text: [UInt8]) -> Label? {
    guard let end = run(start, range, text, { $0.isHanNumeral }),
      let next = text.scalar(at: end, end: range.upperBound)
    else { return nil }
    switch next.scalar {
    case "章", "篇": return Label(level: 1, start: range.lowerBound, end: next.next)
    case "节": return Label(level: 2, start: range.lowerBound, end: next.next)
    case "部" where text.holds("部分", at: end, end: range.upperBound):
      return Label(level: 1, start: range.lowerBound, end: end + 6)
    case "，", ",", "、", "：", ":", "是":
      return Label(level: 4, start: range.lowerBound, end: next.next)
    default: return nil
    }
  }

  private static func hanNumber(_ range: Range<Int>, _ text: [UInt8]) -> Label? {
    guard let end = run(range.lowerBound, range, text, { $0.isHanNumeral }),
      let next = text.scalar(at: end, end: range.upperBound)
    else { return nil }
    switch next.scalar {
    case "是", "要": return Label(level: 4, start: range.lowerBound, end: next.next)
    case "、", ".", "．":
      return isEnumeration(next.next, range, text)
        ? nil : Label(level: 1, start: range.lowerBound, end: next.next)
    default: return nil
    }
  }

  /// `一、二、三产业` counts things and is no heading.
  private static func isEnumeration(_ start: Int, _ range: Range<Int>, _ text: [UInt8]) -> Bool {
    guard let end = run(start, range, text, { $0.isHanNumeral }),
      let next = text.scalar(at: end, end: range.upperBound)
    else { return false }
    return next.scalar == "、" || next.scalar == "产" || next.scalar == "次"
  }

  private static func digits(_ range: Range<Int>, _ text: [UInt8]) -> Label? {
    guard let end = run(range.lowerBound, range, text, { $0.isDigit }),
      let mark = text.scalar(at: end, end: range.upperBound),
      let after = text.scalar(at: mark.next, end: range.upperBound)
    else { return nil }
    guard !after.scalar.isDigit else { return nil }
    switch mark.scalar {
    case ".", "．", "、": return Label(level: 3, start: range.lowerBound, end: mark.next)
    default: return nil
    }
  }

  private static func dash(
    _ first: (scalar: Unicode.Scalar, next: Int), _ range: Range<Int>, _ text: [UInt8]
  ) -> Label? {
    var end = first.next
    while let next = text.scalar(at: end, end: range.upperBound), next.scalar == first.scalar {
      end = next.next
    }
    guard end > first.next, end < range.upperBound else { return nil }
    return Label(level: 4, start: range.lowerBound, end: end, isDash: true)
  }
}
