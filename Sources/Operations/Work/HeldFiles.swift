import Domain

/// Files of a form that had to be shown again: a browser does not send them twice, so they wait
/// beside the ledger under the form's own id until it is right.
public struct HeldFiles: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Hours that they wait.
  static let hours = 48
  /// Bytes of them together.
  static let limit = 32 << 20

  /// Adds files to those that wait; files that cannot be taken do not.
  func hold(_ files: [(name: String, bytes: [UInt8])], form: String, by caller: Caller) throws {
    let fit = files.filter { (try? TakeAttachments.check($0.name, $0.bytes)) != nil }
    guard !fit.isEmpty, FileProgress.isForm(form), let login = caller.account?.login else { return }
    let more = fit.map { Draft.Attached(field: "files", name: $0.name, bytes: $0.bytes) }
    let waiting = try self.waiting(form, by: caller)
    var size = 0
    let all = (waiting + more).reduce(into: [Draft.Attached]()) { all, file in
      guard !all.contains(file), size + file.bytes.count <= Self.limit else { return }
      size += file.bytes.count
      all.append(file)
    }
    try office.access.keep(
      Draft(
        id: Self.id(form), login: login, address: "", fields: [],
        files: Array(all.prefix(TakeAttachments.most)),
        expires: office.now.adding(hours: Self.hours)))
  }

  /// The caller's own that wait for a form.
  func waiting(_ form: String, by caller: Caller) throws -> [Draft.Attached] {
    guard let draft = try office.access.draft(Self.id(form)),
      draft.login == caller.account?.login, draft.expires > office.now
    else { return [] }
    return draft.files
  }

  /// Names and sizes of those that wait.
  public func names(_ form: String, by caller: Caller) throws -> [(name: String, size: Int)] {
    try waiting(form, by: caller).map { ($0.name, $0.bytes.count) }
  }

  func release(_ form: String) throws { try office.access.removeDraft(Self.id(form)) }

  private static func id(_ form: String) -> String { "files-" + form }
}
