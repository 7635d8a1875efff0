import Domain
import TestSupport
import Testing

/// What every store of a ledger must do. Another store passes it by adding itself to `stores`.
struct StoreFactory: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// Makes an empty store in a folder.
  var make: @Sendable (Folder) throws -> any LedgerStore
}

@Suite("A ledger store")
struct LedgerContract {
  static let stores = [sqlite]

  @Test("chains what is appended", arguments: stores)
  func appends(_ store: StoreFactory) throws {
    let folder = Folder()
    let ledger = try store.make(folder)
    #expect(try ledger.head() == (0, String(repeating: "0", count: 64)))
    let first = try ledger.append([.registry(Sample.projects), .series(Sample.series)], by: author)
    let later = try ledger.append(
      [.synthetic("演示")], by: Author(actor: "李", time: Instant(milliseconds: 5)))
    let all = try ledger.entries(after: 0, through: nil)
    #expect(all == first + later)
    #expect(all.map(\.sequence) == [1, 2, 3])
    #expect(all[0].change == .registry(Sample.projects) && all[0].reason == author.reason)
    #expect(Set(all.map(\.hash)).count == 3)
    #expect(all[2].time >= all[1].time, "time went back")
    #expect(try ledger.head() == (3, all[2].hash))
    #expect(try ledger.entries(after: 1, through: 2).map(\.sequence) == [2])
    #expect(try ledger.verify(progress: nil) == nil)
  }

  @Test("knows what had been entered by a moment", arguments: stores)
  func moments(_ store: StoreFactory) throws {
    let folder = Folder()
    let ledger = try store.make(folder)
    for milliseconds in [1000, 2000, 2000, 3000] {
      try ledger.append(
        [.synthetic("x")], by: Author(actor: "a", time: Instant(milliseconds: milliseconds)))
    }
    let sequences = try [999, 1000, 1999, 2000, 9999].map {
      try ledger.sequence(at: Instant(milliseconds: $0))
    }
    #expect(sequences == [0, 1, 1, 3, 4])
  }

  @Test("every kind of change is read back as it was", arguments: stores)
  func changes(_ store: StoreFactory) throws {
    let folder = Folder()
    let ledger = try store.make(folder)
    let sha256 = try ledger.keep([1, 2, 3])
    let commitment = Commitment(
      id: "P16", title: "新增高企\n52家", kind: .target, period: Period.year(2023)!,
      target: Target(value: Exact("41/52")!, unit: "家"), state: .split(into: ["a", "b"]))
    let judgement = Judgement(
      commitment: "P16", asOf: day("2023-11-30"), known: 4,
      value: .notYet(Phrase("未到期", "not due")),
      pace: .behind(by: Exact("0.5")!),
      leftOut: [LeftOut(reason: .tooWeak, count: 1, examples: ["甲/乙"])])
    let changes: [Change] =
      [
        .synthetic("演示\"\\/"),
        .report(.init(sha256: sha256, name: "报告.docx", place: nil, year: 2023, title: nil)),
        .unit(WorkUnit(name: "科技局", kind: .department)), .registry(Sample.projects),
        .series(Sample.series), .source(Sample.source(sha256: sha256)),
        .commitment(commitment, decision: nil),
        .commitment(
          commitment, decision: Decision(document: "1号", authority: "区政府", date: day("2023-06-01"))),
        .proof(Proof(commitment: "Q18", milestone: "批复", day: day("2023-06-01"), source: "台账")),
        .lights(
          LightRules(
            name: "三色", source: "通知",
            lights: [.init(light: .red, when: ["daysOverdue": Interval(">= 1")!])])),
        .scores(
          ScoreRules(name: "考核", source: "办法", base: Exact(10), floor: .zero, cap: Exact(12))),
        .roads(RoadNetwork(name: "路网", sha256: sha256, speeds: "road 1 2 3 4", source: "地图")),
        .release(Release(month: Period.month(2023, 11)!, known: 3, judgements: [judgement])),
        .issued(PlanIssue(year: 2023, day: day("2023-02-01"), document: "1号")),
        .redeclared(
          DeclarationDecision(
            decision: Decision(document: "2号", authority: "区政府", date: day("2023-06-01")),
            names: ["招商项目"])),
        .signed(
          SignedHead(
            head: LedgerHead(sequence: 1, hash: String(repeating: "0", count: 64)), key: "00",
            signature: "11")),
        .clock(ClockMend(from: 1, through: 1, time: Instant(milliseconds: 1000))),
      ] + Sample.work(sha256: sha256)
    try ledger.append(changes, by: author)
    #expect(try ledger.entries(after: 0, through: nil).map(\.change) == changes)
    let kinds = Set(changes.map(\.kind)).union([.records, .removal, .observations])
    #expect(kinds == Set(Change.Kind.allCases), "a kind is not tested")
  }

