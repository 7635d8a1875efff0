import Foundation
import Testing

@testable import Domain

private func day(_ text: String) -> Day { Day(text) ?? Day(number: 0) }
private let year = Period.year(2023) ?? Period.months(2023, through: 12)!
private let november = Period.month(2023, 11) ?? year

/// One change of each kind, as an office might make it.
private enum Sample {
  static let source = Source(
    id: "s1", title: "名单", issuer: "科技局", date: day("2023-06-01"), grade: .departmental,
    sha256: String(repeating: "a", count: 64))
  static let commitment = Commitment(
    id: "P1", title: "高企",
    origins: [
      .init(report: "r", start: 3, end: 7, quote: "52家", sentence: "增加52家", section: "一、")
    ], kind: .target, period: year, target: Target(value: Exact(52), bound: .atLeast, unit: "家"),
    units: ["科技局"],
    measure: .count(.init(registry: "高企", dated: "发证日期", newness: .gross)))
  static let decision = Decision(document: "1号", authority: "常务会", date: day("2023-05-01"))
  static let filing = Filing(
    commitment: "P1", month: november, unit: "科技局", value: Exact(41), measuredIn: "家",
    progress: "41家", attachments: [.init(sha256: "f", name: "a.pdf", size: 3)], state: .filed,
    reason: "内部", form: "f1")
  static let release = Release(
    month: november, known: 9,
    judgements: [Judgement(commitment: "P1", asOf: november.last, known: 9, value: .met)])

  /// A new kind of change has to be given a sample here.
  static func change(_ kind: Change.Kind) -> Change {
    switch kind {
    case .synthetic: .synthetic("示例")
    case .report:
      .report(.init(sha256: "r", name: "r.txt", place: "某区", year: 2023, title: "报告"))
    case .unit: .unit(WorkUnit(name: "科技局", english: "Science", kind: .department))
    case .registry:
      .registry(
        Registry(name: "高企", unit: "家", key: ["编号"], fields: [Field(name: "编号", kind: .text)]))
    case .series: .series(Series(name: "地区生产总值", unit: "亿元", cadence: .quarter))
    case .source: .source(source)
    case .records:
      .records(.init(registry: "高企", source: "s1", added: 2, changed: 1, unchanged: 0, digest: "d"))
    case .removal: .removal(.init(registry: "高企", keys: ["k"]))
    case .observations:
      .observations(
        .init(registry: "", source: "s1", added: 1, changed: 0, unchanged: 0, digest: "d"))
    case .commitment: .commitment(commitment, decision: decision)
    case .proof:
      .proof(Proof(commitment: "P1", milestone: "m1", day: day("2023-07-01"), source: "s1"))
    case .lights:
      .lights(
        LightRules(
          name: "灯", source: "办法", lights: [.init(light: .green, when: ["missed": Interval()])]))
    case .scores:
      .scores(
        ScoreRules(name: "分", source: "办法", base: Exact(100), floor: .zero, cap: Exact(110)))
    case .release: .release(release)
    case .account: .account(Account(login: "a", name: "甲", role: .clerk, unit: "科技局"))
    case .settings: .settings(OfficeSettings(filingDay: 8))
    case .receipt: .receipt(Receipt(commitment: "P1", unit: "科技局"))
    case .filing: .filing(filing)
    case .closing: .closing(Closing(commitment: "P1", step: .requested, note: "已完成"))
    case .objection:
      .objection(Objection(id: "Y1", commitment: "P1", text: "不对", day: day("2023-12-02")))
    case .notice:
      .notice(
        Notice(
          id: "督1", unit: "科技局", commitments: ["P1"], kind: .yellow, day: day("2023-12-01"),
          due: day("2023-12-08")))
    case .roads: .roads(RoadNetwork(name: "路网", sha256: "b", source: "测绘"))
    case .signed:
      .signed(SignedHead(head: LedgerHead(sequence: 1, hash: "h"), key: "k", signature: "s"))
    case .clock: .clock(ClockMend(from: 1, through: 1, time: Instant(startOf: day("2023-01-01"))))
    case .issued: .issued(PlanIssue(year: 2023, day: day("2023-02-01"), document: "2号"))
    case .redeclared: .redeclared(DeclarationDecision(decision: decision, names: ["高企"]))
    }
  }
}

extension Books {
  fileprivate mutating func take(
    _ change: Change, on text: String = "2023-03-01", hash: String = "h", reason: String? = nil
  ) {
    fold(
      Entry(
        sequence: sequence + 1, time: Instant(startOf: day(text)), actor: "王工", change: change,
        reason: reason, hash: hash))
  }
}

@Suite("Changes as they are stored")
struct ChangeTests {
  @Test("every kind of change comes back from what was written", arguments: Change.Kind.allCases)
  func coding(_ kind: Change.Kind) throws {
    let change = Sample.change(kind)
    let written = try JSONEncoder().encode(change)
    #expect(try JSONDecoder().decode(Change.self, from: written) == change)
    let keys = try #require(try JSONSerialization.jsonObject(with: written) as? [String: Any])
    #expect(Array(keys.keys) == [kind.rawValue])
    #expect(change.kind == kind)
  }

