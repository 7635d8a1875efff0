import Domain

/// What a part of a report speaks of: what was done, or what will be, and when.
struct Era: Sendable, Equatable {
  var kind: Kind
  /// `2024`, `2021-2025`, or nil where neither the words nor the report's year tell.
  var period: String?

  enum Kind: Sendable { case review, plan, unknown }
}

/// Finds the era of each passage and sentence from section titles and from cues in the text.
///
/// A section title sets the era of all below it; a cue at the start of a passage (「五年来，」,
/// 「“十五五”时期，」) sets it for the passages that follow in the section; a cue inside a sentence
/// sets it for that sentence alone.
struct EraFinder: Sendable {
  let year: Int?

  /// The era that a heading sets, or nil where it sets none.
  func era(ofTitle title: String) -> Era? {
    let span = cueYears(title)
    if Self.contains(title, Self.reviewWords) {
      return Era(kind: .review, period: span ?? lastYear)
    }
    if Self.contains(title, Self.planWords) {
      return Era(kind: .plan, period: futureSpan(title) ?? span ?? thisYear)
    }
    guard let span, let first = Int(span.prefix(4)), let year else { return nil }
    return Era(kind: first < year ? .review : .plan, period: span)
  }

  var thisYear: String? { year.map(String.init) }
  var lastYear: String? { year.map { String($0 - 1) } }

  /// The era that the first words of a sentence set, or nil.
  ///
  /// - Parameter opening: the sentence's words up to its first comma, and no more than 24 characters.
  func era(ofOpening opening: String, within era: Era) -> Era? {
    if Self.contains(opening, Self.targetWords) {
      return Era(kind: .plan, period: futureSpan(opening) ?? planYear(opening))
    }
    if opening.contains("今明两年"), let year {
      return Era(kind: .plan, period: "\(year)-\(year + 1)")
    }
    if speaksOfThisYear(opening) {
      return era.kind == .review ? nil : Era(kind: .plan, period: thisYear)
    }
    if let outlook = outlook(opening) { return outlook }
    if let review = review(opening, within: era) { return review }
    return yearCue(opening, within: era)
  }

  /// 今年 before any 去年: 「今年…，比去年增加…」 speaks of this year.
  private func speaksOfThisYear(_ opening: String) -> Bool {
    let words = ["今年", "新的一年"]
    guard Self.contains(opening, words), !opening.contains("今年以来") else { return false }
    guard let last = Self.position(opening, "去年") else { return true }
    return words.compactMap { Self.position(opening, $0) }.contains { $0 < last }
  }

  private static func position(_ words: String, _ cue: String) -> Int? {
    var offset = 0
    var rest = Substring(words)
    while !rest.isEmpty {
      if rest.hasPrefix(cue) { return offset }
      rest = rest.dropFirst()
      offset += 1
    }
    return nil
  }

  private func planYear(_ opening: String) -> String? {
    guard let span = cueYears(opening), let last = Int(span.suffix(4)), let year, last >= year
    else {
      return thisYear
    }
    return span
  }

  static let targetWords = ["预期目标", "主要目标是", "目标是", "主要预期", "预期性目标", "目标为"]

  /// 今后五年, “十五五”时期, 到2030年.
  private func outlook(_ opening: String) -> Era? {
    guard let year else { return nil }
    if Self.contains(opening, ["今后五年", "未来五年", "今后5年", "未来5年"]) {
      return Era(kind: .plan, period: futureSpan(opening) ?? "\(year)-\(year + 4)")
    }
    guard let span = Self.fiveYearPlan(opening), let last = Int(span.suffix(4)),
      Self.contains(opening, ["时期", "期间", "以来", "五年", "期末", "末", "收官"])
    else { return nil }
    let isReview = last < year || Self.contains(opening, ["以来", "过去", "完成", "收官"])
    return Era(kind: isReview ? .review : .plan, period: span)
  }

  private func review(_ opening: String, within era: Era) -> Era? {
    guard let year else { return nil }
    if Self.contains(opening, ["五年来", "过去五年", "这五年", "5年来", "过去5年", "这5年", "五年间"]) {
      return Era(kind: .review, period: "\(year - 5)-\(year - 1)")
    }
    let first = opening.prefix { $0 != "，" && $0 != "," }
    let isPast =
      ["去年", "上年"].contains { first.contains($0) } && !first.contains("比去年")
      && !first.contains("较去年") && !first.contains("比上年") && !first.contains("较上年")
    if isPast
      || Self.contains(opening, ["一年来", "过去一年", "过去的一年", "回顾过去", "过去这一年", "这一年"])
    {
      return Era(kind: .review, period: lastYear)
    }
    return nil
  }

  /// 2022年, 到2027年, 2025年底.
  private func yearCue(_ opening: String, within era: Era) -> Era? {
    let start = opening.prefix { !$0.isNumber }
    guard start.count < 4, !start.contains("由"), !start.contains("从"), let year,
      let span = cueYears(String(opening.prefix(14))),
      let first = Int(span.prefix(4))
    else { return nil }
    if first < year { return Era(kind: .review, period: span) }
    return Era(kind: era.kind == .review && first == year ? era.kind : .plan, period: span)
  }

  private func futureSpan(_ words: String) -> String? {
    guard let span = Self.fiveYearPlan(words), let year, let last = Int(span.suffix(4)),
      last >= year
    else { return nil }
    return span
  }

  /// The years that 十二五 … 十六五 stand for.
  static func fiveYearPlan(_ words: String) -> String? {
    let plans = [
      ("十一五", 2006), ("十二五", 2011), ("十三五", 2016), ("十四五", 2021), ("十五五", 2026),
      ("十六五", 2031),
    ]
    for (name, first) in plans where words.contains(name) { return "\(first)-\(first + 4)" }
    return nil
  }

  /// A year or a span of years written with digits: `2024`, `2021-2025`.
  private func cueYears(_ words: String) -> String? {
    var years: [Int] = []
    var digits = ""
    for character in words + " " {
      if let digit = character.wholeNumberValue, digits.count < 8 {
        digits += String(digit)
      } else {
        if digits.count == 4, character == "年" || character == "-" || character == "—",
          let year = Int(digits), year > 1948, year < 2100
        {
          years.append(year)
        }
        digits = ""
      }
    }
    guard let first = years.first, let last = years.last else { return nil }
    return first < last && years.count == 2 && last - first < 11 ? "\(first)-\(last)" : "\(last)"
  }

  static func contains(_ words: String, _ cues: [String]) -> Bool {
    cues.contains { words.contains($0) }
  }

  static let reviewWords = [
    "回顾", "过去", "成就", "成绩", "成效", "工作总结", "完成情况", "执行情况", "落实情况", "主要工作和",
    "以来工作", "以来的工作", "工作情况",
  ]
  static let planWords = [
    "安排", "任务", "目标", "打算", "总体要求", "部署", "建议", "举措", "重点工作", "思路", "考虑", "今年",
    "新的一年", "今后", "未来", "展望", "规划", "计划", "自身建设", "努力建设", "全面提升", "关于",
  ]
}
