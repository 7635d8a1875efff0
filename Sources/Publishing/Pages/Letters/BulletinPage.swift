import Domain

/// 通报: where the commitments stand at the end of a month, what is behind and by how much, what
/// changed, who has not filed, what is due next. Units stand in the ledger's order: no ranking.
public struct BulletinPage: Page {
  public static let template = "bulletin"
  let facts: Facts

  /// What a bulletin tells.
  public struct Facts: Sendable {
    public var month: Period
    /// The day that was judged: the month's last, or today while it goes on.
    public var asOf: Day
    /// True where the month was released: these are the released judgements.
    public var isReleased: Bool
    public var rows: [AccountRow]
    public var changes: [Change]
    /// Filings that are missing after the filing day.
    public var missing: [FilingReminder]
    public var office: String
    /// The months that can be asked for, newest first.
    public var months: [Period]
    public var today: Day
    /// What it rests on: the release's entry, or the ledger's last.
    public var anchor: Anchor?
    /// What left the plan by then.
    public var departures: [Departure] = []

    public init(
      month: Period, asOf: Day, isReleased: Bool, rows: [AccountRow], changes: [Change],
      missing: [FilingReminder], office: String, months: [Period], today: Day
    ) {
      self.month = month
      self.asOf = asOf
      self.isReleased = isReleased
      self.rows = rows
      self.changes = changes
      self.missing = missing
      self.office = office
      self.months = months
      self.today = today
    }
  }

  /// A commitment whose state is another than a month before.
  public struct Change: Sendable {
    public var commitment: Commitment
    /// Nil where it was not judged then.
    public var before: Judgement.State?
    public var now: Judgement.State

    public init(_ commitment: Commitment, before: Judgement.State?, now: Judgement.State) {
      self.commitment = commitment
      self.before = before
      self.now = now
    }
  }

  public init(_ facts: Facts) { self.facts = facts }

  public var title: Phrase {
    Phrase(
      "\(Words(.chinese).month(facts.month))通报", "Bulletin of \(Words(.english).month(facts.month))"
    )
  }
  public var tab: Tab { .office }

  /// `通报-2023-11`, the name of its file.
  public var name: String { "通报-" + facts.month.description }

  var promises: [AccountRow] { facts.rows.filter { !$0.isBaseline } }

  /// Not met first, then by points behind.
  var behind: [AccountRow] {
    promises.filter { [.behind, .notMet].contains($0.judgement.state) }.enumerated().sorted {
      let (a, b) = (weight($0.element), weight($1.element))
      return a == b ? $0.offset < $1.offset : a > b
    }.map(\.element)
  }

  private func weight(_ row: AccountRow) -> Exact {
    if row.judgement.state == .notMet { return Exact(1_000_000) }
    guard case .behind(let by) = row.judgement.pace else { return .zero }
    return by
  }

  /// Whose last day falls in the month after, and that are not met yet.
  var dueNext: [AccountRow] {
    let next = Period(facts.month.last.adding(days: 1), facts.month.last.adding(days: 1).endOfMonth)
    return promises.filter {
      next?.contains($0.commitment.deadline) == true && $0.judgement.state != .met
    }
  }

  public func context(_ frame: Frame) -> [String: Any] {
    let words = frame.words
    let tally = AccountTally(facts.rows)
    let query = [("month", facts.month.description)]
    return [
      "anchors": [facts.anchor.map(words.anchor)].compactMap(\.self),
      "month": words.month(facts.month), "as-of": facts.asOf.description,
      "released": facts.isReleased, "office": facts.office, "place": frame.place ?? "",
      "total": tally.total, "lines": tally.lines(words), "doubts": tally.doubts(words) ?? "",
      "counts": Judgement.State.allCases.map { state in
        [
          "state": state.rawValue, "sign": words.sign(state), "name": words.name(state),
          "count": tally.counts[state] ?? 0,
        ] as [String: Any]
      },
      "behind": behind.map { late($0, frame) }, "any-behind": !behind.isEmpty,
      "changes": facts.changes.map { change($0, frame) }, "any-changes": !facts.changes.isEmpty,
      "missing": facts.missing.map { missing($0, frame) }, "any-missing": !facts.missing.isEmpty,
      "next": dueNext.map { late($0, frame) }, "any-next": !dueNext.isEmpty,
      "docx": frame.link("/office/bulletin/docx", query),
      "xlsx": frame.link("/office/bulletin/xlsx", query), "office-link": frame.link("/office"),
      "months": facts.months.map { month in
        [
          "value": month.description, "name": words.month(month), "chosen": month == facts.month,
        ] as [String: Any]
      },
      "is-english": frame.language == .english, "path": "/office/bulletin",
      "json": frame.links.json("/office/bulletin", query),
      "csv": frame.links.csv("/office/bulletin", query),
    ].merging(frame.context(of: facts.departures)) { $1 }
  }

