import Domain

/// The forms that readings can be written in.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// Aligned columns for people at a screen.
  case table
  /// One JSON object a line; keys as the reading contract spells them.
  case jsonl
  case csv
  /// A workbook that an office can send out as it is.
  case xlsx
  /// One page that needs nothing else.
  case html
  /// One dump for debugging and tests.
  case tree

  /// True where a terminal cannot show it.
  public var isBinary: Bool { self == .xlsx }

  /// True where work tasks are part of it in any case.
  public var showsTasks: Bool { self == .html || self == .tree }
}

/// Writes readings as bytes; the same readings give the same bytes (but for a workbook's date).
public struct Exporter: Sendable {
  /// What the rows are.
  public enum Content: Sendable {
    case statements, tasks
  }

  /// The form that is written.
  public var format: ExportFormat
  /// What the rows are; `html` and `tree` hold both in any case.
  public var content: Content
  /// Language of titles and words; never of what the report says.
  public var language: Language
  /// Columns of the screen, for `table`.
  public var width: Int

  /// An exporter; `width` counts only for `table`.
  public init(
    format: ExportFormat, content: Content = .statements, language: Language = .chinese,
    width: Int = 120
  ) {
    self.format = format
    self.content = content
    self.language = language
    self.width = width
  }

  /// True where each report can be written apart and the pieces put one behind the other.
  public var isPerReport: Bool { format != .xlsx && format != .html && !isNumberedThrough }

  private var isNumberedThrough: Bool { format == .csv && content == .tasks }

  /// Everything: the head, then each reading in order.
  ///
  /// - Throws: ``PublishingFault``, only for workbooks.
  public func bytes(_ readings: [ReportReading]) throws -> [UInt8] {
    switch format {
    case .xlsx:
      return try WriteWorkbook(readings, content: content, words).bytes()
    case .html:
      return WritePage(readings, content: content, words).bytes()
    case .csv where isNumberedThrough:
      return head() + taskCSV(readings.map(SourceMap.init))
    default:
      return readings.reduce(into: head()) { $0 += piece($1) }
    }
  }

  /// What stands once before all pieces: the header row of a CSV.
  public func head() -> [UInt8] {
    guard format == .csv else { return [] }
    var text = ByteText()
    text.add(WriteCSV.byteOrderMark)
    let tasks = content == .tasks
    let titles = tasks ? TaskSheet(words).titles : StatementRecord(words).titles
    WriteCSV.row(titles, into: &text)
    return text.bytes
  }

  /// One reading, where ``isPerReport``.
  public func piece(_ reading: ReportReading) -> [UInt8] {
    switch (format, content) {
    case (.jsonl, .statements): WriteJSON.statements(reading).bytes
    case (.jsonl, .tasks): WriteJSON.tasks(reading, duties: .builtIn).bytes
    case (.csv, _): statementCSV(SourceMap(reading))
    case (.tree, _): joined(WriteTree(SourceMap(reading), words).lines())
    default: table(SourceMap(reading))
    }
  }

  private var words: Words { Words(language) }

  private func statementCSV(_ map: SourceMap) -> [UInt8] {
    var text = ByteText()
    let record = StatementRecord(words)
    for statement in map.reading.statements {
      WriteCSV.row(record.cells(map, statement), into: &text)
    }
    return text.bytes
  }

  private func taskCSV(_ maps: [SourceMap]) -> [UInt8] {
    var text = ByteText()
    for row in TaskSheet(words).sheet(maps).rows { WriteCSV.row(row, into: &text) }
    return text.bytes
  }

  private func table(_ map: SourceMap) -> [UInt8] {
    let tally = Tally([map.reading])
    let tasks = content == .tasks
    let sheet = tasks ? TaskSheet(words).forTerminal(map) : StatementSheet(words).forTerminal(map)
    let heading = "\(words.heading(map.report)) \(words.kind(map.report.kind))"
    let counts = tasks ? tally.taskLine(words) : tally.statementLine(words)
    let table = WriteTable(sheet, width: width, words)
    let intro = ["\(heading)  \(map.report.name.onOneLine)", counts, ""]
    let body = sheet.rows.isEmpty ? [] : table.lines() + [table.leftOut].compactMap { $0 }
    return joined(intro + body + [""])
  }

  private func joined(_ lines: [String]) -> [UInt8] {
    Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
