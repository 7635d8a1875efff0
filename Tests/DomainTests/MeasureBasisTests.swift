import Testing

@testable import Domain

@Suite("What a measure rests on")
struct MeasureBasisTests {
  private let count = Measure.count(
    .init(
      registry: "高企", dated: "发证日期", where: [.present(field: "名称")], distinct: ["信用代码"],
      newness: .first, claimed: "受理日期", renewed: [.isOne(field: "类型", of: ["重新认定"])]))
  private let stock = Measure.stock(.init(registry: "楼宇", from: "启用", until: "停用", field: "面积"))

  @Test("a count reads its dates, its names and the fields of all of its conditions")
  func leaf() throws {
    let reads = try #require(count.basis.reads.first)
    #expect(reads.registry == "高企" && reads.columns == ["发证日期", "受理日期", "信用代码"])
    #expect(reads.conditions.count == 2 && count.basis.inner.isEmpty)
    #expect(stock.basis.reads.map(\.columns) == [["启用", "停用", "面积"]])
  }

  @Test("registries are those of all measures inside")
  func registries() {
    let coverage = Measure.coverage(
      .init(
        facilities: "医院", population: "人口", mode: "步行", minutes: 30,
        records: .init(registry: "派车", dated: "日期", field: "分钟", interval: "受理至到达")))
    #expect(coverage.registries == ["医院", "人口", "派车"])
    let whole = Measure.all([
      .init(title: "a", target: Target(value: Exact(1), unit: "家"), measure: .growth(count)),
      .init(
        title: "b", target: Target(value: Exact(1), unit: "%"),
        measure: .ratio(.init(of: stock, to: stock))),
    ])
    #expect(whole.registries == ["高企", "楼宇"] && whole.basis.reads.isEmpty)
    #expect(Measure.reported(.init(series: "投资", form: .level)).registries.isEmpty)
    #expect(Measure.reported(.init(series: "投资", form: .level)).basis.series == "投资")
  }

  @Test("milestones are found in parts too; having none is another thing than an empty list")
  func milestones() {
    let one = Measure.Milestone(id: "m1", title: "开工", proof: "开工令")
    let other = Measure.Milestone(id: "m2", title: "竣工", proof: "备案表")
    let part = { (title: String, measure: Measure) in
      Measure.Part(title: title, target: Target(value: Exact(1), unit: "项"), measure: measure)
    }
    let whole = Measure.all([
      part("a", .milestones([one])), part("b", count), part("c", .milestones([other])),
    ])
    #expect(whole.allMilestones == [one, other])
    #expect(count.basis.milestones == nil && Measure.milestones([]).basis.milestones == [])
  }
}

@Suite("Steps of work")
struct StepTests {
  @Test("a filing reaches acceptance only over the unit's head, and leaves it only by unlocking")
  func filings() {
    for state in Filing.State.allCases {
      #expect(state.next.contains(.accepted) == (state == .confirmed))
      #expect(state.next.contains(.unlocked) == (state == .accepted))
      #expect(!state.next.isEmpty)
    }
    #expect(Filing.State.returned.next == [.filed] && Filing.State.unlocked.next == [.filed])
  }

  private let year = Period.year(2023) ?? Period.months(2023, through: 12)!

  private func commitment(_ id: String, due: String, kind: Commitment.Kind = .target) -> Commitment
  {
    Commitment(
      id: id, title: id, kind: kind, period: year, deadline: Day(due), units: ["甲局", "乙局"])
  }

  private func judged(
    _ id: String, _ value: Judgement.Verdict, _ pace: Judgement.Pace = .none
  ) -> Judgement {
    Judgement(commitment: id, asOf: year.last, known: 1, value: value, pace: pace)
  }

  private func causes(
    on text: String, _ commitment: Commitment, _ judgement: Judgement, _ step: Closing.Step? = nil
  ) -> Reminder.Cause? {
    ReminderRule(on: Day(text) ?? year.last, OfficeSettings(reminderDays: 14))
      .matters([commitment], [judgement], closings: step.map { [commitment.id: $0] } ?? [:])
      .first?.cause
  }

