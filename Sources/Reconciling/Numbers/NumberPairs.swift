import Domain

/// Sets a promised number against what the later report says of it.
struct NumberPairs {
  let claims: NumberClaims
  let admissions: Admissions
  let tasks: TaskPairs

  private var earlier: ReportReading { claims.earlier }
  private var later: ReportReading { claims.later }

  func pair(_ promise: Promise, _ statement: Statement) -> PromisePair {
    let own = claims.measured(statement)
    let indicator = own.indicator
    if let best = claims.best(for: own) { return judged(promise, own, best) }
    if let indicator, let pair = admissions.answer(promise, indicator) { return pair }
    if indicator == nil, let pair = tasks.words(promise, statement) { return pair }
    return PromisePair(
      promise: promise, verdict: .silent,
      note: Phrase("后一份报告没有说到", "the later report does not tell"))
  }

  // MARK: Arithmetic

  private func judged(
    _ promise: Promise, _ own: Measured, _ best: NumberClaims.Candidate
  ) -> PromisePair {
    let (statement, indicator) = (own.statement, own.indicator)
    let claim = later.statements[best.index]
    let answer = ClaimedWords(
      range: later.clause(of: best.index), statement: best.index, isPlan: false)
    let said = "\(claim.figureText(later))"
    guard best.fit == .same else {
      if let pair = ofPlan(promise, claim, answer) { return pair }
      if let indicator, let pair = admissions.answer(promise, indicator),
        pair.verdict != .notComparable
      {
        return pair
      }
      return PromisePair(
        promise: promise, claim: answer, verdict: .notComparable,
        note: reason(best.fit, claim, statement, said))
    }
    let other = claims.claim(best)
    guard let factor = claims.unitFactor(other, own) else {
      return PromisePair(
        promise: promise, claim: answer, verdict: .notComparable,
        note: Phrase("量法不同：\(said)", "measured in another way: \(said)"))
    }
    let pair = arithmetic(promise, own, other, answer, times: factor)
    let needed = pair.verdict == .missed ? NumberClaims.accusing : NumberClaims.alike
    if best.likeness < needed {
      return PromisePair(
        promise: promise, claim: answer, verdict: .notComparable,
        note: Phrase(
          "说到相近的数（\(said)），不能断定是同一件", "a figure close to it (\(said)); it may be another matter"))
    }
    guard pair.verdict != .missed, let indicator, let owned = admissions.admission(indicator) else {
      return pair
    }
    return PromisePair(
      promise: promise, claim: ClaimedWords(range: owned), verdict: .missed,
      note: Phrase("报告自己说没有达到预期", "the report itself says that it fell short"))
  }

  /// 完成年计划的118.2%: the part of the plan that was reached.
  private func ofPlan(
    _ promise: Promise, _ claim: Statement, _ answer: ClaimedWords
  ) -> PromisePair? {
    guard claim.relation == .share, claim.unit == "%" || claim.unit == "％",
      Words.holds(later.report.text, claim.clause, ["完成"]),
      Words.holds(later.report.text, claim.clause, ["年计划", "任务的", "目标的", "计划的", "年度任务"])
    else { return nil }
    let verdict: PromisePair.Verdict = claim.value >= 100 ? .kept : .missed
    let part = claim.figureText(later)
    return PromisePair(
      promise: promise, claim: answer, verdict: verdict,
      note: Phrase(
        "报告称完成计划的\(part)：\(verdict.words.chinese)",
        "claimed \(part) of the plan: \(verdict.words.english)"))
  }

  private func arithmetic(
    _ promise: Promise, _ own: Measured, _ other: Measured, _ answer: ClaimedWords,
    times factor: Exact
  ) -> PromisePair {
    let (statement, claim) = (own.statement, other.statement)
    let verdict = NumberVerdict(
      promise: Figure(statement),
      claim: Figure(claim, times: factor),
      direction: direction(statement, own.indicator))
    let outcome = verdict.verdict
    return PromisePair(
      promise: promise, claim: answer, verdict: outcome,
      note: NumberNote(
        promise: statement, claim: claim, verdict: verdict, promised: earlier, claimed: later
      ).phrase(outcome))
  }

  private func direction(_ statement: Statement, _ indicator: Indicator?) -> Indicator.Direction {
    // 控制在3.5%左右: only what exceeds it misses it.
    if statement.value >= 0, statement.bound != .atLeast,
      Words.holds(earlier.report.text, statement.clause, ["控制在", "控制到"])
    {
      return .down
    }
    return .wanted(
      value: statement.value, bound: statement.bound, relation: statement.relation,
      of: indicator?.direction)
  }

  private func reason(
    _ fit: NumberClaims.Fit, _ claim: Statement, _ promise: Statement, _ said: String
  ) -> Phrase {
    if fit == .otherScope {
      return Phrase("只说到范围不同的数：\(said)", "only a figure of another scope: \(said)")
    }
    if claim.isOfYears || claim.lastYear == nil {
      return Phrase("只有多年合计或年均：\(said)", "only a figure of several years: \(said)")
    }
    return Phrase("量法不同：\(said)", "measured in another way: \(said)")
  }
}

extension Statement {
  /// The quantity in the report's own words.
  func figureText(_ reading: ReportReading) -> String { reading.report.string(range) }
}

extension ReportReading {
  /// The clause of a statement, with the clause before it where that names the indicator:
  /// 「地区生产总值完成274.4亿元，同比增长9.1%」.
  func clause(of index: Int) -> Range<Int> {
    let statement = statements[index]
    guard index > 0 else { return statement.clause }
    let before = statements[index - 1]
    let gap = statement.clause.lowerBound - before.clause.upperBound
    guard before.sentence == statement.sentence, before.indicator == statement.indicator,
      (0...3).contains(gap)
    else { return statement.clause }
    return before.clause.lowerBound..<statement.clause.upperBound
  }
}
