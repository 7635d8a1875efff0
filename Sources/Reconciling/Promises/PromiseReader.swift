import Domain

/// Collects what a report promises for its year: numbers, tasks that somebody could check, and
/// targets without a number.
struct PromiseReader {
  let reading: ReportReading
  let dictionary: IndicatorDictionary
  private let text: [UInt8]

  init(_ reading: ReportReading, _ dictionary: IndicatorDictionary) {
    self.reading = reading
    self.dictionary = dictionary
    text = reading.report.text
  }

  /// The promises in reading order.
  func promises() -> [Promise] {
    var promises: [Promise] = []
    var numbers = Set(reading.statements.indices.filter { isPromise(reading.statements[$0]) })
    for (index, task) in reading.tasks.enumerated() where !task.vague || isNamedWork(task) {
      // `id` counts from 1.
      let all = task.statements.map { $0 - 1 }
      let own = all.filter { numbers.contains($0) }
      // Its number falls due in a later year.
      let isLater = own.isEmpty && all.contains { reading.statements[$0].kind == .target }
      guard isDue(task), !isLater else { continue }
      if own.contains(where: { !isAttribute(reading.statements[$0]) }) { continue }
      numbers.subtract(own)
      promises.append(Promise(range: task.range, kind: .task(index), matter: task.object))
    }
    for index in numbers.sorted() {
      let statement = reading.statements[index]
      if isAttribute(statement) { continue }
      promises.append(
        Promise(range: own(statement), kind: .number(index), matter: matter(statement)))
    }
    promises += wordTargets(besides: promises)
    let placed = promises.enumerated().map {
      (reading.report.source(of: $0.element.range).lowerBound, $0.offset, $0.element)
    }
    return placed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }

  /// The standard name, or the report's own.
  private func matter(_ statement: Statement) -> String {
    dictionary.find(statement)?.name ?? statement.indicator
  }

  /// A target that falls due within the year of the plan.
  private func isPromise(_ statement: Statement) -> Bool {
    guard statement.kind == .target, statement.restates == nil else { return false }
    guard let year = reading.report.year, let last = statement.lastYear else { return true }
    return last == year
  }

  /// Neither its deadline nor the time of its sentence lies behind the year of the plan.
  private func isDue(_ task: WorkTask) -> Bool {
    guard let year = reading.report.year else { return true }
    if Words.holds(text, task.range, ["两年内", "三年内", "五年内", "今明两年"]) { return false }
    if let deadline = task.deadline, let last = Int(deadline.prefix(4)), last > year {
      return false
    }
    let sentence = reading.sentences.first { $0.range.contains(task.range.lowerBound) }
    guard let time = sentence?.period.flatMap({ StatedTime($0) }) else { return true }
    return time.lastYear <= year
  }

  /// A named physical work that is pressed on with can be looked for next year, though the report
  /// does not say when it ends: 推进…园区建设.
  private func isNamedWork(_ task: WorkTask) -> Bool {
    guard Self.works.contains(where: { task.object.hasSuffix($0) }) else { return false }
    return task.project != nil || task.object.contains("、") || task.object.contains("第")
  }

  /// A number that only describes what the task is about: 投资1.3亿元的堤防工程, 700万吨露天矿.
  private func isAttribute(_ statement: Statement) -> Bool {
    let end = statement.range.upperBound
    let after = end..<min(end + 3, statement.sentence.upperBound)
    if Words.holds(text, after, ["的"]) { return true }
    var isFollowed = false
    Scalars.each(text, after) { scalar, _ in isFollowed = isFollowed || Scalars.tells(scalar) }
    return isFollowed
      && ["吨", "千瓦", "兆瓦", "千伏", "亿元", "万元"].contains {
        statement.unit.hasSuffix($0)
      }
  }

  /// The part of the clause that is about this number alone, where it holds others that stand for
  /// themselves: 「建成2家菜市场和10个储菜库」 holds two promises.
  private func own(_ statement: Statement) -> Range<Int> {
    let clause = statement.clause
    let others = reading.statements.filter {
      $0.clause == clause && $0.kind == .target && $0.range != statement.range
    }
    guard !others.isEmpty, !Words.holds(text, clause, ["分别", "均", "各"]) else { return clause }
    let before = others.map(\.range.upperBound).filter { $0 <= statement.range.lowerBound }.max()
    let after = others.map(\.range.lowerBound).filter { $0 >= statement.range.upperBound }.min()
    let start = before.flatMap { cut(in: $0..<statement.range.lowerBound) }?.upperBound
    let end = after.flatMap { cut(in: statement.range.upperBound..<$0) }?.lowerBound
    let range = (start ?? clause.lowerBound)..<(end ?? clause.upperBound)
    return range.contains(statement.range.lowerBound) ? range : clause
  }

  /// Where 、, 和 or 及 parts two things.
  private func cut(in range: Range<Int>) -> Range<Int>? {
    for mark: StaticString in ["、", "和", "及"] {
      if let found = Words.find(text, range, mark) { return found }
    }
    return nil
  }

  // MARK: Targets without a number

  /// Clauses of the list of main targets that hold no number: 居民收入与经济增长同步.
  private func wordTargets(besides promises: [Promise]) -> [Promise] {
    var out: [Promise] = []
    for sentence in targetLists() {
      for clause in Clause.cut(text, sentence).dropFirst() {
        let isTaken =
          promises.contains { $0.range.overlaps(clause) }
          || reading.statements.contains { $0.range.overlaps(clause) }
        guard !isTaken, Words.holds(text, clause, Self.endStates) else { continue }
        out.append(
          Promise(range: clause, kind: .words, matter: reading.report.string(clause)))
      }
    }
    return out
  }

  /// Sentences that list targets: three or more rates or levels for the year.
  private func targetLists() -> [Range<Int>] {
    var counts: [Range<Int>: Int] = [:]
    for statement in reading.statements
    where statement.kind == .target && statement.relation != .count {
      counts[statement.sentence, default: 0] += dictionary.find(statement) == nil ? 0 : 1
    }
    return counts.filter { $0.value >= 3 }.keys.sorted { $0.lowerBound < $1.lowerBound }
  }

  private static let works = ["项目", "工程", "建设", "园区", "景区", "基地", "展销会", "博览会", "大会", "论坛"]

  private static let endStates: [StaticString] = [
    "同步", "保持", "稳定", "平稳", "高于", "快于", "一致", "合理", "正增长", "任务", "约束性", "下达", "平均水平", "改善",
    "提质", "以上水平", "完成",
  ]
}

extension Statement {
  /// The last year of its period; nil where none is known.
  var lastYear: Int? {
    time?.lastYear
  }

  /// It speaks of several years together: 2021-2025, 年均, 累计.
  var isOfYears: Bool {
    if let note, note.contains("年均") || note.contains("累计") { return true }
    return time?.isOfYears ?? false
  }
}
