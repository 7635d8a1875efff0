import Foundation
import Testing

@testable import Domain

@Suite("Days and periods")
struct DayTests {
  @Test("days are numbered as the calendar counts them")
  func numbering() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for number in stride(from: -98_000, through: 300_000, by: 97) {
      let day = Day(number: number)
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(number) * 86_400))
      #expect([day.year, day.month, day.day] == [parts.year, parts.month, parts.day])
      #expect(Day(year: day.year, month: day.month, day: day.day) == day)
      #expect(Day(day.description) == day)
    }
  }

  @Test(
    "a day that is none is refused",
    arguments: [
      "2023-02-30", "2023-13-01", "2023-00-10", "2023-1-1", "20230101", "2023-02-29", "", "a-b-c",
      "2023-11-31", "2023-+1-01", "2023/01/01", "2023-01-011", "2023-01-3a", " 2023-01-01",
      "2023-01-0",
      "２０２３-01-01", "2023-0:-01",
    ])
  func impossible(_ text: String) { #expect(Day(text) == nil) }

  @Test("months are added to the last day where the day does not exist")
  func addingMonths() throws {
    let day = try #require(Day("2023-01-31"))
    #expect(day.adding(months: 1).description == "2023-02-28")
    #expect(day.adding(months: 13).description == "2024-02-29")
    #expect(day.adding(months: -2).description == "2022-11-30")
  }

  @Test(
    "a period reads what it writes",
    arguments: [
      "2023", "2023-11", "2023Q3", "2023-01..2023-11", "2023-01-05..2023-02-10", "2023-07-09",
      "2022-11..2023-02", "2023-01..2023-03",
    ])
  func periods(_ text: String) throws { #expect(try #require(Period(text)).description == text) }

  @Test(
    "a period that ends before it begins is refused",
    arguments: [
      "2023-11..2023-01", "2023Q5", "23", "2023..", "..2023", "2023-11-31..2023-12-01",
    ])
  func impossiblePeriods(_ text: String) { #expect(Period(text) == nil) }

  @Test("the first quarter is the months 1 to 3")
  func quarter() { #expect(Period("2023Q1") == Period.months(2023, through: 3)) }

  @Test("a day ends at midnight in China")
  func dayEnds() throws {
    let day = try #require(Day("2023-11-30"))
    #expect(Instant(endOf: day).day == day)
    #expect(Instant(milliseconds: Instant(endOf: day).milliseconds + 1).day == day.adding(days: 1))
    #expect(Instant(endOf: day).description == "2023-11-30 23:59:59.999+08:00")
    #expect(Instant(milliseconds: -1).day == Day(year: 1970, month: 1, day: 1))
  }
}

@Suite("Exact numbers")
struct ExactTests {
  @Test(
    "decimals keep their value",
    arguments: [
      "0", "52", "-12.5", "0.0001", "126000", "79.95", "-0.3",
    ])
  func decimals(_ text: String) throws { #expect(try #require(Exact(text)).description == text) }

  @Test(
    "what is no number is refused",
    arguments: ["", "1,000", "1e3", "１２", ".5", "5.", "--1", "1/0", "-"])
  func refused(_ text: String) { #expect(Exact(text) == nil) }

  @Test("sums and comparisons agree with integers")
  func arithmetic() {
    for a in -30...30 {
      for b in -30...30 {
        let (x, y) = (Exact(a, digits: 1), Exact(b, digits: 1))
        #expect((x + y) == Exact(a + b, digits: 1))
        #expect((x * y) == Exact(a * b, digits: 2))
        #expect((x < y) == (a < b))
        if b != 0 { #expect((x / y).map { $0 * y } == x) } else { #expect((x / y) == nil) }
      }
    }
  }

  @Test("rounding is half to even and goes both ways")
  func rounding() throws {
    for (text, digits, printed) in [
      ("2.5", 0, "2"), ("3.5", 0, "4"), ("-2.5", 0, "-2"), ("-2.6", 0, "-3"), ("72.97", 1, "73.0"),
      ("0.05", 1, "0.0"), ("0.15", 1, "0.2"), ("41/52", 3, "0.788"), ("-1/3", 2, "-0.33"),
    ] {
      #expect(try #require(Exact(text)).fixed(digits) == printed)
    }
  }

  @Test("the whole number above")
  func ceiling() throws {
    #expect(try #require(Exact("10.1")).ceiling == Exact(11))
    #expect(try #require(Exact("-10.1")).ceiling == Exact(-10))
    #expect(Exact(7).ceiling == Exact(7))
  }

  @Test("numbers beyond 128 bits keep every digit")
  func overflow() throws {
    let number = try #require(Exact("123456789012345678.123456789"))
    let square = number * number
    #expect(square.description == "15241578753238836558451457268709041.543057462750190521")
    #expect(square / number == number && square - square == .zero)
    #expect((0..<9).reduce(number) { power, _ in power * power } / number != nil)
  }
}

@Suite("Intervals and coded values")
struct CodingTests {
  @Test(
    "an interval reads what it writes",
    arguments: [
      "any", ">= 10, <= 30", "< 0", "> 30", "= 2", "> -1.5, < 4",
    ])
  func intervals(_ text: String) throws {
    #expect(try #require(Interval(text)).description == text)
  }

  @Test("ends belong to an interval only where they are included")
  func ends() throws {
    let interval = try #require(Interval("> 80, <= 90"))
    #expect(!interval.contains(Exact(80)) && interval.contains(Exact(90)))
    #expect(interval.contains(try #require(Exact("80.0001"))))
    #expect(Interval(">= 1, >= 2") == nil && Interval("ten") == nil)
  }

  @Test("measures come back from what was written")
  func measures() throws {
    let measures: [Measure] = [
      .reported(.init(series: "地区生产总值", form: .growth, price: .constant)),
      .ratio(
        .init(
          of: .count(
            .init(
              registry: "幼儿园", dated: "认定日期",
              where: [
                .isOne(field: "等级", of: ["示范", "一类"]),
                .lies(field: "在园幼儿", in: Interval("> 0") ?? .init()),
                .either([[.present(field: "a")], [.absent(field: "b"), .reached(field: "c")]]),
                .every(registry: "部件", by: "项目", [.isNone(field: "x", of: ["y"])]),
                .some(registry: "部件", by: "项目", []),
              ], newness: .net, ended: "注销日期")),
          to: .stock(.init(registry: "幼儿园", from: "设立", until: "撤销")))),
      .growth(.sum(.init(registry: "到账", field: "金额", dated: "到账日期"))),
      .coverage(.init(facilities: "医院", population: "人口", mode: "步行", minutes: 30)),
      .milestones([.init(id: "a", title: "上报", proof: "请示")]),
      .all([
        .init(
          title: "面积", target: Target(value: Exact(1466), bound: .about, unit: "亩"),
          measure: .sum(.init(registry: "地块", field: "面积", dated: "成交日期")))
      ]),
    ]
    for measure in measures {
      let data = try JSONEncoder().encode(measure)
      #expect(try JSONDecoder().decode(Measure.self, from: data) == measure)
    }
  }

  @Test("a path is linear, annual, 60/40 or nodes")
  func paths() throws {
    for path in [
      Path.linear, .annual, .halves(first: 60),
      .nodes([.init(day: Day(number: 19_500), percent: Exact(30))]),
    ] {
      let data = try JSONEncoder().encode([path])
      #expect(try JSONDecoder().decode([Path].self, from: data) == [path])
    }
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Path].self, from: Data("[\"70/40\"]".utf8))
    }
  }
}
