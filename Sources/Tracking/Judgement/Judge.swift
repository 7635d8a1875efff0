import Domain

/// Says of commitments what the evidence says on a date, with the working.
///
/// Pure but for the questions it asks the store; it never uses anything published, dated or recorded
/// after the judged date and what was known then.
public struct Judge: Sendable {
  let books: Books
  let evidence: any EvidenceStore
  let lights: LightRules?
  /// Commitments whose delay is excused in writing.
  let excused: Set<String>
  /// Nil where nobody can tell travel times.
  let travel: (any TravelTimes)?
  /// Whether judgements tell what was removed and altered.
  let tracing: Bool

  /// - Parameters:
  ///   - books: all that the ledger amounts to; what is later than `known` is left out by the
  ///     judge itself.
  ///   - tracing: false where only the numbers are wanted.
  public init(
    books: Books, evidence: any EvidenceStore, lights: LightRules? = nil,
    excused: Set<String> = [], travel: (any TravelTimes)? = nil, tracing: Bool = true
  ) {
    self.travel = travel
    self.tracing = tracing
    self.books = books
    self.evidence = evidence
    self.lights = lights
    self.excused = excused
  }

  /// One commitment, whose version the caller has picked.
  /// - Parameters:
  ///   - known: the last entry that was known; `Int.max` for everything.
  ///   - seen: sources that are dated later do not count; the judged day, unless an earlier day is
  ///     judged with the hindsight of a later one.
  public func judge(
    _ commitment: Commitment, asOf: Day, known: Int = .max, seen: Day? = nil
  ) throws -> Judgement {
    let context = Context(
      asOf: asOf, known: known, seen: seen ?? asOf, news: try news(commitment),
      tracing: tracing, fault: commitment.measure.flatMap { cannotAnswer($0, commitment) })
    let judgement = turned(try judge(commitment, context), known)
    var lit = try light(judgement, commitment, context)
    if tracing, context.fault == nil {
      let found = try (lit.findings ?? []) + findings(commitment, context)
      lit.findings = found.isEmpty ? nil : found
    }
    return lit
  }

  /// Every commitment that was in the plan with what was known, in the order of adoption.
  public func judgeAll(asOf: Day, known: Int = .max, seen: Day? = nil) throws -> [Judgement] {
    try commitments(known: known).map { try judge($0, asOf: asOf, known: known, seen: seen) }
  }

  /// The same, with several asking the store at a time.
  public func judgeAll(
    asOf: Day, known: Int = .max, seen: Day? = nil, workers: Int
  ) async throws -> [Judgement] {
    let list = commitments(known: known)
    let workers = max(1, workers)
    return try await withThrowingTaskGroup(of: [(Int, Judgement)].self) { group in
      for worker in 0..<workers {
        group.addTask {
          try stride(from: worker, to: list.count, by: workers).map {
            ($0, try judge(list[$0], asOf: asOf, known: known, seen: seen))
          }
        }
      }
      let all = try await group.reduce(into: []) { $0 += $1 }
      return all.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// The versions that were in the plan at an entry; merged, split and withdrawn ones left out.
  public func commitments(known: Int = .max) -> [Commitment] {
    books.order.compactMap { id in
      books.commitments[id]?.last { $0.sequence <= known }?.commitment
    }.filter { $0.state == .active }
  }

  /// On which day and with what known; `news` are the entries made in the period and until its
  /// evidence was complete.
  struct Context {
    var asOf: Day
    var known: Int
    var seen: Day
    var news: ClosedRange<Int>?
    /// Whether what was removed and altered is told.
    var tracing: Bool
    /// Why the measure cannot be asked at all; nil where it can.
    var fault: (any Fault)?
  }

  /// A ledger that was begun after the period has its news in all that came later.
  private func news(_ commitment: Commitment) throws -> ClosedRange<Int> {
    let since = try evidence.sequence(at: Instant(startOf: commitment.period.first)) + 1
    let settled = commitment.deadline.adding(months: (commitment.settles ?? 0) + 1)
    let until = try evidence.sequence(at: Instant(endOf: settled))
    return since...(until < since ? Int.max : until)
  }

  /// Without a light.
  func judge(_ commitment: Commitment, _ context: Context) throws -> Judgement {
    let empty = Judgement(
      commitment: commitment.id, asOf: context.asOf, known: context.known,
      value: .notYet(Phrase("", "")))
    var judgement = empty
    guard let measure = commitment.measure else {
      let why = commitment.unverifiable ?? "尚未确定口径"
      judgement.value = .unverifiable(Phrase(why, "no measure: \(why)"))
      judgement.working = [Phrase("没有口径：\(why)", "No measure: \(why)")]
      return judgement
    }
    if let fault = context.fault { return void(empty, fault) }
    do {
      switch measure {
      case .milestones(let milestones): try judge(milestones, commitment, context, &judgement)
      case .all(let parts): try judge(parts, commitment, context, &judgement)
      default: try judge(measure, commitment, context, &judgement)
      }
    } catch let fault as any Fault where fault.isOfOneQuestion {
      return void(empty, fault)
    }
    return judgement
  }
}
