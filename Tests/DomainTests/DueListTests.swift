import Testing

@testable import Domain

@Suite struct DueListTests {
  fileprivate static let year = Period("2023") ?? Period("2024")!
  private let november = day("2023-11-01").wholeMonth

  @Test func whatARegistryAnswersIsNotAsked() throws {
    let books = Books.of([
      .commitment("P16", measure: .count(.init(registry: "高新技术企业", dated: "发证日期"))),
      .commitment("P18", measure: .reported(.init(series: "研发投入", form: .growth))),
    ])
    let list = DueList(books, unit: "科技局", month: november)
    #expect(list.items.map(\.need) == [.nothing(from: ["高新技术企业"]), .nothing(from: ["研发投入"])])
    #expect(list.asked.isEmpty)
    #expect(list.items.map(\.standing) == [.answered, .answered])
  }

  @Test func whatNobodyAnswersIsAskedOfTheLeadAsANumber() throws {
    let books = Books.of([.commitment("X1", units: ["科技局", "工信局"])])
    let lead = try #require(DueList(books, unit: "科技局", month: november).items.first)
    let other = try #require(DueList(books, unit: "工信局", month: november).items.first)
    #expect(lead.isLead && lead.need == .number(unit: "家"))
    #expect(!other.isLead && other.need == .words(.leadGivesNumber))
    #expect(DueList(books, unit: "住建局", month: november).items.isEmpty)
  }

  @Test func documentsAndMissingMeasuresAskForWords() throws {
    let milestone = Measure.Milestone(id: "m", title: "印发", proof: "文号")
    let count = Measure.count(.init(registry: "台账", dated: "日期"))
    let target = Target(value: Exact(1), unit: "项")
    let books = Books.of([
      .commitment("Q1", measure: .milestones([milestone])),
      .commitment(
        "Q2",
        measure: .all([
          .init(title: "数", target: target, measure: count),
          .init(title: "文件", target: target, measure: .milestones([milestone])),
        ])), .commitment("Q3", target: nil),
      .commitment(
        "Q4",
        measure: .coverage(
          .init(facilities: "医院", population: "人口", mode: "车", minutes: 30))),
    ])
    let needs = DueList(books, unit: "科技局", month: november).items.map(\.need)
    #expect(
      needs == [
        .words(.documents), .words(.documents), .words(.noMeasure), .nothing(from: ["医院", "人口"]),
      ])
  }

  @Test func onlyMonthsOfItsTimeUntilTheDeadline() throws {
    let books = Books.of([
      .commitment("X1", deadline: day("2023-11-15")),
      .commitment("B1", kind: .baseline),
    ])
    func ids(_ month: String) -> [String] {
      guard let month = Period(month) else { return [] }
      return DueList(books, unit: "科技局", month: month).items.map(\.commitment.id)
    }
    #expect(ids("2022-12") == [])
    #expect(ids("2023-01") == ["X1"])
    #expect(ids("2023-11") == ["X1"])
    #expect(ids("2023-12") == [])
  }

  @Test func whatIsClosedIsNoLongerAsked() throws {
    var books = Books.of([.commitment("X1")])
    func asks(_ month: String) -> Bool {
      Period(month).map { !DueList(books, unit: "科技局", month: $0).items.isEmpty } ?? false
    }
    for step in [Closing.Step.requested, .verified] {
      books.take(.closing(Closing(commitment: "X1", step: step, note: "说明")), on: "2023-10-20")
      #expect(asks("2023-10") && asks("2023-11"))
    }
    books.take(.closing(Closing(commitment: "X1", step: .closed, note: "说明")), on: "2023-11-03")
    #expect(asks("2023-10"), "closed after that month was over")
    #expect(!asks("2023-11"))
    books.take(.closing(Closing(commitment: "X1", step: .returned, note: "说明")), on: "2023-11-04")
    #expect(asks("2023-11"))
  }

  @Test func standingFollowsTheNewestVersion() throws {
    var books = Books.of([.commitment("X1")])
    func item() throws -> DueList.Item {
      try #require(DueList(books, unit: "科技局", month: november).items.first)
    }
    #expect(try item().standing == .toFile)
    let expected: [(Filing.State, DueList.Standing)] = [
      (.filed, .filed), (.returned, .toCorrect), (.confirmed, .confirmed),
      (.accepted, .accepted), (.unlocked, .toCorrect),
    ]
    for (state, standing) in expected {
      books.take(.filing(.sample("2023-11", state)), on: "2023-12-01")
      #expect(try item().standing == standing)
    }
  }

  @Test func theLastAnswerIsFoundOverMonthsWithoutOne() throws {
    var books = Books.of([.commitment("X1")])
    books.take(.filing(.sample("2023-07", .accepted)), on: "2023-08-03")
    books.take(.filing(.sample("2023-12", .filed)), on: "2023-12-03")
    let item = try #require(DueList(books, unit: "科技局", month: november).items.first)
    #expect(item.before?.value.month == Period("2023-07"))
    #expect(item.current == nil)
  }

  @Test func theFilingDayIsTheDistricts() throws {
    var books = Books.of([.commitment("X1")])
    #expect(DueList(books, unit: "科技局", month: november).by == day("2023-12-05"))
    books.take(.settings(OfficeSettings(filingDay: 25)), on: "2023-01-01")
    #expect(DueList(books, unit: "科技局", month: november).by == day("2023-12-25"))
  }

  @Test func tasksAreSignedForWhateverTheMonth() throws {
    var books = Books.of([
      .commitment("X1"), .commitment("X2", units: ["工信局", "科技局"]),
      .commitment("B1", kind: .baseline), .commitment("X3", deadline: day("2023-06-30")),
    ])
    func ids(_ unit: String, _ text: String) -> [String] {
      DueList.toSign(books, unit: unit, on: day(text)).map(\.id)
    }
    #expect(ids("科技局", "2023-01-10") == ["X1", "X2", "X3"])
    #expect(ids("科技局", "2023-07-01") == ["X1", "X2"])
    books.take(.receipt(Receipt(commitment: "X2", unit: "科技局")), on: "2023-01-11")
    #expect(ids("科技局", "2023-07-01") == ["X1"])
    #expect(ids("工信局", "2023-07-01") == ["X2"], "each unit signs for itself")
    books.take(.closing(Closing(commitment: "X1", step: .closed, note: "说明")), on: "2023-07-01")
    #expect(ids("科技局", "2023-07-01") == [])
  }

  @Test func theMonthBeforeADay() {
    #expect(DueList.month(before: day("2023-12-05")) == Period("2023-11"))
    #expect(DueList.month(before: day("2024-01-31")) == Period("2023-12"))
    #expect(DueList.month(before: day("2023-03-31")) == Period("2023-02"))
  }
}

