import Domain
import Operations
import Publishing

extension Routes {
  /// 台账
  static let registries: [Route] = [
    .page("/registries") { ask in
      .page(try ShowRegistries(ask.view).list())
    },
    .page("/registries/:name", query: table + ["page"]) { ask in
      let number = ask.asked("page").flatMap { Int($0) } ?? 1
      return .page(
        try ShowRegistries(ask.view).run(ask.browsing, page: number, columns: ask.columns))
    },
    .export("/registries/:name/records.csv", query: table) { ask in
      let rows = try ShowRegistries(ask.view).rows(
        ask.browsing, columns: ask.columns, language: ask.language)
      guard let rows else { throw WorkFault.notFound }
      return .stream(.csv([], ask.part("name") + ".csv")) { try rows.next() }
    },
    .export("/registries/:name/records.xlsx", query: table) { ask in
      let bytes = try ShowRegistries(ask.view).workbook(
        ask.browsing, columns: ask.columns, language: ask.language)
      return .file(.workbook(bytes, ask.part("name") + ".xlsx"))
    },
    .page("/registries/:name/records/:key") { ask in
      let key = ask.part("key").replacing("~", with: Record.separator)
      return .page(try ShowRegistries(ask.view).record(key, of: ask.part("name")))
    },
  ]

  private static let table: [QueryName] = [
    "q", .column("="), .column(">"), .column("<"), "sort", "down", .each("columns"),
  ]
}

extension Ask {
  /// The columns that are asked for; none for all.
  fileprivate var columns: Set<String> {
    Set(query.filter { $0.name == "columns" }.map(\.value))
  }

  /// `q` has words, `=字段` a value, `>字段` and `<字段` the ends of a range of days.
  fileprivate var browsing: Browsing {
    var browsing = Browsing(
      registry: part("name"),
      words: (asked("q") ?? "").prefix(100).split(whereSeparator: \.isWhitespace).prefix(5)
        .map(String.init), sort: asked("sort"), isDescending: asked("down") == "1")
    var spans: [String: Browsing.Span] = [:]
    for (name, value) in query where name.count > 1 && !value.isEmpty {
      let column = String(name.dropFirst())
      switch name.first {
      case "=": browsing.equal[column] = value
      case ">":
        spans[column, default: .init(column: column, from: nil, to: nil)].from = Day(value)
      case "<":
        spans[column, default: .init(column: column, from: nil, to: nil)].to = Day(value)
      default: break
      }
    }
    browsing.between = spans.values.sorted { $0.column < $1.column }
    return browsing
  }
}
