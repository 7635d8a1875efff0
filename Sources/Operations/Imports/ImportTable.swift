import Documents
import Domain
import Publishing
import Registries

/// Import at a page: a table is uploaded, looked at with everything that is wrong with it and
/// everything that it would change, and only then recorded, whole. Until then nothing is in the
/// ledger.
public struct ImportTable: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Where a table goes.
  public enum Target: Sendable, Equatable {
    /// Records of the registry of this name.
    case registry(String)
    /// Figures of whichever series the table names.
    case figures
  }

  /// The empty form.
  public func form(_ target: Target, by caller: Caller) throws -> ImportFormPage {
    try office.require(.keepEvidence, by: caller)
    return ImportFormPage(try subject(target))
  }

  /// Keeps an upload for a day and gives its id.
  ///
  /// - Throws: ``WorkFault/form(_:)`` for a file that is no table, and for what was typed.
  public func start(
    _ target: Target, _ file: (name: String, bytes: [UInt8])?, _ typed: [String: String],
    by caller: Caller
  ) throws -> String {
    try office.require(.keepEvidence, by: caller)
    _ = try subject(target)
    var problems = ImportFacts.problems(typed, target)
    guard let file, !file.bytes.isEmpty else {
      problems.append(
        FormProblem("table", "请选择 csv 或 xlsx 文件", "choose a csv or xlsx file"))
      throw WorkFault.form(problems)
    }
    guard problems.isEmpty else { throw WorkFault.form(problems) }
    let login = caller.account?.login ?? ""
    let digest = Secrets.digest(
      "\(login):\(target):\(office.store.sha256(file.bytes)):\(office.now)")
    let id = Self.prefix + digest.prefix(32)
    var draft = Draft(
      id: id, login: login, address: ImportFacts.path(target) + "/import/" + id, fields: [],
      files: [.init(field: "table", name: file.name, bytes: file.bytes)],
      expires: office.now.adding(hours: KeepDraft.hours))
    draft.values = typed.filter { ImportFacts.names.contains($0.key) }
    do {
      _ = try look(target, draft)
    } catch let fault as any Fault {
      throw WorkFault.form([FormProblem("table", fault.bothWords)])
    }
    try office.access.keep(draft)
    return id
  }

  private static let prefix = "import-"

  /// What the import would do, or what keeps it from being done.
  ///
  /// - Throws: ``WorkFault/notFound`` where the upload is gone or somebody else's.
  public func preview(
    _ target: Target, _ id: String, isStale: Bool = false, by caller: Caller
  ) throws -> ImportPreviewPage {
    try office.require(.keepEvidence, by: caller)
    let draft = try draft(target, id, caller)
    let look = try look(target, draft)
    let books = try office.books()
    return ImportPreviewPage(
      try subject(target), id: id, file: draft.files.first?.name ?? "",
      facts: try ImportFacts(draft.values), look: look,
      commitments: users(target, look, books).map { ($0.id, $0.title) },
      basis: books.evidence(known: .max), isStale: isStale)
  }

  /// Records it, whole.
  ///
  /// - Parameters:
  ///   - basis: the last evidence that the preview knew of.
  ///   - missing: what becomes of records that the table lacks; `why` they are removed.
  /// - Throws: ``WorkFault/stale(since:now:)`` where other evidence came between: the preview may
  ///   tell something else now. ``WorkFault/form(_:)`` for a table with problems.
  @discardableResult
  public func run(
    _ target: Target, _ id: String, basis: Int, missing: MissingChoice = .keep,
    why: String? = nil, by caller: Caller
  ) throws -> Change.Batch {
    try office.require(.keepEvidence, by: caller)
    let draft = try draft(target, id, caller)
    guard let file = draft.files.first else { throw WorkFault.notFound }
    let facts = try ImportFacts(draft.values)
    let check = { (books: Books) throws in
      let now = books.evidence(known: .max)
      guard now == basis else { throw WorkFault.stale(since: basis, now: now) }
    }
    let removal = TextLimit.plain(why ?? "")
    let reason = missing == .remove && !removal.isEmpty ? removal : facts.reason
    let batch: Change.Batch
    do {
      switch target {
      case .registry(let name):
        batch = try ImportRecords(office).run(
          file.bytes, name: file.name, into: name, sheet: facts.sheet, source: facts.source,
          missing: missing, by: caller, reason: reason, check: check
        ).batch
      case .figures:
        batch = try ImportObservations(office).run(
          file.bytes, name: file.name, sheet: facts.sheet, month: facts.month,
          vintage: facts.vintage, source: facts.source, by: caller, reason: reason, check: check
        ).batch
      }
    } catch RegistryFault.refused {
      throw WorkFault.form([
        FormProblem("", "表里还有问题，没有导入", "the table still has problems; nothing was imported")
      ])
    }
    try office.access.removeDraft(id)
    return batch
  }

  /// Drops an upload.
  public func remove(_ target: Target, _ id: String, by caller: Caller) throws {
    _ = try draft(target, id, caller)
    try office.access.removeDraft(id)
  }

  private func draft(_ target: Target, _ id: String, _ caller: Caller) throws -> Draft {
    guard id.hasPrefix(Self.prefix), let draft = try KeepDraft(office).draft(id, by: caller),
      draft.address == ImportFacts.path(target) + "/import/" + id
    else { throw WorkFault.notFound }
    return draft
  }

  private func subject(_ target: Target) throws -> ImportSubject {
    switch target {
    case .registry(let name):
      .registry(try Declared(try office.books()).registry(name))
    case .figures: .figures
    }
  }

  private func look(_ target: Target, _ draft: Draft) throws -> ImportLook {
    guard let file = draft.files.first else { throw WorkFault.notFound }
    let facts = try ImportFacts(draft.values)
    let preview = PreviewImport(office.store)
    switch target {
    case .registry(let name):
      return try preview.records(
        file.bytes, name: file.name, facts,
        registry: Declared(try office.books()).registry(name))
    case .figures:
      return try preview.figures(file.bytes, name: file.name, facts)
    }
  }

  /// The commitments whose evidence it touches.
  private func users(_ target: Target, _ look: ImportLook, _ books: Books) -> [Commitment] {
    books.active.filter { commitment in
      switch target {
      case .registry(let name): return commitment.measure?.registries.contains(name) ?? false
      case .figures:
        guard case .reported(let reported)? = commitment.measure else { return false }
        return look.series.contains(reported.series)
      }
    }
  }
}
