import Domain

/// Writes what a corpus answers as a table, for a screen or for a statistics program.
public struct CorpusExporter: Sendable {
  private let format: SheetFormat
  private let width: Int
  private let words: Words

  /// - Parameter width: columns of the screen, for `table`.
  public init(format: SheetFormat, language: Language = .chinese, width: Int = 120) {
    self.format = format
    self.width = width
    words = Words(language)
  }

  /// - Throws: ``PublishingFault``, only for workbooks.
  public func bytes(_ table: CorpusTable, title: String) throws -> [UInt8] {
    try CorpusSheet(table: table, title: title, words: words).bytes(format, width: width)
  }
}

/// Columns keep the names of the file in spreadsheets, whatever the language: programs read them.
private struct CorpusSheet: Publication {
  let table: CorpusTable
  let title: String
  let words: Words
  let synthetic: String? = nil

  var tab: String { words("语料", "Corpus") }

  var summary: [String] {
    let count = table.rows.count
    return [words("共 \(count) 行", count == 1 ? "1 row" : "\(count) rows")]
  }

  var screen: Sheet {
    let shown = table.columns.indices.filter { !Self.hidden.contains(table.columns[$0]) }
    let columns = shown.map { index in
      column(table.columns[index], Self.titles[table.columns[index]].map(words.callAsFunction))
    }
    return Sheet(
      columns: columns,
      groups: [
        Sheet.Group(title: "", rows: table.rows.map { row in shown.map { seen(row, $0) } })
      ])
  }

  var whole: Sheet {
    Sheet(
      columns: table.columns.map { column($0, nil) },
      groups: [Sheet.Group(title: "", rows: table.rows.map { $0.map(Self.cell) })])
  }

  var objects: [JSONValue] {
    table.rows.map { row in
      .object(zip(table.columns, row).map { ($0, Self.json($1)) })
    }
  }

  private func column(_ name: String, _ title: String?) -> Sheet.Column {
    let isText = ["sentence", "section"].contains(name)
    return Sheet.Column(
      title: title ?? name, isNumber: Self.numbers.contains(name),
      width: isText ? 16...60 : 4...18, wraps: isText || name == "indicator",
      keepsWidth: Self.numbers.contains(name), rank: Self.ranks[name] ?? 5,
      characters: isText ? 60 : 14)
  }

  /// On a screen a year has no thousands, and a bound is a word.
  private func seen(_ row: [CorpusTable.Value], _ index: Int) -> Cell {
    switch (table.columns[index], row[index]) {
    case ("year", .integer(let year)): .text(String(year))
    case ("measure", .text(let name)):
      .text(Statement.Relation(rawValue: name).map { words.relation($0, falling: false) } ?? name)
    case ("verdict", .text(let name)):
      .text(PromisePair.Verdict(rawValue: name)?.words(words.language) ?? name)
    case ("bound", .text(let bound)):
      .text(Statement.Bound(rawValue: bound).map { words.bound($0, strict: false) } ?? bound)
    default: Self.cell(row[index])
    }
  }

  private static func cell(_ value: CorpusTable.Value) -> Cell {
    switch value {
    case .empty: .empty
    case .integer(let number): Cell(number)
    case .number(let number): Cell(measured: number)
    case .text(let text): .text(text)
    }
  }

  private static func json(_ value: CorpusTable.Value) -> JSONValue {
    switch value {
    case .empty: .null
    case .integer(let number): JSONValue(number)
    case .number(let number): JSONValue(Exact(measured: number))
    case .text(let text): JSONValue(text)
    }
  }

  /// Columns that tell a person at a screen nothing.
  private static let hidden: Set<String> = [
    "file", "report_kind", "number", "passage", "section", "start", "end", "restates", "rule", "id",
    "sentence_id", "place_code", "level", "relation", "strict", "note", "nature", "action",
    "exact", "exact2",
  ]
  private static let numbers: Set<String> = [
    "value", "value2", "share", "count", "kept", "missed", "places", "targets", "dropped",
    "not_comparable", "claimed",
  ]
  private static let ranks = ["sentence": 9, "place": 9, "year": 9, "value": 9, "indicator": 9]
  private static let titles: [String: (String, String)] = [
    "place": ("地区", "Place"), "year": ("年份", "Year"), "indicator": ("指标", "Indicator"),
    "standard": ("标准名", "Standard name"), "bound": ("界限", "Bound"),
    "value": ("数值", "Value"), "value2": ("上限", "To"), "unit": ("单位", "Unit"),
    "kind": ("类别", "Kind"), "period": ("时期", "Period"), "strength": ("语气", "Strength"),
    "sentence": ("原句", "Sentence"), "claimed": ("报告称", "Claimed"),
    "claimed_unit": ("报告称的单位", "Unit claimed"), "verdict": ("结论", "Verdict"),
    "measure": ("量法", "Measure"), "targets": ("目标数", "Targets"), "kept": ("兑现", "Kept"),
    "missed": ("未达", "Missed"),
    "not_comparable": ("无法比较", "Not comparable"), "dropped": ("未提及", "Silent"),
    "share": ("兑现%", "Kept %"), "count": ("次数", "Times"), "places": ("地区数", "Places"),
  ]
}
