import Domain

/// A table as bureaus print it: a row for each indicator.
struct FigureTable {
  static let indicatorNames: Set<String> = ["指标", "指标名称", "项目", "名称"]
  static let unitNames: Set<String> = ["单位", "计量单位"]

  let table: Table
  let series: SeriesNames
  private let indicator: Int
  private let unit: Int?
  private let columns: [(index: Int, column: FigureColumn)]
  private let unknown: [String]

  init(table: Table, series: SeriesNames) {
    self.table = table
    self.series = series
    let top = table.names.map { Heading($0) }
    indicator = top.firstIndex { Self.indicatorNames.contains($0.bare) } ?? 0
    unit = top.firstIndex { Self.unitNames.contains($0.whole) }
    let names = Self.names(table, indicator)
    var columns: [(index: Int, column: FigureColumn)] = []
    var unknown: [String] = []
    for (index, name) in names.enumerated() where index != indicator && index != unit {
      guard var column = FigureColumn(Heading(name)) else {
        if !name.isEmpty || Self.hasWords(table, index) {
          let row = Int(table.rows[table.header].number)
          unknown.append(name.isEmpty ? Table.address(row: row, column: index) : name)
        }
        continue
      }
      // Growth without a span of its own belongs to the figure on its left.
      if column.form == .growth, column.span == .unsaid, let left = columns.last {
        column.span = left.column.span
      }
      columns.append((index, column))
    }
    self.columns = columns
    self.unknown = unknown
  }

  /// The names of the columns; where a second row of the header divides them (11月 into 绝对额 and
  /// 增长), both together.
  private static func names(_ table: Table, _ indicator: Int) -> [String] {
    let top = table.names
    let next = table.header + 1
    guard next < table.rows.count, table.cell(next, indicator).isEmpty else { return top }
    let below = table.strings(next)
    let words = below.filter { !Heading.folded($0).isEmpty }
    guard !words.isEmpty, words.allSatisfy({ FigureColumn(Heading($0)) != nil }) else { return top }
    var carried = ""
    return (0..<max(top.count, below.count)).map { index in
      let name = index < top.count ? top[index] : ""
      if !name.isEmpty { carried = name }
      let part = index < below.count ? below[index] : ""
      return part.isEmpty ? name : carried + part
    }
  }

  private static func hasWords(_ table: Table, _ column: Int) -> Bool {
    table.body.contains { !table.cell($0, column).isEmpty }
  }

  /// Reads the figures; gives notes on what was not used.
  func read(_ figures: inout Figures) -> [Phrase] {
    let dates = TableDates(table, figures.publication)
    var unused: [String] = []
    for row in table.body {
      let name = table.string(table.cell(row, indicator))
      guard let found = series.find(name) else {
        if !Heading.folded(name).isEmpty { unused.append(name) }
        continue
      }
      let unit = found.unit ?? unitCell(row)
      for (index, column) in columns {
        add(found.series, column, unit, row, index, dates, &figures)
      }
    }
    figures.addMerges(columns.map(\.index))
    return dates.notes + notes("没有声明的指标", "Indicators that are not declared", unused)
      + notes("没有用到的列", "Columns that were not used", unknown)
  }

  private func notes(_ chinese: String, _ english: String, _ names: [String]) -> [Phrase] {
    guard !names.isEmpty else { return [] }
    let more = names.count > 20 ? " …" : ""
    return [
      Phrase(
        "\(chinese)：\(names.prefix(20).joined(separator: "、"))\(more)。",
        "\(english): \(names.prefix(20).joined(separator: ", "))\(more).")
    ]
  }

  /// The first of the row's units that is not a percentage: 亿元 of `亿元、%`.
  private func unitCell(_ row: Int) -> String? {
    guard let unit else { return nil }
    return Heading.folded(table.string(table.cell(row, unit)))
      .split(whereSeparator: { "、,/;".contains($0) }).map(String.init).first { $0 != "%" }
  }

  private func add(
    _ series: Series, _ column: FigureColumn, _ unit: String?, _ row: Int, _ index: Int,
    _ dates: TableDates, _ figures: inout Figures
  ) {
    let isGrowth = column.form == .growth
    let written = isGrowth ? "%" : unit ?? column.unit ?? dates.unit ?? series.unit
    let expected = isGrowth ? "%" : series.unit
    let factor = UnitScale(written).factor(to: UnitScale(expected))
    // Read before the unit is judged: a cell without a number has no unit to be wrong in.
    let read = figures.number(row, index, unit: expected, factor: factor ?? 1)
    guard let value = read else { return }
    guard factor != nil else {
      return figures.add(.unit(found: written, expected: expected), row, index)
    }
    guard let period = dates.period(column.span) else { return figures.add(.noPeriod, row, index) }
    let publication = figures.publication
    let figure = Observation(
      series: series.name, period: period, form: column.form, value: value,
      vintage: publication.vintage, publisher: publication.publisher,
      published: publication.published, source: publication.source)
    figures.add(figure, of: series, row, index)
  }
}

/// What a table is of: its period and unit, from the caller and its titles.
struct TableDates {
  private let year: Int?
  private let month: Int?
  private let titled: Period?
  /// 单位：万元 above the header.
  let unit: String?
  let notes: [Phrase]

  init(_ table: Table, _ publication: ObservationReader.Publication) {
    let titles = (0...table.header).flatMap { table.strings($0) }
    let titled = titles.lazy.compactMap { PeriodWords.find(in: $0) }.first
    let folded = titles.map { Heading.folded($0) }
    unit =
      folded.lazy.compactMap { text -> String? in
        guard text.hasPrefix("单位:") else { return nil }
        return text.dropFirst(3).split(whereSeparator: { "、,/;".contains($0) }).map(String.init)
          .first { $0 != "%" }
      }.first
    let year = publication.year ?? titled?.first.year
    let month = publication.month ?? titled?.last.month
    (self.titled, self.year, self.month) = (titled, year, month)
    let differs = titled.map { $0.first.year != year || $0.last.month != month } ?? false
    notes =
      differs
      ? [
        Phrase(
          "标题写的是 \(titled?.description ?? "")，与指定的年月不同；按指定的读入。",
          "The title says \(titled?.description ?? ""), the caller otherwise; the caller's is taken."
        )
      ] : []
  }

  func period(_ span: FigureColumn.Span) -> Period? {
    guard let year else { return nil }
    switch span {
    case .named(let words): return PeriodWords.read(words, year: year)
    case .month: return month.flatMap { Period.month(year, $0) }
    case .cumulative: return month.flatMap { Period.months(year, through: $0) }
    case .unsaid:
      // One month alone may head a table of cumulative figures too: that is left open.
      guard let titled, titled.days > 31, titled.first.year == year else { return nil }
      return titled
    }
  }
}
