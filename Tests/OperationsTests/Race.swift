import Accessibility
import Documents
import Domain
import Foundation

@testable import Operations

/// One of two who do something at the same time.
struct Racer: Sendable {
  /// Its own, on the same ledger as the other's, or the same as the other's.
  var office: Office
  /// Which race it is, and which of the two this is.
  var round: Int
  var side: Int

  /// Nobody else's, so that what it has done can be found.
  var name: String { "\(round)-\(side)" }
  var caller: Caller { .commandLine(name) }
  /// The commitment that both are at.
  var target: String { "C\(round)" }
  /// The month that both release.
  var month: Period { get throws { try found(.month(2000 + round / 12, round % 12 + 1)) } }
  var basis: Int { get throws { try office.books().commitments[target]?.last?.sequence ?? 0 } }

  func member(_ role: Role) -> Caller {
    Caller(Account(login: name, name: name, role: role, unit: "甲局"))
  }

  var filing: Filing.Key {
    get throws {
      Filing.Key(commitment: target, month: try found(.month(2029, 12)), unit: "甲局")
    }
  }
}

/// A writing verb, as it is raced.
struct Verb: Sendable {
  /// The file of the operation, so that none is forgotten.
  var file: String
  var name: String
  var traits: Set<Trait> = []
  /// What has to be there before.
  var prepare: @Sendable (Racer) throws -> Void = { _ in }
  var run: @Sendable (Racer) throws -> Void

  enum Trait: Hashable {
    /// It carries what its page was made from, and is refused where that has changed.
    case carriesBasis
    /// It needs the commitment to be in the plan.
    case needsTarget
    /// It takes the commitment out of the plan.
    case endsTarget
    /// Needs a decision once the plan has been issued.
    case boundByIssue
    /// Only one of two can do it.
    case once(String)
    /// Doing it twice is doing it once: the second makes no entry.
    case idempotent
    /// Changes only what stands beside the ledger.
    case beside
  }

  var group: String? {
    for case .once(let group) in traits { return group }
    return nil
  }

  /// Whether it may be refused beside the other, which may be the first to release the plan.
  func mayBeRefused(beside other: Verb, isIssued: Bool) -> Bool {
    traits.contains(.carriesBasis)
      || traits.contains(.needsTarget) && other.traits.contains(.endsTarget)
      || traits.contains(.boundByIssue) && (isIssued || other.name == "release")
      || group != nil && group == other.group
  }
}

extension Verb {
  /// Every one of them.
  static var all: [Verb] { plan + evidence + work + office }

  private static var plan: [Verb] {
    [
      Verb(
        file: "AdoptReport", name: "adopt", traits: [.once("adopt")],
        run: { racer in
          let options = DocumentOptions(place: "区\(racer.round)", year: 1950 + racer.round)
          _ = try AdoptReport(racer.office, options: options).adopt(
            report(racer), name: "报告.txt", templates: [], by: racer.caller)
        }),
      Verb(
        file: "AdoptDraft", name: "adopt draft", traits: [.once("adopt")],
        run: { racer in
          let adopt = AdoptDraft(racer.office)
          let typed = ["year": "\(1950 + racer.round)", "place": "区\(racer.round)"]
          let id = try adopt.start(("报告.txt", report(racer)), typed, by: racer.caller)
          _ = try adopt.adopt(id, try adoptAll(id, racer), by: racer.caller)
        }),
      Verb(
        file: "EditPlan", name: "set", traits: [.needsTarget],
        run: { racer in
          var settings = EditPlan.Settings()
          if racer.side == 0 { settings.title = "改名 \(racer.name)" }
          if racer.side == 1 { settings.units = ["乙局", "甲局"] }
          try EditPlan(racer.office).set(racer.target, to: settings, by: racer.caller)
        }),
      Verb(
        file: "IssuePlan", name: "issue", traits: [.once("issue")],
        prepare: { racer in
          let year = try found(Period.year(1800 + racer.round))
          try racer.office.change(.plan, by: setup) { _ in
            [
              .commitment(
                Commitment(
                  id: "I\(racer.round)", title: "旧事", kind: .task, period: year,
                  unverifiable: "无"), decision: nil)
            ]
          }
        },
        run: { try IssuePlan($0.office).run(1800 + $0.round, by: $0.caller) }),
      Verb(
        file: "PlanFiles", name: "take a file",
        run: { racer in
          let yaml =
            "commitments:\n- {id: F\(racer.name), title: 新事, kind: task, period: 2029, unverifiable: 无}\n"
          _ = try PlanFiles(racer.office).take(
            Array(yaml.utf8), name: "plan.yaml", by: racer.caller)
        }),
      Verb(
        file: "EditPlan", name: "merge",
        traits: [.needsTarget, .endsTarget, .boundByIssue, .once("end")],
        run: {
          try EditPlan($0.office).merge([$0.target], into: "whole", by: $0.caller, reason: "重复")
        }),
      Verb(
        file: "EditPlan", name: "split",
        traits: [.needsTarget, .endsTarget, .boundByIssue, .once("end")],
        run: { racer in
          try EditPlan(racer.office).split(
            racer.target, into: [("\(racer.name)a", "一"), ("\(racer.name)b", "二")],
            by: racer.caller, reason: "拆分")
        }),
      Verb(
        file: "EditPlan", name: "withdraw",
        traits: [.needsTarget, .endsTarget, .boundByIssue, .once("end")],
        run: { try EditPlan($0.office).withdraw($0.target, by: $0.caller, reason: "撤下") }),
      Verb(
        file: "PlanSteps", name: "withdraw at a page",
        traits: [.needsTarget, .endsTarget, .boundByIssue, .once("end"), .carriesBasis],
        run: {
          try PlanSteps($0.office).withdraw(
            $0.target, ["reason": "撤下", "basis": "\($0.basis)"], by: $0.caller)
        }),
      Verb(
        file: "EditCommitment", name: "edit", traits: [.needsTarget, .carriesBasis],
        run: { racer in
          let books = try racer.office.books()
          var typed = CommitmentValues.values(try found(books.commitment(racer.target)))
          typed["strength"] = racer.side == 0 ? "力争" : "确保"
          typed["basis"] = "\(try found(books.commitments[racer.target]?.last?.sequence))"
          _ = try EditCommitment(racer.office).save(racer.target, typed, by: racer.caller)
        }),
      Verb(
        file: "WorkOnPlan", name: "assign", traits: [.needsTarget, .carriesBasis, .idempotent],
        run: { racer in
          try WorkOnPlan(racer.office).assign(
            [racer.target], ["unit": "丙局", "as": "with", "basis": "\(racer.basis)"],
            by: racer.caller)
        }),
      Verb(
        file: "EnterMatter", name: "matter",
        run: { racer in try EnterMatter(racer.office).run(matter, by: racer.caller) }),
    ]
  }

