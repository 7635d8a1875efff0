import Domain

extension Judge {
  /// A measure with a value: counted, added up, or published.
  func judge(
    _ measure: Measure, _ commitment: Commitment, _ context: Context,
    _ judgement: inout Judgement
  ) throws {
    let frame = Frame(
      commitment, asOf: context.asOf, known: context.known, seen: context.seen, news: context.news)
    let measured = try Measuring(
      books: books, evidence: evidence, travel: travel, tracing: context.tracing
    ).take(measure, frame)
    let units = MeasureUnits(registries: books.registries, series: books.series)
    judgement.unit = units.judged(measure, commitment.target)
    judgement.proof = measured.proof
    judgement.leftOut = measured.leftOut
    judgement.traces = measured.traces.isEmpty ? nil : measured.traces
    judgement.findings = measured.findings.isEmpty ? nil : measured.findings
    judgement.working = measured.lines + measured.leftOut.map(\.words)
    let scale = UnitScale.factor(from: measured.unit, to: judgement.unit) ?? Exact(1)
    judgement.actual = measured.value.map { $0 * scale }
    let ruling = Ruling(commitment, measure, frame, judgement.unit)
    judgement.data = ruling.data(measured)
    guard let target = commitment.target, let requirement = ruling.requirement else {
      judgement.value = .unverifiable(Phrase("没有目标值可比", "there is no target to compare with"))
      return
    }
    judgement.target = ruling.value
    judgement.working.append(ruling.rule(target, requirement))
    guard let actual = judgement.actual else {
      judgement.value = ruling.absent(measured)
      return
    }
    judgement.value = ruling.verdict(actual, measured)
    judgement.required = ruling.required(measured)
    judgement.pace = ruling.pace(actual, judgement.required)
    judgement.needed = ruling.needed(actual)
    judgement.working += ruling.arithmetic(actual, judgement)
  }
}

/// Applies a commitment's target, deadline and path to a measured value.
struct Ruling {
  let commitment: Commitment
  let measure: Measure
  let frame: Frame
  let unit: String
  /// Nil without a target.
  let requirement: Requirement?
  /// The target in `unit`.
  let value: Exact?

  init(_ commitment: Commitment, _ measure: Measure, _ frame: Frame, _ unit: String) {
    (self.commitment, self.measure, self.frame, self.unit) = (commitment, measure, frame, unit)
    let factor = commitment.target.flatMap { UnitScale.factor(from: $0.unit, to: unit) } ?? Exact(1)
    value = commitment.target.map { $0.value * factor }
    requirement = commitment.target.map {
      Requirement(
        $0, factor: factor, accumulates: measure.accumulates,
        isBaseline: commitment.kind == .baseline)
    }
  }

  /// The day from which the evidence is complete.
  var settled: Day {
    let months = commitment.settles ?? 0
    return months == 0
      ? commitment.deadline : commitment.deadline.adding(months: months).endOfMonth
  }

  private var isOver: Bool { frame.asOf >= commitment.deadline }

  // MARK: Data

  func data(_ measured: Measured) -> Judgement.DataState {
    if let figures = measured.figures, figures.contradictory.isEmpty {
      return isOver && !figures.isWhole && frame.asOf > figures.wholeDue ? .late : figures.state
    }
    if let figures = measured.figures { return figures.state }
    if frame.asOf < frame.window.first { return .noneDue }
    if measured.value == nil, measured.missing != nil, measured.grades.isEmpty { return .late }
    return frame.asOf >= settled && isOver ? .final : .provisional
  }

  // MARK: Value

  func absent(_ measured: Measured) -> Judgement.Verdict {
    if let figures = measured.figures, figures.contradictory.isEmpty, isOver,
      frame.asOf > figures.wholeDue
    {
      return .notYet(Phrase("数据逾期未发布", "the figure is late"))
    }
    return .notYet(measured.missing ?? Phrase("尚无数据", "there is no data yet"))
  }

