import Domain
import Testing
import Tracking

@Suite("Changes of the plan are told as what they are")
struct PlanTurnTests {
  let honest = Decision(
    document: "区政府常务会议纪要〔2023〕9号", authority: "区政府常务会议", date: day("2023-06-20"))

  private func world(_ change: (inout World) -> Void) -> World {
    var world = World()
    world.adopt(promise("52", "家", certificates))
    change(&world)
    return world
  }

  private func lowered(_ value: String = "40") -> Commitment { promise(value, "家", certificates) }

  private func add(
    _ world: inout World, _ commitment: Commitment, _ decision: Decision?, on date: String
  ) {
    world.add(.commitment(commitment, decision: decision), at: Instant(startOf: day(date)))
  }

  @Test("before the plan is issued a change is history, afterwards it is an amendment")
  func draftAndIssued() throws {
    let draft = world { add(&$0, lowered(), nil, on: "2023-01-20") }
    #expect(PlanTurns(draft.books).all(of: "P16").map(\.marks) == [[.draft]])
    #expect(try draft.judge(lowered(), "2023-06-30").change == .original)
    let issued = world {
      $0.add(
        .issued(PlanIssue(year: 2023, day: day("2023-02-10"))),
        at: Instant(startOf: day("2023-02-10")))
      add(&$0, lowered(), honest, on: "2023-06-21")
    }
    let turn = try #require(PlanTurns(issued.books).issued(of: "P16")?.first)
    #expect(turn.change.chinese == "目标：52 家 → 40 家" && turn.marks.isEmpty)
    let judgement = try issued.judge(lowered(), "2023-06-30")
    #expect(judgement.change == .amended && judgement.turns == [turn])
    #expect(try issued.judge(lowered(), "2023-06-30", known: 3).change == .original)
  }

