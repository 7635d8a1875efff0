/// What the ledger's entries say of the plan's own history: when it was issued and released, and
/// every version of what its measures and lights rest on.
public struct PlanHistory: Sendable {
  /// When plans of a year were issued, oldest first.
  public private(set) var issues: [Books.Noted<PlanIssue>] = []
  /// The first release that judges each commitment.
  public private(set) var released: [String: Books.Note] = [:]
  /// Every version of each registry's declaration, oldest first.
  public private(set) var registries: [String: [Books.Noted<Registry>]] = [:]
  /// Every version of each series' declaration, oldest first.
  public private(set) var series: [String: [Books.Noted<Series>]] = [:]
  /// Every version of each rule set for lights, oldest first.
  public private(set) var lights: [String: [Books.Noted<LightRules>]] = [:]
  /// Every version of each rule set for scores, oldest first.
  public private(set) var scores: [String: [Books.Noted<ScoreRules>]] = [:]
  /// Commitments that were ever merged, split or withdrawn, in the order in which that happened.
  public private(set) var left: [String] = []
  /// Whether any series or registry was declared more than once.
  public private(set) var hasRedeclared = false
  /// Decisions by which declarations were made anew, oldest first.
  public private(set) var decisions: [Books.Noted<DeclarationDecision>] = []

  mutating func fold(_ entry: Entry) {
    let note = Books.Note(
      sequence: entry.sequence, time: entry.time, actor: entry.actor, reason: entry.reason)
    switch entry.change {
    case .issued(let issue): issues.append(.init(value: issue, note: note))
    case .redeclared(let decision): decisions.append(.init(value: decision, note: note))
    case .registry(let value):
      hasRedeclared = hasRedeclared || registries[value.name] != nil
      registries[value.name, default: []].append(.init(value, note))
    case .series(let value):
      hasRedeclared = hasRedeclared || series[value.name] != nil
      series[value.name, default: []].append(.init(value, note))
    case .lights(let value): lights[value.name, default: []].append(.init(value, note))
    case .scores(let value): scores[value.name, default: []].append(.init(value, note))
    case .commitment(let value, _) where value.state != .active && !left.contains(value.id):
      left.append(value.id)
    case .release(let release):
      for judgement in release.judgements where released[judgement.commitment] == nil {
        released[judgement.commitment] = note
      }
    default: break
    }
  }
}

extension Books.Noted {
  fileprivate init(_ value: Value, _ note: Books.Note) { self.init(value: value, note: note) }
}

extension Books {
  /// From which entry, and from which day, a commitment's plan is no draft any more.
  public struct Issued: Sendable, Equatable {
    /// The entry that issued it; what comes after it needs a decision.
    public var sequence: Int
    /// The day of that entry in China.
    public var day: Day
  }

  /// When the plan that a commitment belongs to was issued, at the latest by the first release that
  /// judges it; nil while it is a draft.
  ///
  /// It stays issued whatever is changed later: the years of all of its versions count.
  public func issued(_ id: String, known: Int = .max) -> Issued? {
    let years = planYears(of: id)
    var moments = plan.issues.filter { years.contains($0.value.year) }.map {
      Issued(sequence: $0.note.sequence, day: $0.value.day)
    }
    if let release = plan.released[id] {
      moments.append(Issued(sequence: release.sequence, day: release.time.day))
    }
    if let whole = whole(of: id), let issued = issued(whole, known: known) {
      moments.append(issued)
    }
    return moments.filter { $0.sequence <= known }.min { $0.sequence < $1.sequence }
  }

  /// Whether a commitment's first version came into the plan of a year that had been issued, or of
  /// which a release had been made; a part of one that was split came in with it.
  public func isAddition(_ first: Version) -> Bool {
    let years = planYears(of: first.commitment)
    guard whole(of: first.commitment.id) == nil else { return false }
    if plan.issues.contains(where: {
      $0.note.sequence < first.sequence && years.contains($0.value.year)
    }) {
      return true
    }
    return plan.released.contains { id, note in
      note.sequence < first.sequence && !years.isDisjoint(with: planYears(of: id))
    }
  }

  /// What a commitment was split from: its parts are held to what it was held to.
  private func whole(of id: String) -> String? {
    plan.left.first { other in
      guard other != id, case .split(let parts)? = commitment(other)?.state else { return false }
      return parts.contains(id)
    }
  }

  /// The year of the report that it comes from; without one, every year of its period.
  public func planYears(of id: String) -> Set<Int> {
    (commitments[id] ?? []).reduce(into: []) { $0.formUnion(planYears(of: $1.commitment)) }
  }

  /// The year of the plan that it belongs to, the first where there are several; nil for what is not
  /// in the books.
  public func planYear(of id: String) -> Int? { planYears(of: id).min() }

  private func planYears(of commitment: Commitment) -> Set<Int> {
    let named = Set(commitment.origins.map(\.report))
    let years = reports.filter { named.contains($0.sha256) }.compactMap(\.year)
    guard years.isEmpty else { return Set(years) }
    return Set(
      commitment.period.first
        .year...max(
          commitment.period.first.year, commitment.period.last.year))
  }

  /// Whether something was entered while a commitment's plan was a draft: before the entry that
  /// issued it.
  public func isDraft(_ note: Note, of id: String, known: Int = .max) -> Bool {
    guard let issued = issued(id, known: known) else { return true }
    return note.sequence < issued.sequence
  }
}

extension Books.Version {
  /// Who entered the version and when.
  public var note: Books.Note {
    Books.Note(sequence: sequence, time: time, actor: actor, reason: reason)
  }
}
