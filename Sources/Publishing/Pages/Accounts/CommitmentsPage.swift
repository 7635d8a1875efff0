import Domain

/// 承诺: the judged table, all of it or what a filter leaves.
public struct CommitmentsPage: Page {
  public static let template = "commitments"
  private let rows: [AccountRow]
  private let all: [AccountRow]
  private let heading: AccountHeading
  private let filter: Filter

  /// What is asked for; nil leaves everything.
  public struct Filter: Sendable, Equatable {
    public var words: String?
    public var state: Judgement.State?
    public var theme: String?
    public var unit: String?
    public var kind: Commitment.Kind?

    public init(
      words: String? = nil, state: Judgement.State? = nil, theme: String? = nil,
      unit: String? = nil, kind: Commitment.Kind? = nil
    ) {
      self.words = words
      self.state = state
      self.theme = theme
      self.unit = unit
      self.kind = kind
    }

    public static let none = Filter()
  }

  /// - Parameters:
  ///   - rows: those that the filter leaves, in the order to show.
  ///   - all: every row, for the choices and the counts.
  public init(
    rows: [AccountRow], all: [AccountRow], heading: AccountHeading, filter: Filter = .none
  ) {
    self.rows = rows
    self.all = all
    self.heading = heading
    self.filter = filter
  }

  public var title: Phrase { Phrase("承诺", "Commitments") }
  public var tab: Tab { .commitments }

  public func context(_ frame: Frame) -> [String: Any] {
    let promised = rows.filter { !$0.isBaseline }
    let baselines = rows.filter(\.isBaseline)
    return [
      "as-of": heading.asOf.description, "count": promised.count,
      "total": all.count { !$0.isBaseline }, "groups": groups(promised, frame),
      "has-rows": !rows.isEmpty, "has-baselines": !baselines.isEmpty,
      "baselines": baselines.map(frame.context), "served": frame.links.isServed,
      "words": filter.words ?? "", "is-english": frame.language == .english,
      "keeps-day": frame.asOf != frame.today, "is-filtered": filter != .none,
      "everything": frame.link("/commitments"),
      "states": Judgement.State.allCases.map {
        choice($0.rawValue, frame.words.name($0), filter.state == $0)
      },
      "themes": distinct { $0.commitment.theme }.map { choice($0, $0, filter.theme == $0) },
      "units": distinct { $0.commitment.units.first }.map {
        choice($0, frame.unit($0), filter.unit == $0)
      },
      "kinds": Commitment.Kind.allCases.map {
        choice($0.rawValue, frame.words.kind($0), filter.kind == $0)
      },
      "csv": frame.links.csv("/commitments", query),
      "json": frame.links.json("/commitments", query),
    ].merging(frame.context(of: heading.departures)) { $1 }
  }

  private var query: [(String, String)] {
    [
      ("q", filter.words), ("state", filter.state?.rawValue), ("theme", filter.theme),
      ("unit", filter.unit), ("kind", filter.kind?.rawValue),
    ].compactMap { name, value in value.map { (name, $0) } }
  }

  private func choice(_ value: String, _ name: String, _ isChosen: Bool) -> [String: Any] {
    ["value": value, "name": name, "chosen": isChosen]
  }

  private func distinct(_ value: (AccountRow) -> String?) -> [String] {
    all.compactMap(value).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// By theme in the order in which they occur; what was searched for is in the order found.
  private func groups(_ rows: [AccountRow], _ frame: Frame) -> [[String: Any]] {
    guard filter.words == nil else {
      return rows.isEmpty ? [] : [["rows": rows.map(frame.context), "name": ""]]
    }
    var groups: [(name: String, rows: [AccountRow])] = []
    for row in rows {
      let theme = row.commitment.theme ?? frame("其他", "other")
      if let index = groups.firstIndex(where: { $0.name == theme }) {
        groups[index].rows.append(row)
      } else {
        groups.append((theme, [row]))
      }
    }
    return groups.map {
      [
        "name": $0.name, "has-name": true, "count": $0.rows.count,
        "rows": $0.rows.map(frame.context),
      ]
    }
  }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      ("as_of", .text(heading.asOf.description)), ("total", .whole(all.count)),
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
