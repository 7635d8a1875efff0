import Domain
import Foundation
import TestSupport

@testable import Operations

/// An entry of every kind, with a word in it that can be looked for.
struct EveryKind {
  let site: TestSite
  /// Stands in every text that is entered.
  let word: String
  private var caller: Caller { .commandLine("actor-" + word) }
  private var author: Author { Author(actor: "actor-" + word, time: site.office.now, reason: word) }

  /// Kinds that an entry was made of; a release is made by whoever looks at the difference.
  func enter() throws -> Set<Change.Kind> {
    let books = try site.office.books()
    let before = books.sequence
    try declare(books)
    try importEvidence()
    try plan(books)
    try work()
    try access()
    return Set(try site.store.entries(after: before, through: nil).map(\.change.kind))
  }

  private func day(_ text: String) throws -> Day { try found(Day(text)) }

  private func source(_ id: String, _ grade: Grade = .accepted) throws -> Source {
    Source(
      id: id, title: word + id, issuer: word, date: try day("2023-11-02"), grade: grade,
      sha256: site.store.sha256(file(id)))
  }

  private func file(_ id: String) -> [UInt8] { Array((word + id).utf8) }

  /// Files that sources, reports and filings bring.
  var files: [String] {
    ["s1", "figures", "records", "roads", "report", "attached"].map { site.store.sha256(file($0)) }
  }

  private func declare(_ books: Books) throws {
    var registry = try found(books.registries["高新技术企业"])
    registry.fields.insert(Field(name: word + "栏", kind: .text), at: 1)
    registry.note = word
    var series = try found(books.series["地区生产总值"])
    series.note = word
    var lights = try found(books.lights.first)
    let order = lights.lights.map(\.light)
    for place in order.indices { lights.lights[place].light = order[(place + 1) % order.count] }
    var scores = try found(books.scores.first)
    scores.source = word
    var settings = books.settings
    (settings.office, settings.objectionDays, settings.smallCell) = (word, 29, 3)
    let name = word + "台账"
    try site.store.append(
      [
        .synthetic(word), .unit(WorkUnit(name: word + "局", kind: .department)),
        .unit(WorkUnit(name: "科技局", english: word + "Bureau", kind: .department)),
        .registry(registry),
        .registry(
          Registry(
            name: name, unit: "个", key: ["编号"], fields: [Field(name: "编号", kind: .text)])),
        .series(series), .series(Series(name: word + "指标", unit: "个", cadence: .month)),
        .lights(lights), .scores(scores), .settings(settings),
        .roads(RoadNetwork(name: word, sha256: site.store.sha256(file("roads")), source: word)),
      ], files: [file("roads")], by: author)
  }

  /// A new record, one that replaces what was counted, one that is removed; a new figure.
  private func importEvidence() throws {
    let facts = SourceFacts(
      title: word + "records", issuer: word, date: try day("2023-11-03"), grade: .accepted,
      number: word + "〔2023〕9号")
    let csv =
      "证书编号,统一社会信用代码,名称,认定类型,发证日期,有效期至\n"
      + "G9,91370199100000040N,\(word)公司,首次认定,2023-10-10,2026-10-10\n"
      + "G1,91370199100000040N,\(word)改名,重新认定,2023-10-10,2026-10-10\n"
    _ = try ImportRecords(site.office).run(
      Array(csv.utf8), name: "new.csv", into: "高新技术企业", source: facts, by: caller)
    try RemoveRecords(site.office).run(["G2"], of: "高新技术企业", by: caller, reason: word)
    let month = try found(Period("2023-10"))
    _ = try site.store.importObservations(
      [
        Observation(
          series: "细颗粒物平均浓度", period: month, form: .level, value: Exact(77), vintage: .final,
          publisher: word, published: try day("2023-11-20"), source: "figures")
      ], from: source("figures"), file: file("figures"),
      onTopOf: site.store.head().sequence, by: author)
  }

