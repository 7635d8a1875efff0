import Domain

extension Judge {
  /// Derives the light, where there are rules; what cannot be judged is grey.
  func light(
    _ judgement: Judgement, _ commitment: Commitment, _ context: Context
  ) throws -> Judgement {
    guard let (lights, version) = lightsInForce(context.known) else { return judgement }
    var lit = judgement
    lit.lightRules = version
    if case .unverifiable = judgement.value {
      lit.light = .grey
    } else {
      lit.light = lights.light(for: try facts(judgement, commitment, context, lights))
    }
    return lit
  }

  /// The version of the rule set that was known, with its name, number and entry; one that was only
  /// declared later is the first.
  private func lightsInForce(_ known: Int) -> (rules: LightRules, version: String)? {
    guard let lights else { return nil }
    let versions = books.plan.lights[lights.name] ?? []
    let index = versions.lastIndex { $0.note.sequence <= known } ?? 0
    guard versions.indices.contains(index) else { return (lights, lights.name) }
    return (versions[index].value, versions[index].versionWords(index, lights.name))
  }

  private func facts(
    _ judgement: Judgement, _ commitment: Commitment, _ context: Context, _ lights: LightRules
  ) throws -> LightFacts {
    var facts: LightFacts = [
      .daysOverdue: Exact(overdue(judgement, commitment, context.asOf)),
      .missed: Exact(judgement.value == .notMet ? 1 : 0),
      .excused: Exact(excused.contains(commitment.id) ? 1 : 0),
    ]
    facts[.behindPoints] = judgement.behindPoints
    facts[.behindShare] = judgement.behindShare
    if lights.asks(.missedMonths) {
      facts[.missedMonths] = try missedMonths(judgement, commitment, context).map { Exact($0) }
    }
    facts[.monthsNotStarted] = stages(commitment, context)?.notStarted.map { Exact($0) }
    facts[.monthsNotEntered] = stages(commitment, context)?.notEntered.map { Exact($0) }
    return facts
  }

  /// What is met is not overdue.
  private func overdue(_ judgement: Judgement, _ commitment: Commitment, _ asOf: Day) -> Int {
    let days = asOf.number - commitment.deadline.number
    return judgement.value == .met ? min(days, 0) : days
  }

  /// Month ends in a row, up to now, that were behind; nil when nothing can be said of now.
  private func missedMonths(
    _ judgement: Judgement, _ commitment: Commitment, _ context: Context
  ) throws -> Int? {
    guard var behind = judgement.behindPoints else { return nil }
    var months = 0
    var day = context.asOf
    while behind > .zero {
      months += 1
      day = Day(year: day.year, month: day.month, day: 1)?.adding(days: -1) ?? day
      guard day >= commitment.period.first else { break }
      var earlier = context
      (earlier.asOf, earlier.tracing) = (day, false)
      guard let points = try judge(commitment, earlier).behindPoints else { break }
      behind = points
    }
    return months
  }

  /// For commitments with milestones: months since the start was due without one, and months since
  /// the start without entry into the statistics. Both are zero where the thing has happened or is
  /// not due; the month in which it is due counts as one.
  private func stages(
    _ commitment: Commitment, _ context: Context
  ) -> (notStarted: Int?, notEntered: Int?)? {
    guard case .milestones(let milestones) = commitment.measure else { return nil }
    let start = milestones.first { $0.title.hasAny(["开工", "启动", "动工"]) }
    let entry = milestones.first { $0.title.hasAny(["入库", "纳统"]) }
    let started = start.flatMap { proved($0, commitment, context) }
    let notStarted = start.map {
      started != nil ? 0 : max(0, months($0.due ?? commitment.deadline, context.asOf) + 1)
    }
    let notEntered = entry.map { entry in
      proved(entry, commitment, context) != nil ? 0 : started.map { months($0, context.asOf) } ?? 0
    }
    return (notStarted, notEntered)
  }

  private func proved(
    _ milestone: Measure.Milestone, _ commitment: Commitment, _ context: Context
  ) -> Day? {
    let proof = books.proofVersions.last {
      $0.proof.commitment == commitment.id && $0.proof.milestone == milestone.id
        && $0.sequence <= context.known
    }?.proof
    guard let proof, proof.day <= context.asOf,
      let source = books.sources[proof.source], source.date <= context.seen
    else { return nil }
    return proof.day
  }

  /// From calendar month to calendar month.
  private func months(_ from: Day, _ to: Day) -> Int {
    (to.year - from.year) * 12 + to.month - from.month
  }
}

extension String {
  func hasAny(_ words: [String]) -> Bool { words.contains { contains($0) } }
}

extension Judgement {
  /// Points behind the path, negative when ahead; zero when met without a path; nil when unknown.
  public var behindPoints: Exact? {
    switch pace {
    case .ahead(let by): -by
    case .behind(let by): by
    case .on: .zero
    case .none: value == .met ? .zero : nil
    }
  }

  /// Percent of the required amount that is missing, negative when ahead; nil when unknown.
  public var behindShare: Exact? {
    guard let required, let actual, required != .zero else {
      return behindPoints.flatMap { $0 <= .zero ? .zero : nil }
    }
    return Exact.hundredths(required - actual, of: required.magnitude)
  }
}

extension Books.Noted {
  /// `通用灯规则 第 2 版（#118）`: how a judgement names the version of rules that it used.
  func versionWords(_ index: Int, _ name: String) -> String {
    "\(name) 第 \(index + 1) 版（#\(note.sequence)）"
  }
}

extension Books {
  /// How the score rules of a name are called with their version at an entry.
  public func scoresVersion(_ name: String, known: Int = .max) -> String {
    let versions = plan.scores[name] ?? []
    let index = versions.lastIndex { $0.note.sequence <= known } ?? 0
    return versions.indices.contains(index) ? versions[index].versionWords(index, name) : name
  }
}
