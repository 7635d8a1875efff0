import Domain

/// 承诺: one promise beside its proof.
public struct CommitmentPage: Page {
  public static let template = "commitment"
  let account: CommitmentAccount
  let facts: Facts

  /// What surrounds the account; only what the viewer may see.
  public struct Facts: Sendable {
    /// How it stood at the end of each month up to the day, as is known now.
    public var points: [Point] = []
    /// Published figures that it is judged by, oldest first.
    public var figures: [Observation] = []
    public var proofs: [Proof] = []
    /// Sources of the records, figures and proofs, by id.
    public var sources: [String: Source] = [:]
    /// The last version of each filing, newest month first.
    public var filings: [Books.Noted<Filing>] = []
    public var closings: [Books.Noted<Closing>] = []
    public var objections: [Objection] = []
    /// Who signed for it, with the day.
    public var receipts: [(unit: String, day: Day)] = []
    /// Logins by who they belong to, where that may be seen; the public sees none.
    public var people: [String: String]?
    /// True where travel times settle it and can be shown on a map.
    public var hasMap = false
    /// The plan's other years of the same promise.
    public var successors: [Commitment] = []

    public init() {}
  }

  /// The standing at the end of a month.
  public struct Point: Sendable, Equatable {
    public var day: Day
    public var actual: Exact?
    public var required: Exact?
    public var isFinal: Bool

    public init(day: Day, actual: Exact?, required: Exact?, isFinal: Bool) {
      self.day = day
      self.actual = actual
      self.required = required
      self.isFinal = isFinal
    }
  }

  public init(_ account: CommitmentAccount, _ facts: Facts) {
    self.account = account
    self.facts = facts
  }

  var commitment: Commitment { account.commitment }
  var path: String { "/commitments/" + commitment.id }

  public var title: Phrase {
    Phrase(
      "\(commitment.id) \(commitment.title)",
      "\(commitment.id) \(commitment.english ?? commitment.title)")
  }
  public var tab: Tab { .commitments }
  public var hasCharts: Bool { true }

  public func context(_ frame: Frame) -> [String: Any] {
    var context: [String: Any] = [
      "id": commitment.id, "title": frame.title(commitment), "list": frame.link("/commitments"),
      "csv": frame.links.csv(path), "has-csv": account.records != nil || account.row != nil,
      "json": frame.links.json(path),
      "origins": origins(frame), "has-origins": !commitment.origins.isEmpty,
      "terms": terms(frame), "standing": standing(frame), "working": working(frame),
      "has-working": !working(frame).isEmpty, "versions": versions(frame),
      "object": frame.link(path + "/object"), "served": frame.links.isServed,
      "state-of-plan": commitment.state == .active ? "" : frame.words.state(commitment.state),
    ]
    context.merge(TurnsSection(account, frame).context) { $1 }
    if facts.hasMap {
      context["map"] = frame.link("/circles/\(commitment.id)")
    }
    if let row = account.row {
      context.merge(frame.context(of: row)) { own, _ in own }
    }
    context.merge(evidence(frame)) { $1 }
    context.merge(traces(frame)) { $1 }
    context.merge(findings(frame)) { $1 }
    context.merge(course(frame)) { $1 }
    context.merge(work(frame)) { $1 }
    if frame.caller.may(.plan), frame.links.isServed {
      context["edit"] = frame.link(path + "/edit")
    }
    return context
  }

  private func origins(_ frame: Frame) -> [[String: Any]] {
    commitment.origins.map { origin in
      let report = account.reports.first { $0.sha256 == origin.report }
      var context: [String: Any] = [
        "before": origin.sentence.components(before: origin.quote), "quote": origin.quote,
        "after": origin.sentence.components(after: origin.quote),
        "report": report.map { $0.title ?? $0.name }
          ?? frame("报告未在账内", "report not in this ledger"),
        "section": origin.section ?? "",
      ]
      if report != nil {
        context["href"] = frame.link("/reports/" + origin.report) + "#c-" + commitment.id
      }
      return context
    }
  }

