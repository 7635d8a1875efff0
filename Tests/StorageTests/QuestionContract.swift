import Domain
import TestSupport
import Testing

extension LedgerContract {
  @Test(
    "answers every kind of question as a plain count over random data does",
    arguments: stores, 1...24)
  func randomQuestions(_ store: StoreFactory, _ seed: Int) throws {
    let folder = Folder()
    let ledger = try store.make(folder)
    var scene = Scene(seed: UInt64(seed))
    try scene.fill(ledger)
    let questions = (0..<60).map { _ in scene.question() }
    let answers = try ledger.answers(questions)
    for (question, answer) in zip(questions, answers) {
      let expected = scene.naive.answer(question)
      #expect(answer.total == expected.answer.total, "\(question)")
      #expect(answer.grades == expected.answer.grades, "\(question)")
      let found = Dictionary(uniqueKeysWithValues: answer.leftOut.map { ($0.reason, $0) })
      #expect(Set(found.keys) == Set(expected.out.keys), "\(question)")
      for (reason, keys) in expected.out {
        guard let left = found[reason] else { continue }
        #expect(left.count == keys.count, "\(reason) \(question)")
        #expect((1...3).contains(left.examples.count), "\(reason) \(question)")
        #expect(Set(left.examples).isSubset(of: keys), "\(reason) \(question)")
      }
      try compareRecords(ledger, question, expected.counted)
    }
    #expect(try ledger.verify(progress: nil) == nil)
  }

  @Test("a sum beyond 64 bits is exact, above and below nothing", arguments: stores)
  func largeSums(_ store: StoreFactory) throws {
    let folder = Folder()
    let ledger = try store.make(folder)
    try ledger.append([.registry(Sample.projects)], by: author)
    for sign in [1, -1] {
      let amounts = [Int.max, Int.max - 6, Int.max / 2 + 1].map { $0 * sign }
      try ledger.add(
        amounts.enumerated().map { Sample.project("\(sign) \($0)", amount: $1) })
    }
    try ledger.add([Sample.project("小", amount: 1234)])
    func sum(_ conditions: [Condition]) throws -> Exact {
      try ledger.answer(
        Question(
          registry: Sample.projects.name, aggregate: .sum("投资额"),
          window: .valid(from: nil, until: nil, on: day("2023-12-31")), conditions: conditions,
          scope: .init(asOf: day("2023-12-31"), known: .max, proof: .selfReported))
      ).total
    }
    func from(_ text: String) throws -> Condition {
      .lies(field: "投资额", in: try #require(Interval(text)))
    }
    #expect(try sum([]) == Exact(1234, digits: 2))
    let above = try sum([from("> 100")])
    #expect(above > Exact(Int.max, digits: 2))
    #expect(
      above
        == [Int.max, Int.max - 6, Int.max / 2 + 1].reduce(Exact.zero) {
          $0 + Exact($1, digits: 2)
        })
    #expect(try sum([from("< 0")]) == -above)
  }

  private func compareRecords(_ ledger: any LedgerStore, _ question: Question, _ counted: [Record])
    throws
  {
    let sorted = counted.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
    #expect(try ledger.records(question, offset: 0, limit: .max) == sorted, "\(question)")
    #expect(
      try ledger.records(question, offset: 1, limit: 2) == Array(sorted.dropFirst().prefix(2)))
  }
}

/// Random batches, removals and corrections, kept twice: in a ledger and in a naive count.
struct Scene {
  var random: SeededGenerator
  var naive = NaiveCount()

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private let registries = [Sample.projects, Sample.parts]

  mutating func fill(_ ledger: any LedgerStore) throws {
    for registry in registries { naive.registries[registry.name] = registry }
    try ledger.append(registries.map(Change.registry), by: author)
    naive.head = 2
    for _ in 0..<14 {
      switch random.number(10) {
      case 0: try remove(ledger)
      case 1: try correct(ledger)
      default: try add(ledger)
      }
    }
    #expect(try ledger.head().sequence == naive.head)
  }

  private mutating func randomDay(_ percent: Int = 75) -> FieldValue {
    random.chance(percent) ? .day(day("2022-10-01").adding(days: random.number(500))) : .none
  }

