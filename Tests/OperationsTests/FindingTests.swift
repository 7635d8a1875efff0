import Domain
import Foundation
import Publishing
import Storage
import Testing

@testable import Operations

/// What an auditor would ask stands beside the number, on the commitment's own page; honest records
/// that look alike are left in peace, and no verdict moves.
@Suite("Doubts of a commitment")
struct FindingTests {
  private let folder: Folder
  private let office: Office

  private static let registry = Registry(
    name: "项目", unit: "个", key: ["编号"],
    fields: [
      Field(name: "编号", kind: .text, required: true), Field(name: "投资方", kind: .text),
      Field(name: "选址", kind: .place), Field(name: "协议文号", kind: .text),
      Field(name: "协议额", kind: .number, unit: "万元"),
      Field(name: "进度", kind: .stages, stages: ["签约", "注册"], unless: "次序说明"),
      Field(name: "次序说明", kind: .text),
    ],
    duplicates: [.init(same: ["投资方", "选址"]), .init(same: ["协议文号", "协议额"])],
    checks: [
      .init(name: "文号年份", rule: .year(.init(of: "协议文号", on: "进度.签约"))),
      .init(name: "落户太快", rule: .order(["进度.签约", "进度.注册"], days: 1)),
    ])

  init() throws {
    folder = try Folder()
    office = OperationsTests.office(try folder.ledger())
    try office.furnish()
    let count = Measure.count(
      .init(registry: "项目", dated: "进度.注册", distinct: ["投资方", "选址"], newness: .gross))
    let sum = Measure.sum(.init(registry: "项目", field: "协议额", dated: "进度.注册"))
    try office.change(.plan, by: setup) { _ in
      [
        .registry(Self.registry), .commitment(Self.commitment("P1", count, "个"), decision: nil),
        .commitment(Self.commitment("P2", sum, "万元"), decision: nil),
        .commitment(
          Self.commitment(
            "P3",
            .all([
              .init(title: "个数", target: Target(value: Exact(2), unit: "个"), measure: count),
              .init(title: "金额", target: Target(value: Exact(9), unit: "万元"), measure: sum),
            ]), nil), decision: nil),
        .commitment(
          Self.commitment(
            "Q1",
            .milestones([
              .init(id: "a", title: "更新方案批复", proof: "批复文号"),
              .init(id: "b", title: "开工", proof: "施工许可证号"),
              .init(id: "c", title: "竣工验收", proof: "竣工验收报告"),
            ]), nil), decision: nil),
      ]
    }
  }

  private static func commitment(
    _ id: String, _ measure: Measure, _ unit: String?
  ) -> Commitment {
    Commitment(
      id: id, title: id, kind: unit == nil ? .task : .target, period: year, deadline: year.last,
      target: unit.map { Target(value: Exact(2), unit: $0) }, units: ["甲局"], measure: measure)
  }

  private func add(_ rows: String, allowingOrder: Bool = false) throws {
    let file = try folder.file(
      "\(UUID().uuidString).csv", "编号,投资方,选址,协议文号,协议额,签约,注册,次序说明\n" + rows)
    _ = try ImportRecords(office).run(
      file, into: "项目", allowingOrder: allowingOrder,
      source: SourceFacts(issuer: "甲局", date: today), by: setup)
  }

  private func judged(_ id: String) throws -> Judgement {
    try found(JudgeAccounts(office.store).run(asOf: today, only: [id]).judgements.first)
  }

  private func findings(_ id: String) throws -> [Finding] { try judged(id).findings ?? [] }

  @Test("a project told twice is named; one agreement with two sites and amounts is not")
  func likelySame() throws {
    try add(
      """
      1,云溪,经十路1号,招〔2029〕1号,500,2029-02-01,2029-03-01,
      2,云溪重工,经十路9号,招[2029]1号,500,2029-02-01,2029-04-01,
      3,南湖,舜耕路1号,招〔2029〕2号,100,2029-02-01,2029-03-01,
      4,南湖,舜耕路2号,招〔2029〕2号,200,2029-02-01,2029-03-01,
      """)
    let judgement = try judged("P1")
    #expect(judgement.actual == Exact(4))
    #expect(judgement.state == .met)
    #expect(judgement.findings?.map(\.groups) == [[["1", "2"]]])
    #expect(judgement.findings?.first?.kind == .likelySame)
    #expect(judgement.findings?.first?.count == 1)
  }

  @Test("what is counted once already is no doubt; what counted the year before is")
  func before() throws {
    try add(
      """
      1,云溪,经十路1号,,500,2029-02-01,2029-03-01,
      2,云溪,经十路一号,,500,2029-02-01,2029-04-01,
      """)
    #expect(try judged("P1").actual == Exact(1))
    #expect(try findings("P1").isEmpty)
    try add("0,云溪,经十路 1 号,,500,2028-02-01,2028-03-01,\n")
    #expect(try findings("P1").first?.count == 1)
    #expect(try findings("P1").first?.groups.first?.contains("0") == true)
  }

