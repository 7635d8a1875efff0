import Domain

/// What a column of a bureau's table holds.
struct FigureColumn: Equatable {
  enum Span: Equatable {
    /// 本月
    case month
    /// 1-本月, 累计
    case cumulative
    /// 11月, 1-11月, 前三季度: as the heading says, in the table's year.
    case named(String)
    /// Nothing is said: 绝对额, 总量.
    case unsaid
  }

  var span: Span
  var form: Observation.Form
  /// The unit in the heading's brackets.
  var unit: String?

  /// Words for growth against the year before; the longest first.
  private static let growth: [(words: String, span: Span)] = [
    ("比去年同月增长", .month), ("比上年同月增长", .month), ("比去年同月", .month), ("比上年同月", .month),
    ("比去年同期增长", .unsaid), ("比上年同期增长", .unsaid), ("比去年同期", .unsaid), ("比上年同期", .unsaid),
    ("比去年增长", .unsaid), ("比上年增长", .unsaid), ("同比增长", .unsaid), ("同比增速", .unsaid),
    ("同比增减", .unsaid), ("同比", .unsaid), ("增长速度", .unsaid), ("增长", .unsaid),
    ("增速", .unsaid), ("增减", .unsaid), ("增幅", .unsaid),
  ]
  private static let months: Set<String> = ["本月", "当月"]
  private static let cumulative: Set<String> = [
    "1-本月", "1-当月", "累计", "本月累计", "1-本月累计", "本年累计", "自年初累计", "年初至本月", "本月止累计", "1-本月止",
  ]
  /// Words behind a level that say nothing more.
  private static let levels = ["绝对额", "绝对量", "绝对数", "总量", "数值", "完成额", "完成数", "完成", "实际", "数"]

  /// Nil for columns that hold no figures.
  init?(_ heading: Heading) {
    var rest = heading.bare.replacing("%", with: "").replacing("±", with: "").replacing(
      "至", with: "-")
    unit = heading.bracket
    form = .level
    span = .unsaid
    if let found = Self.growth.first(where: { rest.contains($0.words) }) {
      form = .growth
      span = found.span
      rest = rest.replacing(found.words, with: "")
    }
    let isLevel = Self.levels.contains { rest.hasSuffix($0) }
    while let word = Self.levels.first(where: { rest.hasSuffix($0) }) {
      rest.removeLast(word.count)
    }
    if Self.months.contains(rest) {
      span = .month
    } else if Self.cumulative.contains(rest) {
      span = .cumulative
    } else if !rest.isEmpty {
      let plain = rest.hasSuffix("累计") ? String(rest.dropLast(2)) : rest
      guard PeriodWords.read(plain, year: 2000) != nil else { return nil }
      span = .named(plain)
    } else if form == .level, !isLevel {
      return nil
    }
  }
}
