import Domain
import Storage
import TestSupport
import Testing

@Suite("What was removed or altered is found")
struct TraceTests {
  private static let buildings = Registry(
    name: "安置房", unit: "个", key: ["编号"],
    fields: [
      Field(name: "编号", kind: .text), Field(name: "名称", kind: .text),
      Field(name: "套数", kind: .number, unit: "套"), Field(name: "开工", kind: .date),
      Field(name: "等级", kind: .choice, choices: ["一类", "未定级"]),
      Field(name: "备注", kind: .text),
    ])

  /// A ledger whose entries are made on given days.
  private struct Scene {
    let folder = Folder()
    let ledger: SQLiteLedger

    init() throws {
      ledger = try SQLiteLedger(path: folder("t"))
      try ledger.append(
        [.registry(TraceTests.buildings), .registry(Sample.projects), .registry(Sample.parts)],
        by: Author(actor: "建账", time: Instant(startOf: day("2023-01-01"))))
    }

    func author(_ date: String, _ reason: String? = nil) -> Author {
      Author(actor: "小孙", time: Instant(endOf: day(date)), reason: reason)
    }

    @discardableResult
    func put(
      _ key: String, _ flats: Int, _ started: String?, on date: String, grade: String? = nil,
      note: String = "", from source: Source = Sample.source()
    ) throws -> Int {
      try ledger.add(
        [
          (
            key,
            [
              .text(key), .text(key), .number(flats), started.map { .day(day($0)) } ?? .none,
              grade.map(FieldValue.text) ?? .none, .text(note),
            ]
          )
        ], to: TraceTests.buildings, from: source, by: author(date, "更正"))
      return try ledger.head().sequence
    }

    func traced(releases: [Int] = [], known: Int = .max, _ conditions: [Condition] = []) throws
      -> Traced
    {
      let question = Question(
        registry: "安置房", aggregate: .sum("套数"),
        window: .dated(column: "开工", in: Period.year(2023)!), conditions: conditions,
        scope: .init(asOf: day("2024-06-30"), known: known))
      return try ledger.traced(
        TraceQuestion(
          question, ends: day("2023-12-31"), settles: day("2024-01-31"), releases: releases))
    }
  }

  @Test("a record that counted and was removed, with who and why")
  func removed() throws {
    let scene = try Scene()
    try scene.put("甲", 100, "2023-03-01", on: "2023-04-01")
    try scene.put("乙", 50, "2022-03-01", on: "2023-04-01")
    try scene.ledger.removeRecords(
      ["甲", "乙"], of: "安置房", by: scene.author("2023-05-01", "重复"))
    let traces = try scene.traced().traces
    #expect(traces.count == 1 && traces.first?.kind == .removed && traces.first?.count == 1)
    let item = try #require(traces.first?.items.first)
    #expect(item.key == "甲" && item.reason == "重复" && item.actor == "小孙")
    #expect(item.day == day("2023-05-01"))
  }

  @Test("an amount that was altered after a release, or after the period, with old and new")
  func altered() throws {
    let scene = try Scene()
    let first = try scene.put("甲", 100, "2023-03-01", on: "2023-04-01")
    try scene.put("甲", 200, "2023-03-01", on: "2023-05-01")
    #expect(try scene.traced().traces.isEmpty, "a typo that nobody had seen yet is ordinary work")
    let released = try #require(try scene.traced(releases: [first]).traces.first)
    #expect(released.kind == .altered && released.count == 1)
    #expect(released.items.map(\.old) == ["100 套"] && released.items.map(\.new) == ["200 套"])
    #expect(try scene.traced(releases: [first], known: first).traces.isEmpty)
    try scene.put("甲", 300, "2023-03-01", on: "2024-01-05")
    #expect(try scene.traced().traces.first?.items.map(\.new) == ["300 套"])
  }

  @Test("a date moved into the period, and one moved out of it")
  func dates() throws {
    let scene = try Scene()
    let first = try scene.put("甲", 100, "2024-02-01", on: "2023-04-01")
    try scene.put("甲", 100, "2023-12-28", on: "2024-01-05")
    let moved = try scene.traced(releases: [first]).traces
    #expect(moved.first?.items.map(\.column) == ["开工"])
    try scene.put("乙", 100, "2023-02-01", on: "2023-04-01")
    try scene.put("乙", 100, "2024-02-01", on: "2024-02-05")
    #expect(try scene.traced().traces.first?.count == 2)
  }

