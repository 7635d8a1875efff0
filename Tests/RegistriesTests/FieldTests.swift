import Domain
import Testing

@testable import Registries

@Suite("Codes, stages, references")
struct FieldTests {
  private let projects = Registry(
    name: "招商项目", unit: "个", key: ["编号", "年度"],
    fields: [
      Field(name: "编号", kind: .text, required: true),
      Field(name: "年度", kind: .number, required: true, unit: "年"),
      Field(name: "进度", kind: .stages, stages: ["签约", "开工", "投产"]),
      Field(name: "投资方", kind: .reference, registry: "企业"),
      Field(name: "上级", kind: .reference, registry: "招商项目"),
    ])

  @Test("credit codes: known ones pass, one wrong character is found")
  func creditCodes() {
    // 公开的代码：阿里巴巴（中国）、腾讯、国家标准附录之例。
    for code in ["91330100799655058B", "9144030071526726XG"] {
      #expect(CreditCode.flaw(Array(code.utf8)) == nil, "\(code)")
    }
    #expect(CreditCode.flaw(Array("91330100799655058C".utf8)) == .check("B"))
    #expect(CreditCode.flaw(Array("9133010079965505".utf8)) == .length(16, expected: 18))
    #expect(CreditCode.flaw(Array("91I30100799655058B".utf8)) == .character(3))
    #expect(CreditCode.flaw(Array("9133010O799655058B".utf8)) == .character(8))
    #expect(CreditCode.flaw(Array("9133010079965505SB".utf8)) == .character(17))
    #expect(CreditCode.flaw(Array("云".utf8)) == .length(3, expected: 18))
  }

  @Test("every single change of a credit code is found", arguments: 1...20)
  func singleChanges(_ seed: Int) throws {
    var random = Seeded(seed)
    let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    let tail = (0..<9).compactMap { _ in alphabet.randomElement(using: &random) }
    let code = try #require(
      CreditCode.completed("91370103" + String(decoding: tail, as: UTF8.self)))
    var bytes = Array(code.utf8)
    #expect(CreditCode.flaw(bytes) == nil)
    for position in bytes.indices {
      let right = bytes[position]
      for byte in alphabet where byte != right {
        bytes[position] = byte
        #expect(CreditCode.flaw(bytes) != nil)
      }
      bytes[position] = right
    }
  }

  @Test("division codes")
  func divisionCodes() {
    #expect(DivisionCode.flaw(Array("370103".utf8)) == nil)
    #expect(DivisionCode.flaw(Array("990103".utf8)) == .province)
    #expect(DivisionCode.flaw(Array("37010".utf8)) == .length(5, expected: 6))
    #expect(DivisionCode.flaw(Array("37O103".utf8)) == .character(3))
  }

  @Test("codes are folded to narrow capitals; a number has lost its end")
  func codeCells() throws {
    let registry = Registry(
      name: "企业", unit: "家", key: ["代码"],
      fields: [Field(name: "代码", kind: .code, required: true, checker: .creditCode)])
    #expect(
      try registry.read("代码\n９１３３０１００７９９６５５０５８ｂ\n").records.map(\.key) == ["91330100799655058B"])
    let table = sheet([["代码"], ["913701000000000000"]], kinds: ["A2": .number])
    #expect(try registry.read(table).problems.map(\.kind) == [.creditCode(.number)])
  }

  @Test("stages: each in its own column, under several names, in order")
  func stages() throws {
    let day = try #require(Day("2023-03-01"))
    let later = try #require(Day("2023-05-01"))
    for header in ["签约,开工日期,投产", "进度.签约,进度.开工,进度.投产", "签约时间,进度开工,投产日期"] {
      let outcome = try projects.read("编号,年度,\(header)\nA,2023,2023-03-01,,2023-05-01\n")
      #expect(outcome.records.first?.key == "A\u{1F}2023")
      #expect(
        outcome.records.first?.values
          == [.text("A"), .number(2023), .day(day), .none, .day(later), .none, .none])
    }
    let wrong = try projects.read("编号,年度,签约,开工,投产\nA,2023,2023-03-01,,2023-02-01\n")
    #expect(wrong.problems.map(\.kind) == [.stageOrder(earlier: "签约", day)])
    #expect(wrong.addresses == ["E2"])
  }

  @Test("references: known, unknown, of full width, further down in the same table")
  func references() throws {
    let known = ["企业": Set(["A(1)"])]
    let fine = try projects.read("编号,年度,投资方\nA,2023,Ａ（１）\nB,2023,\n", known: known)
    #expect(fine.records.map { $0.values[5] } == [.text("A(1)"), .none])
    let wrong = try projects.read("编号,年度,投资方\nA,2023,B\n", known: known)
    #expect(wrong.problems.map(\.kind) == [.reference(registry: "企业")])
    let plots = Registry(
      name: "地块", unit: "宗", key: ["编号"],
      fields: [
        Field(name: "编号", kind: .text, required: true),
        Field(name: "并入", kind: .reference, registry: "地块"),
      ])
    #expect(try plots.read("编号,并入\nA,B\nB,\n").records.count == 2)
    #expect(try plots.read("编号,并入\nA,C\nB,\n").addresses == ["B2"])
    #expect(try plots.read("编号,并入\nA,C\n", known: ["地块": ["C"]]).records.count == 1)
  }
}