  @Test("checks name the record and what is wrong; an honest one is not named")
  func checks() throws {
    try add(
      """
      1,云溪,经十路1号,招〔2027〕1号,500,2029-02-01,2029-03-01,
      2,南湖,经十路2号,招〔2028〕7号,300,2029-01-20,2029-03-01,
      3,北岭,经十路3号,招〔2029〕8号,300,2029-01-20,2029-01-20,
      """)
    let found = try findings("P1")
    #expect(found.map(\.check) == ["文号年份", "落户太快"])
    #expect(found.map(\.groups) == [[["1"]], [["3"]]])
    #expect(try judged("P1").state == .met)
  }

  @Test("stages out of order: refused, taken with a reason, named where they were let in without")
  func order() throws {
    let row = "1,云溪,经十路1号,,500,2029-05-01,2029-03-01,"
    #expect(throws: (any Error).self) { try add(row + "\n") }
    try add(row + "先设公司后补协议\n")
    #expect(try !findings("P1").contains { $0.check == "进度先后倒置" })
    #expect(try judged("P1").actual == Exact(1))
    try add("2,南湖,经十路2号,,500,2029-05-01,2029-03-01,\n", allowingOrder: true)
    let named = try found(findings("P1").first { $0.check == "进度先后倒置" })
    #expect(named.groups == [["2"]])
    #expect(try judged("P1").actual == Exact(2))
  }

  @Test("one amount of another order is named with its share; ordinary ones are not")
  func sizes() throws {
    let usual = (1...20).map { "\($0),甲\($0),经十路\($0)号,,\(100 + $0),2029-02-01,2029-03-01," }
    try add(usual.joined(separator: "\n"))
    #expect(try findings("P2").isEmpty)
    try add("99,乙,经十路99号,,5000000,2029-02-01,2029-03-01,\n")
    let outlier = try found(findings("P2").first)
    #expect(outlier.kind == .outlier)
    #expect(outlier.groups == [["99"]])
  }

  @Test("each part shows its own number")
  func parts() throws {
    try add("1,云溪,经十路1号,,500,2029-02-01,2029-03-01,\n")
    let parts = try found(judged("P3").parts)
    #expect(parts.map(\.actual) == [Exact(1), Exact(500)])
    #expect(parts.map(\.state) == [.notMet, .met])
    let text = try String(
      decoding: ShowCommitment().text(
        ExplainCommitment(office.store).run("P3", asOf: today).account),
      as: UTF8.self)
    #expect(text.contains("个数 1 / 2 个"))
    #expect(text.contains("金额 500 / 9 万元"))
  }

  private func prove(
    _ milestone: String, on day: String, title: String, dated: String, file: String? = "内容",
    kind: DocumentKind? = nil
  ) throws {
    let path = try file.map { try folder.file("\(UUID().uuidString).txt", $0) }
    _ = try AddProof(office).run(
      "Q1", milestone: milestone, on: found(Day(day)), file: path,
      source: SourceFacts(
        id: title, title: title, issuer: "行政审批局", date: found(Day(dated)),
        address: file == nil ? "https://example.cn/a" : nil, kind: kind), by: setup)
  }

  @Test("a plan proves no approval, and so says the working; the approval does")
  func plans() throws {
    try prove("a", on: "2029-05-01", title: "水泥厂更新实施方案", dated: "2029-05-01")
    let plan = try judged("Q1")
    #expect(plan.actual == .zero)
    #expect(plan.leftOut.map(\.reason) == [.otherKind])
    #expect(plan.findings?.map(\.kind) == [.otherKind])
    try prove("a", on: "2029-05-01", title: "关于水泥厂更新方案的批复", dated: "2029-05-01")
    #expect(try judged("Q1").actual == Exact(1))
    #expect(try findings("Q1").isEmpty)
  }

  @Test("a plan that is called an approval is named; minutes that decide two things prove both")
  func minutes() throws {
    try prove(
      "a", on: "2029-05-01", title: "更新实施方案", dated: "2029-05-01", kind: .approval)
    #expect(try findings("Q1").map(\.kind) == [.otherKind])
    try prove("a", on: "2029-05-01", title: "常务会议纪要", dated: "2029-05-01", file: "一")
    try prove("c", on: "2029-06-01", title: "常务会议纪要（二）", dated: "2029-06-01", file: "一")
    #expect(try judged("Q1").actual == Exact(2))
    #expect(try findings("Q1").contains { $0.kind == .oneForSeveral })
  }

  @Test("older than its event, and not kept; a permit comes before the work")
  func papers() throws {
    try prove("b", on: "2029-05-10", title: "施工许可证", dated: "2029-05-01")
    #expect(try findings("Q1").isEmpty)
    try prove("c", on: "2029-12-10", title: "竣工验收报告", dated: "2029-11-01", file: nil)
    #expect(try Set(findings("Q1").map(\.kind)) == [.olderThanEvent, .notKept])
    #expect(try judged("Q1").actual == Exact(2))
  }
}