  /// The words of the terms, each with its name.
  private func terms(_ frame: Frame) -> [[String: Any]] {
    let words = frame.words
    let units = commitment.units.map(frame.unit)
    var terms: [(String, String)] = []
    if let target = commitment.target {
      let parts = [
        words.target(target) + " " + target.unit, commitment.strength.map(words.strength),
        commitment.nature.map(words.nature),
      ]
      terms.append(
        (frame("目标", "target"), parts.compactMap { $0 }.joined(separator: frame("，", ", "))))
    } else if commitment.measure == nil {
      terms.append((frame("目标", "target"), frame("报告未说明数字", "the report gives no number")))
    }
    terms.append((frame("期限", "due"), commitment.deadline.description))
    terms.append(
      (
        frame("口径", "measure"),
        account.measure?(frame.language) ?? frame("无法核验：", "unverifiable: ")
          + (commitment.unverifiable ?? frame("尚未定口径", "no measure yet"))
      ))
    terms.append(
      (
        frame("责任单位", "units"),
        units.isEmpty
          ? frame("待定", "to be named")
          : ([units[0] + frame("（牵头）", " (lead)")] + units.dropFirst())
            .joined(separator: frame("、", ", "))
      ))
    if let matter = commitment.matter {
      terms.append(
        (
          frame("来源", "comes from"),
          "\(matter.kind.rawValue)《\(matter.document)》\(matter.from) \(matter.day)"
        ))
    }
    if let note = commitment.note { terms.append((frame("备注", "note"), note)) }
    return terms.map { ["name": $0.0, "text": $0.1] }
  }

  /// The state in one sentence.
  private func standing(_ frame: Frame) -> String {
    guard let row = account.row else { return frame.words.state(commitment.state) }
    let gap = Gap(row, frame.words)
    let actual = frame.actual(row)
    let parts = [
      actual.isEmpty
        ? nil
        : frame("佐证显示 \(actual) \(row.unit)", "evidence shows \(actual) \(row.unit)"),
      gap.text.isEmpty ? nil : gap.text,
      row.judgement.state == .met || frame.words.pace(row.judgement.pace).isEmpty
        ? nil : frame.words.pace(row.judgement.pace),
      gap.needed.isEmpty
        ? nil
        : frame("此后每月需 \(gap.needed) \(row.unit)", "\(gap.needed) \(row.unit) a month from now on"),
      frame.words.reason(row.judgement.value),
    ]
    return parts.compactMap { $0 }.joined(separator: frame("；", "; "))
  }

  private func working(_ frame: Frame) -> [String] {
    (account.judgement?.working ?? []).map { $0(frame.language) }
  }

  private func versions(_ frame: Frame) -> [[String: Any]] {
    account.history.reversed().map { version in
      [
        "time": String(version.time.description.prefix(16)), "number": version.sequence,
        "who": facts.people.map { $0[version.actor] ?? version.actor } ?? "",
        "what": [
          version.commitment.target.map { frame.words.target($0) + " " + $0.unit },
          version.reason, version.decision.map(frame.words.decision),
          version.commitment.state == .active ? nil : frame.words.state(version.commitment.state),
        ].compactMap { $0 }.joined(separator: frame("；", "; ")),
      ]
    }
  }

  public func data(_ frame: Frame) -> JSONValue? {
    let show = ShowCommitment(language: frame.language, synthetic: frame.synthetic)
    return show.value(account)
      .with("points", .list(facts.points.map(Self.point)))
      .with("figures", .list(facts.figures.map(Self.figure)))
      .with(
        "objections",
        .list(
          facts.objections.map {
            .object([
              ("id", .text($0.id)), ("day", .text($0.day.description)),
              ("text", .text($0.text)), ("answer", JSONValue($0.answer)),
            ])
          }))
  }

  private static func point(_ point: Point) -> JSONValue {
    .object([
      ("day", .text(point.day.description)), ("actual", JSONValue(point.actual)),
      ("required", JSONValue(point.required)), ("final", .flag(point.isFinal)),
    ])
  }

  private static func figure(_ figure: Observation) -> JSONValue {
    .object([
      ("series", .text(figure.series)), ("period", .text(figure.period.description)),
      ("form", .text(figure.form.rawValue)), ("value", .number(figure.value)),
      ("vintage", .text(figure.vintage.rawValue)),
      ("published", .text(figure.published.description)),
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    guard let counted = account.records else {
      return account.row.flatMap { row in
        try? AccountsExporter(format: .csv, language: frame.language, synthetic: frame.synthetic)
          .bytes([row], AccountHeading(place: frame.place, year: frame.year, asOf: frame.asOf))
      }
    }
    return try? RecordsExporter(
      format: .csv, language: frame.language, synthetic: frame.synthetic
    ).bytes(counted.records, of: counted.registry, total: counted.total)
  }
}

extension String {
  /// What stands before the first occurrence of a part; everything where it is not in it.
  fileprivate func components(before part: String) -> String {
    firstRange(of: part).map { String(self[..<$0.lowerBound]) } ?? self
  }

  fileprivate func components(after part: String) -> String {
    firstRange(of: part).map { String(self[$0.upperBound...]) } ?? ""
  }
}
