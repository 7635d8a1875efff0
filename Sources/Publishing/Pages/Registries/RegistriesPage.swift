import Domain

/// 台账: every registry, how much is in it and what it answers.
public struct RegistriesPage: Page {
  public static let template = "registries"
  private let rows: [Row]

  public struct Row: Sendable {
    public var registry: Registry
    public var count: Int
    /// The day of the last import; nil before the first.
    public var imported: Day?
    /// Ids of the commitments that it answers.
    public var commitments: [String]

    public init(_ registry: Registry, count: Int, imported: Day?, commitments: [String]) {
      self.registry = registry
      self.count = count
      self.imported = imported
      self.commitments = commitments
    }
  }

  public init(_ rows: [Row]) { self.rows = rows }

  public var title: Phrase { Phrase("台账", "Registries") }
  public var tab: Tab { .registries }

  public func context(_ frame: Frame) -> [String: Any] {
    [
      "rows": rows.map { row in
        [
          "name": frame.name(of: row.registry),
          "href": frame.link("/registries/" + row.registry.name),
          "count": ExactText.grouped(Exact(row.count), digits: 0), "unit": row.registry.unit,
          "imported": row.imported?.description ?? frame("未导入", "nothing imported"),
          "commitments": row.commitments.map {
            ["id": $0, "href": frame.link("/commitments/" + $0)]
          },
          "persons": row.registry.isAboutPersons ? frame("只公开汇总", "counts only in public") : "",
        ] as [String: Any]
      },
      "count": rows.count, "has-rows": !rows.isEmpty, "json": frame.links.json("/registries"),
      "csv": frame.links.csv("/registries"),
    ]
  }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      (
        "registries",
        .list(
          rows.map { row in
            .object([
              ("name", .text(row.registry.name)), ("english", JSONValue(row.registry.english)),
              ("records", .whole(row.count)), ("unit", .text(row.registry.unit)),
              ("imported", JSONValue(row.imported)),
              ("commitments", .list(row.commitments.map { .text($0) })),
            ])
          })
      )
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    CSVText.bytes(
      [
        frame("台账", "registry"), frame("记录", "records"), frame("单位", "unit"),
        frame("最近导入", "last import"), frame("用于承诺", "answers"),
      ],
      rows.map {
        [
          $0.registry.name, String($0.count), $0.registry.unit, $0.imported?.description ?? "",
          $0.commitments.joined(separator: " "),
        ]
      })
  }
}

extension Frame {
  func name(of registry: Registry) -> String {
    language == .english ? registry.english ?? registry.name : registry.name
  }
}