  @Test("near from so many days before the deadline on, overdue only where it was missed")
  func reminders() {
    let due = commitment("P1", due: "2023-06-30")
    let open = judged("P1", .notYet(Phrase("未到期限", "not due")))
    #expect(causes(on: "2023-06-15", due, open) == nil)
    #expect(causes(on: "2023-06-16", due, open) == .near(days: 14))
    #expect(causes(on: "2023-06-30", due, open) == .near(days: 0))
    #expect(causes(on: "2023-07-01", due, open) == nil)
    #expect(causes(on: "2023-07-02", due, judged("P1", .notMet)) == .overdue(days: 2))
    #expect(causes(on: "2023-07-02", due, judged("P1", .met)) == nil)
  }

  @Test("behind goes before near; a baseline, and what is closed, is nobody's")
  func gravest() {
    let due = commitment("P1", due: "2023-06-30")
    let behind = judged("P1", .notYet(Phrase("", "")), .behind(by: Exact(3)))
    #expect(causes(on: "2023-06-29", due, behind) == .behind(by: Exact(3)))
    #expect(causes(on: "2023-01-29", due, behind) == .behind(by: Exact(3)))
    #expect(
      causes(on: "2023-06-29", commitment("P1", due: "2023-06-30", kind: .baseline), behind) == nil)
    for step in Closing.Step.allCases {
      let isOut = [.closed, .struckOff, .carriedOver].contains(step)
      #expect((causes(on: "2023-06-29", due, behind, step) == nil) == isOut, "\(step)")
    }
  }

  @Test("what nobody can verify is overdue until somebody asks to close it out")
  func unverifiable() {
    let due = commitment("P1", due: "2023-06-30")
    let open = judged("P1", .unverifiable(Phrase("没有口径", "no measure")))
    #expect(causes(on: "2023-07-10", due, open) == .overdue(days: 10))
    #expect(causes(on: "2023-07-10", due, open, .requested) == nil)
  }

  @Test("units file by the district's day of the next month, within its 28 days")
  func filingDay() throws {
    let february = try #require(Period.month(2024, 2))
    for (set, day) in [(5, "2024-03-05"), (0, "2024-03-01"), (40, "2024-03-28")] {
      let rule = ReminderRule(on: year.last, OfficeSettings(filingDay: set))
      #expect(rule.filingDay(for: february) == Day(day))
    }
  }
}

@Suite("Who may do what")
struct CallerTests {
  private func caller(_ role: Role, unit: String? = nil, isActive: Bool = true) -> Caller {
    Caller(Account(login: "a", name: "a", role: role, unit: unit, isActive: isActive))
  }

  @Test(
    "the public reads what is published and objects, and does nothing else", arguments: Act.allCases
  )
  func everyone(_ act: Act) {
    #expect(Caller.everyone.may(act) == [.readPublic, .object].contains(act))
    #expect(Caller.everyone.isPublic)
  }

  @Test("a closed account may no more than the public", arguments: Role.allCases)
  func closed(_ role: Role) {
    for act in Act.allCases {
      #expect(
        !caller(role, unit: "甲局", isActive: false).may(act, for: "甲局") || Caller.everyone.may(act))
    }
  }

  @Test("units act for themselves alone; nobody files for another")
  func units() {
    let clerk = caller(.clerk, unit: "甲局")
    #expect(clerk.may(.file, for: "甲局") && !clerk.may(.file, for: "乙局"))
    #expect(!clerk.may(.confirm, for: "甲局") && caller(.head, unit: "甲局").may(.confirm, for: "甲局"))
    #expect(!caller(.clerk).may(.file) && !caller(.supervisor).may(.file, for: "甲局"))
  }

  @Test("who keeps the accounts has no say in them, and who decides keeps none")
  func apart() {
    let content: [Act] = [.plan, .keepEvidence, .supervise, .release]
    for act in content {
      #expect(!caller(.administrator).may(act) && caller(.supervisor).may(act))
    }
    #expect(caller(.administrator).may(.administer) && !caller(.supervisor).may(.administer))
    #expect(!caller(.reader).may(.readTrail) && caller(.reader).may(.readInternal))
  }
}
