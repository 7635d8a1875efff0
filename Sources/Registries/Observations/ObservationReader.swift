import Domain

/// Turns a table of published figures into observations.
///
/// Two forms are read. As bureaus print them: a row for each indicator, columns such as 本月,
/// 比去年同月增长(%), 1-本月, 比去年同期增长(%). And a row for each figure, with the columns 指标, 时期, 形式
/// (水平 or 增长), 数值, and where wanted 单位, 价格, 币种, 版次, 发布机构, 发布日期.
///
/// Growth is taken as published and never computed. An empty cell, `-` or `…` is no figure.
public struct ObservationReader: Sendable {
  /// What is said about a whole table.
  public struct Publication: Sendable, Equatable {
    /// The table's year and month (1...12), where the table itself does not say.
    public var year: Int?
    /// 1...12; nil where the table itself says it.
    public var month: Int?
    /// How final its figures are, unless the table says it.
    public var vintage: Observation.Vintage
    /// Who issued the table; nil where nobody says.
    public var publisher: String?
    /// The day of publication: before it, nobody knew.
    public var published: Day
    /// The id of the source.
    public var source: String

    /// Takes every field as it is; nothing is checked.
    public init(
      year: Int? = nil, month: Int? = nil, vintage: Observation.Vintage, publisher: String? = nil,
      published: Day, source: String
    ) {
      self.year = year
      self.month = month
      self.vintage = vintage
      self.publisher = publisher
      self.published = published
      self.source = source
    }
  }

  /// The series whose figures are looked for; other rows are passed over and noted.
  public let series: [Series]
  /// What is said about the whole table.
  public let publication: Publication

  /// Takes every field as it is; nothing is checked.
  public init(series: [Series], publication: Publication) {
    self.series = series
    self.publication = publication
  }

  /// The names that a header of either form is known by.
  public var headers: Set<String> {
    let months = (1...12).flatMap {
      ["\($0)月", "1-\($0)月", "\($0)月份", "1-\($0)月累计", "\($0)月同比增长", "1-\($0)月同比增长"]
    }
    let others = [
      "本月", "当月", "1-本月", "累计", "本月累计", "本年累计", "比去年同月增长", "比上年同月增长", "比去年同期增长",
      "比上年同期增长", "同比增长", "同比", "同比增速", "增速", "增长", "累计增长", "累计同比", "当月同比", "当月增长", "累计增速",
      "当月增速", "本月同比", "累计同比增长", "当月同比增长", "绝对额", "绝对量", "总量", "一季度", "上半年", "前三季度", "全年",
      "1-3季度", "比上年增长", "比去年增长", "同比增长%", "比去年同月增长%", "比去年同期增长%",
    ]
    return Set(months + others).union(LongColumn.allCases.flatMap(\.names))
      .union(FigureTable.indicatorNames).union(FigureTable.unitNames)
  }

  /// Reads every figure.
  ///
  /// - Parameter notes: gets what the user should know, though nothing is wrong: rows and columns
  ///   that were not used.
  /// - Throws: `RegistryFault.refused` with all problems.
  public func read(_ table: Table, notes: inout [Phrase]) throws -> [Observation] {
    let headings = table.names.map { Heading($0) }
    var figures = Figures(table: table, publication: publication)
    if let columns = LongColumn.find(headings) {
      LongTable(table: table, columns: columns, series: SeriesNames(series)).read(&figures)
    } else {
      notes += FigureTable(table: table, series: SeriesNames(series)).read(&figures)
    }
    if figures.observations.isEmpty, figures.problems.isEmpty {
      figures.problems.add(Problem(.noFigures, row: Int(table.rows[table.header].number)))
    }
    try figures.problems.refuse(table)
    return figures.observations
  }

  /// Reads every figure; see `read(_:notes:)`.
  public func read(_ table: Table) throws -> [Observation] {
    var notes: [Phrase] = []
    return try read(table, notes: &notes)
  }
}

/// Series by the names under which tables print them.
struct SeriesNames {
  private var byName: [String: Series] = [:]

  init(_ series: [Series]) {
    for series in series {
      for name in [series.name] + (series.aliases ?? []) { byName[Heading.folded(name)] = series }
    }
  }