  private static let matter = [
    "kind": "会议议定事项", "document": "纪要1号", "from": "区政府", "day": "2029-11-03", "title": "平台",
    "lead": "甲局", "deadline": "2030-12-15", "test": "milestones", "step1": "上线", "proof1": "验收单",
  ]

  /// The same for both, another one in each round.
  private static func report(_ racer: Racer) -> [UInt8] {
    Array("\(1950 + racer.round)年工作安排\n\n\(1950 + racer.round)年，新增企业\(racer.round + 10)家。\n".utf8)
  }

  /// Takes what a draft proposes as it is.
  private static func adoptAll(_ id: String, _ racer: Racer) throws -> [String: String] {
    let draft = try ReportDraft(id, racer.office, by: racer.caller)
    return draft.suggested.merging(draft.proposals.map { ("units-\($0.commitment.id)", "甲局") }) {
      $1
    }
  }

  private static var evidence: [Verb] {
    [
      Verb(
        file: "DeclareFile", name: "declare",
        run: { racer in
          let yaml = "- {name: 单位\(racer.name), kind: department}\n"
          try DeclareFile(racer.office).run(
            [("u.yaml", Array(yaml.utf8), .units)], by: racer.caller)
        }),
      Verb(
        file: "ImportRecords", name: "import",
        run: { racer in
          let csv =
            "编号,日期,数\nR\(racer.name),2029-03-01,1\n共同\(racer.round),2029-03-01,\(racer.side)\n"
          _ = try ImportRecords(racer.office).run(
            Array(csv.utf8), name: "\(racer.name).csv", into: "事项", source: try facts(),
            by: racer.caller)
        }),
      Verb(
        file: "RemoveRecords", name: "remove", traits: [.once("remove")],
        prepare: { racer in
          let csv = "编号,日期,数\n多余\(racer.round),2029-03-01,1\n"
          _ = try ImportRecords(racer.office).run(
            Array(csv.utf8), name: "a.csv", into: "事项", source: try facts(), by: setup)
        },
        run: { racer in
          try RemoveRecords(racer.office).run(
            ["多余\(racer.round)"], of: "事项", by: racer.caller, reason: "误录")
        }),
      Verb(
        file: "ImportObservations", name: "figures",
        run: { racer in
          let csv = "指标,时期,数值\n企业数,2029-0\(racer.side + 1),\(racer.round + 1)\n"
          _ = try ImportObservations(racer.office).run(
            Array(csv.utf8), name: "\(racer.name).csv", month: nil, vintage: .final,
            source: try facts(), by: racer.caller)
        }),
      Verb(
        file: "AddProof", name: "proof",
        run: { racer in
          var facts = try facts()
          facts.address = "https://example.org/\(racer.name)"
          try AddProof(racer.office).run(
            racer.target, milestone: "s1", on: year.last, file: nil, source: facts,
            by: racer.caller)
        }),
      Verb(
        file: "RoadTimes", name: "roads",
        run: { racer in
          let points = [(117.0, 36.6), (117.01, 36.61)].map {
            Coordinate(longitude: $0.0, latitude: $0.1)
          }
          let map = try RoadMap([RoadLine(points: points, road: Road("residential"))])
          _ = try DeclareRoads(racer.office).run(
            map, name: "路网\(racer.name)", source: "测试", by: racer.caller)
        }),
      Verb(
        file: "ReleaseMonth", name: "release", traits: [.once("release")],
        run: { try ReleaseMonth($0.office).run($0.month, by: $0.caller) }),
      Verb(
        file: "PublishMonth", name: "publish month",
        traits: [.once("release"), .carriesBasis, .idempotent],
        run: { racer in
          let basis = try racer.office.books().evidence(known: .max)
          try PublishMonth(racer.office).run(racer.month, basis: basis, by: racer.caller)
        }),
      Verb(
        file: "MendClock", name: "mend the clock", traits: [.once("clock")],
        prepare: { racer in
          let ahead = try found(Day("2040-01-01"))
          let office = Office(
            racer.office.store, access: racer.office.access,
            clock: .standing(at: Instant(startOf: ahead)))
          try office.change(.plan, by: racer.caller) { _ in
            [.unit(WorkUnit(name: "时钟\(racer.name)", kind: .department))]
          }
        },
        run: { racer in
          let mend = MendClock(racer.office)
          try mend.run(
            from: try mend.ahead().first?.lowerBound ?? 0, through: nil,
            time: Instant(startOf: today), reason: "走快", by: racer.caller)
        }),
    ]
  }

  private static func facts() throws -> SourceFacts {
    SourceFacts(issuer: "统计局", date: year.last)
  }
}
