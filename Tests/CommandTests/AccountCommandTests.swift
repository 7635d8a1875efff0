import Foundation
import Testing

/// The accounts from the command line, as an office would keep them.
@Suite("Keeping accounts from the command line")
struct AccountCommandTests {
  /// A ledger in a folder of its own, with helpers to work on it.
  struct Office {
    let folder: Folder
    var ledger: String { folder.path + "/l.ledger" }

    init() throws {
      folder = try Folder()
      try declare()
    }

    @discardableResult
    func duban(_ arguments: String...) throws -> Command {
      try Command.run(arguments + ["--ledger", ledger])
    }

    private func declare() throws {
      let file = try folder.file("registries.yaml", Self.registries)
      let command = try duban("registry", "declare", file)
      #expect(command.status == 0, "\(command.errors)")
    }

    func importing(
      _ csv: String, as name: String = "名单.csv", into registry: String = "证书",
      grade: String = "部门台账"
    ) throws -> Command {
      let file = try folder.file(name, csv)
      return try duban(
        "registry", "import", registry, file, "--issuer", "科技局", "--date", "2023-12-20",
        "--grade", grade)
    }

    func records() throws -> String {
      try duban("registry", "show", "证书", "--format", "csv").output
    }

    static let registries = """
      - name: 证书
        unit: 家
        key: [编号]
        fields:
          - {name: 编号, kind: text, required: true, aliases: [证书号]}
          - {name: 信用代码, kind: code, checker: 统一社会信用代码}
          - {name: 发证日期, kind: date, required: true}
          - {name: 类型, kind: choice, choices: [首次, 重新]}
          - {name: 金额, kind: number, unit: 万元, digits: 2}
          - {name: 联系人, kind: personal}
        duplicates:
          - {same: [发证日期, 类型]}
      """
  }

