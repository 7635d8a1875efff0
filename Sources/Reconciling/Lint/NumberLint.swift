import Domain

/// Numbers that say two things: 新增 (gross or net?), 建设2700套 (started or delivered?), two targets
/// for one indicator.
struct NumberLint {
  let reading: ReportReading
  let dictionary: IndicatorDictionary
  private let text: [UInt8]

  init(_ reading: ReportReading, _ dictionary: IndicatorDictionary) {
    self.reading = reading
    self.dictionary = dictionary
    text = reading.report.text
  }

  private var targets: [Statement] { reading.statements.filter { $0.kind == .target } }

  var findings: [ReportFinding] {
    targets.compactMap(ambiguous) + [about].compactMap { $0 } + contradictions
  }

  // MARK: Ambiguous

  private func ambiguous(_ statement: Statement) -> ReportFinding? {
    guard statement.relation == .count, dictionary.find(statement) == nil,
      let action = statement.action
    else { return nil }
    if action == "新增" {
      return finding(
        "ambiguous-new", statement,
        Phrase(
          "“新增”没有说是毛增、净增（减去退出的），还是首次认定",
          "新增 does not say: gross, net of those that left, or for the first time"),
        Phrase("写“净增”，或写“首次认定”，或注明不扣减", "say which of the three"))
    }
    guard Self.begun.contains(action), Self.built.contains(UnitScale(statement.unit).base) else {
      return nil
    }
    return finding(
      "ambiguous-build", statement,
      Phrase(
        "“\(action)\(reading.report.string(statement.range))”没有说是开工还是建成",
        "\(action) does not say whether they are started or finished"),
      Phrase("写“开工”“建成”或“交付”", "say started, finished or handed over"))
  }

  private static let begun: Set<String> = ["建设", "实施", "推进", "推动", "加快建设", "加快推进", "改造", "打造"]

  /// Base units of what is built: things, dwellings, lengths, areas.
  private static let built: Set<String> = ["个", "套", "米", "平方米", "张"]

  /// One note for all: 左右 has no tolerance by law.
  private var about: ReportFinding? {
    let all = targets.filter { $0.bound == .about }
    guard let first = all.first else { return nil }
    return finding(
      "ambiguous-about", first, severity: .note,
      Phrase(
        "“左右”“约”没有写明容差（共 \(all.count) 处）；对账时按±0.5个百分点、±5%算",
        "about has no tolerance (\(all.count) times); ±0.5 points and ±5 % are assumed"),
      Phrase("写成区间，或写“以上”", "write a range, or a lower limit"))
  }

  // MARK: Contradicting

  private struct Key: Hashable {
    var name: String
    var relation: Statement.Relation
    var period: String?
  }

  /// Two targets of one standard indicator, measured alike, that cannot both be meant.
  private var contradictions: [ReportFinding] {
    var first: [Key: Statement] = [:]
    var findings: [ReportFinding] = []
    for statement in targets where statement.restates == nil {
      guard let indicator = dictionary.find(statement), statement.relation != .count,
        statement.period != nil, statement.note == nil
      else { continue }
      let key = Key(name: indicator.name, relation: statement.relation, period: statement.period)
      guard let other = first[key] else {
        first[key] = statement
        continue
      }
      guard other.sentence != statement.sentence, !agree(other, statement) else { continue }
      findings.append(
        ReportFinding(
          rule: "contradicts", severity: .error, range: statement.clause, related: [other.clause],
          message: Phrase(
            "\(indicator.name)前面的目标是\(reading.report.string(other.range))，这里是\(reading.report.string(statement.range))",
            "\(indicator.name): \(reading.report.string(other.range)) before, \(reading.report.string(statement.range)) here"
          ), advice: Phrase("只留一个目标，或写明范围不同", "keep one target, or say how scope differs")))
    }
    return findings
  }

  private func agree(_ one: Statement, _ two: Statement) -> Bool {
    guard let factor = UnitScale.factor(from: two.unit, to: one.unit) else { return true }
    let first = Rounded(one, text: reading.report.string(one.range))
    return first.meets(Rounded(two, text: reading.report.string(two.range)).scaled(factor))
  }

  private func finding(
    _ rule: String, _ statement: Statement, severity: ReportFinding.Severity = .warning,
    _ message: Phrase, _ advice: Phrase
  ) -> ReportFinding {
    ReportFinding(
      rule: rule, severity: severity, range: statement.clause, message: message, advice: advice)
  }
}
