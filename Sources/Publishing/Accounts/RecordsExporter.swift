import Domain

/// Writes records of a registry. Personal fields are never part of it.
public struct RecordsExporter: Sendable {
  private let format: SheetFormat
  private let width: Int
  private let words: Words
  private let synthetic: String?
  /// Names of the columns that are written; empty for all.
  private let columns: Set<String>

  /// - Parameters:
  ///   - width: columns of the screen, for `table`.
  ///   - synthetic: why the data is invented; every form then says that it is.
  public init(
    format: SheetFormat, language: Language = .chinese, width: Int = 120, synthetic: String? = nil,
    columns: Set<String> = []
  ) {
    self.format = format
    self.width = width
    self.synthetic = synthetic
    self.columns = columns
    words = Words(language)
  }

  /// - Parameter total: how many there are, when `records` are only some of them.
  /// - Throws: ``PublishingFault``, only for workbooks.
  public func bytes(_ records: [Record], of registry: Registry, total: Int? = nil) throws -> [UInt8]
  {
    try RecordSheet(
      registry: registry, records: records, total: total ?? records.count, words: words,
      synthetic: synthetic, only: columns
    ).bytes(format, width: width)
  }
}

extension RecordsExporter {
  /// The beginning of a CSV that is written piece by piece.
  public func head(of registry: Registry) -> [UInt8] {
    var text = ByteText(bytes: WriteCSV.byteOrderMark)
    let titles = sheet([], of: registry).whole.columns.map { Cell.text($0.title) }
    let nature = synthetic == nil ? [] : [Cell.text(words("数据性质", "data"))]
    WriteCSV.row(titles + nature, into: &text)
    return text.bytes
  }

  /// The rows of some records, to follow ``head(of:)``.
  public func rows(_ records: [Record], of registry: Registry) -> [UInt8] {
    var text = ByteText()
    let nature = synthetic == nil ? [] : [Cell.text(words("模拟", "synthetic"))]
    for row in sheet(records, of: registry).whole.rows { WriteCSV.row(row + nature, into: &text) }
    return text.bytes
  }

  private func sheet(_ records: [Record], of registry: Registry) -> RecordSheet {
    RecordSheet(
      registry: registry, records: records, total: records.count, words: words,
      synthetic: synthetic, only: columns)
  }
}

struct RecordSheet: Publication {
  let registry: Registry
  let records: [Record]
  let total: Int
  let words: Words
  let synthetic: String?
  /// Shows personal columns with 「不公开」 in every cell instead of leaving them out.
  var showsPersonalColumns = false
  /// Names of the columns that are shown; empty for all.
  var only: Set<String> = []

  var title: String {
    words.language == .english ? registry.english ?? registry.name : registry.name
  }

  /// Without the characters that a workbook's sheet cannot have in its name.
  var tab: String {
    let name = String(title.filter { !"[]:*?/\\'".contains($0) }.prefix(31))
    return name.isEmpty || name == words("说明", "Notes") ? words("台账", "Records") : name
  }

  var summary: [String] {
    let count = records.count
    let rest = total - count
    return [
      rest > 0
        ? words(
          "共 \(total) 条，列出 \(count) 条，未列 \(rest) 条",
          "\(total) records: \(count) listed, \(rest) not")
        : words("共 \(count) 条", "\(count) records")
    ]
  }

  private var shown: [(index: Int, column: RegistryColumn, isPersonal: Bool)] {
    registry.columns.enumerated().compactMap { index, column in
      let isPersonal = registry.fields[column.field].kind == .personal
      guard only.isEmpty || only.contains(column.name) else { return nil }
      return isPersonal && !showsPersonalColumns ? nil : (index, column, isPersonal)
    }
  }

  var screen: Sheet { sheet { .text($0) } }
  var whole: Sheet { sheet(number: nil) }

  private func sheet(number: ((String) -> Cell)?) -> Sheet {
    let shown = shown
    let columns = shown.enumerated().map { position, item in
      Sheet.Column(
        title: heading(item.column), isNumber: item.column.type == .number, width: 6...30,
        wraps: true, rank: max(1, 9 - position), characters: item.column.type == .text ? 20 : 12)
    }
    let rows = records.map { record in
      shown.map { cell(record, $0.index, $0.column, $0.isPersonal, number) }
    }
    return Sheet(columns: columns, groups: [.init(title: "", rows: rows)])
  }

  private func heading(_ column: RegistryColumn) -> String {
    guard column.type == .number, let unit = registry.fields[column.field].unit else {
      return column.name
    }
    return words("\(column.name)（\(unit)）", "\(column.name) (\(unit))")
  }

  private func cell(
    _ record: Record, _ index: Int, _ column: RegistryColumn, _ isPersonal: Bool,
    _ number: ((String) -> Cell)?
  ) -> Cell {
    guard !isPersonal else { return .text(words("不公开", "not public")) }
    guard record.values.indices.contains(index) else { return .empty }
    switch record.values[index] {
    case .none: return .empty
    case .text(let text): return .text(text)
    case .day(let day): return .text(day.description)
    case .number(let value):
      let exact = Exact(value, digits: column.digits)
      return number?(ExactText.grouped(exact, digits: column.digits)) ?? Cell(exact)
    }
  }

  var objects: [JSONValue] {
    let shown = shown.filter { !$0.isPersonal }
    return records.map { record in
      let values = shown.map { ($0.column.name, value(record, $0.index, $0.column)) }
      return .object([("registry", .text(registry.name)), ("values", .object(values))])
    }
  }

  private func value(_ record: Record, _ index: Int, _ column: RegistryColumn) -> JSONValue {
    guard record.values.indices.contains(index) else { return .null }
    switch record.values[index] {
    case .none: return .null
    case .text(let text): return .text(text)
    case .day(let day): return .text(day.description)
    case .number(let value): return .number(Exact(value, digits: column.digits))
    }
  }
}
