import Domain

/// 总览: how many commitments are in which state, adding up to the whole, and those behind first.
public struct OverviewPage: Page {
  public static let template = "overview"
  private let rows: [AccountRow]
  private let heading: AccountHeading
  private let releases: [Release]
  private let reminderDays: Int

  /// - Parameters:
  ///   - releases: the months that the viewer may see, oldest first.
  ///   - reminderDays: from so many days before a deadline on it is near.
  public init(
    rows: [AccountRow], heading: AccountHeading, releases: [Release] = [], reminderDays: Int = 14
  ) {
    self.rows = rows
    self.heading = heading
    self.releases = releases
    self.reminderDays = reminderDays
  }

  public var title: Phrase { Phrase("总览", "Overview") }
  public var tab: Tab { .overview }

  private var promised: [AccountRow] { rows.filter { !$0.isBaseline } }

  public func context(_ frame: Frame) -> [String: Any] {
    let bar = WholeBar(counts: rows.counts, frame: frame)
    let behind = promised.filter { [.behind, .notMet].contains($0.judgement.state) }
    return [
      "years": AccountTally(rows).yearLines(frame.words),
      "total": bar.total, "parts": bar.context, "as-of": heading.asOf.description,
      "behind-count": behind.count, "behind": behind.map(frame.context),
      "has-behind": !behind.isEmpty, "has-soon": !soon.isEmpty,
      "soon": soon.map(frame.context), "soon-count": soon.count, "soon-days": reminderDays,
      "changes": changes(frame), "has-changes": !changes(frame).isEmpty,
      "changes-count": changes(frame).count,
      "last": releases.last.map { "\($0.month)" } ?? "", "has-release": !releases.isEmpty,
      "groups": [
        group(frame, frame("按主题", "By theme"), "theme") { $0.commitment.theme },
        group(frame, frame("按牵头单位", "By lead unit"), "unit") { $0.commitment.units.first },
        group(frame, frame("按类别", "By kind"), "kind") { $0.commitment.kind.rawValue },
      ],
      "states": Judgement.State.allCases.map {
        ["name": frame.words.name($0), "sign": frame.words.sign($0), "state": $0.rawValue]
      },
      "months": months(frame), "has-months": !months(frame).isEmpty,
      "baselines": rows.count == promised.count ? "" : String(rows.count - promised.count),
      "csv": frame.links.csv("/"), "json": frame.links.json("/"),
      "served": frame.links.isServed,
    ].merging(frame.context(of: heading.departures)) { $1 }
  }

  /// Open ones whose deadline is near.
  private var soon: [AccountRow] {
    promised.filter { row in
      let days = row.commitment.deadline.number - heading.asOf.number
      return (0...reminderDays).contains(days) && row.judgement.state != .met
    }
  }

  /// One row a value in the order in which they occur, with the count of each state.
  private func group(
    _ frame: Frame, _ name: String, _ key: String, of value: (AccountRow) -> String?
  ) -> [String: Any] {
    var order: [String] = []
    var members: [String: [AccountRow]] = [:]
    for row in promised {
      let value = value(row) ?? ""
      if members[value] == nil { order.append(value) }
      members[value, default: []].append(row)
    }
    return [
      "name": name,
      "rows": order.map { value -> [String: Any] in
        let counts = (members[value] ?? []).counts
        let kind = Commitment.Kind(rawValue: value)
        return [
          "name": value.isEmpty
            ? frame("未定", "none yet")
            : key == "kind"
              ? kind.map(frame.words.kind) ?? value : key == "unit" ? frame.unit(value) : value,
          "href": frame.link("/commitments", frame.links.isServed ? [(key, value)] : []),
          "total": members[value]?.count ?? 0,
          "cells": Judgement.State.allCases.map { ["count": counts[$0].map(String.init) ?? ""] },
        ]
      },
    ]
  }

  /// Counts of each released month; the baselines of the plan are left out as above.
  private func months(_ frame: Frame) -> [[String: Any]] {
    let baselines = Set(rows.filter(\.isBaseline).map(\.commitment.id))
    return releases.map { release in
      let judged = release.judgements.filter { !baselines.contains($0.commitment) }
      var counts: [Judgement.State: Int] = [:]
      for judgement in judged { counts[judgement.state, default: 0] += 1 }
      return [
        "name": "\(release.month)", "href": frame.link("/releases/\(release.month)"),
        "total": judged.count, "parts": WholeBar(counts: counts, frame: frame).context,
        "cells": Judgement.State.allCases.map { ["count": counts[$0] ?? 0] },
      ]
    }
  }

  /// States that differ from the last release before the day.
  private func changes(_ frame: Frame) -> [[String: Any]] {
    guard let last = releases.last(where: { $0.month.last < heading.asOf }) else { return [] }
    let before = Dictionary(last.judgements.map { ($0.commitment, $0) }) { $1 }
    return promised.compactMap { row in
      guard let old = before[row.commitment.id], old.state != row.judgement.state else {
        return nil
      }
      var context = frame.context(of: row)
      context["was"] = frame.words.sign(old.state) + " " + frame.words.name(old.state)
      context["was-state"] = old.state.rawValue
      return context
    }
  }

  public func data(_ frame: Frame) -> JSONValue? {
    let counts = rows.counts
    return .object([
      ("as_of", .text(heading.asOf.description)), ("place", JSONValue(heading.place)),
      ("year", JSONValue(heading.year)),
      (
        "counts",
        .object(Judgement.State.allCases.map { ($0.rawValue, .whole(counts[$0] ?? 0)) })
      ),
      ("commitments", .list(rows.map { JSONValue.account($0, frame.words) })),
      ("departures", .list(heading.departures.map { DepartureWords(frame.words).value($0) })),
      ("synthetic", JSONValue(frame.synthetic)),
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    try? AccountsExporter(format: .csv, language: frame.language, synthetic: frame.synthetic)
      .bytes(rows, heading)
  }
}