  private mutating func pick(_ words: [String], _ percent: Int = 80) -> FieldValue {
    random.chance(percent) ? .text(words[random.number(words.count)]) : .none
  }

  private mutating func source() -> Source {
    let source = Sample.source(
      "源\(random.number(4))", "2023-0\(random.number(9) + 1)-15",
      Grade(rawValue: random.number(4) + 1) ?? .accepted)
    return source
  }

  /// The source as it is, mostly, so that not every batch corrects it.
  private mutating func record(_ fresh: Source) -> Source {
    if random.chance(70), let known = naive.sources.last(where: { $0.source.id == fresh.id }) {
      return known.source
    }
    return fresh
  }

  private mutating func note(_ source: Source) {
    guard naive.sources.last(where: { $0.source.id == source.id })?.source != source else { return }
    naive.head += 1
    naive.sources.append((naive.head, source))
  }

  private mutating func row(_ registry: Registry) -> (String, [FieldValue]) {
    if registry.name == Sample.parts.name {
      let key = "p\(random.number(30))"
      return (
        key,
        [
          .text(key), pick((0..<25).map { "k\($0)" }, 95), randomDay(),
          random.chance(80) ? .number(random.number(5)) : .none,
        ]
      )
    }
    let key = "k\(random.number(40))"
    return (
      key,
      [
        .text(key), pick(["甲公司", "甲 公司", "乙'司", "丙\"司", "丁?", "丁？"]), pick(["新建", "扩建"]),
        randomDay(), randomDay(60), amount(),
        .none,
      ]
    )
  }

  /// Often just at, above or below the ends that intervals have.
  private mutating func amount() -> FieldValue {
    let ends = [-100, 33, 34, 199, 200, 201, 300, 700, 701, 2050]
    if random.chance(15) { return .none }
    return .number(
      random.chance(60) ? ends[random.number(ends.count)] : random.number(4000) - 500)
  }

  private mutating func add(_ ledger: any LedgerStore) throws {
    let registry = registries[random.chance(65) ? 0 : 1]
    let fresh = source()
    let source = record(fresh)
    var rows: [String: [FieldValue]] = [:]
    for _ in 0..<random.number(16) {
      let (key, values) = row(registry)
      rows[key] = values
    }
    let batch = try ledger.add(
      rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, to: registry, from: source)
    note(source)
    let sequence = naive.head + 1
    var changes = 0
    var besides = 0
    for (key, values) in rows.sorted(by: { $0.key < $1.key }) {
      let index = naive.records[registry.name]?.firstIndex { $0.key == key && $0.until == nil }
      if let index {
        if naive.records[registry.name]?[index].values == values { continue }
        if isStronger(naive.records[registry.name]?[index].source, than: source) {
          besides += addBeside(key, values, registry.name, source, sequence) ? 1 : 0
          continue
        }
        naive.records[registry.name]?[index].until = sequence
      }
      changes += 1
      naive.records[registry.name, default: []].append(
        Record(key: key, values: values, since: sequence, source: source.id))
    }
    #expect(batch.added + batch.changed == changes)
    #expect(batch.beside ?? 0 == besides)
    if changes + besides > 0 { naive.head = sequence }
  }

  private func isStronger(_ held: String?, than source: Source) -> Bool {
    guard held != source.id else { return false }
    return naive.sources.last { $0.source.id == held }.map { $0.source.grade > source.grade }
      ?? false
  }

  /// What a weaker source says is never current; the same said again is nothing.
  private mutating func addBeside(
    _ key: String, _ values: [FieldValue], _ name: String, _ source: Source, _ sequence: Int
  ) -> Bool {
    let last = naive.records[name]?.last { $0.key == key && $0.since == $0.until }
    guard last?.values != values else { return false }
    naive.records[name, default: []].append(
      Record(key: key, values: values, since: sequence, until: sequence, source: source.id))
    return true
  }

