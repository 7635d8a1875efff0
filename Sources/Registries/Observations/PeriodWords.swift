import Domain

/// Reads periods as tables write them: `2023年11月`, `1-11月`, `前三季度`, `上半年`, `2023Q3`.
enum PeriodWords {
  /// - Parameter year: for words that name none.
  static func read(_ text: String, year: Int?) -> Period? {
    if let period = Period(text) { return period }
    var rest = Substring(Heading.folded(text).replacing("至", with: "-"))
    var named = year
    if let cut = rest.firstIndex(of: "年"), let number = Int(rest[..<cut]), rest[..<cut].count == 4 {
      named = number
      rest = rest[rest.index(after: cut)...]
    }
    guard let year = named else { return nil }
    if rest.isEmpty || rest == "全年" || rest == "年度" { return named == nil ? nil : .year(year) }
    return parts[String(rest)].flatMap { months(year, $0.from, $0.to) }
      ?? months(String(rest), year)
  }

  private static let parts: [String: (from: Int, to: Int)] = [
    "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9), "四季度": (10, 12),
    "第一季度": (1, 3), "第二季度": (4, 6), "第三季度": (7, 9), "第四季度": (10, 12),
    "1季度": (1, 3), "2季度": (4, 6), "3季度": (7, 9), "4季度": (10, 12),
    "上半年": (1, 6), "下半年": (7, 12), "前三季度": (1, 9), "1-3季度": (1, 9), "1-2季度": (1, 6),
    "1-4季度": (1, 12), "一-三季度": (1, 9),
  ]

  /// `11月`, `11月份`, `1-11月`, `1月-11月`.
  private static func months(_ text: String, _ year: Int) -> Period? {
    let plain = text.hasSuffix("份") ? String(text.dropLast()) : text
    guard plain.hasSuffix("月") else { return nil }
    let ends = plain.replacing("月", with: "").split(
      separator: "-", omittingEmptySubsequences: false)
    let numbers = ends.compactMap { Int($0) }
    guard numbers.count == ends.count, (1...2).contains(numbers.count) else { return nil }
    return months(year, numbers[0], numbers[numbers.count - 1])
  }

  private static func months(_ year: Int, _ from: Int, _ to: Int) -> Period? {
    guard let first = Period.month(year, from), let last = Period.month(year, to) else {
      return nil
    }
    return Period(first.first, last.last)
  }

  /// The first period with a year that stands in some words: 2023年1-11月 in
  /// 「云溪区2023年1-11月主要指标」.
  static func find(in text: String) -> Period? {
    let scalars = Array(Heading.folded(text).replacing("至", with: "-").unicodeScalars)
    for (index, scalar) in scalars.enumerated() where scalar == "年" && index >= 4 {
      let start = index - 4
      guard scalars[start..<index].allSatisfy({ ("0"..."9").contains($0) }) else { continue }
      var end = index + 1
      while end < scalars.count, isPart(scalars[end]) { end += 1 }
      while end > index {
        let words = String(String.UnicodeScalarView(scalars[start..<end]))
        if let period = read(words, year: nil) { return period }
        end -= 1
      }
    }
    return nil
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    "0123456789-月份第一二三四季度上下半前全年".unicodeScalars.contains(scalar)
  }
}
