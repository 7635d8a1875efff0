import Domain
import Publishing

/// A unit says how far a commitment is at the end of a month (填报). It is a claim: nothing is judged
/// by it.
public struct FileProgress: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// What was typed.
  public struct Answer: Sendable {
    /// Empty for none; a number as people write it, thousands may be set apart.
    public var value = ""
    /// 进展情况; required.
    public var progress = ""
    /// 下一步计划; may be empty.
    public var next = ""
    /// SHA-256 of attachments of the version before that stay.
    public var kept: [String] = []
    /// Files that came with the form.
    public var files: [(name: String, bytes: [UInt8])] = []
    /// 「不含涉密内容」 was ticked. Nothing of it is stored.
    public var isOpen = false
    /// The entry of the version that the form was made from; 0 for none.
    public var basis = 0
    /// Names this form, so that it is filed once however often it is sent.
    public var form = ""

    /// An empty form.
    public init() {}
  }

  /// - Throws: ``WorkFault/form(_:)`` with everything that is wrong, ``WorkFault/stale(since:now:)``
  ///   where another version came between; files then wait for the form.
  public func run(
    _ answer: Answer, on id: String, month: Period, by caller: Caller
  ) throws {
    let unit = try caller.unit(for: .file)
    do {
      try file(answer, Filing.Key(commitment: id, month: month, unit: unit), caller)
      try HeldFiles(office).release(answer.form)
    } catch let fault as WorkFault {
      try HeldFiles(office).hold(answer.files, form: answer.form, by: caller)
      throw fault
    }
  }

  private func file(_ answer: Answer, _ key: Filing.Key, _ caller: Caller) throws {
    guard Self.isForm(answer.form) else { throw WorkFault.foreignForm }
    let waiting = try HeldFiles(office).waiting(answer.form, by: caller)
      .map { (name: $0.name, bytes: $0.bytes) }
    let files = Self.once(waiting + answer.files)
    let brought = files.map {
      Attachment(sha256: office.store.sha256($0.bytes), name: $0.name, size: $0.bytes.count)
    }
    let wrong = FormProblem.files(files)
    try office.change(.file, for: key.unit, by: caller, files: files.map(\.bytes)) { books in
      let item = try Self.item(key, books, today: office.today)
      let filing = try Self.filing(answer, brought, wrong, key, item)
      if let sent = Self.sent(answer.form, key, books), Self.isSame(sent, filing) { return [] }
      guard (item.current?.note.sequence ?? 0) == answer.basis else {
        throw WorkFault.stale(since: answer.basis, now: item.current?.note.sequence ?? 0)
      }
      if let state = item.current?.value.state, !state.next.contains(.filed) {
        throw FilingStep.wrong(state, .filed)
      }
      return [.filing(filing)]
    }
  }

  /// Whether a name is long enough to be nobody else's, and no longer.
  static func isForm(_ name: String) -> Bool { (20...64).contains(name.utf8.count) }

  /// The matter, where it is the unit's and the month is one to file for.
  static func item(_ key: Filing.Key, _ books: Books, today: Day) throws -> DueList.Item {
    guard let commitment = books.commitment(key.commitment), commitment.state == .active else {
      throw WorkFault.notFound
    }
    guard commitment.units.contains(key.unit) else { throw WorkFault.notAllowed(.file) }
    let isMonth = key.month.first.day == 1 && key.month.last == key.month.first.endOfMonth
    let list = DueList(books, unit: key.unit, month: key.month)
    guard isMonth, key.month.first <= today,
      let item = list.items.first(where: { $0.commitment.id == key.commitment })
    else { throw WorkFault.notFound }
    return item
  }

  private static func filing(
    _ answer: Answer, _ brought: [Attachment], _ wrong: [FormProblem], _ key: Filing.Key,
    _ item: DueList.Item
  ) throws -> Filing {
    let (progress, next) = (TextLimit.plain(answer.progress), TextLimit.plain(answer.next))
    let value = item.numberUnit.flatMap { _ in NumberAsWritten.value(answer.value) }
    let kept = (item.current?.value.attachments ?? []).filter { answer.kept.contains($0.sha256) }
    let files = kept + brought.filter { new in !kept.contains { $0.sha256 == new.sha256 } }
    let problems =
      problems(answer, progress, next, item) + wrong + tooMany(files) + secrecy(answer)
    guard problems.isEmpty else { throw WorkFault.form(problems) }
    return Filing(
      commitment: key.commitment, month: key.month, unit: key.unit, value: value,
      measuredIn: value == nil ? nil : item.numberUnit, progress: progress, next: next,
      attachments: files, state: .filed, form: answer.form)
  }

  private static func problems(
    _ answer: Answer, _ progress: String, _ next: String, _ item: DueList.Item
  ) -> [FormProblem] {
    var problems: [FormProblem] = []
    if item.numberUnit != nil, !answer.value.isEmpty, NumberAsWritten.value(answer.value) == nil {
      problems.append(
        FormProblem(
          "value", "请只填数字，例如 46 或 1,890.5；没有数就空着，在进展里说明",
          "digits only, like 46 or 1,890.5; leave it empty where there is none and say why below"))
    }
    let empty = Phrase("请写进展情况；没有进展也请说明原因", "say what was done; if nothing was, say why")
    let texts = [
      TextLimit.problem("progress", progress, most: TextLimit.progress, missing: empty),
      TextLimit.problem("next", next, most: TextLimit.next),
    ]
    problems += texts.compactMap(\.self)
    return problems
  }

  private static func secrecy(_ answer: Answer) -> [FormProblem] {
    if answer.isOpen { return [] }
    return [
      FormProblem(
        "open", "请确认不含涉密内容后勾选；涉密事项不得录入本系统",
        "tick that nothing here is classified; classified matters must not be entered")
    ]
  }

  private static func tooMany(_ files: [Attachment]) -> [FormProblem] {
    guard files.count > TakeAttachments.most else { return [] }
    return [
      FormProblem(
        "files", "一次填报最多 \(TakeAttachments.most) 个附件",
        "at most \(TakeAttachments.most) attachments")
    ]
  }

  /// What a form brought before; nil where it was not sent yet.
  private static func sent(_ form: String, _ key: Filing.Key, _ books: Books) -> Filing? {
    guard books.forms[form] == key else { return nil }
    return books.filings[key]?.last { $0.value.form == form && $0.value.state == .filed }?.value
  }

  /// Whether a form sent again says the same; files that were sent along with it may be missing now,
  /// as a browser does not choose them again.
  private static func isSame(_ sent: Filing, _ again: Filing) -> Bool {
    sent.value == again.value && sent.progress == again.progress && sent.next == again.next
      && again.attachments.allSatisfy(sent.attachments.contains)
  }

  private static func once(
    _ files: [(name: String, bytes: [UInt8])]
  ) -> [(name: String, bytes: [UInt8])] {
    files.reduce(into: []) { all, file in
      if !all.contains(where: { $0.name == file.name && $0.bytes == file.bytes }) {
        all.append(file)
      }
    }
  }
}
