import Domain

extension Judge {
  /// A measure with a value: counted, added up, or published.
  func judge(
    _ measure: Measure, _ commitment: Commitment, _ context: Context,
    _ judgement: inout Judgement
  ) throws {
    var frame = Frame(
      commitment, asOf: context.asOf, known: context.known, seen: context.seen, news: context.news)
    let units = MeasureUnits(registries: books.registries, series: books.series)
    judgement.unit = units.judged(measure, commitment.target)
    let ruling = Ruling(commitment, measure, frame, judgement.unit)
    frame.beside = ruling.beside(in: units.unit(measure))
    let measured = try Measuring(
      books: books, evidence: evidence, travel: travel, tracing: context.tracing
    ).take(measure, frame)
    judgement.proof = measured.proof
    judgement.leftOut = measured.leftOut
    judgement.traces = measured.traces.isEmpty ? nil : measured.traces
    judgement.findings = measured.findings.isEmpty ? nil : measured.findings
    judgement.working = measured.lines + measured.leftOut.map(\.words)
    judgement.data = ruling.data(measured)
    guard let scale = UnitScale.factor(from: measured.unit, to: judgement.unit) else {
      judgement.value = .unverifiable(Ruling.apart(measured.unit, judgement.unit))
      return
    }
    judgement.actual = measured.value.map { $0 * scale }
    guard let target = commitment.target, let requirement = ruling.requirement else {
      judgement.value = .unverifiable(ruling.incomparable)
      return
    }
    judgement.target = ruling.value
    judgement.allowed = requirement.interval
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
  /// Nil without a target, and where its unit does not convert into `unit`.
  let requirement: Requirement?
  /// The target in `unit`; nil as `requirement` is.
  let value: Exact?

  init(_ commitment: Commitment, _ measure: Measure, _ frame: Frame, _ unit: String) {
    (self.commitment, self.measure, self.frame, self.unit) = (commitment, measure, frame, unit)
    guard let target = commitment.target,
      let factor = UnitScale.factor(from: target.unit, to: unit)
    else {
      (value, requirement) = (nil, nil)
      return
    }
    value = target.value * factor
    requirement = Requirement(
      target, factor: factor, usual: measure.tolerance(of: target),
      accumulates: measure.accumulates, isBaseline: commitment.kind == .baseline)
  }

  /// The numbers that decide, in a unit: what is shown of the value must not cross them.
  func beside(in other: String) -> [Exact] {
    guard let factor = UnitScale.factor(from: unit, to: other) else { return [] }
    let ends = [requirement?.interval.lower?.value, requirement?.interval.upper?.value, value]
    return ends.compactMap { $0 }.map { $0 * factor }
  }

  /// Why nothing can be compared.
  var incomparable: Phrase {
    commitment.target.map { Ruling.apart(unit, $0.unit) }
      ?? Phrase("没有目标值可比", "there is no target to compare with")
  }

  static func apart(_ unit: String, _ other: String) -> Phrase {
    Phrase(
      "口径的单位「\(unit)」不能换算成「\(other)」",
      "the measure counts in \(unit), which does not convert into \(other)")
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
