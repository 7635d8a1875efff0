import Domain
import Testing
import Tracking

@Suite("A plan is adopted from a report")
struct AdoptionTests {
  /// Words of our own, in the shape of a report.
  static let text = """
    新增高新技术企业52家
    去年市场主体增至12.6万家。
    今年力争新增高新技术企业52家，新增市场主体1.5万家以上，农村土地经营权流转率达到30%左右，地区生产总值增长6%左右。
    推进7个片区18个项目的拆迁清零以及14个新片区26个项目的征收拆迁，更新40余个低效楼宇。
    6月底前申报省级经济开发区，建立“10分钟绿色通道”和“30分钟就医圈”，繁荣文化。
    """

  private static func find(_ words: String, after: String = "") -> Range<Int> {
    let (bytes, word) = (Array(text.utf8), Array(words.utf8))
    var start = after.isEmpty ? 0 : find(after).lowerBound
    while Array(bytes[start...].prefix(word.count)) != word { start += 1 }
    return start..<start + word.count
  }

  private static func statement(
    _ id: Int, _ indicator: String, _ clause: Range<Int>, _ relation: Statement.Relation,
    _ value: Double, _ unit: String, action: String? = nil, bound: Statement.Bound = .exact,
    strict: Bool = false, kind: Statement.Kind = .target, period: String? = "2023",
    modality: String? = nil, restates: Int? = nil
  ) -> Statement {
    Statement(
      id: id, range: clause, clause: clause, sentence: clause, passage: 0, indicator: indicator,
      action: action, relation: relation, bound: bound, strict: strict,
      value: Exact(measured: value) ?? .zero, unit: unit,
      kind: kind, period: period, modality: modality, rule: "test", restates: restates)
  }

  static var reading: ReportReading {
    let bytes = Array(text.utf8)
    let report = Report(
      name: "r.txt", year: 2023, text: bytes,
      passages: [Passage(range: 0..<bytes.count, section: 0, number: 1)],
      sections: [Section(level: 1, label: "一、", title: "目标", parent: nil)])
    let demolition = find("7个片区18个项目的拆迁清零以及14个新片区26个项目的征收拆迁")
    let statements = [
      statement(1, "高新技术企业", find("新增高新技术企业52家"), .count, 52, "家", action: "新增", restates: 3),
      statement(2, "市场主体", find("市场主体增至12.6万家"), .level, 12.6, "万家", kind: .claim, period: "2022"),
      statement(3, "高新技术企业", find("力争新增高新技术企业52家"), .count, 52, "家", action: "新增", modality: "力争"),
      statement(4, "市场主体", find("新增市场主体1.5万家以上"), .count, 1.5, "万家", action: "新增", bound: .atLeast),
      statement(5, "农村土地经营权流转率", find("农村土地经营权流转率达到30%左右"), .share, 30, "%", bound: .about),
      statement(6, "地区生产总值", find("地区生产总值增长6%左右"), .growth, 6, "%", bound: .about),
      statement(7, "片区", demolition, .count, 7, "个"),
      statement(8, "项目的拆迁清零", demolition, .count, 18, "个"),
      statement(9, "新片区", demolition, .count, 14, "个"),
      statement(10, "项目的征收拆迁", demolition, .count, 26, "个"),
      statement(11, "低效楼宇", find("更新40余个低效楼宇"), .count, 40, "个", bound: .about, strict: true),
    ]
    func task(_ id: Int, _ words: String, deadline: String? = nil, vague: Bool = false) -> WorkTask
    {
      WorkTask(
        id: id, range: find(words), sentence: find(words), passage: 0, verb: "", object: words,
        vague: vague, reason: vague ? "没有终点" : "文号", deadline: deadline)
    }
    return ReportReading(
      report: report, statements: statements,
      tasks: [
        task(1, "6月底前申报省级经济开发区", deadline: "2023-06"),
        task(2, "建立“10分钟绿色通道”和“30分钟就医圈”"), task(3, "繁荣文化", vague: true),
      ])
  }

  private static func template(
    _ id: String, _ words: [String], _ relation: Statement.Relation?,
    kind: Commitment.Kind = .target, parts: [Template.Part]? = nil
  ) -> Template {
    Template(
      id: id, title: id, kind: kind, reads: .init(words: words, relation: relation), units: ["科技局"],
      measure: parts == nil && relation != nil ? certificates : nil, parts: parts)
  }

  private static func part(_ title: String, _ words: [String]) -> Template.Part {
    .init(title: title, reads: .init(words: words, relation: .count), measure: certificates)
  }

