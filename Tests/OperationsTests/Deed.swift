import Domain
import Foundation

@testable import Operations

/// A writing command, as it is raced.
struct Deed: Sendable {
  /// The file of the command, so that none is forgotten.
  var file: String
  var name: String
  var traits: Set<Verb.Trait> = []
  /// What has to be there before.
  var prepare: @Sendable (Racer) throws -> Void = { _ in }
  var arguments: @Sendable (Racer, Folder) throws -> [String]

  /// As which verb it behaves beside others.
  var verb: Verb { Verb(file: file, name: name, traits: traits, run: { _ in }) }

  static var all: [Deed] { plan + evidence + others }

  private static var plan: [Deed] {
    let end: Set<Verb.Trait> = [.needsTarget, .endsTarget, .boundByIssue, .once("end")]
    return [
      Deed(
        file: "PlanCommand", name: "plan adopt", traits: [.once("adopt")],
        arguments: { racer, folder in
          let year = 1950 + racer.round
          let text = "\(year)年工作安排\n\n\(year)年，新增企业\(racer.round + 10)家。\n"
          return [
            "plan", "adopt", try folder.file("报告\(racer.round).txt", text), "--year", "\(year)",
            "--place", "区\(racer.round)", "--pack", "none",
          ]
        }),
      Deed(
        file: "PlanCommand", name: "plan import", traits: [.needsTarget, .carriesBasis],
        arguments: { racer, folder in
          let yaml = """
            entry: \(try racer.office.books().sequence)
            commitments:
              - {id: \(racer.target), title: 改名 \(racer.name), kind: task, period: 2029, \
            deadline: 2029-12-31, units: [甲局], \
            measure: {milestones: [{id: s1, title: 上线, proof: 验收单}]}}

            """
          return ["plan", "import", try folder.file("plan-\(racer.name).yaml", yaml)]
        }),
      Deed(
        file: "PlanCommand", name: "plan issue", traits: [.once("issue")],
        prepare: { racer in
          let old = Commitment(
            id: "I\(racer.round)", title: "旧事", kind: .task,
            period: try found(Period.year(1800 + racer.round)), unverifiable: "无")
          try racer.office.change(.plan, by: setup) { _ in [.commitment(old, decision: nil)] }
        },
        arguments: { racer, _ in ["plan", "issue", "\(1800 + racer.round)"] }),
      Deed(
        file: "PlanSetCommand", name: "plan set", traits: [.needsTarget],
        arguments: { racer, _ in
          ["plan", "set", racer.target]
            + (racer.side == 0 ? ["--title", "改名 \(racer.name)"] : ["--units", "乙局、甲局"])
        }),
      Deed(
        file: "PlanCommand", name: "plan merge", traits: end,
        arguments: { racer, _ in ["plan", "merge", racer.target, "--into", "whole"] }),
      Deed(
        file: "PlanCommand", name: "plan split", traits: end,
        arguments: { racer, _ in
          ["plan", "split", racer.target, "\(racer.name)a=一", "\(racer.name)b=二"]
        }),
      Deed(
        file: "PlanCommand", name: "plan withdraw", traits: end,
        arguments: { racer, _ in ["plan", "withdraw", racer.target, "--reason", "撤下"] }),
    ]
  }

  private static var evidence: [Deed] {
    let source = ["--issuer", "统计局", "--date", "2029-12-31"]
    return [
      Deed(
        file: "RegistryCommand", name: "registry declare",
        arguments: { racer, folder in
          let yaml = """
            - {name: 台账\(racer.name), unit: 件, key: [编号], fields: [{name: 编号, kind: text, required: true}]}

            """
          return ["registry", "declare", try folder.file("r-\(racer.name).yaml", yaml)]
        }),
      Deed(
        file: "RegistryCommand", name: "registry import",
        arguments: { racer, folder in
          let csv =
            "编号,日期,数\nR\(racer.name),2029-03-01,1\n共同,2029-03-01,\(racer.round)\(racer.side)\n"
          return ["registry", "import", "事项", try folder.file("i-\(racer.name).csv", csv)] + source
        }),
      Deed(
        file: "RegistryCommand", name: "registry remove", traits: [.once("remove")],
        prepare: { racer in
          let csv = "编号,日期,数\n多余\(racer.round),2029-03-01,1\n"
          _ = try ImportRecords(racer.office).run(
            Array(csv.utf8), name: "a.csv", into: "事项",
            source: SourceFacts(issuer: "统计局", date: year.last), by: setup)
        },
        arguments: { racer, _ in
          ["registry", "remove", "事项", "多余\(racer.round)", "--reason", "误录"]
        }),
      Deed(
        file: "DataCommand", name: "data declare",
        arguments: { racer, folder in
          let yaml = "- {name: 指标\(racer.name), unit: 家, cadence: month}\n"
          return ["data", "declare", try folder.file("s-\(racer.name).yaml", yaml)]
        }),
      Deed(
        file: "DataCommand", name: "data import",
        arguments: { racer, folder in
          let csv = "指标,时期,数值\n企业数,2029-0\(racer.side + 1),\(racer.round + 1)\n"
          return ["data", "import", try folder.file("d-\(racer.name).csv", csv)] + source
        }),
      Deed(
        file: "ProofCommand", name: "proof",
        arguments: { racer, _ in
          ["proof", racer.target, "s1", "--on", "2029-12-31", "--title", "验收单"]
            + ["--address", "https://example.org/\(racer.name)"] + source
        }),
      Deed(
        file: "CircleCommand", name: "roads declare",
        arguments: { racer, folder in
          let csv = "类别,线形\nresidential,\"117.0 36.6; 117.01 36.61\"\n"
          return [
            "roads", "declare", "路网\(racer.name)", try folder.file("m-\(racer.name).csv", csv),
          ]
        }),
    ]
  }

  private static var others: [Deed] {
    [
      Deed(
        file: "LightsCommand", name: "lights declare",
        arguments: { racer, folder in
          let yaml = """
            - name: 规则\(racer.name)
              source: 测试
              lights:
                - {light: green, when: {missed: "= 0"}}
                - {light: red, when: {missed: "= 1"}}

            """
          return ["lights", "declare", try folder.file("l-\(racer.name).yaml", yaml)]
        }),
      Deed(
        file: "PackCommand", name: "pack", traits: [.idempotent], arguments: { _, _ in ["pack"] }),
      Deed(
        file: "ReleaseCommand", name: "release", traits: [.once("release")],
        arguments: { racer, _ in ["release", "\(try racer.month)"] }),
      Deed(
        file: "AccountCommand", name: "account add",
        arguments: { racer, _ in
          ["account", "add", "u\(racer.name)", "--name", "某人", "--role", "reader"]
        }),
      Deed(
        file: "AccountCommand", name: "account close", traits: [.once("administrators")],
        prepare: { racer in
          for login in ["root0", "root1"] {
            try KeepAccounts(racer.office).save(
              Account(login: login, name: login, role: .administrator), password: nil, by: setup)
          }
        },
        arguments: { racer, _ in ["account", "close", "root\(1 - racer.side)"] }),
    ]
  }
}
