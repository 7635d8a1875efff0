import Domain

/// One registry as a table: searched, filtered, sorted, a page at a time. What is personal is never
/// in it; of registries about persons the public sees counts.
public struct RegistryPage: Page {
  public static let template = "registry"
  private let registry: Registry
  private let browsing: Browsing
  private let content: Content
  private let sheet: Sheet?
  /// Number of the page, from 1.
  private let number: Int
  /// Whether what its own page is made of is declared: chains with their links and gaps, buildings
  /// with their tenants.
  private let hasPage: Bool
  /// Names of the columns that are shown; empty for all.
  private let chosen: Set<String>

  public enum Content: Sendable {
    /// One page of so many records.
    case records([Record], total: Int)
    /// Counts by the values of a field each, small cells suppressed.
    case counts([SuppressedTable])
  }

  /// Records on one page.
  public static let size = 50

  public init(
    _ registry: Registry, _ browsing: Browsing, _ content: Content, page: Int,
    columns: Set<String> = [], hasPage: Bool = true
  ) {
    self.registry = registry
    self.hasPage = hasPage
    self.browsing = browsing
    self.content = content
    number = page
    let known = Set(registry.columns.map(\.name))
    chosen = columns.intersection(known)
    if case .records(let records, let total) = content {
      sheet =
        RecordSheet(
          registry: registry, records: records, total: total, words: Words(.chinese),
          synthetic: nil, only: chosen
        ).screen
    } else {
      sheet = nil
    }
  }

  public var title: Phrase { Phrase(registry.name, registry.english ?? registry.name) }
  public var tab: Tab { .registries }
  private var path: String { "/registries/" + registry.name }

  public func context(_ frame: Frame) -> [String: Any] {
    var context: [String: Any] = [
      "list": frame.link("/registries"), "name": frame.name(of: registry),
      "unit": registry.unit, "note": registry.note ?? "", "served": frame.links.isServed,
      "path": path, "is-english": frame.language == .english,
      "words": browsing.words.joined(separator: " "), "choices": choices, "dates": dates,
      "csv": frame.links.csv(path, query()), "json": frame.links.json(path, query()),
      "sort": browsing.sort ?? "", "descending": browsing.isDescending,
    ]
    if frame.caller.may(.keepEvidence), frame.links.isServed {
      context["import"] = frame.link(path + "/import")
    }
    let views = self.views(frame)
    (context["views"], context["has-views"]) = (views, !views.isEmpty)
    if frame.asOf != frame.today { context["as-of"] = frame.asOf.description }
    switch content {
    case .records(let records, let total):
      context.merge(table(records, total, frame)) { $1 }
      if frame.links.isServed {
        context["csv"] = frame.link(path + "/records.csv", query())
        context["xlsx"] = frame.link(path + "/records.xlsx", query())
      }
    case .counts(let tables):
      context["tables"] = tables.map { table in
        [
          "name": table.name, "total": table.total.shown,
          "rows": table.rows.map {
            ["name": $0.name ?? frame("未填", "not given"), "count": $0.count.shown]
          },
        ] as [String: Any]
      }
      context["is-counts"] = true
    }
    return context
  }

  /// Other ways to look at it.
  private func views(_ frame: Frame) -> [[String: Any]] {
    var views: [(name: String, path: String)] = []
    if registry.fields.contains(where: { $0.kind == .stages }) {
      views.append((frame("按阶段", "By stage"), path + "/stages"))
    }
    if hasPage, registry.name == "产业链" { views.append((frame("链图", "As chains"), "/chains")) }
    if hasPage, registry.name == "楼宇" { views.append((frame("入驻率和产出", "Occupancy"), "/buildings")) }
    return views.map { ["name": $0.name, "href": frame.link($0.path)] }
  }

