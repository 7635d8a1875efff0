import Testing

@testable import Domain

/// What holds of every day and every period, tried on days of all years that there are.
@Suite("Days and periods, whichever")
struct CalendarPropertyTests {
  /// Days over ten thousand years, a prime apart so that every day of a month comes up.
  private static let days: [Day] = {
    let (first, last) = (Day("0001-01-01")?.number ?? 0, Day("9999-12-31")?.number ?? 0)
    return stride(from: first, through: last, by: 10_007).map { Day(number: $0) }
  }()

  @Test("a day is what it says, and comes back from what it writes")
  func writing() {
    for day in Self.days {
      #expect(Day(day.description) == day)
      #expect(Day(year: day.year, month: day.month, day: day.day) == day)
      #expect((1...12).contains(day.month) && day.day >= 1)
      #expect(day.day <= Day.length(ofMonth: day.month, year: day.year))
    }
  }

  @Test("the next day is the next of the month, or the first of the next")
  func following() {
    for day in Self.days.dropLast() {
      let next = day.adding(days: 1)
      #expect(day < next && next.adding(days: -1) == day)
      let isLast = day == day.endOfMonth
      #expect(next.day == (isLast ? 1 : day.day + 1))
      #expect(isLast == (next.month != day.month))
    }
  }

  @Test("months are added one by one as all at once, but for days that a month lacks")
  func months() {
    for day in Self.days where day.year < 9900 && day.year > 100 {
      for months in [-13, -12, -1, 0, 1, 11, 12, 25] {
        let moved = day.adding(months: months)
        let index = { (day: Day) in day.year * 12 + day.month }
        #expect(index(moved) == index(day) + months)
        #expect(moved.day == min(day.day, Day.length(ofMonth: moved.month, year: moved.year)))
        if day.day <= 28 { #expect(moved.adding(months: -months) == day) }
      }
    }
  }

  @Test("a year has 366 days where February has 29, and four hundred years are whole")
  func years() throws {
    for year in stride(from: 1, through: 9999, by: 7) {
      let whole = try #require(Period.year(year))
      #expect(whole.days == 337 + Day.length(ofMonth: 2, year: year))
      #expect((1...12).reduce(0) { $0 + (Period.month(year, $1)?.days ?? 0) } == whole.days)
    }
    let start = try #require(Day("2000-03-01"))
    #expect(start.adding(days: 146_097) == Day("2400-03-01"))
    #expect(Day("2100-02-29") == nil && Day("2400-02-29") != nil)
  }

  @Test("a period comes back from what it writes, and contains its ends and nothing beyond")
  func periods() throws {
    for (index, day) in Self.days.enumerated() where day.year < 9990 {
      let last = day.adding(days: index * 37 % 800)
      for period in [
        try #require(Period(day, last)), try #require(Period.month(day.year, day.month)),
        try #require(Period.months(day.year, through: day.month)),
        try #require(Period.year(day.year)),
      ] {
        #expect(Period(period.description) == period)
        #expect(period.contains(period.first) && period.contains(period.last))
        #expect(!period.contains(period.first.adding(days: -1)))
        #expect(!period.contains(period.last.adding(days: 1)))
        #expect(period.days >= 1)
      }
    }
    #expect(Period(try #require(Day("2023-02-02")), try #require(Day("2023-02-01"))) == nil)
  }

  @Test("a year before, a month that ended still ends, whatever the years have of days")
  func yearBefore() throws {
    for (text, before) in [
      ("2024-02", "2023-02"), ("2023-02", "2022-02"), ("2024", "2023"), ("2023Q2", "2022Q2"),
      ("2024-01..2024-02", "2023-01..2023-02"),
      ("2024-02-10..2024-02-29", "2023-02-10..2023-02-28"),
    ] {
      #expect(try #require(Period(text)).yearBefore == Period(before), "\(text)")
    }
    #expect(try #require(Period("2025-02")).yearBefore.last == Day("2024-02-29"))
  }

  @Test("a day in China begins and ends eight hours before UTC's, to the millisecond")
  func instants() {
    for day in Self.days {
      let (start, end) = (Instant(startOf: day), Instant(endOf: day))
      #expect(start.day == day && end.day == day)
      #expect(end.milliseconds - start.milliseconds == 86_399_999)
      #expect(Instant(milliseconds: start.milliseconds - 1).day == day.adding(days: -1))
      #expect(Instant(milliseconds: end.milliseconds + 1).day == day.adding(days: 1))
      #expect(start.description == "\(day) 00:00:00.000+08:00")
    }
  }
}

@Suite("Units")
struct UnitScaleTests {
  @Test(
    "a unit is so many of another, exactly",
    arguments: [
      ("万家", "家", "10000"), ("家", "万家", "0.0001"), ("亿元", "万元", "10000"),
      ("公顷", "亩", "15"), ("亩", "平方米", "2000/3"), ("平方公里", "亩", "1500"),
      ("万平方米", "公顷", "1"), ("小时", "分钟", "60"), ("万吨", "吨", "10000"), ("千瓦时", "度", "1"),
      ("‰", "%", "0.1"), ("处", "所", "1"), ("名", "人", "1"), ("万亿元", "亿元", "10000"),
      ("1.2", "1.2", "1"),
    ])
  func converts(_ from: String, _ to: String, _ factor: String) {
    #expect(UnitScale.factor(from: from, to: to)?.description == factor)
  }

