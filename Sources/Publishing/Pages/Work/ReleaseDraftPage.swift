import Domain

/// What a month's release would say, with what changes against the release before it.
public struct ReleaseDraftPage: Page {
  public static let template = "desk_release"
  private let month: Period
  private let rows: [AccountRow]
  private let before: Release?
  private let released: Release?
  private let basis: Int
  private let waiting: Int

  /// - Parameters:
  ///   - before: the last release of an earlier month.
  ///   - released: the month's own release, where it is out.
  ///   - basis: the last entry of evidence that the rows know.
  ///   - waiting: filings of the month that are not looked at yet.
  public init(
    month: Period, rows: [AccountRow], before: Release?, released: Release?, basis: Int,
    waiting: Int
  ) {
    self.month = month
    self.rows = rows
    self.before = before
    self.released = released
    self.basis = basis
    self.waiting = waiting
  }

  public var title: Phrase { Phrase("发布 \(month)", "Release \(month)") }
  public var tab: Tab { .office }

  public func context(_ frame: Frame) -> [String: Any] {
    let words = DeskWords(frame: frame)
    let now = AccountTally(rows)
    var context = words.months(month, path: "/office/release")
    let changes = changes(frame)
    let facts: [String: Any] = [
      "total": now.total, "basis": basis, "is-out": released != nil, "waiting": waiting,
      "has-waiting": waiting > 0, "counts": counts(now, frame), "has-before": before != nil,
      "before-month": before.map { words.month($0.month) } ?? "", "changes": changes,
      "changes-count": changes.count, "has-changes": !changes.isEmpty,
      "action": frame.link("/office/release"),
      "page": frame.link("/releases/\(month)"),
      "back": frame.link("/office", [("month", month.description)]),
      "csv": frame.links.csv("/office/release", [("month", month.description)]),
      "json": frame.links.json("/office/release", [("month", month.description)]),
    ]
    context.merge(facts) { $1 }
    return context
  }

  private func counts(_ now: AccountTally, _ frame: Frame) -> [[String: Any]] {
    let ids = Set(rows.filter(\.isBaseline).map(\.commitment.id))
    return Judgement.State.allCases.map { state in
      let count = now.counts[state] ?? 0
      let old = before.map { release in
        release.judgements.filter { $0.state == state && !ids.contains($0.commitment) }.count
      }
      return [
        "class": state.rawValue, "sign": frame.words.sign(state), "name": frame.words.name(state),
        "count": count, "old": old.map(String.init) ?? frame("无", "none"),
        "change": old.map { count == $0 ? "0" : count > $0 ? "+\(count - $0)" : "−\($0 - count)" }
          ?? "",
      ]
    }
  }

  /// Commitments whose state is another than in the release before.
  private func changes(_ frame: Frame) -> [[String: Any]] {
    let old = Dictionary((before?.judgements ?? []).map { ($0.commitment, $0) }) { $1 }
    guard before != nil else { return [] }
    return rows.filter { $0.judgement.state != old[$0.commitment.id]?.state }.map { row in
      let was = old[row.commitment.id]
      var context = DeskWords(frame: frame).matter(row.commitment)
      context["old-class"] = was?.state.rawValue ?? "notYet"
      context["old"] =
        was.map { frame.words.sign($0.state) + " " + frame.words.name($0.state) }
        ?? frame("未列入", "not listed")
      context["new-class"] = row.judgement.state.rawValue
      context["new"] = frame.words.state(row)
      context["gap"] = Gap(row, frame.words).text
      return context
    }
  }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      ("month", .text(month.description)), ("released", .flag(released != nil)),
      ("commitments", .list(rows.map { JSONValue.account($0, frame.words) })),
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    let heading = AccountHeading(place: frame.place, year: frame.year, asOf: month.last)
    return try? AccountsExporter(
      format: .csv, language: frame.language, synthetic: frame.synthetic
    ).bytes(rows, heading)
  }
}