  static let templates = [
    template("B4", ["市场主体"], .level, kind: .baseline), template("T1", ["地区生产总值"], .growth),
    template("P11", ["新增", "市场主体"], .count), template("P16", ["高新技术企业"], .count),
    template("P32", ["流转率"], .share),
    template(
      "P25", ["拆迁清零"], .count,
      parts: [part("片区", ["片区", "拆迁清零"]), part("项目", ["项目", "拆迁清零"])]),
    template(
      "P26", ["征收拆迁"], .count,
      parts: [part("片区", ["新片区", "征收拆迁"]), part("项目", ["项目", "征收拆迁"])]),
    template("P39", ["10分钟"], nil, kind: .task), template("P40", ["30分钟"], nil, kind: .task),
    template("Q18", ["经济开发区"], nil, kind: .task), template("Q99", ["海底隧道"], .count),
  ]

  private func propose(withTasks: Bool = false) throws -> Adoption.Result {
    try Adoption.propose(
      reading: Self.reading, report: "ab12", templates: Self.templates, withTasks: withTasks)
  }

  private func find(_ id: String) throws -> Commitment {
    try #require(try propose().commitments.first { $0.id == id })
  }

  @Test("each template finds its own; what none knows is kept and said to be unverifiable")
  func whole() throws {
    let result = try propose(withTasks: true)
    #expect(
      result.commitments.map(\.id) == [
        "B4", "T1", "P11", "P16", "P32", "P25", "P26", "P39", "P40", "Q18", "N1", "M1",
      ])
    #expect(result.notFound == ["Q99"])
    let left = try find("N1")
    #expect(left.title == "更新40余个低效楼宇")
    #expect(left.unverifiable != nil && left.measure == nil)
    #expect(result.commitments.last?.unverifiable == "无法核验：没有终点")
    #expect(try propose(withTasks: true) == result)
  }

  @Test("numbers, bounds, tolerance and strength are the report's")
  func targets() throws {
    #expect(try find("P11").target == Target(value: exact("1.5"), bound: .atLeast, unit: "万家"))
    #expect(try find("P16").strength == .aim)
    #expect(try find("P32").target?.tolerance == Tolerance(value: Exact(5), kind: .percent))
    #expect(
      try find("T1").target?.tolerance == Tolerance(value: exact("0.5"), kind: .points))
    let more = try find("N1").target
    #expect(more?.bound == .atLeast && more?.strict == true)
    #expect(try find("B4").target?.value == exact("12.6"))
    #expect(try find("B4").period == span("2022"))
  }

  @Test("two promises of one clause keep their four numbers apart")
  func parts() throws {
    func numbers(_ id: String) throws -> [Exact] {
      guard case .all(let parts) = try find(id).measure else { return [] }
      return parts.map(\.target.value)
    }
    #expect(try numbers("P25") == [Exact(7), Exact(18)])
    #expect(try numbers("P26") == [Exact(14), Exact(26)])
  }

  @Test("the headline is folded in, and every quote stands where it is said to")
  func origins() throws {
    #expect(try find("P16").origins.count == 2)
    let scalars = Array(Self.text.unicodeScalars)
    for commitment in try propose(withTasks: true).commitments {
      #expect(!commitment.origins.isEmpty)
      for origin in commitment.origins {
        let words = scalars[origin.start..<origin.end].map(String.init).joined()
        #expect(words == origin.quote)
        #expect(origin.section == "一、目标")
      }
    }
  }

  @Test("a task's own deadline counts; one clause may promise two things")
  func tasks() throws {
    #expect(try find("Q18").deadline == day("2023-06-30"))
    #expect(try find("P39").origins == find("P40").origins)
    #expect(try find("P40").target == nil)
  }

  @Test("dates of the templates move to the year of a later plan, and stay in their own")
  func dates() throws {
    func dues(_ year: Int) throws -> [Day?] {
      var reading = Self.reading
      reading.report.year = year
      var template = Self.template("P40", ["30分钟"], nil, kind: .task)
      template.measure = .milestones([
        .init(id: "a", title: "上报", proof: "文号", due: day("2023-06-30")),
        .init(id: "b", title: "通报", proof: "文号", due: day("2024-02-29")),
        .init(id: "c", title: "办结", proof: "文号"),
      ])
      let made = try Adoption.propose(reading: reading, report: "ab12", templates: [template])
      let found = try #require(made.commitments.first { $0.id == "P40" })
      guard case .milestones(let milestones)? = found.measure else { return [] }
      return milestones.map(\.due)
    }
    #expect(try dues(2023) == [day("2023-06-30"), day("2024-02-29"), nil])
    #expect(try dues(2026) == [day("2026-06-30"), day("2027-02-28"), nil])
  }

  @Test("without a year nothing can be adopted")
  func noYear() {
    var reading = Self.reading
    reading.report.year = nil
    #expect(throws: TrackingFault.noYear) {
      try Adoption.propose(reading: reading, report: "", templates: [])
    }
  }
}