  @Test("keeps files by their SHA-256", arguments: stores)
  func files(_ store: StoreFactory) throws {
    let folder = Folder()
    let ledger = try store.make(folder)
    let name = try ledger.keep(Array("abc".utf8))
    #expect(name == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(try ledger.keep(Array("abc".utf8)) == name)
    #expect(try ledger.file(name) == Array("abc".utf8))
    #expect(try ledger.file("0") == nil)
    #expect(try ledger.file(ledger.keep([])) == [])
    expectFault(.fileNotKept) {
      try ledger.append([.source(Sample.source(sha256: "ff"))], by: author)
    }
  }

  @Test("a changed row is a version, an equal one nothing", arguments: stores)
  func versions(_ store: StoreFactory) throws {
    let folder = Folder()
    let ledger = try store.make(folder)
    try ledger.append([.registry(Sample.projects)], by: author)
    let (old, new) = (Sample.project("甲", amount: 1), Sample.project("甲", amount: 2))
    let first = try ledger.add([old, Sample.project("乙")])
    #expect((first.added, first.changed, first.unchanged) == (2, 0, 0))
    let head = try ledger.head()
    let again = try ledger.add([old, Sample.project("乙")])
    #expect((again.added, again.changed, again.unchanged) == (0, 0, 2))
    #expect(try ledger.head() == head, "an entry was made of nothing")
    let change = try ledger.add([new, Sample.project("丙")], from: Sample.source("新表"))
    #expect((change.added, change.changed, change.unchanged) == (1, 1, 0))
    #expect(first.digest != change.digest && change.digest.utf8.count == 64)
    try ledger.removeRecords(["甲"], of: Sample.projects.name, by: author)
    try ledger.add([old])
    let versions = try ledger.versions(of: "甲", in: Sample.projects.name)
    #expect(versions.map(\.values) == [old.1, new.1, old.1])
    #expect(versions.map(\.since) == [3, 5, 7] && versions.map(\.until) == [5, 6, nil])
    #expect(versions.map(\.source) == ["台账", "新表", "台账"])
    #expect(try ledger.verify(progress: nil) == nil)
  }