  private func plan(_ books: Books) throws {
    let sha = site.store.sha256(file("report"))
    var renamed = try found(books.commitment("P16"))
    renamed.title += word
    renamed.target?.value = Exact(10)
    var withdrawn = try found(books.commitment("P17"))
    (withdrawn.state, withdrawn.note) = (.withdrawn, word)
    let year = try found(Period(day("2024-01-01"), day("2024-12-31")))
    let decision = Decision(document: word, authority: word, date: try day("2023-11-04"))
    let head = LedgerHead(sequence: 3, hash: String(repeating: "0", count: 64))
    try site.store.append(
      [
        .issued(PlanIssue(year: 2024, day: day("2024-01-20"), document: word)),
        .redeclared(DeclarationDecision(decision: decision, names: ["地区生产总值"])),
        .signed(SignedHead(head: head, key: word, signature: word)),
        .clock(ClockMend(from: 1, through: 1, time: site.office.now)),
      ], by: author)
    let matter = MatterSource(
      kind: .instruction, document: word, from: word, day: try day("2023-11-05"))
    try site.store.append(
      [
        .report(.init(sha256: sha, name: word + ".txt", place: word, year: 2024, title: word)),
        .commitment(renamed, decision: decision), .commitment(withdrawn, decision: nil),
        .commitment(
          Commitment(
            id: "N1", title: word,
            origins: [.init(report: sha, start: 0, end: 1, quote: word, sentence: word)],
            kind: .task, period: year, units: ["科技局"]), decision: nil),
        .commitment(
          Commitment(
            id: "M1", title: word, kind: .task, period: renamed.period, units: ["科技局"],
            matter: matter), decision: nil),
        .source(source("s1")),
        .proof(
          Proof(commitment: "P30", milestone: "accepted", day: day("2023-10-05"), source: "s1")),
      ], files: [file("report"), file("s1")], by: author)
  }

  private func work() throws {
    let (attached, month) = (file("attached"), try found(Period("2023-11")))
    func filing(_ id: String, _ state: Filing.State) -> Change {
      .filing(
        Filing(
          commitment: id, month: month, unit: "科技局", progress: word + state.rawValue,
          attachments: [
            Attachment(sha256: site.store.sha256(attached), name: word, size: attached.count)
          ], state: state, form: word + id))
    }
    let (asked, answered) = (try day("2023-12-01"), try day("2023-12-02"))
    try site.store.append(
      [
        filing("P16", .filed), filing("P16", .confirmed), filing("P16", .accepted),
        filing("P18", .filed), .receipt(Receipt(commitment: "P16", unit: "科技局")),
        .closing(Closing(commitment: "P16", step: .closed, note: word + "note")),
        .objection(
          Objection(
            id: "Y2023-12-001", commitment: "P16", text: word, day: asked, state: .answered,
            answer: word, answered: answered)),
        .objection(
          Objection(id: "Y2023-12-002", commitment: "P16", text: word + "waiting", day: asked)),
        .notice(
          Notice(
            id: "督1", unit: "科技局", commitments: ["P16"], kind: .red, day: asked, due: answered,
            text: word + "notice")),
        .account(Account(login: word, name: word + "person", role: .reader)),
      ], files: [attached], by: author)
  }

  /// What stands beside the ledger.
  private func access() throws {
    let (store, now) = (site.store, site.office.now)
    let token = Token(
      digest: word, name: word, login: word, created: now, expires: now.adding(hours: 1))
    try store.change([
      .password("scrypt$" + word, of: word), .token(token), .contact(word, of: "Y2023-12-001"),
      .note(word, of: "backup"),
    ])
    try store.keep(
      Session(digest: word, login: word, started: now, expires: now.adding(hours: 1)))
    try store.keep(
      Draft(
        id: word, login: word, address: "/", fields: [], files: [], expires: now.adding(hours: 1)))
  }
}
