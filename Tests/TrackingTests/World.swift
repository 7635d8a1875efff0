import Domain
import Tracking

func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
func span(_ text: String) -> Period {
  guard let period = Period(text) else { preconditionFailure("\(text) is no period") }
  return period
}
func exact(_ text: String) -> Exact { Exact(text) ?? .zero }

/// A small ledger: changes and evidence in order, each an entry.
struct World {
  var store = MemoryStore()
  var entries: [Entry] = []

  init() {
    add(.registry(Self.enterprises))
    add(.registry(Self.kindergartens))
    add(.registry(Self.projects))
    add(.series(Series(name: "地区生产总值", unit: "亿元", price: .constant, cadence: .quarter)))
    add(.series(Series(name: "社会消费品零售总额", unit: "亿元", cadence: .month, silent: [1])))
    add(.series(Series(name: "进出口总额", unit: "亿元", currency: "人民币", cadence: .month)))
    source("证书公告", .accepted, "2023-02-01")
    source("部门台账", .departmental, "2023-01-31")
    source("统计月报", .published, "2023-02-20")
    source("口头汇报", .selfReported, "2023-02-01")
  }

  static let enterprises = Registry(
    name: "高新技术企业", unit: "家", key: ["证书编号"],
    fields: [
      Field(name: "证书编号", kind: .text), Field(name: "代码", kind: .code),
      Field(name: "发证日期", kind: .date), Field(name: "取消日期", kind: .date),
      Field(name: "受理日期", kind: .date),
      Field(name: "类型", kind: .choice, choices: ["首次", "复审"]),
      Field(name: "面积", kind: .number, unit: "平方米", digits: 2),
    ])
  static let kindergartens = Registry(
    name: "幼儿园", unit: "所", key: ["园名"],
    fields: [
      Field(name: "园名", kind: .text), Field(name: "认定日期", kind: .date),
      Field(name: "等级", kind: .choice, choices: ["示范", "一类", "二类", "三类"]),
      Field(name: "在园幼儿", kind: .number, unit: "人"),
    ])
  static let projects = Registry(
    name: "项目部件", unit: "个", key: ["名称"],
    fields: [
      Field(name: "名称", kind: .text),
      Field(name: "企业", kind: .reference, registry: "高新技术企业"),
      Field(name: "竣工", kind: .date),
    ])

  @discardableResult
  mutating func add(_ change: Change, at time: Instant? = nil) -> Int {
    let sequence = entries.count + 1
    let earliest = entries.last?.time ?? Instant(startOf: day("2022-12-01"))
    let moment = max(earliest, time ?? earliest)
    entries.append(
      Entry(sequence: sequence, time: moment, actor: "录入", change: change, reason: nil, hash: ""))
    store.times.append((sequence, moment))
    if case .registry(let registry) = change { store.registries[registry.name] = registry }
    if case .source(let source) = change { store.sources[source.id] = source }
    return sequence
  }

  mutating func source(_ id: String, _ grade: Grade, _ date: String, issuer: String = "某局") {
    add(.source(Source(id: id, title: id, issuer: issuer, date: day(date), grade: grade)))
  }

  /// A certificate; the entry's number is that of a batch of one.
  @discardableResult
  mutating func enterprise(
    _ key: String, code: String? = nil, on date: String?, cancelled: String? = nil,
    claimed: String? = nil, type: String = "首次", area: Int = 0, source: String = "部门台账"
  ) -> Int {
    record(
      "高新技术企业", key,
      [
        .text(key), .text(code ?? key), date.map { .day(day($0)) } ?? .none,
        cancelled.map { .day(day($0)) } ?? .none, claimed.map { .day(day($0)) } ?? .none,
        .text(type), .number(area * 100),
      ], source)
  }

  @discardableResult
  mutating func record(
    _ registry: String, _ key: String, _ values: [FieldValue], _ source: String = "部门台账"
  ) -> Int {
    let sequence = add(
      .records(
        Change.Batch(
          registry: registry, source: source, added: 1, changed: 0, unchanged: 0, digest: "")),
      at: Instant(startOf: day("2023-02-01")))
    store.rows[registry, default: []].append(
      Record(key: key, values: values, since: sequence, source: source))
    return sequence
  }

  @discardableResult
  mutating func figure(
    _ series: String, _ period: String, _ value: String, form: Observation.Form = .growth,
    price: PriceBasis? = nil, currency: String? = nil,
    vintage: Observation.Vintage = .final, published: String, source: String = "统计月报",
    publisher: String? = nil
  ) -> Int {
    let source = publisher.map { $0 + "月报" } ?? source
    if let publisher { self.source(source, .published, "2023-02-20", issuer: publisher) }
    let sequence = add(
      .observations(
        Change.Batch(
          registry: "", source: source, added: 1, changed: 0, unchanged: 0, digest: "")),
      at: Instant(startOf: day(published)))
    store.figures.append(
      (
        sequence,
        Observation(
          series: series, period: span(period), form: form, value: exact(value), price: price,
          currency: currency, vintage: vintage, publisher: publisher,
          published: day(published), source: source)
      ))
    return sequence
  }

  @discardableResult
  mutating func adopt(_ commitment: Commitment, decision: Decision? = nil) -> Int {
    add(.commitment(commitment, decision: decision))
  }

  @discardableResult
  mutating func prove(_ commitment: String, _ milestone: String, _ date: String, _ source: String)
    -> Int
  {
    add(.proof(Proof(commitment: commitment, milestone: milestone, day: day(date), source: source)))
  }

  var books: Books { Books(entries) }

  func judge(_ commitment: Commitment, _ date: String, known: Int = .max) throws -> Judgement {
    try Judge(books: books, evidence: store).judge(commitment, asOf: day(date), known: known)
  }
}

/// A commitment for 2023.
func promise(
  _ value: String, _ unit: String, _ measure: Measure?, bound: Statement.Bound = .exact,
  strict: Bool? = nil, to value2: String? = nil, tolerance: Tolerance? = nil, path: Path? = nil,
  settles: Int? = nil, kind: Commitment.Kind = .target, deadline: String = "2023-12-31"
) -> Commitment {
  Commitment(
    id: "P16", title: "高新技术企业", kind: kind, period: span("2023"), deadline: day(deadline),
    target: Target(
      value: exact(value), value2: value2.map(exact), bound: bound, strict: strict, unit: unit,
      tolerance: tolerance), units: ["科技局"], measure: measure, path: path, settles: settles)
}

let certificates = Measure.count(.init(registry: "高新技术企业", dated: "发证日期"))