  @Test("progress, remarks and late paperwork of the first month are ordinary work")
  func ordinary() throws {
    let scene = try Scene()
    try scene.put("甲", 100, nil, on: "2023-04-01")
    let first = try scene.put("乙", 10, nil, on: "2023-04-02")
    try scene.put("甲", 100, "2023-06-01", on: "2023-07-01")
    try scene.put("乙", 10, "2023-12-30", on: "2024-01-10")
    try scene.put("甲", 100, "2023-06-01", on: "2024-03-01", note: "更名")
    #expect(try scene.traced(releases: [first]).traces.isEmpty)
    try scene.put("丙", 10, nil, on: "2024-03-02")
    try scene.put("丙", 10, "2023-12-30", on: "2024-04-10")
    #expect(try scene.traced().traces.first?.items.map(\.key) == ["丙"])
  }

  @Test("what a condition asks for, and what it does not")
  func conditions() throws {
    let scene = try Scene()
    try scene.put("甲", 100, "2023-03-01", on: "2023-04-01", grade: "未定级")
    try scene.put("甲", 100, "2023-03-01", on: "2024-04-01", grade: "一类")
    let graded = Condition.isOne(field: "等级", of: ["一类"])
    #expect(try scene.traced([graded]).traces.first?.items.map(\.column) == ["等级"])
    #expect(try scene.traced().traces.isEmpty)
  }

  @Test("an open part that was removed, finished late, or given to another")
  func parts() throws {
    let scene = try Scene()
    let ledger = scene.ledger
    try ledger.add([Sample.project("甲", registered: "2023-05-01"), Sample.project("乙")])
    func part(_ key: String, _ project: String, _ done: String?) -> (String, [FieldValue]) {
      (key, [.text(key), .text(project), done.map { .day(day($0)) } ?? .none, .none])
    }
    try ledger.add(
      [
        part("一", "甲", "2023-04-01"), part("二", "甲", nil), part("三", "甲", nil), part("四", "乙", nil),
      ],
      to: Sample.parts, by: scene.author("2023-06-01"))
    try ledger.removeRecords(["二", "四"], of: "部件", by: scene.author("2024-03-01", "并入"))
    try ledger.add([part("三", "乙", nil)], to: Sample.parts, by: scene.author("2024-03-02"))
    let every = Condition.every(registry: "部件", by: "项目", [.reached(field: "完成")])
    let question = Question(
      registry: Sample.projects.name,
      window: .dated(column: "进度.注册", in: Period.year(2023)!), conditions: [every],
      scope: .init(asOf: day("2024-06-30")))
    let traces = try ledger.traced(
      TraceQuestion(question, ends: day("2023-12-31"), settles: day("2024-01-31"), releases: [])
    ).traces
    #expect(traces.map(\.kind) == [.removed, .altered])
    #expect(traces.first?.items.map(\.key) == ["二"])
    #expect(traces.last?.items.map(\.column) == ["项目"])
  }

  @Test("an earlier record whose removal makes another a first")
  func firsts() throws {
    let scene = try Scene()
    let ledger = scene.ledger
    try ledger.add([
      Sample.project("旧", registered: "2020-05-01", investor: "a"),
      Sample.project("新", registered: "2023-05-01", investor: "a"),
      Sample.project("他", registered: "2020-05-01", investor: "b"),
    ])
    try ledger.removeRecords(
      ["旧", "他"], of: Sample.projects.name, by: scene.author("2024-03-01", "清理"))
    let question = Question(
      registry: Sample.projects.name,
      window: .dated(column: "进度.注册", in: Period.year(2023)!), distinct: ["投资方"],
      firstOnly: true, scope: .init(asOf: day("2024-06-30")))
    let traces = try ledger.traced(
      TraceQuestion(question, ends: day("2023-12-31"), settles: day("2024-01-31"), releases: [])
    ).traces
    #expect(traces.flatMap(\.items).map(\.key) == ["旧"])
  }
}

@Suite("A weaker source stands beside a stronger record")
struct BesideTests {
  private let strong = Sample.source("验收", "2023-03-01", .accepted)
  private let weak = Sample.source("自报", "2023-04-01", .selfReported)

