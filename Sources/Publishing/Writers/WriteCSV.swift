import Domain

/// Tables as CSV (RFC 4180, CRLF, UTF-8 with a byte order mark so that Excel opens Chinese right).
///
/// A text cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, a
/// tab or a line break) gets an apostrophe before it; numbers do not need one.
enum WriteCSV {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  static func row(_ cells: [Cell], into text: inout ByteText) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text.add(byte: 0x2C) }
      switch cell {
      case .text(let value): field(value, into: &text)
      case .number(let value):
        text.add((value.decimals == nil ? value.rounded(6) : value).description)
      case .empty: break
      }
    }
    text.add("\r\n")
  }

  private static func field(_ value: String, into text: inout ByteText) {
    let value = startsFormula(value) ? "'" + value : value
    guard value.utf8.contains(where: { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }) else {
      return text.add(value)
    }
    text.add(byte: 0x22)
    for byte in value.utf8 {
      if byte == 0x22 { text.add(byte: 0x22) }
      text.add(byte: byte)
    }
    text.add(byte: 0x22)
  }

  private static func startsFormula(_ value: String) -> Bool {
    let first = value.utf8.first { $0 != 0x20 }
    let wide: [Character] = ["＝", "＋", "－", "＠"]
    return first.map { Array("=+-@\t\r\n".utf8).contains($0) } ?? false
      || value.first.map(wide.contains) ?? false
  }
}

/// The columns of a statement in CSV: the keys of the reading contract, one for one.
struct StatementRecord: Sendable {
  private let words: Words

  init(_ words: Words) { self.words = words }

  /// Field names in English, titles in Chinese.
  var titles: [Cell] {
    Self.fields.map { Cell.text(words($0.chinese, $0.key)) }
  }

  func cells(_ map: SourceMap, _ statement: Statement) -> [Cell] {
    let own = map.offsets(statement.range)
    let clause = map.offsets(statement.clause)
    return [
      Cell(statement.id), Cell(own.lowerBound), Cell(own.upperBound),
      .text(map.report.sourceString(statement.range)), .text(statement.indicator),
      Cell(statement.action), .text(relation(statement)), .text(bound(statement)),
      Cell(statement.value.printed), Cell(statement.value2?.printed), .text(statement.unit),
      .text(words.language == .chinese ? words.kind(statement.kind) : statement.kind.rawValue),
      Cell(statement.period), Cell(statement.modality), Cell(statement.note),
      Cell(clause.lowerBound), Cell(clause.upperBound),
      Cell(map.path(ofPassage: statement.passage)),
      .text(map.report.string(statement.sentence)), .text(strict(statement)),
      .text(statement.rule), Cell(statement.nature?.rawValue), Cell(statement.restates),
      .text(map.report.name), Cell(map.report.place), Cell(map.report.year),
    ]
  }

  private func relation(_ statement: Statement) -> String {
    guard words.language == .chinese else { return statement.relation.rawValue }
    return words.relation(statement.relation, falling: statement.isFall)
  }

  private func bound(_ statement: Statement) -> String {
    guard words.language == .chinese else { return statement.bound.rawValue }
    return words.bound(statement.bound, strict: statement.strict)
  }

  private func strict(_ statement: Statement) -> String {
    statement.strict ? words("是", "true") : words("否", "false")
  }

  private static let fields: [(key: String, chinese: String)] = [
    ("id", "序号"), ("start", "起"), ("end", "止"), ("text", "数量原文"), ("indicator", "指标"),
    ("action", "动作"), ("relation", "关系"), ("bound", "界限"), ("value", "数值"),
    ("value2", "上限"), ("unit", "单位"), ("kind", "类别"), ("period", "时期"),
    ("modality", "语气"), ("note", "备注"), ("clause_start", "分句起"), ("clause_end", "分句止"),
    ("section", "章节"), ("sentence", "原句"), ("strict", "不含本数"), ("rule", "规则"),
    ("nature", "性质"), ("restates", "重述"), ("file", "文件"), ("place", "地区"),
    ("year", "年份"),
  ]
}
