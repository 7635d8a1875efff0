import Domain

/// Sets a promised task against what the later report says of the same project.
///
/// The clause is found by the names that both share; the verdict follows from the stage that was
/// promised and the stage that the words tell (启动 → 开工 → 竣工 → 投用).
struct TaskPairs {
  let earlier: ReportReading
  let later: ReportReading
  let search: ClauseSearch
  let stages: StageReader

  /// Words that share this part of what a name tells speak of the same.
  private static let strong: Float = 0.6
  /// Words that share this part may speak of the same: nothing follows, silence neither.
  private static let weak: Float = 0.5
  /// Nobody is accused over words that share less than this.
  private static let accusing: Float = 0.7
  /// What is shared must tell at least this, so that common words alone find nothing.
  private static let least: Float = 9

  /// The pair of a task, or of words that could be one.
  func pair(_ promise: Promise) -> PromisePair {
    let text = earlier.report.text
    return pair(
      promise, parts: TaskParts.parts(promise.matter),
      wanted: wanted(text, promise.range))
  }

  /// The pair of a promised number that no number answers: whether words do; nil where none do.
  func words(_ promise: Promise, _ statement: Statement) -> PromisePair? {
    let name = (statement.action ?? "") + statement.indicator
    let parts = answers([name])
    guard let hit = parts[0].review, isSame(hit, parts[0]) else { return nil }
    if Words.holds(
      later.report.text, search.clauses[hit.clause].range, ["全部", "全面完成", "全覆盖", "超额完成"])
    {
      return PromisePair(
        promise: promise, claim: answer(hit), verdict: .kept,
        note: Phrase("报告称全部完成，没有给出数字", "said to be wholly done, without a number"))
    }
    return PromisePair(
      promise: promise, claim: answer(hit), verdict: .notComparable,
      note: Phrase("说到了，但没有可比的数", "told of, without a number to set against it"))
  }

  // MARK: ReportFinding

  /// One named thing of a task, and the clauses that speak of it.
  private struct Part {
    var words: String
    var pairs: [Int32]
    var review: ClauseSearch.Hit?
    var plan: ClauseSearch.Hit?
  }

  private func answers(_ words: [String]) -> [Part] {
    let hasLong = words.contains { $0.unicodeScalars.count > 2 }
    return words.map { part in
      let pairs = name(part)
      // 供电 beside longer names is no name; 雪花 among its like is, where it is rare.
      let isShort = part.unicodeScalars.count <= 2
      guard !isShort || !hasLong && pairs.contains(where: { search.vocabulary.isRareLater($0) })
      else { return Part(words: part, pairs: pairs) }
      return Part(
        words: part, pairs: pairs,
        review: search.hits(pairs) { $0.time == .review }.first { isEnough($0, pairs) },
        plan: search.hits(pairs) { $0.time == .plan }.first { isEnough($0, pairs) })
    }
  }

  /// What the part tells from others: words of a stage and words that every work has are left out.
  private func name(_ part: String) -> [Int32] {
    let bytes = Array(part.utf8)
    var pairs: [Int32] = []
    var start = 0
    func take(_ end: Int) {
      if start < end { pairs += search.vocabulary.pairs(bytes, start..<end) }
    }
    for (range, _) in stages.all(bytes, 0..<bytes.count) {
      take(range.lowerBound)
      start = range.upperBound
    }
    take(bytes.count)
    return Array(Set(pairs)).sorted()
  }

  private func isEnough(_ hit: ClauseSearch.Hit, _ pairs: [Int32]) -> Bool {
    hit.recall >= Self.weak && hit.shared >= Self.least
  }

  /// The clause speaks of the very thing: most of its name stands there, or a rare part of it.
  private func isSame(_ hit: ClauseSearch.Hit, _ part: Part) -> Bool {
    guard hasHead(hit, part) else { return false }
    return hit.recall >= Self.strong || rarePairs(hit, part) >= 2
  }