@Suite("Declarations of registries")
struct SchemaTests {
  private func problems(_ registry: Registry) -> [String] {
    RegistryCheck.problems(of: registry, among: [registry]).map { $0.line(.english) }
  }

  private let good = Registry(
    name: "企业", unit: "家", key: ["代码"],
    fields: [
      Field(name: "代码", kind: .code, required: true, checker: .creditCode),
      Field(name: "产值", kind: .number, aliases: ["总产值"], unit: "万元", digits: 2),
      Field(name: "进度", kind: .stages, stages: ["签约", "开工"]),
    ], duplicates: [.init(same: ["产值"], similar: "代码"), .init(same: ["进度.开工"])])

  @Test("a good one has none")
  func none() throws {
    #expect(problems(good).isEmpty)
    try RegistryCheck.check(good, among: [])
  }

  @Test("each thing that can be wrong is found")
  func each() {
    func changed(_ change: (inout Registry) -> Void) -> [String] {
      var registry = good
      change(&registry)
      return problems(registry)
    }
    func added(_ field: Field) -> [String] { changed { $0.fields.append(field) } }
    let all: [[String]] = [
      changed { $0.name = "" }, changed { $0.unit = " " }, changed { $0.key = [] },
      changed { $0.key = ["代码", "代码"] }, changed { $0.key = ["无"] },
      changed { $0.fields[0].required = nil }, changed { $0.key = ["代码", "产值"] },
      changed { $0.fields[0].checker = nil }, changed { $0.fields[1].unit = nil },
      changed { $0.fields[1].digits = 7 }, changed { $0.fields[1].digits = -1 },
      changed { $0.fields[2].stages = [] }, changed { $0.fields[2].stages = ["签约", "签约"] },
      changed { $0.fields[1].aliases = ["代 码"] }, changed { $0.fields[1].aliases = [""] },
      changed { $0.duplicates = [.init(same: ["无"])] }, changed { $0.duplicates = [.init()] },
      added(Field(name: "", kind: .text)), added(Field(name: "产值", kind: .text)),
      added(Field(name: "甲.乙", kind: .text)), added(Field(name: "类", kind: .choice)),
      added(Field(name: "类", kind: .choice, choices: ["a", "a"])),
      added(Field(name: "类", kind: .choice, choices: ["a", ""])),
      added(Field(name: "谁", kind: .reference)),
      added(Field(name: "谁", kind: .reference, registry: "无")),
      added(Field(name: "多余", kind: .text, unit: "家")),
    ]
    for (index, found) in all.enumerated() { #expect(!found.isEmpty, "\(index)") }
    let fault = RegistryFault.declaration(
      registry: "企业",
      problems: RegistryCheck.problems(
        of: Registry(name: "", unit: "", key: [], fields: []), among: []))
    #expect(fault.sentence(.chinese) != fault.sentence(.english))
  }
}