  private mutating func remove(_ ledger: any LedgerStore) throws {
    let name = Sample.projects.name
    guard
      let key = naive.records[name]?.filter({ $0.until == nil }).randomElement(using: &random)?.key
    else { return }
    try ledger.removeRecords([key], of: name, by: author)
    naive.head += 1
    for index in naive.records[name]?.indices ?? 0..<0
    where naive.records[name]?[index].key == key && naive.records[name]?[index].until == nil {
      naive.records[name]?[index].until = naive.head
    }
  }

  private mutating func correct(_ ledger: any LedgerStore) throws {
    let source = source()
    try ledger.append([.source(source)], by: author)
    naive.head += 1
    naive.sources.append((naive.head, source))
  }
}

// MARK: - Questions

extension Scene {
  mutating func question() -> Question {
    let isProject = random.chance(80)
    let registry = isProject ? Sample.projects : Sample.parts
    let asOf = day("2022-12-01").adding(days: random.number(420))
    let dated = isProject ? ["进度.注册", "进度.签约"][random.number(2)] : "完成"
    let period = random.chance(70) ? Period.year(2023)! : Period.month(2023, random.number(12) + 1)!
    let window: Question.Window =
      random.chance(70)
      ? .dated(column: dated, in: period)
      : .valid(
        from: random.chance(70) ? dated : nil,
        until: random.chance(50) ? (isProject ? "进度.注册" : "完成") : nil, on: asOf)
    let isDistinct = isProject && random.chance(40)
    return Question(
      registry: registry.name,
      aggregate: random.chance(30) && !isDistinct ? .sum(isProject ? "投资额" : "金额") : .count,
      window: window, conditions: (0..<random.number(3)).map { _ in condition(isProject, 0) },
      distinct: isDistinct ? (random.chance(70) ? ["投资方"] : ["投资方", "进度.签约"]) : [],
      firstOnly: isDistinct && random.chance(50),
      claimed: isProject && random.chance(50) ? "进度.签约" : nil, scope: scope(asOf))
  }

  private mutating func scope(_ asOf: Day) -> Question.Scope {
    Question.Scope(
      asOf: asOf, known: random.chance(50) ? .max : random.number(naive.head + 2),
      seen: random.chance(30) ? asOf.adding(days: random.number(400)) : nil,
      proof: Grade(rawValue: random.number(4) + 1) ?? .departmental,
      newsSince: random.chance(50) ? random.number(naive.head + 2) : nil,
      newsUntil: random.chance(30) ? random.number(naive.head + 2) : nil)
  }

  private mutating func condition(_ isProject: Bool, _ depth: Int) -> Condition {
    let text = isProject ? "投资方" : "项目"
    let values = isProject ? ["甲公司", "乙'司", "丁?"] : ["k1", "k2", "k3", "k4", "k5"]
    switch random.number(depth > 1 ? 6 : 9) {
    case 0: return .isOne(field: text, of: Array(values.prefix(random.number(4))))
    case 1: return .isNone(field: text, of: Array(values.prefix(random.number(4))))
    case 2: return .lies(field: isProject ? "投资额" : "金额", in: interval())
    case 3: return .present(field: isProject ? "类型" : "完成")
    case 4: return .absent(field: isProject ? "类型" : "金额")
    case 5:
      let field = isProject ? "进度.签约" : "完成"
      return random.chance(50) ? .reached(field: field) : .ahead(field: field)
    case 6:
      return .either(
        (0..<random.number(3)).map { _ in
          (0..<random.number(3)).map { _ in condition(isProject, depth + 1) }
        })
    default:
      guard isProject else { return .present(field: "项目") }
      let tests = (0..<random.number(2)).map { _ in condition(false, depth + 1) }
      return random.chance(50)
        ? .every(registry: Sample.parts.name, by: "项目", tests)
        : .some(registry: Sample.parts.name, by: "项目", tests)
    }
  }

  private mutating func interval() -> Interval {
    let texts = [
      ">= 2", "> 2, < 20.5", "= 3", "<= 7.005", "< 7.005", "> 1.999", ">= 1/3", "any", "<= -1",
      "> 1/3, <= 3",
    ]
    return Interval(texts[random.number(texts.count)]) ?? Interval()
  }
}
