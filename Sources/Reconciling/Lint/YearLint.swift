import Domain

/// What is weaker than last year's, and what is no longer there.
struct YearLint {
  let reading: ReportReading
  let earlier: ReportReading
  let dictionary: IndicatorDictionary

  init(_ reading: ReportReading, earlier: ReportReading, _ dictionary: IndicatorDictionary) {
    self.reading = reading
    self.earlier = earlier
    self.dictionary = dictionary
  }

  private struct Key: Hashable {
    var name: String
    var relation: Statement.Relation
  }

  var findings: [ReportFinding] {
    let now = main(reading)
    let then = main(earlier)
    return then.keys.sorted { ($0.name, $0.relation.rawValue) < ($1.name, $1.relation.rawValue) }
      .flatMap { key -> [ReportFinding] in
        guard let last = then[key] else { return [] }
        guard let current = now[key] else { return [dropped(key, last)].compactMap { $0 } }
        return [weaker(key, last, current), softer(key, last, current)].compactMap { $0 }
      }
  }

  /// Targets of standard indicators for the report's own year, the first of each.
  private func main(_ reading: ReportReading) -> [Key: Statement] {
    var main: [Key: Statement] = [:]
    for statement in reading.statements where statement.kind == .target && statement.note == nil {
      guard let indicator = dictionary.find(statement),
        statement.lastYear == nil || statement.lastYear == reading.report.year
      else { continue }
      let key = Key(name: indicator.name, relation: statement.relation)
      if main[key] == nil { main[key] = statement }
    }
    return main
  }

  private func weaker(_ key: Key, _ last: Statement, _ current: Statement) -> ReportFinding? {
    guard let factor = UnitScale.factor(from: current.unit, to: last.unit),
      let direction = dictionary.find(key.name)?.direction, direction != .steady
    else { return nil }
    let value = current.value * factor
    let wantsLess = direction == .down || last.value < 0
    guard wantsLess ? value > last.value : value < last.value else { return nil }
    return ReportFinding(
      rule: "weaker-than-last-year", severity: .note, range: current.clause,
      message: Phrase(
        "\(key.name)目标比上年低：上年\(earlier.report.string(last.range))，今年\(reading.report.string(current.range))",
        "\(key.name): \(earlier.report.string(last.range)) last year, \(reading.report.string(current.range)) now"
      ), advice: Phrase("说明理由", "say why"))
  }

  /// 确保 became 力争.
  private func softer(_ key: Key, _ last: Statement, _ current: Statement) -> ReportFinding? {
    guard let before = last.modality, let now = current.modality, before.contains("确保"),
      !now.contains("确保")
    else { return nil }
    return ReportFinding(
      rule: "softer-than-last-year", severity: .note, range: current.clause,
      message: Phrase(
        "\(key.name)上年说“\(before)”，今年说“\(now)”", "\(key.name): \(before) last year, \(now) now"))
  }

  private func dropped(_ key: Key, _ last: Statement) -> ReportFinding? {
    let names = [key.name] + (dictionary.find(key.name)?.aliases.filter { $0.utf8.count > 6 } ?? [])
    guard let place = targetList ?? plan, !names.contains(where: mentions) else { return nil }
    return ReportFinding(
      rule: "dropped-since-last-year", severity: .warning, range: place,
      message: Phrase(
        "上年的目标“\(earlier.report.string(last.clause))”今年不见了",
        "last year's target “\(earlier.report.string(last.clause))” is no longer there"),
      advice: Phrase("补上，或说明不再列为目标的理由", "put it back, or say why it is no target any more"))
  }

  /// The plan still names it, with or without a number.
  private func mentions(_ name: String) -> Bool {
    reading.sentences.contains {
      $0.time == .plan && Words.find(reading.report.text, $0.range, name) != nil
    }
  }

  /// The sentence with the most targets of standard indicators.
  private var targetList: Range<Int>? {
    var counts: [Range<Int>: Int] = [:]
    for statement in reading.statements
    where statement.kind == .target && dictionary.find(statement) != nil {
      counts[statement.sentence, default: 0] += 1
    }
    return counts.max { ($0.value, -$0.key.lowerBound) < ($1.value, -$1.key.lowerBound) }?.key
  }

  private var plan: Range<Int>? { reading.sentences.first { $0.time == .plan }?.range }
}
