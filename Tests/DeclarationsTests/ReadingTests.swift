import Domain
import Testing

@testable import Declarations

@Suite("Declarations as people write them")
struct ReadingTests {
  private let reader = DeclarationReader(file: "f.yaml")

  @Test func registries() throws {
    #expect(try reader.registries(Array(Samples.registryFile.utf8)) == Samples.registries)
  }

  @Test func lights() throws {
    #expect(try reader.lights(Array(Samples.lightFile.utf8)) == Samples.lights)
  }

  @Test func oneThingNeedsNoDash() throws {
    #expect(
      try reader.units(Array("name: 科技局\nkind: department".utf8)) == [
        WorkUnit(name: "科技局", kind: .department)
      ])
  }

  @Test(arguments: ["", "# 只有注释\n", "[]", "\u{FEFF}[]", "~"])
  func nothingIsAnEmptyList(_ text: String) throws {
    #expect(try reader.units(Array(text.utf8)).isEmpty)
  }

  @Test func planLeavesOutWhatGoesWithoutSaying() throws {
    let plan = try reader.plan(Array(Samples.planFile.utf8))
    let commitment = try #require(plan.commitments.first?.commitment)
    #expect(commitment.state == .active)
    #expect(commitment.origins.isEmpty)
    #expect(commitment.target == Target(value: Exact(52), bound: .atLeast, unit: "家"))
    #expect(commitment.deadline == Day(year: 2023, month: 12, day: 31))
    #expect(
      commitment.measure
        == .count(
          .init(
            registry: "高新技术企业", dated: "发证日期", where: [.isOne(field: "类型", of: ["首次认定"])],
            newness: .first)))
  }

  @Test func planIsWrittenForPeople() throws {
    let text = String(
      decoding: try DeclarationWriter().plan(reader.plan(Array(Samples.planFile.utf8))),
      as: UTF8.self)
    let body = text.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.hasPrefix("#") }.joined(separator: "\n")
    #expect(
      body == """

        place: 某市某区
        year: 2023
        reports: []

        commitments:
          - id: P16
            title: 新增高新技术企业
            target:
              value: 52
              bound: at_least
              unit: 家
            deadline: 2023-12-31
            units: [科技局, 工信局]
            strength: 力争
            measure:
              count:
                registry: 高新技术企业
                dated: 发证日期
                where:
                  - {field: 类型, is: [首次认定]}
                newness: first
            kind: target
            period: 2023
            state: active
            origins: []

        """)
  }
}