  /// How many rare pairs of its name stand in the clause.
  private func rarePairs(_ hit: ClauseSearch.Hit, _ part: Part) -> Int {
    Set(part.pairs).intersection(search.clauses[hit.clause].pairs).count {
      search.vocabulary.isRare($0)
    }
  }

  /// A promised paper or rule (方案, 办法, 机制) is told of only where that word stands.
  private func hasHead(_ hit: ClauseSearch.Hit, _ part: Part) -> Bool {
    guard let head = Self.heads.first(where: { part.words.hasSuffix($0) }) else { return true }
    return Words.find(later.report.text, search.clauses[hit.clause].range, head) != nil
  }

  private static let heads = [
    "方案", "规划", "计划", "机制", "办法", "制度", "政策", "意见", "条例", "清单", "标准",
  ]

  // MARK: Judging

  private func pair(_ promise: Promise, parts: [String], wanted: Stage?) -> PromisePair {
    var answers = answers(parts)
    if !answers.contains(where: { $0.review != nil || $0.plan != nil }), parts.count > 1 {
      answers = self.answers([promise.matter])
    }
    let told = answers.filter { part in part.review.map { isSame($0, part) } ?? false }
    if !told.isEmpty { return self.told(promise, told, answers, wanted) }
    let planned = answers.filter { part in part.plan.map { isSame($0, part) } ?? false }
    if !planned.isEmpty { return planOnly(promise, planned, wanted) }
    let loose = answers.compactMap { $0.review ?? $0.plan }.max { $0.shared < $1.shared }
    if let loose = loose ?? kind(of: promise) {
      return PromisePair(
        promise: promise, claim: answer(loose), verdict: .notComparable,
        note: Phrase("说到相近的事，不能断定是同一件", "something close is told of; it may be another matter"))
    }
    return PromisePair(
      promise: promise, verdict: .silent,
      note: Phrase("后一份报告没有说到", "the later report does not tell"))
  }

  /// The review tells of it, or of some of its parts.
  private func told(
    _ promise: Promise, _ told: [Part], _ all: [Part], _ wanted: Stage?
  ) -> PromisePair {
    let best = widest(told.compactMap(\.review))
    let claimed = told.map { part in part.review.flatMap { reached($0, part.pairs) } }
    let isReached = claimed.allSatisfy { stage in
      wanted.map { (stage ?? .done) >= needed($0) } ?? true
    }
    let verdict: PromisePair.Verdict = isReached && told.count == all.count ? .kept : .partly
    let least = claimed.compactMap { $0 }.min()
    return PromisePair(
      promise: promise, claim: best.map { answer($0) }, verdict: verdict,
      note: note(wanted, least, told.count, all.count, verdict))
  }

