import Documents
import Domain
import Testing

@testable import Registries

@Suite("Tables of figures")
struct ObservationTests {
  private let series = [
    Series(
      name: "社会消费品零售总额", unit: "亿元", price: .current, publisher: "统计局", cadence: .month,
      silent: [1], aliases: ["社零额"]),
    Series(name: "进出口总额", unit: "亿元", currency: "人民币", cadence: .month),
    Series(name: "地区生产总值", unit: "亿元", price: .constant, cadence: .quarter, aliases: ["GDP"]),
    Series(name: "规上工业增加值", unit: "亿元", price: .constant, cadence: .month, silent: [1]),
  ]

  private func reader(_ year: Int? = nil, _ month: Int? = nil) throws -> ObservationReader {
    ObservationReader(
      series: series,
      publication: .init(
        year: year, month: month, vintage: .preliminary, published: try #require(Day("2023-12-24")),
        source: "s1"))
  }

  private func read(_ csv: String, _ year: Int? = nil, _ month: Int? = nil) throws -> [String] {
    let reader = try reader(year, month)
    let table = try TableReader(headers: reader.headers).read(Array(csv.utf8), name: "t.csv")
    return try reader.read(table).map(dump)
  }

  private func dump(_ figure: Observation) -> String {
    [
      figure.series, "\(figure.period)", figure.form.rawValue, "\(figure.value)",
      figure.price?.rawValue, figure.currency, figure.publisher,
    ].compactMap { $0 }.joined(separator: " ")
  }

  private func problems(_ csv: String, _ year: Int? = 2023, _ month: Int? = 11) throws -> [Problem]
  {
    do {
      _ = try read(csv, year, month)
      return []
    } catch RegistryFault.refused(_, _, let problems, _) {
      return problems
    }
  }

  private let header = "指标,本月,比去年同月增长(%),1-本月,比去年同期增长(%)\n"

  @Test("as bureaus print them: four columns, units in brackets, other indicators left out")
  func printed() throws {
    let csv =
      "云溪区2023年11月主要指标,,,,\n" + header
      + "一、社零额（万元）,\"412,000\",5.1,4512000,6.0\n其中：限额以上,1,2,3,4\n进出口总额（亿元）,12.5,-,130,－3.2\n"
    #expect(
      try read(csv) == [
        "社会消费品零售总额 2023-11 level 41.2",
        "社会消费品零售总额 2023-11 growth 5.1",
        "社会消费品零售总额 2023-01..2023-11 level 451.2",
        "社会消费品零售总额 2023-01..2023-11 growth 6",
        "进出口总额 2023-11 level 12.5", "进出口总额 2023-01..2023-11 level 130",
        "进出口总额 2023-01..2023-11 growth -3.2",
      ])
  }

  @Test("months named in the header, a unit column, a unit above the header")
  func named() throws {
    let csv = "单位：万元,,,\n指标,计量单位,1—11月,同比增长%\n进出口总额,亿元,130,1\n社零额,,5000,\n"
    #expect(
      try read(csv, 2023) == [
        "进出口总额 2023-01..2023-11 level 130",
        "进出口总额 2023-01..2023-11 growth 1",
        "社会消费品零售总额 2023-01..2023-11 level 0.5",
      ])
  }

  @Test("a header of two rows")
  func twoRows() throws {
    let csv = "指标,11月,,1-11月,\n,绝对额,增长(%),绝对额,增长(%)\n进出口总额,12,1.5,130,2\n"
    #expect(
      try read(csv, 2023) == [
        "进出口总额 2023-11 level 12", "进出口总额 2023-11 growth 1.5",
        "进出口总额 2023-01..2023-11 level 130",
        "进出口总额 2023-01..2023-11 growth 2",
      ])
  }

  @Test("quarters")
  func quarters() throws {
    #expect(
      try read("2023年前三季度经济运行情况,,\n指标,总量,同比增长(%)\nGDP,980.5,6.1\n") == [
        "地区生产总值 2023-01..2023-09 level 980.5",
        "地区生产总值 2023-01..2023-09 growth 6.1",
      ])
    #expect(
      try read("指标,前三季度,同比增长\nGDP,980.5,6.1\n", 2023).first
        == "地区生产总值 2023-01..2023-09 level 980.5")
  }

  @Test("no January figure where a series has none; an empty cell is nothing")
  func january() throws {
    let found = try problems(header + "社零额,1,2,,\n进出口总额,1,2,1,2\n", 2023, 1)
    #expect(found.map(\.kind).allSatisfy { $0 == .silentMonth(series: "社会消费品零售总额", month: 1) })
    #expect(found.map(\.address) == ["B2", "C2"])
    #expect(try read(header + "社零额,,,,\n进出口总额,1,,,\n", 2023, 1).count == 1)
    #expect(try problems(header + "社零额,,,1,2\n", 2023, 1).count == 2)
  }

  @Test("units, numbers, years and repeated figures that do not fit")
  func unfit() throws {
    #expect(try problems(header + "社零额（家）,1,,,\n").map(\.code) == [.unitDoesNotFit])
    #expect(try problems(header + "社零额,x,,,\n").map(\.code) == [.notANumber])
    #expect(try problems(header + "社零额,1,2亿元,,\n").map(\.code) == [.unitDoesNotFit])
    #expect(try problems(header + "社零额,1,,,\n", nil, nil).map(\.code) == [.periodUnknown])
    #expect(try problems(header + "社零额,1,,,\n社零额,2,,,\n").map(\.kind) == [.repeatedFigure(row: 2)])
    #expect(try problems(header + "社零额,1,,,\n社零额,1,,,\n").isEmpty)
    #expect(try problems(header + "别的,1,,,\n").map(\.code) == [.seriesUnknown])
    #expect(
      try problems("2023年11月主要指标,,\n指标,总量,增长(%)\n社零额,1,2\n", nil, nil).map(\.code)
        == [.periodUnknown, .periodUnknown])
  }

  @Test("a row for each figure")
  func long() throws {
    let csv =
      "指标,时期,形式,数值,单位,价格,币种,版次,发布机构,发布日期\n"
      + "GDP,2023,水平,\"13,050,000\",万元,现价,,最终,省统计局,2024-12-30\n"
      + "GDP,2023年前三季度,增长,6.1%,,,,,,\n进出口总额,2023-11,水平,2,,,美元,,,\n"
    #expect(
      try read(csv) == [
        "地区生产总值 2023 level 1305 现价 省统计局", "地区生产总值 2023-01..2023-09 growth 6.1",
        "进出口总额 2023-11 level 2 美元",
      ])
    let wrong =
      "指标,时期,形式,数值,版次\n无,2023,水平,1,\nGDP,某月,水平,1,\nGDP,2023,高,1,\nGDP,2023,水平,,\nGDP,2023,水平,1,初稿\n"
    #expect(
      try problems(wrong).map(\.code)
        == [.seriesUnknown, .periodUnknown, .notAChoice, .cellEmpty, .notAChoice])
    #expect(try problems(wrong).map(\.row) == [2, 3, 4, 5, 6])
  }

  @Test(
    "periods in words",
    arguments: [
      ("2023", "2023"), ("2023年", "2023"), ("2023年11月", "2023-11"),
      ("2023年1-11月", "2023-01..2023-11"),
      ("2023年1至11月份", "2023-01..2023-11"), ("2023年上半年", "2023-01..2023-06"),
      ("2023年三季度", "2023Q3"), ("2023Q2", "2023Q2"), ("2023年1-3季度", "2023-01..2023-09"),
      ("2023年全年", "2023"),
    ])
  func periods(_ words: String, _ expected: String) {
    #expect(PeriodWords.read(words, year: nil)?.description == Period(expected)?.description)
  }

  @Test("what is no period", arguments: ["", "11月", "2023年13月", "2023年11-1月", "去年", "23年5月"])
  func notPeriods(_ words: String) { #expect(PeriodWords.read(words, year: nil) == nil) }
}

