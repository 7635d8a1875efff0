import Domain

/// Writes the yearly assessment's points of each unit, in the order given: it is no ranking.
public struct ScoresTable: Sendable {
  /// A unit, its commitments, and the points that each brought (nil where it cannot be judged).
  public struct Row: Sendable, Equatable {
    public var unit: String
    public var commitments: [Item]

    public init(unit: String, commitments: [Item]) {
      self.unit = unit
      self.commitments = commitments
    }

    /// Points of those that could be judged.
    public var points: Exact { commitments.compactMap(\.points).reduce(.zero, +) }
  }

  /// A commitment of a unit.
  public struct Item: Sendable, Equatable {
    public var id: String
    public var title: String
    public var points: Exact?

    public init(id: String, title: String, points: Exact?) {
      self.id = id
      self.title = title
      self.points = points
    }
  }

  private let format: SheetFormat
  private let width: Int
  private let words: Words
  private let synthetic: String?

  /// - Parameters:
  ///   - width: columns of the screen, for `table`.
  ///   - synthetic: why the data is invented; every form then says that it is.
  public init(
    format: SheetFormat, language: Language = .chinese, width: Int = 120, synthetic: String? = nil
  ) {
    self.format = format
    self.width = width
    self.synthetic = synthetic
    words = Words(language)
  }

  /// - Parameter version: the rules' name with the version that was used.
  /// - Throws: ``PublishingFault``, only for workbooks.
  public func bytes(
    _ rows: [Row], rules: ScoreRules, version: String? = nil, _ heading: AccountHeading
  ) throws -> [UInt8] {
    try ScoreSheet(
      rows: rows, rules: rules, version: version ?? rules.name, heading: heading, words: words,
      synthetic: synthetic
    ).bytes(format, width: width)
  }
}

struct ScoreSheet: Publication {
  let rows: [ScoresTable.Row]
  let rules: ScoreRules
  let version: String
  let heading: AccountHeading
  let words: Words
  let synthetic: String?

  var title: String {
    words.heading(heading.place, heading.year) + words(" 考核评分", ": points")
      + words("  截至 ", ", as of ") + heading.asOf.description
  }

  var tab: String { words("评分", "Points") }

  var summary: [String] {
    let all = rows.flatMap(\.commitments)
    let scored = all.filter { $0.points != nil }.count
    return [
      words(
        "计分 \(all.count) 项 = \(scored) 已评 + \(all.count - scored) 尚不能评",
        "\(all.count) items = \(scored) scored + \(all.count - scored) not yet"),
      words("规则：", "rules: ") + version + words("（", " (") + rules.source + words("）", ")"),
      words("按单位清单的次序列出，不是排名。", "In the order of the list of units; no ranking."),
    ]
  }

  var screen: Sheet { sheet { .text(ExactText.shown($0, asPublished: true)) } }
  var whole: Sheet { sheet { Cell($0) } }

  private func sheet(_ points: (Exact) -> Cell) -> Sheet {
    let columns: [Sheet.Column] = [
      .init(title: words("单位", "unit"), width: 8...24, wraps: true, characters: 16),
      .init(title: words("承诺", "items"), isNumber: true, width: 4...6, rank: 8, characters: 8),
      .init(title: words("已评", "scored"), isNumber: true, width: 4...6, rank: 7, characters: 8),
      .init(title: words("得分", "points"), isNumber: true, width: 6...10, characters: 10),
      .init(
        title: words("明细", "detail"), width: 16...80, wraps: true, rank: 6, characters: 60),
    ]
    let cells = rows.map { row -> [Cell] in
      let scored = row.commitments.filter { $0.points != nil }.count
      return [
        .text(row.unit), Cell(row.commitments.count), Cell(scored), points(row.points),
        .text(detail(row)),
      ]
    }
    return Sheet(columns: columns, groups: [.init(title: "", rows: cells)])
  }

  private func detail(_ row: ScoresTable.Row) -> String {
    row.commitments.map { item in
      let points =
        item.points.map { ExactText.shown($0, asPublished: true) } ?? words("尚不能评", "not yet")
      return "\(item.id) \(points)"
    }.joined(separator: words("、", ", "))
  }

  var objects: [JSONValue] {
    rows.map { row in
      .object([
        ("unit", .text(row.unit)), ("points", .number(row.points)),
        (
          "commitments",
          .list(
            row.commitments.map {
              .object([
                ("id", .text($0.id)), ("title", .text($0.title)), ("points", JSONValue($0.points)),
              ])
            })
        ), ("rules", .text(rules.name)), ("rules_version", .text(version)),
        ("as_of", .text(heading.asOf.description)),
        ("place", JSONValue(heading.place)), ("year", JSONValue(heading.year)),
      ])
    }
  }
}
