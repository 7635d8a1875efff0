import Domain

/// What of a commitment was changed that can move its verdict, derived from the versions in the
/// books: the only source of such changes for pages, exports, releases and the feed.
public struct PlanTurns: Sendable {
  let books: Books
  private let known: Int

  /// - Parameter known: entries after it do not count.
  public init(_ books: Books, known: Int = .max) {
    self.books = books
    self.known = known
  }

  /// Every change of one commitment in the order of its entries, those of the draft too.
  public func all(of id: String) -> [PlanTurn] {
    let versions = (books.commitments[id] ?? []).filter { $0.sequence <= known }
    let own = zip(versions, versions.dropFirst()).flatMap { turns(from: $0, to: $1) }
    let found = added(versions) + own + taken(into: id) + redeclared(versions)
    return found.enumerated().sorted {
      ($0.element.sequence, $0.offset) < ($1.element.sequence, $1.offset)
    }.map(\.element)
  }

  /// Those that were made once the plan was issued; nil for none.
  public func issued(of id: String) -> [PlanTurn]? {
    let turns = all(of: id).filter { !$0.marks.contains(.draft) }
    return turns.isEmpty ? nil : turns
  }

  /// What left the plan after it was issued, in the order of adoption: with what is judged, it adds
  /// up to the plan as it was.
  public var departures: [Departure] {
    guard !books.plan.left.isEmpty else { return [] }
    return books.order.compactMap { id in
      guard let last = books.commitments[id]?.last(where: { $0.sequence <= known })?.commitment,
        let part = PlanParts.leaving(last.state),
        let turn = all(of: id).last(where: { $0.part == part }), !turn.marks.contains(.draft)
      else { return nil }
      return Departure(commitment: last, turn: turn, year: books.planYear(of: id))
    }
  }

  // MARK: Steps

  /// What comes into a plan that was issued; a matter is assigned when it arises, and what came out
  /// of another commitment is told as its splitting.
  private func added(_ versions: [Books.Version]) -> [PlanTurn] {
    guard let first = versions.first, first.commitment.matter == nil,
      books.isAddition(first)
    else { return [] }
    return [turn(.addition, nil, words.whole(first.commitment), first, of: first.commitment)]
  }

  private func turns(from old: Books.Version, to new: Books.Version) -> [PlanTurn] {
    PlanParts.moved(from: old.commitment, to: new.commitment).map { part in
      turn(
        part, words.phrase(part, of: old.commitment), words.phrase(part, of: new.commitment), new,
        of: old.commitment)
    }
  }

  private var words: PlanWords {
    PlanWords(measures: MeasureWords(registries: books.registries, series: books.series))
  }

  private func turn(
    _ part: PlanTurn.Part, _ old: Phrase?, _ new: Phrase?, _ version: Books.Version,
    of commitment: Commitment
  ) -> PlanTurn {
    turn(part, old, new, version.decision, version.note, of: commitment)
  }

  func turn(
    _ part: PlanTurn.Part, _ old: Phrase?, _ new: Phrase?, _ decision: Decision?,
    _ note: Books.Note, of commitment: Commitment
  ) -> PlanTurn {
    PlanTurn(
      part: part, old: old, new: new, decision: decision, sequence: note.sequence,
      day: note.time.day, actor: note.actor, reason: note.reason,
      marks: books.isDraft(note, of: commitment.id, known: known)
        ? [.draft] : marks(decision, entered: note.time.day, of: commitment))
  }

  func isKnown(_ note: Books.Note) -> Bool { note.sequence <= known }

  /// Others that were merged into it, or the whole that it was split from.
  private func taken(into id: String) -> [PlanTurn] {
    books.plan.left.flatMap { other -> [PlanTurn] in
      guard other != id, let versions = books.commitments[other] else { return [] }
      return versions.filter { $0.sequence <= known }.compactMap { version in
        switch version.commitment.state {
        case .merged(id):
          turn(
            .merging, words.whole(version.commitment), Phrase("并入本项", "taken in here"), version,
            of: version.commitment)
        case .split(let ids) where ids.contains(id):
          turn(
            .splitting, words.whole(version.commitment), part(id), version,
            of: version.commitment)
        default: nil
        }
      }
    }
  }

  /// A part as it was when the whole was split.
  private func part(_ id: String) -> Phrase? {
    books.commitments[id]?.first.map { words.whole($0.commitment) }
  }
}

/// Parts of commitments in words that a person reads.
struct PlanWords {
  let measures: MeasureWords

