import Domain

/// What the later report says of an indicator without a number: that it fell short, that its yearly
/// task was done, that it was steady.
struct Admissions {
  let later: ReportReading
  let clauses: [Clause]
  private let text: [UInt8]

  init(later: ReportReading, clauses: [Clause]) {
    self.later = later
    self.clauses = clauses
    text = later.report.text
  }

  /// The clause that owns that the indicator fell short, or nil.
  func admission(_ indicator: Indicator) -> Range<Int>? {
    clause(naming: indicator, with: Self.short)
  }

  /// The pair of a promise that only words answer, or nil.
  func answer(_ promise: Promise, _ indicator: Indicator) -> PromisePair? {
    if let range = admission(indicator) {
      return PromisePair(
        promise: promise, claim: ClaimedWords(range: range), verdict: .missed,
        note: Phrase("报告自己说没有达到预期", "the report itself says that it fell short"))
    }
    if let range = clause(naming: indicator, with: Self.fulfilled) {
      return PromisePair(
        promise: promise, claim: ClaimedWords(range: range), verdict: .kept,
        note: Phrase("报告称完成全年任务，没有给出数字", "said to have met the year's task, without a number"))
    }
    if let range = clause(naming: indicator, with: Self.steady) {
      return PromisePair(
        promise: promise, claim: ClaimedWords(range: range), verdict: .notComparable,
        note: Phrase("只有文字，没有数字", "words only, no number"))
    }
    if let range = besideNation(indicator) {
      return PromisePair(
        promise: promise, claim: ClaimedWords(range: range), verdict: .notComparable,
        note: Phrase("只与全国相比，全国的数不在报告中", "only held against the country, whose figure is not given")
      )
    }
    return nil
  }

  /// 「投资、消费增速分别快于全国3.4个、1个百分点」: its rate beside the country's, and nothing else.
  private func besideNation(_ indicator: Indicator) -> Range<Int>? {
    let names = [indicator.name] + indicator.aliases
    return clauses.first { clause in
      clause.time == .review && Words.holds(text, clause.range, ["增速"])
        && Words.holds(text, clause.range, ["快于全国", "高于全国", "好于全国"])
        && names.contains { stands($0, in: clause.range) }
    }?.range
  }

  /// A clause of the review that names the indicator and holds one of `words`.
  private func clause(naming indicator: Indicator, with words: [StaticString]) -> Range<Int>? {
    let names =
      [indicator.name]
      + indicator.aliases.filter { $0.utf8.count > 6 || Self.shortNames.contains($0) }
    for clause in clauses where clause.time == .review {
      guard Words.holds(text, clause.range, words),
        names.contains(where: { stands($0, in: clause.range) })
      else { continue }
      return clause.range
    }
    return nil
  }

  /// The name stands in the clause as a name of its own: 社会消费品, not 社会消费品检验.
  private func stands(_ name: String, in range: Range<Int>) -> Bool {
    Words.find(text, range, name) != nil
  }

  /// Short names that stand for nothing else.
  private static let shortNames: Set<String> = ["CPI", "GDP", "物价"]
  private static let short: [StaticString] = [
    "未达", "未能达到", "没有达到", "未完成", "没有完成", "未能实现", "低于预期", "不及预期", "未如期",
  ]
  private static let fulfilled: [StaticString] = [
    "超额完成", "完成全年任务", "完成年度任务", "完成年度目标", "完成全年目标", "完成目标任务", "好于预期", "高于预期目标",
  ]
  private static let steady: [StaticString] = ["平稳", "稳定", "合理区间", "温和"]
}