  /// The series that a row's name means, and the unit in its brackets. Numbering (一、, 1.), 其中 and
  /// # before a name are left out.
  func find(_ text: String) -> (series: Series, unit: String?)? {
    let heading = Heading(Self.withoutNumber(Heading.folded(text)))
    if let series = byName[heading.whole] { return (series, nil) }
    return byName[heading.bare].map { ($0, heading.bracket) }
  }

  private static func withoutNumber(_ name: String) -> String {
    var rest = Substring(name)
    for word in ["其中:", "其中", "#"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
    let label = rest.prefix { "(一二三四五六七八九十0123456789".contains($0) }
    let mark = rest.dropFirst(label.count).first
    if !label.isEmpty, let mark, "、.)".contains(mark) { rest = rest.dropFirst(label.count + 1) }
    return String(rest.drop { $0 == "、" || $0 == "." })
  }
}

/// Figures as they are found.
struct Figures {
  let table: Table
  let publication: ObservationReader.Publication
  private(set) var observations: [Observation] = []
  var problems = ProblemList()
  private var seen: [Key: (row: Int, value: Exact)] = [:]

  private struct Key: Hashable {
    let series: String
    let period: Period
    let form: Observation.Form
    let price: PriceBasis?
    let currency: String?
    let vintage: Observation.Vintage
    let published: Day
  }

  init(table: Table, publication: ObservationReader.Publication) {
    self.table = table
    self.publication = publication
  }

  /// Adds a problem of a cell.
  mutating func add(_ kind: Problem.Kind, _ row: Int, _ column: Int) {
    let number = Int(table.rows[row].number)
    let text = table.string(table.cell(row, column))
    problems.add(
      Problem(
        kind, row: number, column: column < table.names.count ? table.names[column] : nil,
        address: Table.address(row: number, column: column), text: text.isEmpty ? nil : text))
  }

  /// Adds a figure that fits its series; the same figure again is nothing.
  mutating func add(_ figure: Observation, of series: Series, _ row: Int, _ column: Int) {
    if let month = silentMonth(figure.period, series) {
      return add(.silentMonth(series: series.name, month: month), row, column)
    }
    let key = Key(
      series: figure.series, period: figure.period, form: figure.form, price: figure.price,
      currency: figure.currency, vintage: figure.vintage, published: figure.published)
    if let known = seen[key] {
      if known.value != figure.value { add(.repeatedFigure(row: known.row), row, column) }
      return
    }
    seen[key] = (Int(table.rows[row].number), figure.value)
    observations.append(figure)
  }

  private func silentMonth(_ period: Period, _ series: Series) -> Int? {
    guard let silent = series.silent, period.last == period.first.endOfMonth,
      period.first.day == 1
    else { return nil }
    return silent.contains(period.first.month) ? period.first.month : nil
  }

  /// The number in a cell, in `unit`; nil when there is none, or a problem was added.
  mutating func number(_ row: Int, _ column: Int, unit: String, factor: Exact) -> Exact? {
    let cell = table.cell(row, column)
    if cell.kind == .merged { return nil }
    if cell.kind == .error || cell.kind == .formula {
      add(cell.kind == .error ? .error : .formula, row, column)
      return nil
    }
    let text = table.text
    let span = text.span
    let range = span.trimmed(cell.range)
    let words = Heading.folded(String(decoding: text[range], as: UTF8.self))
    guard !words.isEmpty, !Figures.nothing.contains(words) else { return nil }
    switch NumberCell(unit: unit, digits: 0, heading: factor).exact(span, range) {
    case .value(let value): return value
    case .flaw(let flaw):
      add(flaw, row, column)
      return nil
    }
  }

  /// What stands in cells without a figure.
  private static let nothing: Set<String> = ["-", "--", "/", "…", "……", "...", "无"]

  /// Problems of merged cells among the figures.
  mutating func addMerges(_ columns: some Collection<Int>) {
    let header = Int(table.rows[table.header].number)
    for merge in table.merges where merge.rows.upperBound > header {
      guard let column = columns.first(where: { merge.columns.contains($0 + 1) }) else { continue }
      let name = column < table.names.count ? table.names[column] : nil
      problems.add(
        Problem(
          .merged(merge.description), row: merge.rows.lowerBound, column: name,
          address: Table.address(row: merge.rows.lowerBound, column: column)))
    }
  }
}