  private func table(_ records: [Record], _ total: Int, _ frame: Frame) -> [String: Any] {
    guard let sheet else { return [:] }
    let columns = open.filter { chosen.isEmpty || chosen.contains($0.name) }
    let pages = max(1, (total + Self.size - 1) / Self.size)
    return [
      "is-records": true,
      "boxes": open.map {
        ["name": $0.name, "on": chosen.contains($0.name)] as [String: Any]
      }, "total": ExactText.grouped(Exact(total), digits: 0),
      "has-rows": !records.isEmpty, "number": number, "pages": pages,
      "from": records.isEmpty ? 0 : (number - 1) * Self.size + 1,
      "to": (number - 1) * Self.size + records.count,
      "columns": zip(sheet.columns, columns).map { shown, column in
        let isSorted = browsing.sort == column.name
        let turns = isSorted && !browsing.isDescending
        return [
          "name": shown.title, "number": shown.isNumber,
          "href": frame.links.isServed
            ? frame.link(path, query(sort: column.name, descending: turns)) : "",
          "sorted": isSorted ? (browsing.isDescending ? "descending" : "ascending") : "",
          "sign": isSorted ? (browsing.isDescending ? "▾" : "▴") : "",
        ] as [String: Any]
      },
      "rows": RecordRows(
        columns: sheet.columns,
        addresses: records.map {
          frame.links.isServed
            ? frame.link(path + "/records/" + Links.encodedKey($0.key)) : ""
        }
      ).html(sheet.rows),
      "before": number > 1 ? frame.link(path, query() + [("page", String(number - 1))]) : "",
      "after": number < pages ? frame.link(path, query() + [("page", String(number + 1))]) : "",
      "first": number > 1 ? frame.link(path, query()) : "",
      "last": number < pages ? frame.link(path, query() + [("page", String(pages))]) : "",
    ]
  }

  /// Columns that may be shown.
  private var open: [RegistryColumn] {
    registry.columns.filter { registry.fields[$0.field].kind != .personal }
  }

  private func query(sort: String? = nil, descending: Bool? = nil) -> [(String, String)] {
    var query: [(String, String)] = []
    if !browsing.words.isEmpty { query.append(("q", browsing.words.joined(separator: " "))) }
    for (name, value) in browsing.equal.sorted(by: { $0.key < $1.key }) {
      query.append(("=" + name, value))
    }
    for span in browsing.between {
      if let from = span.from { query.append((">" + span.column, from.description)) }
      if let to = span.to { query.append(("<" + span.column, to.description)) }
    }
    if let sort = sort ?? browsing.sort { query.append(("sort", sort)) }
    if descending ?? browsing.isDescending { query.append(("down", "1")) }
    query += open.filter { chosen.contains($0.name) }.map { ("columns", $0.name) }
    return query
  }

  private var choices: [[String: Any]] {
    registry.fields.filter { $0.kind == .choice }.map { field in
      [
        "name": field.name,
        "values": (field.choices ?? []).map {
          ["value": $0, "chosen": browsing.equal[field.name] == $0] as [String: Any]
        },
      ]
    }
  }

  private var dates: [[String: Any]] {
    registry.fields.filter { $0.kind == .date }.prefix(2).map { field in
      let span = browsing.between.first { $0.column == field.name }
      return [
        "name": field.name, "from": span?.from?.description ?? "",
        "to": span?.to?.description ?? "",
      ]
    }
  }

  public func data(_ frame: Frame) -> JSONValue? {
    switch content {
    case .records(let records, let total):
      let sheet = RecordSheet(
        registry: registry, records: records, total: total, words: frame.words, synthetic: nil)
      return .object([
        ("registry", .text(registry.name)), ("total", .whole(total)), ("page", .whole(number)),
        ("records", .list(sheet.objects)),
      ])
    case .counts(let tables):
      return .object([
        ("registry", .text(registry.name)),
        (
          "counts",
          .list(
            tables.map { table in
              .object([
                ("field", .text(table.name)), ("total", JSONValue(table.total.value)),
                (
                  "values",
                  .list(
                    table.rows.map {
                      .object([("value", JSONValue($0.name)), ("count", JSONValue($0.count.value))])
                    })
                ),
              ])
            })
        ),
      ])
    }
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    switch content {
    case .records(let records, let total):
      return try? RecordsExporter(
        format: .csv, language: frame.language, synthetic: frame.synthetic, columns: chosen
      ).bytes(records, of: registry, total: total)
    case .counts(let tables):
      return CSVText.bytes(
        [frame("字段", "field"), frame("值", "value"), frame("数", "count")],
        tables.flatMap { table in
          table.rows.map { [table.name, $0.name ?? "", $0.count.shown] }
            + [[table.name, frame("合计", "total"), table.total.shown]]
        })
    }
  }
}

extension Links {
  /// A record's key as one part of a path; what separates its parts has a sign of its own.
  static func encodedKey(_ key: String) -> String { key.replacing(Record.separator, with: "~") }
}