  @Test(
    "two kinds at once, an unknown kind, and none are refused",
    arguments: [
      #"{"synthetic": "a", "unit": {"name": "甲", "kind": "department"}}"#, #"{"wish": 1}"#, "{}",
    ])
  func refused(_ text: String) {
    #expect(throws: (any Error).self) {
      try JSONDecoder().decode(Change.self, from: Data(text.utf8))
    }
  }

  @Test("work alters no judgement, and everything else may")
  func evidence() {
    let work: Set<Change.Kind> = [
      .account, .settings, .receipt, .filing, .closing, .objection, .notice, .release, .signed,
    ]
    for kind in Change.Kind.allCases {
      #expect(Sample.change(kind).isEvidence == !work.contains(kind), "\(kind)")
    }
  }
}

@Suite("Books: what the entries amount to")
struct BooksTests {
  @Test("every kind of change leaves its own trace, and the number of the last entry")
  func everyKind() {
    for (index, kind) in Change.Kind.allCases.enumerated() {
      var books = Books()
      for _ in 0..<index { books.take(.settings(OfficeSettings())) }
      books.take(Sample.change(kind))
      #expect(books.sequence == index + 1)
      #expect(books.evidence == (Sample.change(kind).isEvidence ? [index + 1] : []))
    }
  }

  @Test("folding one by one is folding all at once")
  func folding() {
    let entries = Change.Kind.allCases.enumerated().map { index, kind in
      Entry(
        sequence: index + 1, time: Instant(startOf: day("2023-03-01")), actor: "a",
        change: Sample.change(kind), reason: nil, hash: "\(index)")
    }
    let whole = Books(entries)
    var stepwise = Books()
    for entry in entries { stepwise.fold(entry) }
    #expect(whole.sequence == stepwise.sequence && whole.order == stepwise.order)
    #expect(whole.units == stepwise.units && whole.sources == stepwise.sources)
    #expect(whole.evidence == stepwise.evidence && whole.releases == stepwise.releases)
    #expect(whole.units.map(\.name) == ["科技局"] && whole.unitNames == ["科技局": "Science"])
    #expect(whole.registries.keys.contains("高企") && whole.series.keys.contains("地区生产总值"))
    #expect(whole.registriesOfSource == ["s1": ["高企"]] && whole.proofs.count == 1)
    #expect(whole.synthetic == "示例" && whole.reports.map(\.year) == [2023])
    #expect(whole.network(nil)?.name == "路网" && whole.network("别的") == nil)
  }

  @Test("a declaration of the same name takes the place of the one before, and its version stays")
  func declarations() {
    var books = Books()
    books.take(Sample.change(.unit))
    books.take(.unit(WorkUnit(name: "教体局", kind: .department)))
    books.take(.unit(WorkUnit(name: "科技局", kind: .other)))
    #expect(books.units.map(\.name) == ["科技局", "教体局"] && books.units[0].kind == .other)
    books.take(Sample.change(.series))
    books.take(.series(Series(name: "地区生产总值", unit: "万元", cadence: .quarter)))
    #expect(books.series["地区生产总值"]?.unit == "万元")
    #expect(books.plan.series["地区生产总值"]?.map(\.value.unit) == ["亿元", "万元"])
    #expect(books.plan.hasRedeclared)
  }

  @Test("versions of a commitment stay in order; what was withdrawn is no longer in the plan")
  func versions() {
    var books = Books()
    books.take(.commitment(Sample.commitment, decision: nil))
    var changed = Sample.commitment
    changed.title = "高新技术企业"
    books.take(.commitment(changed, decision: nil), reason: "改名")
    var lower = changed
    lower.target?.value = Exact(40)
    books.take(.commitment(lower, decision: Sample.decision))
    #expect(books.commitments["P1"]?.map(\.sequence) == [1, 2, 3])
    #expect(books.commitments["P1"]?[1].note.reason == "改名")
    #expect(books.targetHistory("P1").map(\.sequence) == [1, 3])
    #expect(books.targetHistory("P1").last?.decision == Sample.decision)
    #expect(books.active == [lower])
    lower.state = .withdrawn
    books.take(.commitment(lower, decision: Sample.decision))
    #expect(books.active.isEmpty && books.order == ["P1"] && books.plan.left == ["P1"])
    #expect(books.commitment("P1")?.state == .withdrawn && books.commitment("P2") == nil)
  }

  @Test("a plan is a draft until it is issued or released, whichever came first")
  func issuing() {
    var books = Books()
    books.take(.commitment(Sample.commitment, decision: nil))
    #expect(books.issued("P1") == nil)
    books.take(Sample.change(.issued))
    #expect(books.issued("P1")?.sequence == 2 && books.issued("P1")?.day == day("2023-02-01"))
    #expect(books.issued("P1", known: 1) == nil)
    books.take(Sample.change(.release))
    #expect(books.issued("P1")?.sequence == 2)
    var released = Books()
    released.take(.commitment(Sample.commitment, decision: nil))
    released.take(Sample.change(.release), on: "2023-12-20")
    #expect(released.issued("P1")?.day == day("2023-12-20"))
    released.take(.issued(PlanIssue(year: 2024, day: day("2024-01-01"))))
    #expect(released.issued("P1")?.sequence == 2)
  }