  @Test("the stronger counts, the other is kept, told, exported and verified")
  func beside() throws {
    let folder = Folder()
    let ledger = try SQLiteLedger(path: folder("a"))
    try ledger.append([.registry(Sample.projects)], by: author)
    try ledger.add([Sample.project("甲", registered: "2023-05-01", amount: 100)], from: strong)
    let rows = [Sample.project("甲", registered: "2023-05-01", amount: 900)]
    let batch = try ledger.add(rows, from: weak)
    #expect(batch.changed == 0 && batch.beside == 1)
    #expect(try ledger.add(rows, from: weak).beside == nil, "said before")
    let question = Question(
      registry: Sample.projects.name, aggregate: .sum("投资额"),
      window: .dated(column: "进度.注册", in: Period.year(2023)!), scope: .init(asOf: day("2023-12-31"))
    )
    #expect(try ledger.answer(question).total == Exact(1))
    let traced = try ledger.traced(
      TraceQuestion(question, ends: day("2023-12-31"), settles: day("2024-01-31"), releases: []))
    #expect(traced.contradicted == ["甲"] && traced.traces.isEmpty)
    let versions = try ledger.versions(of: "甲", in: Sample.projects.name)
    #expect(versions.map(\.source) == ["验收", "自报"] && versions.map(\.until) == [nil, 4 + 1])
    #expect(try ledger.verify() == nil)
    try ledger.export(to: folder("out"))
    try SQLiteLedger.import(from: folder("out"), to: folder("b"))
    let copy = try SQLiteLedger(path: folder("b"))
    #expect(try copy.head() == ledger.head() && copy.verify() == nil)
    #expect(try copy.versions(of: "甲", in: Sample.projects.name) == versions)
  }

  @Test("a source as strong, a stronger one, and the same source replace")
  func replaces() throws {
    let folder = Folder()
    let ledger = try SQLiteLedger(path: folder("a"))
    try ledger.append([.registry(Sample.projects)], by: author)
    for (source, amount) in [(weak, 1), (strong, 2), (strong, 3)] {
      try ledger.add([Sample.project("甲", registered: "2023-05-01", amount: amount)], from: source)
    }
    let versions = try ledger.versions(of: "甲", in: Sample.projects.name)
    #expect(versions.count == 3 && versions.last?.until == nil)
    #expect(try ledger.verify() == nil)
  }
}

@Suite("An import keeps what a table does not speak of")
struct KeepingTests {
  private func ledger(_ folder: Folder) throws -> SQLiteLedger {
    let ledger = try SQLiteLedger(path: folder("a"))
    try ledger.append([.registry(Sample.projects)], by: author)
    try ledger.add([
      Sample.project("甲", registered: "2023-05-01", amount: 100, investor: "a"),
      Sample.project("乙", amount: 7, investor: "b"),
    ])
    return ledger
  }

  @Test("columns that it lacks stay; empty cells of its own columns empty")
  func columns() throws {
    let folder = Folder()
    let ledger = try ledger(folder)
    let columns = Sample.projects.columns.map(\.name)
    let lacking = [columns.firstIndex(of: "进度.注册")!, columns.firstIndex(of: "负责人")!]
    let batch = try ledger.importRecords(
      of: Sample.projects, from: Sample.source("另一份"), by: author
    ) { sink in
      sink.keep(lacking)
      var (key, values) = Sample.project("甲", amount: 200)
      for column in lacking { values[column] = .none }
      try sink.add(key: key, values: values)
      (key, values) = Sample.project("新", amount: 1)
      try sink.add(key: key, values: values)
    }
    #expect(batch.changed == 1 && batch.added == 1 && batch.kept == 1 && batch.emptied == 1)
    let record = try #require(try ledger.versions(of: "甲", in: Sample.projects.name).last)
    #expect(record.values[lacking[0]] == .day(day("2023-05-01")))
    #expect(record.values[lacking[1]] == .text("李四"))
    #expect(record.values[columns.firstIndex(of: "投资方")!] == .none)
    #expect(try ledger.verify() == nil)
  }

  @Test("records that it lacks are told, and removed only where that is asked for")
  func missing() throws {
    let folder = Folder()
    let ledger = try ledger(folder)
    var told = MissingRecords()
    func list(removing: Bool) throws {
      _ = try ledger.importRecords(
        of: Sample.projects, from: Sample.source("清单"), by: author
      ) { sink in
        let (key, values) = Sample.project("甲", registered: "2023-05-01", amount: 5)
        try sink.add(key: key, values: values)
        told = try sink.missing()
        if removing { sink.removeMissing() }
      }
    }
    try list(removing: false)
    #expect(told == MissingRecords(count: 1, keys: ["乙"]))
    #expect(try ledger.versions(of: "乙", in: Sample.projects.name).last?.until == nil)
    try list(removing: true)
    #expect(try ledger.versions(of: "乙", in: Sample.projects.name).last?.until != nil)
    guard case .removal(let removal)? = try ledger.entries(after: 0, through: nil).last?.change
    else {
      Issue.record("no removal")
      return
    }
    #expect(removal.keys == ["乙"])
    #expect(try ledger.verify() == nil)
  }
}
