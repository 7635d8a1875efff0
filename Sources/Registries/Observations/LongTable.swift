import Domain

/// A column of a table with a row for each figure.
enum LongColumn: CaseIterable {
  case indicator, period, form, value, unit, price, currency, vintage, publisher, published

  var names: [String] {
    switch self {
    case .indicator: ["指标", "指标名称"]
    case .period: ["时期", "期间"]
    case .form: ["形式"]
    case .value: ["数值", "数据"]
    case .unit: ["单位", "计量单位"]
    case .price: ["价格"]
    case .currency: ["币种"]
    case .vintage: ["版次", "数据版本"]
    case .publisher: ["发布机构", "发布单位"]
    case .published: ["发布日期", "发布时间"]
    }
  }

  /// Where the columns stand; nil when indicator, period and value are not all there.
  static func find(_ headings: [Heading]) -> [LongColumn: Int]? {
    var found: [LongColumn: Int] = [:]
    for column in allCases {
      found[column] = headings.firstIndex { column.names.contains($0.bare) }
    }
    let needed: [LongColumn] = [.indicator, .period, .value]
    return needed.allSatisfy { found[$0] != nil } ? found : nil
  }
}

/// A table with a row for each figure.
struct LongTable {
  let table: Table
  let columns: [LongColumn: Int]
  let series: SeriesNames

  func read(_ figures: inout Figures) {
    figures.addMerges(columns.values.sorted())
    for row in table.body where !table.strings(row).allSatisfy({ Heading.folded($0).isEmpty }) {
      read(row, &figures)
    }
  }

  private func read(_ row: Int, _ figures: inout Figures) {
    let before = figures.problems.total
    guard let found = series.find(text(row, .indicator)) else {
      return add(.unknownSeries, row, .indicator, &figures)
    }
    let series = found.series
    let form = choice(row, .form, ["水平": Observation.Form.level, "增长": .growth], &figures)
    let price = choice(row, .price, Self.prices, &figures)
    let vintage = choice(row, .vintage, Self.vintages, &figures)
    let published = day(row, &figures) ?? figures.publication.published
    let period = PeriodWords.read(text(row, .period), year: nil)
    if period == nil { add(.notAPeriod, row, .period, &figures) }
    let value = number(row, form ?? .level, found, &figures)
    guard let period, let value, figures.problems.total == before, let column = columns[.value]
    else { return }
    let publisher = text(row, .publisher)
    let currency = text(row, .currency)
    let figure = Observation(
      series: series.name, period: period, form: form ?? .level, value: value,
      price: price, currency: currency.isEmpty ? nil : currency,
      vintage: vintage ?? figures.publication.vintage,
      publisher: publisher.isEmpty ? figures.publication.publisher : publisher,
      published: published, source: figures.publication.source)
    figures.add(figure, of: series, row, column)
  }

  /// As bulletins of statistics write them.
  private static let prices: [String: PriceBasis] = [
    "不变价": .constant, "不变价格": .constant, "可比价": .constant, "可比价格": .constant, "现价": .current,
    "现价格": .current, "当年价": .current, "当年价格": .current, "现行价": .current, "现行价格": .current,
  ]
  private static let vintages = Dictionary(
    uniqueKeysWithValues: Observation.Vintage.allCases.map { ($0.rawValue, $0) })

  private func text(_ row: Int, _ column: LongColumn) -> String {
    guard let index = columns[column] else { return "" }
    let span = table.text.span
    return String(decoding: table.text[span.trimmed(table.cell(row, index).range)], as: UTF8.self)
  }

  private func add(
    _ kind: Problem.Kind, _ row: Int, _ column: LongColumn, _ figures: inout Figures
  ) {
    if let index = columns[column] { figures.add(kind, row, index) }
  }

  /// The value that a cell's word stands for; nil when it is empty or, with a problem, another.
  private func choice<Value>(
    _ row: Int, _ column: LongColumn, _ values: [String: Value], _ figures: inout Figures
  ) -> Value? {
    let word = text(row, column)
    guard !word.isEmpty else { return nil }
    if let value = values[Heading.folded(word)] { return value }
    add(.choice(values.keys.sorted()), row, column, &figures)
    return nil
  }

  private func day(_ row: Int, _ figures: inout Figures) -> Day? {
    guard let index = columns[.published] else { return nil }
    let span = table.text.span
    let range = span.trimmed(table.cell(row, index).range)
    guard !range.isEmpty else { return nil }
    switch DateCell.read(span, range) {
    case .value(let day): return day
    case .flaw(let flaw):
      add(flaw, row, .published, &figures)
      return nil
    }
  }

  private func number(
    _ row: Int, _ form: Observation.Form, _ found: (series: Series, unit: String?),
    _ figures: inout Figures
  ) -> Exact? {
    guard let column = columns[.value] else { return nil }
    let expected = form == .growth ? "%" : found.series.unit
    let cell = text(row, .unit)
    let written = cell.isEmpty ? found.unit ?? expected : cell
    guard let factor = UnitScale(written).factor(to: UnitScale(expected)) else {
      add(.unit(found: written, expected: expected), row, .unit, &figures)
      return nil
    }
    let before = figures.problems.total
    let value = figures.number(row, column, unit: expected, factor: factor)
    if value == nil, figures.problems.total == before { add(.empty, row, .value, &figures) }
    return value
  }
}