@Suite("What is wrong is said with its place")
struct FaultTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var yaml: String
    var code: FaultCode
    var line: Int?
    var column: Int?
    var says: String
    var testDescription: String { "\(code.rawValue) \(says)" }
  }

  static let cases = [
    Case(
      yaml: "- {name: 甲, kind: department, dutys: [乙]}", code: .unknownKey, line: 1, column: 31,
      says: "是否应为“duties”"),
    Case(
      yaml: "- name: 甲\n  kind: department\n  电话: 1\n", code: .unknownKey, line: 3, column: 3,
      says: "可用的键：name、english、kind、duties"),
    Case(
      yaml: "- name: 甲\n  kind: 部门\n", code: .declarationValue, line: 2, column: 9,
      says: "其中之一：department、subdistrict、other"),
    Case(
      yaml: "- name: 甲\n- nmae: 乙\n  kind: other\n", code: .missingKey, line: 1, column: 3,
      says: "缺少键“kind”"),
    Case(
      yaml: "- nmae: 乙\n  kind: other\n", code: .missingKey, line: 1, column: 3, says: "误写成了“nmae”"),
    Case(
      yaml: "- name: [甲]\n  kind: other\n", code: .declarationValue, line: 1, column: 9,
      says: "清单。应为文字"),
    Case(
      yaml: "- name:\n  kind: other\n", code: .declarationValue, line: 1, column: 8, says: "空值。应为文字"
    ),
    Case(
      yaml: "- name: 甲\n  name: 乙\n  kind: other\n", code: .doubledKey, line: 1, column: 3,
      says: "“name”在同一处写了两次"),
    Case(
      yaml: "- name: 甲\n  kind: other\n- name: 甲\n  kind: other\n", code: .repeatedName, line: 3,
      column: 9, says: "“甲”出现了两次"),
    Case(yaml: "- name: 甲\n\tkind: other\n", code: .declarationSyntax, line: 2, says: "制表符"),
    Case(yaml: "- name: \"甲\n", code: .declarationSyntax, says: "YAML"),
    Case(yaml: "- {name: 甲", code: .declarationSyntax, says: "YAML"),
    Case(
      yaml: "- name: 甲\u{7}\n", code: .declarationSyntax, line: 1, column: 10, says: "控制字符"),
    Case(yaml: "- &a {name: 甲, kind: other}", code: .declarationForbidden, line: 1, says: "锚点"),
    Case(
      yaml: "- name: &a 甲\n  english: *a\n  kind: other", code: .declarationForbidden, line: 1,
      says: "锚点"),
    Case(
      yaml: "- name: *a\n", code: .declarationForbidden, line: 1, column: 9, says: "别名"),
    Case(yaml: "- <<: {name: 甲}\n", code: .declarationForbidden, line: 1, says: "合并键"),
    Case(yaml: "- name: !x 甲\n", code: .declarationForbidden, line: 1, says: "标签（!x）"),
    Case(yaml: "- !!binary name\n", code: .declarationForbidden, line: 1, says: "标签"),
    Case(yaml: "- ? [甲]\n  : 乙\n", code: .declarationForbidden, line: 1, says: "不是单个词"),
    Case(yaml: "[]\n---\n[]\n", code: .declarationForbidden, line: 2, says: "多份文档"),
    Case(yaml: "甲", code: .declarationValue, line: 1, says: "应为清单"),
  ]

  @Test(arguments: cases)
  func units(_ wrong: Case) throws {
    let error = #expect(throws: DeclarationFaults.self) {
      try DeclarationReader(file: "f.yaml").units(Array(wrong.yaml.utf8))
    }
    let fault = try #require(error?.faults.first)
    #expect(fault.code == wrong.code)
    #expect(fault.sentence(.chinese).contains(wrong.says), "\(fault.sentence(.chinese))")
    #expect(!fault.sentence(.english).isEmpty)
    if let line = wrong.line { #expect(fault.place?.line == line) }
    if let column = wrong.column { #expect(fault.place?.column == column) }
    if let line = fault.place?.line {
      let lines = wrong.yaml.split(separator: "\n", omittingEmptySubsequences: false)
      if line <= lines.count { #expect(fault.place?.excerpt == String(lines[line - 1])) }
    }
  }

  private func planFault(_ change: (from: String, to: String)) throws -> DeclarationFault {
    let yaml = Samples.planFile.replacing(change.from, with: change.to)
    let error = #expect(throws: DeclarationFaults.self) {
      try DeclarationReader(file: "plan.yaml").plan(Array(yaml.utf8))
    }
    return try #require(error?.faults.first)
  }

  @Test(arguments: [
    ("measure:", "mesure:", "“measure”"), ("value: 52", "value: 五十二", "数，如 12 或 1.5"),
    ("period: 2023", "period: 2023年", "时期"), ("2023-12-31", "2023-02-30", "日期"),
    ("count:", "cuont:", "恰有一个键的口径"), ("is: 首次认定", "iss: 首次认定", "字段条件"),
    ("is: 首次认定", "is: 首次认定, lies: any", "没有“lies”这个键"),
    ("newness: first", "newness: 首次", "gross、net、first"),
    ("kind: target", "kind: target\n    path: [{day: 2023-06-31, percent: 50}]", "日期"),
    ("kind: target", "kind: target\n    path: [{day: 2023-06-30, persent: 50}]", "persent"),
    ("kind: target", "kind: target\n    path: 斜线", "linear"),
    ("year: 2023", "yaer: 2023", "“year”"),
    ("year: 2023", "year: 二三", "整数"), ("commitments:", "comitments:", "“commitments”"),
    ("kind: target", "kind: target\n    state: 在办", "active"),
    ("kind: target", "kind: target\n    decision: {document: 文, authority: 会}", "“date”"),
  ])
  func plans(_ from: String, _ to: String, _ says: String) throws {
    let fault = try planFault((from, to))
    #expect(fault.sentence(.chinese).contains(says), "\(fault.sentence(.chinese))")
    #expect(fault.place?.line != nil)
  }

  @Test func everyElementIsLookedAt() throws {
    let yaml = "- name: 甲\n- {name: 乙, kind: other, x: 1}\n- {name: 丙, kind: other}\n- 4\n"
    let error = #expect(throws: DeclarationFaults.self) {
      try DeclarationReader(file: "f").units(Array(yaml.utf8))
    }
    #expect(error?.faults.map(\.code) == [.missingKey, .unknownKey, .declarationValue])
    #expect(error?.faults.map { $0.place?.line } == [1, 2, 4])
  }

  @Test func lightsAskAboutFactsThatThereAre() {
    let yaml = Samples.lightFile.replacing("excused: any", with: "excuse: any")
    let error = #expect(throws: DeclarationFaults.self) {
      try DeclarationReader(file: "f").lights(Array(yaml.utf8))
    }
    #expect(error?.faults.first?.sentence(.english).contains("Did you mean \"excused\"?") == true)
    #expect(error?.faults.first?.place?.line == 10)
  }

  @Test func namesWithinARegistryDiffer() throws {
    let yaml = Samples.registryFile.replacing("name: 证书编号", with: "name: 发证日期")
    let error = #expect(throws: DeclarationFaults.self) {
      try DeclarationReader(file: "f").registries(Array(yaml.utf8))
    }
    #expect(error?.faults.map(\.code) == [.repeatedName])
  }
}