  @Test("a batch with bad rows is refused whole, with every problem by row and column")
  func refused() throws {
    let office = try Office()
    let command = try office.importing(
      """
      证书号,信用代码,发证日期,类型,金额
      A1,,2023-02-30,首次,1
      A2,913701000000000000,2023-03-01,首次,2
      A3,,2023-03-01,三次,"1,234.567"
      A1,,2023-03-01,重新,3
      """)
    #expect(command.status == 65)
    for part in ["行2", "行3", "行4", "2月30日", "信用代码", "类型", "金额"] {
      #expect(
        command.errors.contains(part) || command.errors.contains("2023-02-30"),
        "\(part): \(command.errors)")
    }
    #expect(try !office.records().contains("A2"))
    #expect(try office.duban("verify").output.contains("1 条记录"))
  }

  @Test("the same rows again are nothing, a changed row is a new version")
  func versions() throws {
    let office = try Office()
    let rows = "证书号,发证日期,类型,金额\nA1,2023/3/1,首次,１,２３４.５\nA2,2023年3月2日,重新,2\n"
    #expect(
      try office.importing(rows.replacing("１,２３４.５", with: "\"１，２３４.５\"")).output.contains("新增 2 条")
    )
    #expect(
      try office.importing("证书号,发证日期,类型,金额\nA1,2023-03-01,首次,1234.5\n", as: "b.csv").output
        .contains("未变 1 条"))
    #expect(
      try office.importing("证书号,发证日期,类型,金额\nA1,2023-03-01,首次,99\n", as: "c.csv").output.contains(
        "更新 1 条"))
    #expect(try office.records().contains("99"))
  }

  @Test("personal fields are in no export")
  func personal() throws {
    let office = try Office()
    _ = try office.importing("证书号,发证日期,联系人\nA1,2023-03-01,张三丰\n")
    #expect(try office.records().contains("A1"))
    #expect(try !office.records().contains("张三丰"))
    for format in ["table", "jsonl"] {
      #expect(
        try !office.duban("registry", "show", "证书", "--format", format).output.contains("张三丰"))
    }
  }

  @Test("a report is adopted, bound to a measure, judged; evidence entered later is left out")
  func adoptBindJudge() throws {
    let office = try Office()
    let report = try office.folder.file(
      "报告.txt", "2023年政府工作报告\n\n二、2023年重点工作\n\n2023年，力争新增高新技术企业2家以上。\n")
    let adopted = try office.duban("plan", "adopt", report, "--year", "2023", "--pack", "none")
    #expect(adopted.output.contains("1 项"), "\(adopted.errors)")
    let measure = try office.folder.file(
      "m.yaml",
      "count: {registry: 证书, dated: 发证日期, newness: gross, where: [{field: 类型, is: 首次}]}\n")
    #expect(try office.duban("plan", "set", "N1", "--measure", measure).status == 0)
    _ = try office.importing(
      "证书号,发证日期,类型\nA1,2023-03-01,首次\nA2,2023-05-01,首次\nA4,2023-06-01,重新\n")
    // What a registry begins with is no news of the period; what comes after it is.
    _ = try office.importing("证书号,发证日期,类型\nA3,2022-12-30,首次\n")
    let now = try office.duban(
      "judge", "--as-of", "2023-12-31", "--known", "now", "--format", "jsonl"
    ).output
    #expect(now.contains("\"state\": \"met\"") && now.contains("\"actual\": 2,"), "\(now)")
    #expect(now.contains("outsidePeriod"))
    let then = try office.duban("judge", "--as-of", "2023-12-31", "--format", "jsonl")
    #expect(then.output.contains("recordedLater") && !then.output.contains("\"state\": \"met\""))
    #expect(then.errors.contains("--known now"))
    let shown = try office.duban(
      "show", "N1", "--as-of", "2023-12-31", "--known", "now", "--records"
    ).output
    #expect(shown.contains("力争新增高新技术企业2家以上") && shown.contains("A1"))
  }

  @Test("a target moves only by a decision, and the old one stays")
  func decision() throws {
    let office = try Office()
    let report = try office.folder.file("报告.txt", "2023年工作安排\n\n2023年，新增企业52家。\n")
    _ = try office.duban("plan", "adopt", report, "--year", "2023", "--pack", "none")
    let draft = try office.duban("plan", "set", "N1", "--settles", "3")
    #expect(draft.status == 0, "\(draft.errors)")
    let issued = try office.duban("plan", "issue", "2023", "--date", "2023-02-10")
    #expect(issued.status == 0, "\(issued.errors)")
    for option in [["--settles", "9"], ["--unverifiable", "难"], ["--deadline", "2024-06-30"]] {
      let bent = try office.duban("plan", "set", "N1", option[0], option[1])
      #expect(bent.status == 65 && bent.errors.contains("T154"), "\(bent.errors)")
    }
    let withdrawn = try office.duban("plan", "withdraw", "N1", "--reason", "难")
    #expect(withdrawn.status == 65 && withdrawn.errors.contains("T154"), "\(withdrawn.errors)")
    let refused = try office.duban("plan", "set", "N1", "--target", "40")
    #expect(refused.status == 65 && refused.errors.contains("T104"), "\(refused.errors)")
    let moved = try office.duban(
      "plan", "set", "N1", "--target", "40", "--document", "调整决定", "--authority", "区人大常委会",
      "--date", "2023-08-30")
    #expect(moved.status == 0, "\(moved.errors)")
    let shown = try office.duban("show", "N1", "--as-of", "2023-12-31", "--known", "now").output
    #expect(shown.contains("目标：52 家 → 40 家") && shown.contains("调整决定"))
  }

  @Test("a plan file that comes back unchanged changes nothing, and a change is a version")
  func planFile() throws {
    let office = try Office()
    let report = try office.folder.file("报告.txt", "2023年工作安排\n\n2023年，新增企业52家。\n")
    _ = try office.duban("plan", "adopt", report, "--year", "2023", "--pack", "none")
    let file = office.folder.path + "/plan.yaml"
    #expect(try office.duban("plan", "export", "--out", file).status == 0)
    #expect(try office.duban("plan", "import", file).output.contains("更新 0 项"))
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("title: ", with: "title: 改：")
      .write(toFile: file, atomically: true, encoding: .utf8)
    let changed = try office.duban("plan", "import", file)
    #expect(changed.output.contains("更新 1 项"), "\(changed.errors)")
    #expect(try office.duban("plan", "list").output.contains("改："))
  }

  @Test("export and import give an equal ledger; a backup is restored")
  func transport() throws {
    let office = try Office()
    _ = try office.importing("证书号,发证日期\nA1,2023-03-01\n")
    let head = try office.duban("verify").output
    let folder = office.folder.path + "/export"
    #expect(try office.duban("export", folder).status == 0)
    let other = office.folder.path + "/other.ledger"
    #expect(try Command.run(["import", folder, "--ledger", other]).status == 0)
    #expect(try Command.run(["verify", "--ledger", other]).output == head)
    let backup = office.folder.path + "/backup"
    #expect(try office.duban("backup", backup).status == 0)
    let third = office.folder.path + "/third.ledger"
    #expect(try Command.run(["restore", backup, "--ledger", third]).status == 0)
    #expect(try Command.run(["verify", "--ledger", third]).output == head)
  }

  @Test("faults: a missing ledger, an unknown registry, a bad declaration, light rules with a gap")
  func faults() throws {
    let office = try Office()
    let missing = try Command.run(["judge", "--ledger", office.folder.path + "/none"])
    #expect(missing.status == 74, "\(missing.errors)")
    #expect(try office.importing("证书号\n", into: "没有").errors.contains("O104"))
    let typo = try office.folder.file("t.yaml", "- name: 甲\n  unti: 个\n  key: [a]\n  fields: []\n")
    let declared = try office.duban("registry", "declare", typo)
    #expect(declared.status == 65 && declared.errors.contains("unit"), "\(declared.errors)")
    let gap = try office.folder.file(
      "g.yaml",
      """
      - name: 有空档
        source: 某市
        lights:
          - {light: green, when: {behindPoints: "<= 0"}}
          - {light: yellow, when: {behindPoints: ">= 10, <= 30"}}
          - {light: red, when: {behindPoints: "> 30"}}
      """)
    let lights = try office.duban("lights", "declare", gap)
    #expect(lights.status == 65 && lights.errors.contains("T141"), "\(lights.errors)")
    let bomb = try office.folder.file(
      "bomb.yaml", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n")
    #expect(try office.duban("registry", "declare", bomb).status == 65)
    let lost = try office.folder.file(
      "lost.yaml",
      "- {name: 甲, unit: 个, key: [a], fields: [{name: a, kind: text, required: true}, {name: b, kind: reference, registry: 乙}]}\n"
    )
    #expect(try office.duban("registry", "declare", lost).status == 65)
    #expect(try office.duban("verify").output.contains("1 条记录"))
  }

  @Test("a bureau's table is read, revised, and judged with its vintage")
  func observations() throws {
    let office = try Office()
    let series = try office.folder.file(
      "s.yaml",
      "- {name: 社零, unit: 亿元, price: 现价, cadence: month, silent: [1], aliases: [社会消费品零售总额]}\n")
    #expect(try office.duban("data", "declare", series).status == 0)
    let table = try office.folder.file(
      "t.csv",
      "2023年11月主要指标,,,,\n指标,本月,比去年同月增长(%),1-本月,比去年同期增长(%)\n社会消费品零售总额（亿元）,44.1,7.9,475.3,5.4\n")
    let first = try office.duban(
      "data", "import", table, "--issuer", "统计局", "--date", "2023-12-24", "--grade", "统计发布")
    #expect(first.status == 0 && first.output.contains("4"), "\(first.errors)")
    let shown = try office.duban("data", "show", "社零").output
    #expect(
      shown.contains("475.3") && shown.contains("5.4 %") && shown.contains("2023-01..2023-11"))
    let january = try office.folder.file("j.csv", "2023年1月,,\n指标,本月,1-本月\n社零（亿元）,40,40\n")
    let silent = try office.duban(
      "data", "import", january, "--issuer", "统计局", "--date", "2023-02-24", "--grade", "统计发布")
    #expect(silent.status == 65 && silent.errors.contains("E140"), "\(silent.errors)")
  }
}
