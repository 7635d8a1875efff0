import Domain

/// A registry by the stage that each of its records has reached, with the time spent there.
public struct StagesPage: Page {
  public static let template = "stages"
  private let registry: Registry
  private let lines: [Line]
  /// Counts of persons below this are not shown; 0 where records may be.
  private let least: Int

  /// One field of stages.
  public struct Line: Sendable {
    public var name: String
    public var stages: [Stage]
    public var notBegun: Int

    public init(name: String, stages: [Stage], notBegun: Int) {
      self.name = name
      self.stages = stages
      self.notBegun = notBegun
    }
  }

  public struct Stage: Sendable {
    public var name: String
    /// The records that stand there.
    public var standing: [Standing] = []
    /// Those that came there within the last thirty days.
    public var moved = 0
    /// Days that those which went on had stayed.
    public var took: [Int] = []

    public init(name: String) { self.name = name }
  }

  public struct Standing: Sendable {
    public var key: String
    public var days: Int

    public init(key: String, days: Int) {
      self.key = key
      self.days = days
    }
  }

  public init(_ registry: Registry, lines: [Line], least: Int) {
    self.registry = registry
    self.lines = lines
    self.least = least
  }

  public var title: Phrase {
    Phrase("\(registry.name)：按阶段", "\(registry.english ?? registry.name) by stage")
  }
  public var tab: Tab { .registries }
  private var path: String { "/registries/" + registry.name }

  /// The middle one of some days; nil for none.
  static func median(_ days: [Int]) -> Int? {
    guard !days.isEmpty else { return nil }
    let sorted = days.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  private func shown(_ count: Int) -> String {
    count > 0 && count < least ? "＊" : String(count)
  }

  /// Times are not told where so few stand that they would tell of one.
  private func days(_ days: [Int], _ frame: Frame) -> String {
    guard days.count >= max(1, least), let median = Self.median(days) else { return "" }
    return frame("\(median) 天", "\(median) days")
  }

  public func context(_ frame: Frame) -> [String: Any] {
    [
      "heading": title(frame.language), "back": frame.link(path), "name": registry.name,
      "csv": frame.links.csv(path + "/stages"), "json": frame.links.json(path + "/stages"),
      "lines": lines.map { line in
        [
          "name": line.name, "not-begun": line.notBegun == 0 ? "" : shown(line.notBegun),
          "stages": line.stages.enumerated().map { index, stage in
            self.stage(stage, isLast: index + 1 == line.stages.count, frame)
          },
        ] as [String: Any]
      },
    ]
  }

  private func stage(_ stage: Stage, isLast: Bool, _ frame: Frame) -> [String: Any] {
    let longest = stage.standing.sorted { $0.days > $1.days }.prefix(isLast ? 0 : 5)
    return [
      "name": stage.name, "count": shown(stage.standing.count), "moved": shown(stage.moved),
      "median": isLast ? "" : days(stage.standing.map(\.days), frame),
      "took": days(stage.took, frame), "is-last": isLast,
      "longest": (least > 0 ? [] : Array(longest)).map { standing in
        [
          "key": standing.key.replacing(Record.separator, with: " | "),
          "days": frame("\(standing.days) 天", "\(standing.days) days"),
          "href": frame.links.isServed
            ? frame.link(path + "/records/" + Links.encodedKey(standing.key)) : "",
        ]
      },
    ]
  }

  private var rows: [[String]] {
    lines.flatMap { line in
      line.stages.map { stage in
        let isFew = stage.standing.count < max(1, least)
        let median = isFew ? nil : Self.median(stage.standing.map(\.days))
        let took = stage.took.count < max(1, least) ? nil : Self.median(stage.took)
        return [
          line.name, stage.name, shown(stage.standing.count), shown(stage.moved),
          median.map(String.init) ?? "", took.map(String.init) ?? "",
        ]
      }
    }
  }

  private static let columns = [
    "field", "stage", "standing", "moved_30_days", "median_days", "median_days_to_next",
  ]

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      ("registry", .text(registry.name)),
      (
        "stages", .list(rows.map { row in .object(zip(Self.columns, row).map { ($0, .text($1)) }) })
      ),
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? { CSVText.bytes(Self.columns, rows) }
}