@Suite("Months out of cumulative figures")
struct DerivedMonthTests {
  private func figure(
    _ month: Int, _ value: Int, published: Int = 1, vintage: Observation.Vintage = .final
  ) throws -> Observation {
    Observation(
      series: "s", period: try #require(Period.months(2023, through: month)), form: .level,
      value: Exact(value), vintage: vintage, published: Day(number: published), source: "\(month)")
  }

  @Test("differences, marked; months 1 and 2 together, a gap together; parts add up to the whole")
  func differences() throws {
    let all = try [
      figure(5, 60), figure(2, 20), figure(3, 33), figure(6, 66, vintage: .preliminary),
    ]
    let months = DerivedMonths.months(from: all)
    #expect(
      months.map { "\($0.period) \($0.value)" } == [
        "2023-01..2023-02 20", "2023-03 13", "2023-04..2023-05 27", "2023-06 6",
      ])
    #expect(months.map(\.derived) == [nil, true, true, true])
    #expect(months.map(\.source) == ["2", "3", "5", "6"])
    #expect(months.last?.vintage == .preliminary)
  }

  @Test("the figure published last counts; growth and single months do not")
  func latest() throws {
    var growth = try figure(4, 9)
    growth.form = .growth
    var single = try figure(4, 9)
    single.period = try #require(Period.month(2023, 4))
    let all = try [
      figure(1, 10, published: 5), figure(1, 11, published: 9), figure(2, 30, published: 7), growth,
      single,
    ]
    #expect(DerivedMonths.months(from: all).map { "\($0.value)" } == ["11", "19"])
    #expect(DerivedMonths.months(from: all).last?.published == Day(number: 9))
  }

  @Test("parts add up to the last figure, whatever is missing", arguments: 1...30)
  func sums(_ seed: Int) throws {
    var random = Seeded(seed)
    let months = (1...12).filter { _ in Bool.random(using: &random) }
    let all = try months.map { try figure($0, Int.random(in: 0...1000, using: &random)) }
    let sum = DerivedMonths.months(from: all.shuffled(using: &random))
      .reduce(Exact.zero) { $0 + $1.value }
    #expect(sum == all.last?.value ?? .zero)
  }
}