  @Test(
    "what is not of one kind does not convert",
    arguments: [
      ("家", "人"), ("元", "美元"), ("%", "个百分点"), ("平方米", "米"), ("套", "个"), ("吨", "亿元"),
    ])
  func apart(_ from: String, _ to: String) {
    #expect(UnitScale.factor(from: from, to: to) == nil)
    #expect(UnitScale.factor(from: to, to: from) == nil)
  }

  @Test("there and back is nothing, and a way over a third unit is the same way")
  func group() throws {
    let areas = ["平方米", "亩", "公顷", "平方公里", "万平方米", "㎡"]
    for a in areas {
      for b in areas {
        let there = try #require(UnitScale.factor(from: a, to: b))
        #expect(try #require(UnitScale.factor(from: b, to: a)) * there == Exact(1))
        for c in areas {
          let on = try #require(UnitScale.factor(from: b, to: c))
          #expect(there * on == UnitScale.factor(from: a, to: c))
        }
      }
    }
  }

  @Test("width, case and spaces make no difference; the size of a unit is its own")
  func writing() {
    #expect(UnitScale("ＫＭ") == UnitScale("km") && UnitScale("万 家") == UnitScale("万家"))
    #expect(UnitScale.single("万家") == "家" && UnitScale.single("亿元") == "元")
    #expect(UnitScale.single("千克") == "千克" && UnitScale.single("万") == "万")
  }

  @Test("a multiplier alone fits a unit of single things")
  func multiplier() {
    #expect(UnitScale.factor(from: "万", to: "家") == Exact(10_000))
    #expect(UnitScale.factor(from: "万", to: "万家") == nil)
  }
}

@Suite("Times that a report's words speak of")
struct StatedTimeTests {
  @Test(
    "each form comes back from what it writes",
    arguments: ["2023", "2021-2025", "2025-12", "2023-01"])
  func writing(_ text: String) throws {
    #expect(try #require(StatedTime(text)).description == text)
  }

  @Test(
    "anything else is none",
    arguments: ["", "23", "2023-13", "2023-00", "2023-1", "2023-2-3", "2023年", "-2023", "2023-"])
  func none(_ text: String) { #expect(StatedTime(text) == nil) }

  @Test("the years that it covers")
  func years() throws {
    let five = try #require(StatedTime("2021-2025"))
    #expect(five.firstYear == 2021 && five.lastYear == 2025 && five.isOfYears)
    let month = try #require(StatedTime("2025-12"))
    #expect(month.firstYear == 2025 && month.lastYear == 2025 && !month.isOfYears)
  }
}