  private func late(_ row: AccountRow, _ frame: Frame) -> [String: Any] {
    let line = EvidenceLine(row, frame.words)
    return [
      "id": row.commitment.id, "title": frame.title(row.commitment),
      "href": frame.link("/commitments/" + row.commitment.id),
      "state": frame.words.state(row), "state-class": row.judgement.state.rawValue,
      "amounts": line.amounts ?? line.text, "gap": line.gap ?? "", "pace": line.pace ?? "",
      "needed": line.needed ?? "",
      "unit": row.commitment.units.first.map(frame.unit) ?? frame("待定", "to be named"),
      "deadline": row.commitment.deadline.description,
    ]
  }

  private func change(_ change: Change, _ frame: Frame) -> [String: Any] {
    [
      "id": change.commitment.id, "title": frame.title(change.commitment),
      "href": frame.link("/commitments/" + change.commitment.id),
      "before": change.before.map { "\(frame.words.sign($0)) \(frame.words.name($0))" }
        ?? frame("未列入", "not listed"),
      "before-class": change.before?.rawValue ?? "notYet",
      "now": "\(frame.words.sign(change.now)) \(frame.words.name(change.now))",
      "now-class": change.now.rawValue,
    ]
  }

  private func missing(_ reminder: FilingReminder, _ frame: Frame) -> [String: Any] {
    [
      "unit": reminder.unit, "count": reminder.commitments.count,
      "ids": frame.words.list(reminder.commitments), "due": reminder.due.description,
    ]
  }

  public func data(_ frame: Frame) -> JSONValue? {
    let words = frame.words
    let tally = AccountTally(facts.rows)
    return .object([
      ("month", .text(facts.month.description)), ("as_of", .text(facts.asOf.description)),
      ("released", .flag(facts.isReleased)), ("total", .whole(tally.total)),
      ("ledger", JSONValue(facts.anchor)),
      (
        "counts",
        .object(Judgement.State.allCases.map { ($0.rawValue, .whole(tally.counts[$0] ?? 0)) })
      ),
      ("departures", .list(facts.departures.map { DepartureWords(words).value($0) })),
      ("behind", .list(behind.map { .account($0, words) })),
      (
        "changed",
        .list(
          facts.changes.map {
            .object([
              ("id", .text($0.commitment.id)), ("before", JSONValue($0.before?.rawValue)),
              ("now", .text($0.now.rawValue)),
            ])
          })
      ),
      (
        "not_filed",
        .list(
          facts.missing.map {
            .object([
              ("unit", .text($0.unit)), ("due", .text($0.due.description)),
              ("commitments", .list($0.commitments.map { .text($0) })),
            ])
          })
      ),
      ("due_next_month", .list(dueNext.map { .text($0.commitment.id) })),
      ("synthetic", JSONValue(frame.synthetic)),
    ])
  }

  /// Every commitment with its state at the end of the month.
  ///
  /// - Throws: ``PublishingFault``.
  public func workbook(_ frame: Frame) throws -> [UInt8] {
    var heading = AccountHeading(
      place: frame.place, year: frame.year, asOf: facts.asOf, departures: facts.departures)
    heading.anchor = facts.anchor
    return try AccountsExporter(
      format: .xlsx, language: frame.language, synthetic: frame.synthetic
    ).bytes(facts.rows, heading)
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    let heading = AccountHeading(place: frame.place, year: frame.year, asOf: facts.asOf)
    return try? AccountsExporter(format: .csv, language: frame.language, synthetic: frame.synthetic)
      .bytes(behind, heading)
  }
}