  /// Nil for what is not there.
  func phrase(_ part: PlanTurn.Part, of commitment: Commitment) -> Phrase? {
    switch part {
    case .target: commitment.target.map(target)
    case .tolerance: commitment.target?.tolerance.map(tolerance)
    case .deadline: both(commitment.deadline)
    case .period: both(commitment.period)
    case .measure: commitment.measure.map { measure($0, commitment) }
    case .proof:
      Phrase(
        (commitment.proof ?? .departmental).chinese, (commitment.proof ?? .departmental).english)
    case .settles:
      Phrase("期限后 \(commitment.settles ?? 0) 个月", "\(commitment.settles ?? 0) months after")
    case .kind: kind(commitment.kind)
    case .unverifiable: commitment.unverifiable.map { Phrase("无法核验：\($0)", "unverifiable: \($0)") }
    case .path: path(commitment.path)
    case .predecessor: commitment.predecessor.map(predecessor)
    case .withdrawal, .merging, .splitting: state(commitment.state)
    case .quote: quotes(commitment)
    case .addition: whole(commitment)
    }
  }

  /// `P17 小微企业（≥ 10 家）`.
  func whole(_ commitment: Commitment) -> Phrase {
    let number = commitment.target.map(target)
    return Phrase(
      "\(commitment.id) \(commitment.title)" + (number.map { "（\($0.chinese)）" } ?? ""),
      "\(commitment.id) \(commitment.english ?? commitment.title)"
        + (number.map { " (\($0.english))" } ?? ""))
  }

  /// Parts of a whole bring their numbers with them.
  private func measure(_ measure: Measure, _ commitment: Commitment) -> Phrase {
    guard case .all(let parts) = measure else {
      return measures.phrase(measure, in: commitment.period)
    }
    return .list(
      parts.map { part in
        let (number, how) = (target(part.target), self.measure(part.measure, commitment))
        return Phrase(
          "\(part.title) \(number.chinese)（\(how.chinese)）",
          "\(part.title) \(number.english) (\(how.english))")
      })
  }

  /// `≥ 52 家`, `2–3 %`; the tolerance stands by itself.
  private func target(_ target: Target) -> Phrase {
    let sign =
      switch target.bound {
      case .exact, .between: ""
      case .atLeast: target.strict == true ? "> " : "≥ "
      case .atMost: target.strict == true ? "< " : "≤ "
      case .about: target.strict == true ? "> " : "≈ "
      }
    let upper = target.value2.map { "–\($0)" } ?? ""
    return both("\(sign)\(target.value)\(upper) \(target.unit)")
  }

  private func tolerance(_ tolerance: Tolerance) -> Phrase {
    tolerance.kind == .points
      ? Phrase("±\(tolerance.value) 个百分点", "±\(tolerance.value) points")
      : both("±\(tolerance.value)%")
  }

  private func kind(_ kind: Commitment.Kind) -> Phrase {
    switch kind {
    case .target: Phrase("目标", "target")
    case .task: Phrase("任务", "task")
    case .baseline: Phrase("基数，不计入承诺", "baseline, no promise")
    }
  }

  private func path(_ path: Path?) -> Phrase {
    switch path {
    case nil: Phrase("未定", "none")
    case .linear: Phrase("按天均摊", "in step with the days")
    case .annual: Phrase("年底一次", "at the end only")
    case .halves(let first): both("\(first)/\(100 - first)")
    case .nodes(let nodes): both(nodes.map { "\($0.day) \($0.percent)%" }.joined(separator: ", "))
    }
  }

  private func predecessor(_ before: Commitment.Predecessor) -> Phrase {
    both(["\(before.year)", before.id, before.title].compactMap { $0 }.joined(separator: " "))
  }

  private func state(_ state: Commitment.State) -> Phrase {
    switch state {
    case .active: Phrase("在计划中", "in the plan")
    case .withdrawn: Phrase("撤下", "withdrawn")
    case .merged(let id): Phrase("并入 \(id)", "merged into \(id)")
    case .split(let ids):
      Phrase("拆为 \(ids.joined(separator: "、"))", "split into \(ids.joined(separator: ", "))")
    }
  }

  private func quotes(_ commitment: Commitment) -> Phrase? {
    var quotes = commitment.origins.map { "「\($0.quote)」" }
    if let matter = commitment.matter { quotes.append("\(matter.from)《\(matter.document)》") }
    return quotes.isEmpty ? nil : both(quotes.joined(separator: "、"))
  }

  private func both(_ value: some CustomStringConvertible) -> Phrase {
    Phrase(value.description, value.description)
  }
}
