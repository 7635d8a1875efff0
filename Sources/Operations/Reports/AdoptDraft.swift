import Domain
import Foundation
import Publishing
import Tracking

/// Adoption at a page: a report is uploaded, read, looked through one by one, and then adopted as a
/// whole. Until then nothing is in the ledger.
public struct AdoptDraft: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Bytes of a report's file at most.
  public static let limit = 32 << 20

  /// Keeps an upload as a draft and gives its id. The same file again leads back to the same draft,
  /// with everything that was typed there.
  ///
  /// - Parameter typed: `year` and `place` where the report does not say, and `text` instead of a file.
  /// - Throws: ``WorkFault/form(_:)``; nothing is kept then.
  public func start(
    _ file: (name: String, bytes: [UInt8])?, _ typed: [String: String], by caller: Caller
  ) throws -> String {
    try office.require(.plan, by: caller)
    let (name, bytes) = try Self.upload(file, typed)
    let year = (typed["year"] ?? "").filter { $0 != " " && $0 != "年" }
    guard year.isEmpty || Int(year).flatMap(Period.year) != nil else {
      throw WorkFault.form([FormProblem("year", "年份应形如 2024", "a year is written 2024")])
    }
    let sha256 = office.store.sha256(bytes)
    if try office.books().reports.contains(where: { $0.sha256 == sha256 }) {
      throw WorkFault.form([
        FormProblem("report", OperationFault.alreadyAdopted(name: name).bothWords)
      ])
    }
    let login = caller.account?.login ?? ""
    let id = ReportDraft.prefix + Secrets.digest("\(login):\(sha256)").prefix(32)
    var fields = try office.access.draft(id)?.values ?? [:]
    (fields["year"], fields["place"]) = (year, typed["place"] ?? "")
    let draft = Draft(
      id: id, login: login, address: "/reports/draft/\(id)",
      fields: fields.sorted { $0.key < $1.key }.map { .init(name: $0.key, value: $0.value) },
      files: [.init(field: "report", name: name, bytes: bytes)],
      expires: office.now.adding(hours: ReportDraft.days * 24))
    do {
      let made = try ReportDraft(draft, office)
      try Self.refuseSecond(made, try office.books(), office)
    } catch let fault as any Fault {
      let field = fault.code == .noReportYear ? "year" : "report"
      throw WorkFault.form([FormProblem(field, fault.bothWords)])
    }
    try office.access.keep(draft)
    return id
  }

  /// A second report of the same place, year and kind is adopted by a decision, at the command line.
  private static func refuseSecond(
    _ draft: ReportDraft, _ books: Books, _ office: Office
  ) throws {
    let beside = BesideFirst(
      office.store, books, templates: try Pack.district.templates(), tasks: true)
    guard let second = try beside.second(draft.proposed, draft.facts) else { return }
    throw OperationFault.secondReport(
      name: draft.facts.name, first: draft.facts.title ?? draft.facts.name,
      differences: second.words(books))
  }

  private static func upload(
    _ file: (name: String, bytes: [UInt8])?, _ typed: [String: String]
  ) throws -> (String, [UInt8]) {
    if let file, !file.bytes.isEmpty {
      guard file.bytes.count <= limit else {
        throw WorkFault.fileTooLarge(name: file.name, limit: limit)
      }
      return (file.name.isEmpty ? "报告" : file.name, file.bytes)
    }
    let text = (typed["text"] ?? "").replacingOccurrences(of: "\r\n", with: "\n")
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw WorkFault.form([
        FormProblem("report", "请选择报告文件，或者粘贴全文", "choose the report's file, or paste its text")
      ])
    }
    return ("报告.txt", Array(text.utf8))
  }

  /// The draft as a form; what was typed before stands in it.
  public func page(_ id: String, by caller: Caller) throws -> ReportDraftPage {
    let draft = try ReportDraft(id, office, by: caller)
    let values = draft.suggested.merging(draft.draft.values) { $1 }
    return ReportDraftPage(
      draft: id, name: draft.facts.name, title: draft.facts.title, place: draft.facts.place,
      year: draft.facts.year, proposals: draft.proposals, left: draft.left,
      notFound: draft.notFound, units: try office.books().units.map(\.name),
      values: values)
  }

  /// Keeps what was typed; nothing is adopted.
  public func save(_ id: String, _ typed: [String: String], by caller: Caller) throws {
    var draft = try ReportDraft(id, office, by: caller).draft
    let (year, place) = (draft.values["year"], draft.values["place"])
    draft.values = typed.filter { $0.key != "csrf" && $0.key != "do" }
    (draft.values["year"], draft.values["place"]) = (year, place)
    try office.access.keep(draft)
  }

  /// Drops a draft of the caller's own; the ledger is as it was.
  ///
  /// - Throws: ``WorkFault/notFound`` where it is gone or somebody else's.
  public func remove(_ id: String, by caller: Caller) throws {
    _ = try ReportDraft(id, office, by: caller)
    try office.access.removeDraft(id)
  }

  /// Adopts in one transaction: the report, what is taken, and what is left out with its reason.
  ///
  /// - Returns: SHA-256 of the report.
  /// - Throws: ``WorkFault/form(_:)`` with all problems; what was typed is kept with the draft.
  public func adopt(_ id: String, _ typed: [String: String], by caller: Caller) throws -> String {
    try save(id, typed, by: caller)
    let draft = try ReportDraft(id, office, by: caller)
    try office.change(.plan, by: caller, reason: "采纳报告", files: [draft.bytes]) { books in
      guard !books.reports.contains(where: { $0.sha256 == draft.facts.sha256 }) else {
        throw OperationFault.alreadyAdopted(name: draft.facts.name)
      }
      try Self.refuseSecond(draft, books, office)
      return try changes(draft, typed, books)
    }
    try office.access.removeDraft(id)
    return draft.facts.sha256
  }

  private func changes(
    _ draft: ReportDraft, _ typed: [String: String], _ books: Books
  ) throws -> [Change] {
    var changes: [Change] = [.report(draft.facts)]
    var problems: [FormProblem] = []
    for proposal in draft.proposals {
      let choice = typed["take-\(proposal.commitment.id)"] ?? ""
      if proposal.isOptional, choice != "yes" { continue }
      do throws(PlanProblems) {
        let commitment = try Self.edited(proposal, typed, books, today: office.today)
        // What is left out was never in the plan: its only version says so.
        let isOut = !proposal.isOptional && choice == "no"
        changes.append(
          isOut ? try Self.leftOut(commitment, typed) : .commitment(commitment, decision: nil))
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw WorkFault.form(problems) }
    return changes
  }

  private static func edited(
    _ proposal: ReportDraftPage.Proposal, _ typed: [String: String], _ books: Books, today: Day
  ) throws(PlanProblems) -> Commitment {
    var commitment = proposal.commitment
    let id = commitment.id
    if !proposal.isOptional {
      commitment.title = typed["title-\(id)"]?.trimmingCharacters(in: .whitespaces) ?? ""
      commitment.units = UnitList.names(typed["units-\(id)"] ?? "")
    }
    do {
      _ = try PlanDiff.changes(from: books, to: [.init(commitment)], today: today)
    } catch {
      let field = error.code == .badUnits ? "units-\(id)" : "title-\(id)"
      throw PlanProblems([FormProblem(field, error.bothWords)])
    }
    return commitment
  }

  private static func leftOut(
    _ commitment: Commitment, _ typed: [String: String]
  ) throws(PlanProblems) -> Change {
    let reason = (typed["reason-\(commitment.id)"] ?? "").trimmingCharacters(
      in: .whitespacesAndNewlines)
    guard !reason.isEmpty else {
      throw PlanProblems([
        FormProblem(
          "reason-\(commitment.id)", "\(commitment.id)：不采纳要写理由",
          "\(commitment.id): leaving it out needs a reason")
      ])
    }
    var gone = commitment
    gone.state = .withdrawn
    gone.note = [commitment.note, reason].compactMap { $0 }.joined(separator: "\n")
    return .commitment(gone, decision: nil)
  }
}

/// Problems of one item among many, which are collected.
struct PlanProblems: Error {
  var all: [FormProblem]
  init(_ all: [FormProblem]) { self.all = all }
}

/// Units as they are typed: the lead, then the others.
enum UnitList {
  static func names(_ text: String) -> [String] {
    text.split { "、,，;； \n\t".contains($0) }.map(String.init)
  }
}

extension Fault {
  /// In both languages.
  var bothWords: Phrase { Phrase(sentence(.chinese), sentence(.english)) }
}