  @Test("what comes into an issued plan is an addition; a part of what was split is none")
  func additions() throws {
    var books = Books()
    books.take(.commitment(Sample.commitment, decision: nil))
    books.take(Sample.change(.issued))
    var late = Sample.commitment
    late.id = "P2"
    books.take(.commitment(late, decision: Sample.decision))
    #expect(books.isAddition(try #require(books.commitments["P2"]?.first)))
    #expect(!books.isAddition(try #require(books.commitments["P1"]?.first)))
    var whole = Sample.commitment
    whole.state = .split(into: ["P1a"])
    books.take(.commitment(whole, decision: Sample.decision))
    var part = Sample.commitment
    part.id = "P1a"
    books.take(.commitment(part, decision: Sample.decision))
    #expect(!books.isAddition(try #require(books.commitments["P1a"]?.first)))
    #expect(books.issued("P1a")?.sequence == 2)
  }

  @Test("a stronger grade for a known document is told, by its id and by its file")
  func raises() {
    var books = Books()
    books.take(.source(Sample.source))
    #expect(books.raises.isEmpty)
    var stronger = Sample.source
    stronger.grade = .accepted
    books.take(.source(stronger), reason: "验收后补")
    #expect(books.raises.map(\.from) == [.departmental] && books.raises.map(\.to) == [.accepted])
    #expect(books.raises[0].note.reason == "验收后补")
    var copy = Sample.source
    (copy.id, copy.grade) = ("s2", .accepted)
    #expect(books.weakerGrade(of: copy) == nil)
    var other = Books()
    other.take(.source(Sample.source))
    #expect(other.weakerGrade(of: copy) == .departmental)
    (copy.issuer, copy.number) = ("市科技局", "济科〔2023〕1号")
    #expect(other.weakerGrade(of: copy) == nil)
    #expect(books.sourceSince["s1"] == 1)
  }

  @Test("the last evidence before an entry, over work that lies between")
  func evidence() {
    var books = Books()
    for kind in [Change.Kind.unit, .filing, .filing, .source, .notice] {
      books.take(Sample.change(kind))
    }
    #expect((0...6).map { books.evidence(known: $0) } == [0, 1, 1, 1, 4, 4, 4])
  }

  @Test("a signature under a release is what everybody may know last, under anything else not")
  func anchors() {
    var books = Books()
    books.take(Sample.change(.unit), hash: "x")
    books.take(Sample.change(.release), hash: "y")
    #expect(books.published == 2 && books.lastAnchor?.signed == nil)
    let other = SignedHead(head: LedgerHead(sequence: 1, hash: "x"), key: "k", signature: "s")
    books.take(.signed(other))
    #expect(books.published == 2)
    let signed = SignedHead(head: LedgerHead(sequence: 2, hash: "y"), key: "k", signature: "s")
    books.take(.signed(signed))
    #expect(books.published == 4 && books.anchor(of: november)?.signed == signed)
    #expect(books.anchor(of: year) == nil)
  }

  @Test("everybody's books have nobody's name and no work that was not accepted")
  func everybody() throws {
    var books = Books()
    for kind in Change.Kind.allCases { books.take(Sample.change(kind), reason: "内部") }
    let open = books.forEverybody
    #expect(open.accounts.isEmpty && open.receipts.isEmpty && open.notices.isEmpty)
    #expect(open.filings.isEmpty && open.closings.isEmpty && open.forms.isEmpty)
    #expect(open.objections["Y1"]?.map(\.value.text) == [""])
    #expect(open.commitments["P1"]?.allSatisfy { $0.actor.isEmpty } == true)
    #expect(open.releaseNotes.allSatisfy { $0.actor.isEmpty && $0.reason == nil })
    #expect(open.releases == books.releases && open.sequence == books.sequence)
    var accepted = Sample.filing
    accepted.state = .accepted
    books.take(.filing(accepted))
    let shown = try #require(books.forEverybody.filings[accepted.key]?.first)
    #expect(shown.value.progress == "41家" && shown.value.attachments.isEmpty)
    #expect(shown.value.reason == nil && shown.value.form.isEmpty && shown.note.actor.isEmpty)
  }

  @Test("a task is signed for once, a form is found again, steps of closing stay in order")
  func work() {
    var books = Books()
    books.take(Sample.change(.receipt), on: "2023-03-01")
    books.take(Sample.change(.receipt), on: "2023-03-02")
    #expect(books.receipts[Receipt(commitment: "P1", unit: "科技局")]?.sequence == 1)
    books.take(Sample.change(.filing))
    #expect(books.forms["f1"] == Sample.filing.key)
    for step in [Closing.Step.requested, .verified, .closed] {
      books.take(.closing(Closing(commitment: "P1", step: step, note: "n")))
    }
    #expect(books.closings["P1"]?.map(\.value.step) == [.requested, .verified, .closed])
    books.take(Sample.change(.settings))
    #expect(books.settings.filingDay == 8)
  }
}
