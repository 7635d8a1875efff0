import Domain

/// Quantified statements as tables: short for a terminal, whole for a workbook.
struct StatementSheet: Sendable {
  private let words: Words

  init(_ words: Words) { self.words = words }

  /// Columns that fit a terminal: the value carries its bound (≥, ≤, ≈, >, <).
  func forTerminal(_ map: SourceMap) -> Sheet {
    .grouped(
      terminalColumns, map.reading.statements.map { (heading(map, $0), terminalCells(map, $0)) })
  }

  /// All that an office needs, one statement a row, values as numbers with their sign.
  func forWorkbook(_ maps: [SourceMap]) -> Sheet {
    let rows = maps.flatMap { map in map.reading.statements.map { workbookCells(map, $0) } }
    return Sheet(columns: workbookColumns, groups: [Sheet.Group(title: "", rows: rows)])
  }

  private func heading(_ map: SourceMap, _ statement: Statement) -> String {
    map.path(ofPassage: statement.passage)?.onOneLine ?? words("（无标题）", "(no heading)")
  }

  private var terminalColumns: [Sheet.Column] {
    [
      .init(title: words("序号", "no."), isNumber: true, width: 3...6),
      .init(title: words("类别", "kind"), width: 10...10),
      .init(title: words("指标", "indicator"), width: 12...36, wraps: true),
      .init(title: words("关系", "relation"), width: 8...8, rank: 6),
      .init(title: words("数值", "value"), isNumber: true, width: 16...16),
      .init(title: words("单位", "unit"), width: 10...12),
      .init(title: words("时期", "period"), width: 9...9, rank: 7),
      .init(title: words("语气", "modality"), width: 8...8, rank: 5),
      .init(title: words("出处", "place"), width: 18...18, rank: 8),
      .init(title: words("备注", "remarks"), width: 10...18, wraps: true, rank: 2),
      .init(title: words("原文", "quote"), width: 16...60, rank: 1),
    ]
  }

  private func terminalCells(_ map: SourceMap, _ statement: Statement) -> [Cell] {
    [
      Cell(statement.id), .text(words.kind(statement.kind)), .text(indicator(statement)),
      .text(words.relation(statement.relation, falling: statement.isFall)),
      .text(statement.boundedValue), .text(statement.unit), Cell(statement.period),
      Cell(statement.modality),
      .text(map.place(statement.range, passage: statement.passage, words.language)),
      .text(statement.remarks(words)), .text(map.quote(statement.clause)),
    ]
  }

  /// `新增 高新技术企业` for counts, else the indicator.
  private func indicator(_ statement: Statement) -> String {
    [statement.action, statement.indicator].compactMap { $0 }.joined(separator: " ")
  }

  private var workbookColumns: [Sheet.Column] {
    [
      .init(title: words("序号", "No."), isNumber: true, characters: 6),
      .init(title: words("类别", "Kind"), characters: 8),
      .init(title: words("指标", "Indicator"), wraps: true, characters: 24),
      .init(title: words("动作", "Action"), wraps: true, characters: 9),
      .init(title: words("关系", "Relation"), characters: 8),
      .init(title: words("界限", "Bound"), characters: 9),
      .init(title: words("数值", "Value"), isNumber: true, characters: 12),
      .init(title: words("上限", "Upper"), isNumber: true, characters: 8),
      .init(title: words("单位", "Unit"), characters: 10),
      .init(title: words("时期", "Period"), characters: 11),
      .init(title: words("语气", "Modality"), characters: 8),
      .init(title: words("原文", "Quote"), wraps: true, characters: 40),
      .init(title: words("章节", "Section"), wraps: true, characters: 24),
      .init(title: words("备注", "Remarks"), wraps: true, characters: 12),
      .init(title: words("出处", "Place"), wraps: true, characters: 20),
    ]
  }

  private func workbookCells(_ map: SourceMap, _ statement: Statement) -> [Cell] {
    [
      Cell(statement.id), .text(words.kind(statement.kind)), .text(statement.indicator),
      Cell(statement.action), .text(words.relation(statement.relation, falling: statement.isFall)),
      .text(words.bound(statement.bound, strict: statement.strict)), Cell(statement.value.printed),
      Cell(statement.value2?.printed), .text(statement.unit), Cell(statement.period),
      Cell(statement.modality), .text(map.quote(statement.clause)),
      Cell(map.path(ofPassage: statement.passage)), .text(statement.remarks(words)),
      .text(map.source(statement.range, passage: statement.passage, words.language)),
    ]
  }
}

extension SourceMap {
  /// File and place, for tables that stand apart from their report.
  func source(_ range: Range<Int>, passage index: Int, _ language: Language) -> String {
    report.name.onOneLine + " " + place(range, passage: index, language)
  }
}