  func verdict(_ actual: Exact, _ measured: Measured) -> Judgement.Verdict {
    let holds = requirement?.interval.contains(actual) ?? false
    if let figures = measured.figures { return verdict(holds, figures) }
    if measure.accumulates {
      if isExceeded(actual) { return .notMet }
      if holds && requirement?.interval.lower != nil { return .met }
    }
    guard isOver else {
      return .notYet(
        Phrase("未到期限 \(commitment.deadline)", "the deadline is \(commitment.deadline)"))
    }
    if holds { return .met }
    guard frame.asOf >= settled else {
      return .notYet(
        Phrase("佐证可补至 \(settled)", "its evidence is complete only on \(settled)"))
    }
    return .notMet
  }

  /// What only grows can no longer come back under an upper end.
  private func isExceeded(_ actual: Exact) -> Bool {
    guard let upper = requirement?.interval.upper else { return false }
    return upper.isIncluded ? actual > upper.value : actual >= upper.value
  }

  private func verdict(_ holds: Bool, _ figures: Figures) -> Judgement.Verdict {
    if figures.isWhole && isOver { return holds ? .met : .notMet }
    guard isOver else {
      return .notYet(
        Phrase("未到期限 \(commitment.deadline)", "the deadline is \(commitment.deadline)"))
    }
    return frame.asOf > figures.wholeDue
      ? .notYet(Phrase("数据逾期未发布", "the figure is late"))
      : .notYet(Phrase("全期数据未到发布时间", "the figure of the whole period is not due yet"))
  }

  // MARK: Pace

  /// What the path asks for, in `unit`; for published rates, and for stocks and shares without a
  /// path of their own, the target itself.
  func required(_ measured: Measured) -> Exact? {
    guard let value, commitment.kind != .baseline, commitment.path != .annual else { return nil }
    guard hasPath else { return end ?? value }
    guard requirement?.interval.lower != nil else { return nil }
    let day = measured.figures?.latest?.period.last ?? frame.asOf
    return schedule.share(at: day).map { (end ?? value) * $0 * Exact(1, digits: 2) }
  }

  /// Whether a part of the target is asked for at a time.
  var hasPath: Bool { measure.buildsUp || (commitment.path != nil && measure.series == nil) }

  /// The end of the interval that has to be reached.
  private var end: Exact? {
    value.map { $0 < .zero } == true
      ? requirement?.interval.upper?.value : requirement?.interval.lower?.value
  }

  private var schedule: Schedule {
    Schedule(path: commitment.path ?? .linear, period: frame.window)
  }

  /// In points of the target; for rates in points of the rate; positive is ahead.
  private func lead(_ actual: Exact, _ required: Exact) -> Exact? {
    guard let value else { return nil }
    let sign = requirement?.interval.lower == nil ? Exact(-1) : Exact(1)
    let distance = (actual - required) * sign
    return measure.isRate ? distance : Exact.hundredths(distance, of: value.magnitude)
  }

  func pace(_ actual: Exact, _ required: Exact?) -> Judgement.Pace {
    guard let required = required ?? cap, let lead = lead(actual, required) else { return .none }
    if lead == .zero { return .on }
    return lead > .zero ? .ahead(by: lead) : .behind(by: -lead)
  }

  /// For rates and stocks that may not rise above a number.
  private var cap: Exact? {
    guard !measure.buildsUp, commitment.kind != .baseline, commitment.path != .annual else {
      return nil
    }
    return requirement?.interval.upper?.value
  }

  func needed(_ actual: Exact) -> Exact? {
    guard measure.buildsUp, measure.series == nil, let lower = requirement?.interval.lower,
      commitment.kind != .baseline
    else { return nil }
    let strict = !lower.isIncluded && measure.countsThings ? Exact(1) : .zero
    guard actual < lower.value + strict else { return nil }
    return Schedule.needed(
      lower.value + strict - actual, after: frame.asOf, to: commitment.deadline,
      whole: measure.countsThings)
  }
}