  @Test("a batch goes in whole or not at all", arguments: stores, [false, true])
  func wholeBatches(_ store: StoreFactory, _ isFilled: Bool) throws {
    struct Stop: Error {}
    let folder = Folder()
    let ledger = try store.make(folder)
    try ledger.append([.registry(Sample.projects)], by: author)
    if isFilled { try ledger.add([Sample.project("甲", amount: 1), Sample.project("乙")]) }
    let head = try ledger.head()
    let good = Sample.project("丁")
    expectFault(.duplicateKey) { try ledger.add([good, Sample.project("戊"), good]) }
    expectFault(.duplicateKey) {
      try ledger.add([Sample.project("甲", amount: 1), good, Sample.project("甲", amount: 1)])
    }
    expectFault(.duplicateKey) {
      try ledger.add([Sample.project("甲", amount: 3), Sample.project("甲", amount: 1)])
    }
    expectFault(.rowDoesNotFit) { try ledger.add([good, ("己", [.text("己")])]) }
    expectFault(.rowDoesNotFit) {
      try ledger.add([good, ("己", Array(repeating: .text("1"), count: 7))])
    }
    expectFault(.undeclared) { try ledger.add([], to: Sample.parts) }
    #expect(throws: Stop.self) {
      try ledger.importRecords(of: Sample.projects, from: Sample.source("别的"), by: author) { sink in
        try sink.add(key: good.0, values: good.1)
        throw Stop()
      }
    }
    expectFault(.duplicateKey) {
      _ = try ledger.importRecords(of: Sample.projects, from: Sample.source("别的"), by: author) {
        sink in
        try sink.add(key: good.0, values: good.1)
        _ = try sink.has("甲", in: Sample.projects.name)
        try? sink.add(key: good.0, values: good.1)
      }
    }
    expectFault(.noSuchRecord) {
      try ledger.removeRecords(
        isFilled ? ["甲", "没有"] : ["没有"], of: Sample.projects.name, by: author)
    }
    expectFault(.bringsRows) {
      try ledger.append([.synthetic("x"), .removal(.init(registry: "a", keys: []))], by: author)
    }
    #expect(try ledger.head() == head)
    #expect(try ledger.versions(of: "甲", in: Sample.projects.name).count == (isFilled ? 1 : 0))
    #expect(try ledger.versions(of: "丁", in: Sample.projects.name).isEmpty)
    #expect(try ledger.verify(progress: nil) == nil)
  }

  @Test("names the row of a key that came twice", arguments: stores)
  func namesTheRow(_ store: StoreFactory) throws {
    let folder = Folder()
    let ledger = try store.make(folder)
    try ledger.append([.registry(Sample.projects)], by: author)
    for _ in 0..<2 {
      expectFault(.duplicateKey, row: 4) {
        try ledger.add(["a", "b", "c", "b", "a"].map { Sample.project($0) })
      }
      try ledger.add([Sample.project("z")])
    }
  }

  @Test("says whether a record is there, the batch's own included", arguments: stores)
  func has(_ store: StoreFactory) throws {
    let folder = Folder()
    let ledger = try store.make(folder)
    try ledger.append([.registry(Sample.projects), .registry(Sample.parts)], by: author)
    try ledger.add([Sample.project("甲")])
    _ = try ledger.importRecords(of: Sample.parts, from: Sample.source(), by: author) { sink in
      #expect(try sink.has("甲", in: Sample.projects.name))
      #expect(try !sink.has("乙", in: Sample.projects.name))
      #expect(try !sink.has("p", in: Sample.parts.name))
      try sink.add(key: "p", values: [.text("p"), .none, .none, .none])
      #expect(try sink.has("p", in: Sample.parts.name))
      expectFault(.undeclared) { _ = try sink.has("p", in: "没有") }
    }
    #expect(try ledger.verify(progress: nil) == nil)
  }

  @Test("a declaration may add and never takes away", arguments: stores)
  func declarations(_ store: StoreFactory) throws {
    let folder = Folder()
    let ledger = try store.make(folder)
    try ledger.append([.registry(Sample.projects)], by: author)
    try ledger.add([Sample.project("甲")])
    var wider = Sample.projects
    wider.fields.insert(Field(name: "竣工", kind: .date, aliases: ["竣工日期"]), at: 1)
    wider.fields[4].stages?.append("投产")
    wider.fields[3].choices?.append("迁入")
    expectFault(.conflictingDeclaration) { try ledger.add([], to: wider) }
    try ledger.append([.registry(wider)], by: author)
    let row: [FieldValue] = [
      .text("乙"), .day(day("2023-01-02")), .none, .none, .none, .none, .day(day("2023-01-03")),
      .none, .none,
    ]
    try ledger.add([("乙", row)], to: wider)
    #expect(try ledger.versions(of: "甲", in: wider.name).first?.values.count == 9)
    #expect(try ledger.versions(of: "乙", in: wider.name).first?.values == row)
    func refused(_ change: (inout Registry) -> Void) {
      var registry = wider
      change(&registry)
      expectFault(.conflictingDeclaration) { try ledger.append([.registry(registry)], by: author) }
    }
    refused { $0.fields.removeLast() }
    refused { $0.fields[0].kind = .code }
    refused { $0.fields[4].stages = ["签约"] }
    refused { $0.fields[5].digits = 3 }
    refused { $0.key = ["投资方"] }
    refused { $0.fields.append(Field(name: "SOURCE", kind: .text)) }
    refused { $0.fields.append(Field(name: "投资方", kind: .text)) }
    refused { $0.fields.append(Field(name: "", kind: .text)) }
    #expect(try ledger.verify(progress: nil) == nil)
  }

  @Test("adds observations once, in order", arguments: stores)
  func observations(_ store: StoreFactory) throws {
    let folder = Folder()
    let ledger = try store.make(folder)
    let source = Sample.source("公报", "2023-07-17", .published)
    expectFault(.undeclared) {
      _ = try ledger.importObservations([Sample.observation(3, "1")], from: source, by: author)
    }
    try ledger.append([.series(Sample.series)], by: author)
    let (march, june) = (Sample.observation(3, "5.5"), Sample.observation(6, "41/52"))
    let first = try ledger.importObservations([june, march, june], from: source, by: author)
    #expect((first.added, first.unchanged, first.registry) == (2, 1, ""))
    let known = try ledger.head().sequence
    let revised = Sample.observation(3, "5.6", .revised)
    let other = Sample.source("年鉴", "2024-07-17", .published)
    let second = try ledger.importObservations([march, revised], from: other, by: author)
    #expect((second.added, second.unchanged) == (1, 1))
    var stored = revised
    stored.source = "年鉴"
    #expect(try ledger.observations(of: Sample.series.name, known: .max) == [march, stored, june])
    #expect(try ledger.observations(of: Sample.series.name, known: known) == [march, june])
    #expect(try ledger.observations(of: "没有", known: .max).isEmpty)
    #expect(try ledger.verify(progress: nil) == nil)
  }

  @Test("a corrected source counts by its correction, and before it as it was", arguments: stores)
  func sources(_ store: StoreFactory) throws {
    let folder = Folder()
    let ledger = try store.make(folder)
    try ledger.append([.registry(Sample.projects)], by: author)
    try ledger.add(
      [Sample.project("甲", registered: "2023-02-01")],
      from: Sample.source("台账", "2023-03-01", .selfReported))
    let known = try ledger.head().sequence
    try ledger.append([.source(Sample.source("台账", "2023-03-01", .accepted))], by: author)
    var question = Question(
      registry: Sample.projects.name,
      window: .dated(column: "进度.注册", in: Period.year(2023)!),
      scope: .init(asOf: day("2023-12-31")))
    #expect(try ledger.answer(question).grades == [.accepted: 1])
    question.scope.known = known
    #expect(
      try ledger.answer(question)
        == Answer(leftOut: [LeftOut(reason: .tooWeak, count: 1, examples: ["甲"])]))
  }

  @Test("a question about a column that is not there is a fault", arguments: stores)
  func questionFaults(_ store: StoreFactory) throws {
    let folder = Folder()
    let ledger = try store.make(folder)
    try ledger.append([.registry(Sample.projects)], by: author)
    func refused(_ code: FaultCode = .questionDoesNotFit, _ change: (inout Question) -> Void) {
      var question = Question(
        registry: Sample.projects.name,
        window: .dated(column: "进度.注册", in: Period.year(2023)!),
        scope: .init(asOf: day("2023-12-31")))
      change(&question)
      expectFault(code) { _ = try ledger.answer(question) }
    }
    refused(.undeclared) { $0.registry = "没有" }
    refused(.undeclared) { $0.conditions = [.some(registry: "没有", by: "x", [])] }
    refused { $0.window = .dated(column: "投资方", in: Period.year(2023)!) }
    refused { $0.window = .valid(from: "没有", until: nil, on: day("2023-12-31")) }
    refused { $0.aggregate = .sum("投资方") }
    refused { $0.conditions = [.lies(field: "投资方", in: Interval("> 1")!)] }
    refused { $0.conditions = [.either([[.reached(field: "\" OR 1")]])] }
    refused { $0.distinct = ["没有"] }
    refused { $0.claimed = "投资额" }
  }
}
