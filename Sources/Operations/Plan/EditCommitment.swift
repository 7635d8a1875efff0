import Domain
import Foundation
import Publishing
import Tracking

/// Editing one commitment at a page. A change of target or measure is shown before it is made;
/// whoever was faster is shown beside what was typed, never overwritten.
public struct EditCommitment: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// The form as it stands in the plan now.
  ///
  /// - Throws: ``WorkFault/notFound``, or a fault that says what became of it.
  public func page(_ id: String, by caller: Caller) throws -> CommitmentFormPage {
    try office.require(.plan, by: caller)
    let books = try office.books()
    let version = try Self.version(id, books)
    var values = CommitmentValues.values(version.commitment)
    values["basis"] = String(version.sequence)
    return page(version.commitment, values, books)
  }

  /// The same where what was typed could not be taken; it gets what somebody else has made of the
  /// fields meanwhile.
  public func page(
    _ id: String, again typed: inout FormValues, by caller: Caller
  ) throws -> CommitmentFormPage {
    if typed.isStale {
      let basis = typed.all("basis").last.flatMap { Int($0) } ?? 0
      typed.theirs = Self.theirs(id, since: basis, try office.books())
    }
    return try page(id, by: caller)
  }

  /// Saves as one version.
  ///
  /// - Returns: nil when saved; a page with the preview where target or measure change and that was
  ///   not yet seen.
  /// - Throws: ``WorkFault/form(_:)``, ``WorkFault/stale(since:now:)``.
  public func save(
    _ id: String, _ typed: [String: String], by caller: Caller
  ) throws -> CommitmentFormPage? {
    try office.require(.plan, by: caller)
    let books = try office.books()
    let (old, new, decision) = try edited(id, typed, books)
    let isDeep = old.target != new.target || old.measure != new.measure
    let digest = isDeep ? try Self.digest(new) : ""
    if isDeep, typed["seen"] != digest {
      _ = try Self.changes(new, decision, books, today: office.today)
      return preview(old, new, digest, typed, books)
    }
    let reason = Fields(values: typed).optional("reason")
    try office.change(.plan, by: caller, reason: reason) { books in
      let (_, new, decision) = try edited(id, typed, books)
      return try Self.changes(new, decision, books, today: office.today)
    }
    return nil
  }

  // MARK: Steps

  static func version(_ id: String, _ books: Books) throws -> Books.Version {
    guard let version = books.commitments[id]?.last else { throw WorkFault.notFound }
    _ = try PlanEdit.edit(books, id, today: version.time.day) { _ in }
    return version
  }

  /// - Throws: ``WorkFault/stale(since:now:)`` where there is a newer version than the form's.
  static func checkBasis(_ typed: [String: String], _ version: Books.Version) throws {
    let basis = Int(typed["basis"] ?? "") ?? 0
    guard version.sequence <= basis else {
      throw WorkFault.stale(since: basis, now: version.sequence)
    }
  }

  private func edited(
    _ id: String, _ typed: [String: String], _ books: Books
  ) throws -> (old: Commitment, new: Commitment, decision: Decision?) {
    let version = try Self.version(id, books)
    try Self.checkBasis(typed, version)
    var (new, problems) = CommitmentValues.commitment(version.commitment, typed)
    var decision: Decision?
    do throws(PlanProblems) {
      decision = try Fields(values: typed).decision()
    } catch { problems += error.all }
    if let measure = new.measure, measure != version.commitment.measure {
      let kind = typed["measure-kind"] ?? ""
      problems += MeasureCheck.check(
        measure, for: new, registries: books.registries, series: books.series
      ).map { FormProblem(kind == "yaml" ? "yaml" : "measure-kind", $0.bothWords) }
    }
    guard problems.isEmpty else { throw WorkFault.form(problems) }
    if new.measure == version.commitment.measure {
      new.unverifiable =
        new.measure == nil ? new.unverifiable : version.commitment.unverifiable
    }
    return (version.commitment, new, decision)
  }

  /// The version to append; none where nothing changes.
  private static func changes(
    _ new: Commitment, _ decision: Decision?, _ books: Books, today: Day
  ) throws -> [Change] {
    do {
      return try PlanDiff.changes(
        from: books, to: [.init(new, decision: decision)], today: today)
    } catch {
      throw WorkFault.form([FormProblem(field(of: error), error.bothWords)])
    }
  }

  static func field(of fault: TrackingFault) -> String {
    switch fault {
    case .targetWithoutDecision, .undecided, .decisionIncomplete: "decision-document"
    case .decisionLater: "decision-date"
    case .unitTwice, .unknownUnit: "lead"
    case .deadlineBeforePeriod: "deadline"
    case .brokenPath: "nodes"
    case .empty: "title"
    default: ""
    }
  }

  /// Of the content that a preview has shown.
  private static func digest(_ commitment: Commitment) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return Secrets.digest(String(decoding: try encoder.encode(commitment), as: UTF8.self))
  }

  /// Present values of the fields that changed since the form was opened.
  private static func theirs(_ id: String, since: Int, _ books: Books) -> [String: String] {
    let versions = books.commitments[id] ?? []
    guard let last = versions.last else { return [:] }
    let now = CommitmentValues.values(last.commitment)
    let then = versions.last { $0.sequence <= since }.map {
      CommitmentValues.values($0.commitment)
    }
    return now.filter { $0.value != then?[$0.key] ?? "" }
  }
}

extension EditCommitment {
  private func page(
    _ commitment: Commitment, _ values: [String: String], _ books: Books,
    preview: CommitmentFormPage.Preview? = nil
  ) -> CommitmentFormPage {
    let choices = CommitmentFormPage.Choices(
      units: books.units.map(\.name),
      themes: Set(books.active.compactMap(\.theme)).sorted(),
      series: books.series.values.sorted { $0.name < $1.name },
      registries: books.registries.values.sorted { $0.name < $1.name })
    let held = books.targetHistory(commitment.id).map {
      CommitmentFormPage.Held(
        target: $0.commitment.target, decision: $0.decision, since: $0.time.day)
    }
    return CommitmentFormPage(
      commitment, values: values, choices: choices, targets: held, preview: preview)
  }

  private func preview(
    _ old: Commitment, _ new: Commitment, _ digest: String, _ typed: [String: String],
    _ books: Books
  ) -> CommitmentFormPage {
    let words = MeasureWords(registries: books.registries, series: books.series)
    func phrase(_ commitment: Commitment) -> Phrase? {
      commitment.measure.map { words.phrase($0, in: commitment.period) }
    }
    let preview = CommitmentFormPage.Preview(
      targets: (old.target, new.target), measures: (phrase(old), phrase(new)),
      judged: (judged(old, books), judged(new, books)), digest: digest)
    return page(old, typed, books, preview: preview)
  }

  /// Judged today by all that is known; nil where it cannot be.
  private func judged(_ commitment: Commitment, _ books: Books) -> AccountRow? {
    let judge = Judge(
      books: books, evidence: office.store, lights: books.lights.first,
      travel: RoadTimes(office.store))
    let judgement = try? judge.judge(
      commitment, asOf: office.today, known: books.sequence, seen: office.today)
    return judgement.map { AccountRow(commitment, $0) }
  }
}
