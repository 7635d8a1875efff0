import Domain

extension Judge {
  /// What a careful auditor would ask about the evidence of a commitment, as known on the day.
  func findings(_ commitment: Commitment, _ context: Context) throws -> [Finding] {
    guard let measure = commitment.measure, commitment.state == .active else { return [] }
    let frame = Frame(
      commitment, asOf: context.asOf, known: context.known, seen: context.seen, news: nil)
    let measuring = Measuring(books: books, evidence: evidence, travel: travel)
    let questions = measuring.questions(measure, frame)
    let records =
      try doubts(questions, frame) + sizes(questions) + outsiders(measure, frame, measuring)
    return papers(measure.allMilestones, commitment, context) + records.map(marked)
  }

  /// Where records are persons, their keys stay inside; so do those of parts of what is personal.
  private func marked(_ finding: Finding) -> Finding {
    var marked = finding
    let check = books.registries[finding.about]?.allChecks(among: books.registries)
      .first { $0.name == finding.check }
    let registries = [finding.about, check?.rule.other].compactMap { $0 }
    if registries.contains(where: { books.registries[$0]?.isAboutPersons == true }) {
      marked.isPersonal = true
    }
    return marked
  }

  // MARK: Doubts of registries

  private func doubts(_ questions: [Question], _ frame: Frame) throws -> [Finding] {
    var found: [Finding] = []
    for registry in questions.map(\.registry).uniqued {
      let doubts = try evidence.doubts(of: registry, known: frame.known)
      guard !doubts.isEmpty else { continue }
      let keys = Set(doubts.flatMap { $0.groups.flatMap(\.own) }).sorted()
      let standings = try questions.filter { $0.registry == registry }
        .map { try evidence.standings(of: keys, in: $0) }
      found += finding(doubts, about: registry, standings)
    }
    return found
  }

  private func finding(
    _ doubts: [Doubt], about registry: String, _ standings: [[String: RecordStanding]]
  ) -> [Finding] {
    let checks = doubts.filter { $0.kind == .check }.compactMap { doubt -> Finding? in
      let groups = doubt.groups.filter { group in
        standings.contains { $0[group.own[0]]?.isBefore == false }
      }
      return finding(doubt, registry, groups.map { ($0.own + $0.others, 1) }, doubt.detail)
    }
    return likelySame(doubts.filter { $0.kind == .likelySame }, registry, standings) + checks
  }

  private func finding(
    _ doubt: Doubt, _ registry: String, _ groups: [(keys: [String], count: Int)], _ detail: Phrase
  ) -> Finding? {
    guard !groups.isEmpty else { return nil }
    return Finding(
      kind: doubt.kind, about: registry, check: doubt.check,
      count: groups.reduce(0) { $0 + $1.count },
      groups: groups.prefix(Finding.listed).map(\.keys), detail: detail)
  }

  /// One finding for each reason. What a question counts once already is no doubt.
  private func likelySame(
    _ doubts: [Doubt], _ registry: String, _ standings: [[String: RecordStanding]]
  ) -> [Finding] {
    var told: Set<[String]> = []
    return doubts.map(\.detail).uniqued.compactMap { reason in
      let groups = doubts.filter { $0.detail == reason }.flatMap(\.groups)
        .compactMap { group -> (keys: [String], count: Int)? in
          let more = standings.map { excess(group.own, $0) }.max() ?? 0
          guard more > 0, told.insert(group.own).inserted else { return nil }
          return (Array(group.own.prefix(10)), more)
        }
      return finding(
        Doubt(kind: .likelySame, detail: reason, groups: []), registry, groups, reason)
    }
  }

  /// How many of the things counted are likely one of the others, or one of before the period.
  private func excess(_ keys: [String], _ standings: [String: RecordStanding]) -> Int {
    let known = keys.compactMap { standings[$0] }
    let now = Set(known.filter { !$0.isBefore }.map(\.thing))
    guard !now.isEmpty else { return 0 }
    return known.contains(where: \.isBefore) ? now.count : now.count - 1
  }

  // MARK: Sizes

  private func sizes(_ questions: [Question]) throws -> [Finding] {
    try questions.compactMap { question in
      guard case .sum(let field) = question.aggregate else { return nil }
      let amounts = try evidence.amounts(question)
      let apart = amounts.apart
      guard apart > 0 else { return nil }
      let unit =
        books.registries[question.registry]?.fields.first { $0.name == field }?.unit ?? ""
      return Finding(
        kind: .outlier, about: question.registry, count: apart,
        groups: amounts.greatest.prefix(apart).map { [$0.key] },
        detail: words(amounts, apart, field, unit))
    }
  }

  private func words(
    _ amounts: Amounts, _ apart: Int, _ field: String, _ unit: String
  ) -> Phrase {
    let greatest = amounts.greatest
    let sum = greatest.prefix(apart).reduce(Exact.zero) { $0 + $1.amount }
    let share = Exact.hundredths(sum, of: amounts.total)?.points(beside: []) ?? ""
    let (first, next) = (amount(greatest[0].amount, unit), amount(greatest[apart].amount, unit))
    let middle = amount(amounts.median, unit)
    return Phrase(
      "「\(field)」最大 \(first)，其余最大 \(next)，中位数 \(middle)，占合计 \(share) %",
      "greatest \(field) \(first), greatest of the others \(next), median \(middle), "
        + "\(share) % of the total")
  }

  // MARK: Shares

  /// A numerator is part of its denominator.
  private func outsiders(
    _ measure: Measure, _ frame: Frame, _ measuring: Measuring
  ) throws -> [Finding] {
    switch measure {
    case .all(let parts): return try parts.flatMap { try outsiders($0.measure, frame, measuring) }
    case .growth(let inner): return try outsiders(inner, frame, measuring)
    case .ratio(let ratio):
      guard let of = measuring.question(ratio.of, frame), of.aggregate == .count,
        let to = measuring.question(ratio.to, frame), of.registry == to.registry
      else { return [] }
      let keys = try evidence.beyond(of, to)
      guard !keys.isEmpty else { return [] }
      return [
        Finding(
          kind: .check, about: of.registry, check: "分子不在分母", count: keys.count,
          groups: keys.prefix(Finding.listed).map { [$0] },
          detail: Phrase(
            "计入分子的记录不在分母里", "counted in the numerator and not in the denominator"))
      ]
    default: return []
    }
  }
}

extension Array where Element: Hashable {
  /// The first of each.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