  /// The clause that most of the parts stand in; of several the one of the first part.
  private func widest(_ hits: [ClauseSearch.Hit]) -> ClauseSearch.Hit? {
    var counts: [Int: Int] = [:]
    for hit in hits { counts[hit.clause, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return hits.first { counts[$0.clause] == most }
  }

  /// A clause of the review about the kind of thing that the promise names some of: 国际航线 of
  /// 「乌兰乌德等国际航线」.
  private func kind(of promise: Promise) -> ClauseSearch.Hit? {
    guard let tail = TaskParts.tail(promise.matter) else { return nil }
    let pairs = name(tail)
    guard search.vocabulary.weight(pairs) >= Self.least else { return nil }
    return search.hits(pairs) { $0.time == .review }.first { $0.recall >= 0.8 }
  }

  /// Work without an end (推进, 实施) is kept by any account of it.
  private func needed(_ wanted: Stage) -> Stage { wanted == .progress ? .start : wanted }

  /// Only the new plan tells of it.
  private func planOnly(_ promise: Promise, _ planned: [Part], _ wanted: Stage?) -> PromisePair {
    guard let best = planned.max(by: { ($0.plan?.shared ?? 0) < ($1.plan?.shared ?? 0) }),
      let hit = best.plan
    else { return PromisePair(promise: promise, verdict: .silent, note: Phrase("", "")) }
    let clause = search.clauses[hit.clause]
    let again = stage(hit, best.pairs)
    if wanted == .progress, Words.holds(later.report.text, clause.range, ["继续", "续建"]) {
      return PromisePair(
        promise: promise, claim: answer(hit), verdict: .partly,
        note: Phrase("新一年的安排里“继续”做，可见已在做", "the new plan goes on with it, so it is under way"))
    }
    guard let wanted, let again, !haveOtherNumbers(promise, clause), wanted != .progress,
      again != .progress, again <= wanted,
      hit.recall >= (wanted == .done ? Self.accusing : Self.strong)
        || (hit.recall >= 0.5 && rarePairs(hit, best) >= 3)
    else {
      return PromisePair(
        promise: promise, claim: answer(hit), verdict: .notComparable,
        note: Phrase("只出现在新一年的安排里", "only the new plan tells of it"))
    }
    return PromisePair(
      promise: promise, claim: answer(hit), verdict: .missed,
      note: Phrase(
        "应到“\(wanted.name.chinese)”，新一年的安排里仍要“\(again.name.chinese)”",
        "promised: \(wanted.name.english); the new plan still promises: \(again.name.english)"))
  }

  /// Both name numbers and none is the same: 成立70周年, 成立60周年.
  private func haveOtherNumbers(_ promise: Promise, _ clause: Clause) -> Bool {
    let own = Scalars.numbers(earlier.report.text, promise.range)
    let other = Scalars.numbers(later.report.text, clause.range)
    return !own.isEmpty && !other.isEmpty && own.isDisjoint(with: other)
  }

  private func answer(_ hit: ClauseSearch.Hit) -> ClaimedWords {
    let clause = search.clauses[hit.clause]
    return ClaimedWords(range: clause.range, isPlan: clause.time == .plan)
  }

  // MARK: Stages

  /// The stage that a promise wants: the last that it names.
  private func wanted(_ text: [UInt8], _ range: Range<Int>) -> Stage? {
    guard let stage = stages.stage(text, range) else { return nil }
    // 推进前期工作, 谋划好项目: the preparing is the work, and any account of it keeps the promise.
    return stage == .prepare ? .progress : stage
  }

  /// The stage that a clause of the review tells of a thing, or the clause behind it.
  private func reached(_ hit: ClauseSearch.Hit, _ pairs: [Int32]) -> Stage? {
    if let own = stage(hit, pairs) { return own }
    let next = hit.clause + 1
    guard search.clauses.indices.contains(next),
      search.clauses[next].sentence == search.clauses[hit.clause].sentence
    else { return nil }
    return stages.stage(later.report.text, search.clauses[next].range)
  }

  /// The stage that a clause tells of the thing with these pairs.
  private func stage(_ hit: ClauseSearch.Hit, _ pairs: [Int32]) -> Stage? {
    let clause = search.clauses[hit.clause].range
    let place = search.vocabulary.place(of: pairs, later.report.text, clause) ?? clause
    return stages.stage(later.report.text, clause, at: place)
  }

  private func note(
    _ wanted: Stage?, _ reached: Stage?, _ told: Int, _ count: Int, _ verdict: PromisePair.Verdict
  ) -> Phrase {
    var chinese: [String] = []
    var english: [String] = []
    if let wanted, let reached {
      chinese.append("应到“\(wanted.name.chinese)”，报告称“\(reached.name.chinese)”")
      english.append("promised: \(wanted.name.english); claimed: \(reached.name.english)")
    }
    if count > 1 {
      chinese.append("\(count) 项中说到 \(told) 项")
      english.append("\(told) of \(count) parts are told of")
    }
    chinese.append(verdict.words.chinese)
    english.append(verdict.words.english)
    return Phrase(chinese.joined(separator: "；"), english.joined(separator: "; "))
  }
}
