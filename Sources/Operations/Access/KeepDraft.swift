import Domain

/// What somebody had typed when it could not be taken, kept for a day for the same person.
public struct KeepDraft: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Hours after which what was typed is gone.
  public static let hours = 24

  /// - Parameters:
  ///   - login: whose it is; nobody else gets it.
  ///   - address: the page of the form.
  /// - Returns: the draft's id.
  public func keep(
    _ fields: [Draft.Typed], files: [Draft.Attached], address: String, of login: String
  ) throws -> String {
    let id = Secrets.text()
    try office.access.keep(
      Draft(
        id: id, login: login, address: address, fields: fields, files: files,
        expires: office.now.adding(hours: Self.hours)))
    return id
  }

  /// Nil for one that is not there any more, and for one of somebody else.
  public func draft(_ id: String, by caller: Caller) throws -> Draft? {
    guard let login = caller.account?.login, let draft = try office.access.draft(id),
      draft.login == login, draft.expires > office.now
    else { return nil }
    return draft
  }

  /// Drops a draft of the caller's own; nothing where there is none.
  public func remove(_ id: String, by caller: Caller) throws {
    if try draft(id, by: caller) != nil { try office.access.removeDraft(id) }
  }
}