  @Test(
    "the first release that judges it issues it; what came before the entry of issue was a draft")
  func release() throws {
    let world = world {
      let judgement = Judgement(commitment: "P16", asOf: day("2023-01-31"), known: 9, value: .met)
      $0.add(
        .release(Release(month: span("2023-01"), known: 9, judgements: [judgement])),
        at: Instant(startOf: day("2023-02-20")))
    }
    #expect(world.books.issued("P16") != nil && world.books.issued("P17") == nil)
    #expect(throws: TrackingFault.targetWithoutDecision("P16")) {
      try PlanEdit.edit(world.books, "P16", today: day("2023-03-01")) {
        $0.target?.value = Exact(1)
      }
    }
    let drafted = self.world {
      add(&$0, lowered(), nil, on: "2023-03-01")
      $0.add(
        .issued(PlanIssue(year: 2023, day: day("2023-02-10"))),
        at: Instant(startOf: day("2023-03-02")))
    }
    #expect(PlanTurns(drafted.books).issued(of: "P16") == nil)
  }

  @Test(
    "a decision after the period, entered late or by the unit itself is marked; an honest one is not",
    arguments: [
      ("区政府常务会议", "2023-06-20", "2023-06-21", []),
      ("区人大常委会", "2023-06-20", "2023-06-21", []),
      ("市科技局", "2023-06-20", "2023-06-21", []),
      ("区政府、区科技局", "2023-06-20", "2023-06-21", []),
      ("区政府办公室", "2023-06-20", "2023-06-21", []),
      ("区科技局", "2023-06-20", "2023-06-21", [PlanTurn.Mark.ownUnit]),
      ("市中区科学技术局", "2023-06-20", "2023-06-21", [.ownUnit]),
      ("科技局党组会议", "2023-06-20", "2023-06-21", [.ownUnit]),
      ("区科技局代区政府", "2023-06-20", "2023-06-21", [.ownUnit]),
      ("市人民代表大会常务委员会", "2023-06-20", "2023-06-21", []),
      ("区政府", "2022-11-20", "2023-01-20", [.beforePlan, .enteredLate]),
      ("区政府", "2024-01-05", "2024-01-08", [.afterPeriod]),
      ("区政府", "2023-06-20", "2023-09-01", [.enteredLate]),
    ])
  func marks(authority: String, date: String, entered: String, marks: [PlanTurn.Mark]) throws {
    let decision = Decision(document: "某文", authority: authority, date: day(date))
    let world = world {
      $0.add(
        .report(.init(sha256: "r", name: "r", place: "济南市市中区", year: 2023, title: nil)))
      $0.add(.issued(PlanIssue(year: 2023, day: day("2022-12-31"))))
      add(&$0, lowered(), decision, on: entered)
    }
    #expect(PlanTurns(world.books).issued(of: "P16")?.map(\.marks) == [marks])
  }

  @Test("what comes into an issued plan is told; a draft's, another year's and a matter are not")
  func additions() throws {
    func turns(_ commitment: Commitment, _ change: Change? = nil) -> [PlanTurn]? {
      let world = world {
        if let change { $0.add(change, at: Instant(startOf: day("2023-02-10"))) }
        add(&$0, commitment, nil, on: "2023-06-21")
      }
      return PlanTurns(world.books).issued(of: "N9")
    }
    var new = lowered("5")
    new.id = "N9"
    let issue = Change.issued(PlanIssue(year: 2023, day: day("2023-02-10")))
    let added = try #require(turns(new, issue)?.first)
    #expect(added.part == .addition && added.old == nil && added.decision == nil)
    #expect(added.new?.chinese.hasPrefix("N9 ") == true)
    #expect(turns(new) == nil)
    #expect(turns(new, .issued(PlanIssue(year: 2024, day: day("2023-02-10")))) == nil)
    new.matter = MatterSource(kind: .meeting, document: "纪要", from: "区政府", day: day("2023-06-20"))
    #expect(turns(new, issue) == nil)
  }

  @Test("what left an issued plan is listed with its decision; what left the draft is not")
  func departures() throws {
    var gone = lowered("52")
    gone.state = .withdrawn
    let draft = world { add(&$0, gone, nil, on: "2023-01-20") }
    #expect(PlanTurns(draft.books).departures.isEmpty)
    let issued = world {
      $0.add(.issued(PlanIssue(year: 2023, day: day("2022-12-31"))))
      add(&$0, gone, honest, on: "2023-06-21")
    }
    let departure = try #require(PlanTurns(issued.books).departures.first)
    #expect(departure.turn.part == .withdrawal && departure.turn.decision == honest)
  }

  @Test("a series or a registry declared anew moves those that rest on it; a new column does not")
  func redeclared() throws {
    var (other, wider) = (World.enterprises, World.enterprises)
    other.fields[5].choices = ["首次"]
    wider.fields.append(Field(name: "备注栏", kind: .text))
    let measure = Measure.count(
      .init(registry: "高新技术企业", dated: "发证日期", where: [.isOne(field: "类型", of: ["复审"])]))
    let world = world {
      $0.adopt(promise("52", "家", measure))
      $0.add(.issued(PlanIssue(year: 2023, day: day("2022-12-31"))))
    }
    #expect(Redeclarations.moved([.registry(other)], in: world.books) == ["P16"])
    #expect(Redeclarations.moved([.registry(wider)], in: world.books).isEmpty)
    var after = world
    after.add(.redeclared(DeclarationDecision(decision: honest, names: ["高新技术企业"])))
    after.add(.registry(other))
    let turn = try #require(PlanTurns(after.books).issued(of: "P16")?.last)
    #expect(turn.part == .measure && turn.decision == honest)
    let judgement = try after.judge(promise("52", "家", measure), "2023-06-30")
    #expect(judgement.working.first?.chinese.hasPrefix("口径失效：T121") == true)
  }

  @Test("a judgement names the version of the light rules that was known")
  func lights() throws {
    func rules(_ light: Light) -> LightRules {
      LightRules(name: "通用", source: "试", lights: [.init(light: light, when: [:])])
    }
    let world = world {
      $0.add(.lights(rules(.green)))
      $0.add(.lights(rules(.red)))
    }
    let books = world.books
    let judge = Judge(books: books, evidence: world.store, lights: books.lights.first)
    let last = try judge.judge(lowered(), asOf: day("2023-06-30"))
    #expect(last.light == .red && last.lightRules?.hasPrefix("通用 第 2 版（#") == true)
    let first = try judge.judge(lowered(), asOf: day("2023-06-30"), known: books.sequence - 1)
    #expect(first.light == .green && first.lightRules?.hasPrefix("通用 第 1 版（#") == true)
  }
}
