import Domain

/// The arithmetic of a promised number and a claimed one, in words.
struct NumberNote {
  let promise: Statement
  let claim: Statement
  let verdict: NumberVerdict
  let promised: ReportReading
  let claimed: ReportReading

  func phrase(_ outcome: PromisePair.Verdict) -> Phrase {
    let target = promise.figureText(promised)
    let actual = claim.figureText(claimed)
    return Phrase(
      "报告称\(actual)，目标\(target)\(tolerance.chinese)：\(outcome.words.chinese)",
      "claimed \(actual), promised \(target)\(tolerance.english): \(outcome.words.english)")
  }

  private var tolerance: Phrase {
    guard promise.bound == .about else { return Phrase("", "") }
    return promise.unit == "%" || promise.unit == "％"
      ? Phrase("（左右按±0.5个百分点）", " (about: ±0.5 points)") : Phrase("（左右按±5%）", " (about: ±5 %)")
  }
}