/// A day that is there, for tests; the epoch for text that is none.
private func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }

extension Day {
  /// Its calendar month, which every day has.
  fileprivate var wholeMonth: Period {
    Period.month(year, month) ?? Period(self, self) ?? DueListTests.year
  }
}

extension Filing {
  fileprivate static func sample(_ month: String, _ state: State) -> Filing {
    let period = Period(month) ?? day("2023-11-01").wholeMonth
    return Filing(
      commitment: "X1", month: period, unit: "科技局", progress: "进展", state: state, form: month)
  }
}

extension Commitment {
  fileprivate static func commitment(
    _ id: String, kind: Kind = .target, deadline: Day? = nil,
    target: Target? = Target(value: Exact(52), unit: "家"), units: [String] = ["科技局"],
    measure: Measure? = nil
  ) -> Commitment {
    let year = Period("2023") ?? day("2023-11-01").wholeMonth
    return Commitment(
      id: id, title: id, kind: kind, period: year, deadline: deadline, target: target,
      units: units, measure: measure)
  }
}

extension Books {
  fileprivate static func of(_ commitments: [Commitment]) -> Books {
    var books = Books()
    for commitment in commitments {
      books.take(.commitment(commitment, decision: nil), on: "2023-01-10")
    }
    return books
  }

  fileprivate mutating func take(_ change: Change, on text: String) {
    fold(
      Entry(
        sequence: sequence + 1, time: Instant(startOf: day(text)), actor: "test", change: change,
        reason: nil, hash: ""))
  }
}
