import Domain
import Operations
import Publishing

/// From a request to what is asked.
extension Dispatcher {
  ///
  /// - Parameter address: what is asked for; nil where it cannot be decoded.
  func ask(_ head: RequestHead, _ address: Address?, api: Bool) throws -> Ask {
    let caller = try self.caller(head, api: api)
    guard let query = head.pairs, let address else { throw WorkFault.badRequest }
    if api { try Self.checkChoices(query) }
    let lastDay = try office.lastDay(for: caller) ?? office.today
    let asked = query.last { $0.name == "as-of" }.map(\.value)
    guard let asOf = asked.map({ $0.isEmpty && !api ? lastDay : Day($0) }) ?? lastDay else {
      throw WorkFault.form([
        FormProblem("as-of", "日期应形如 2023-11-30", "a day is written 2023-11-30")
      ])
    }
    guard asOf <= lastDay else { throw WorkFault.notFound }
    return Ask(
      office: office, view: try office.view(asOf: asOf, by: caller), address: address,
      language: address.language, asOf: asOf, lastDay: lastDay, path: address.path,
      parameters: address.parameters, query: address.query,
      isCSV: query.contains { $0.name == "format" && $0.value == "csv" }, csrf: head.csrf,
      cookie: head.cookies["duban"], remote: head.remote,
      mail: settings.mail)
  }

  /// A program that asks for what there is not is told so; a page for people takes the usual instead.
  private static func checkChoices(_ query: [(name: String, value: String)]) throws {
    let choices = ["lang": Language.allCases.map(\.rawValue), "format": ["json", "csv"]]
    let problems = query.compactMap { name, value -> FormProblem? in
      guard let known = choices[name], !known.contains(value) else { return nil }
      let list = known.joined(separator: "、")
      return FormProblem(name, "\(name) 只能是 \(list)", "\(name) is one of \(list)")
    }
    guard problems.isEmpty else { throw WorkFault.form(problems) }
  }

  /// A token counts only where machines read; a browser's cookie everywhere.
  private func caller(_ head: RequestHead, api: Bool) throws -> Caller {
    if api, let bearer = head.bearer { return try MachineTokens(office).caller(bearer) }
    return try SignIn(office).caller(cookie: head.cookies["duban"])
  }

  /// Reads what was sent, and checks that it was sent from a page of this visitor's. What the draft
  /// holds that the form goes on from is put to it.
  ///
  /// - Parameter asked: gets the form also where its token does not fit.
  func readForm(_ ask: inout Ask, _ head: RequestHead, _ asked: inout Ask?) throws {
    ask.form = try head.form()
    asked = ask
    let sent = ask.form.fields.first { $0.name == "csrf" }?.value ?? ""
    let parts = sent.split(separator: ".", maxSplits: 1)
    guard !head.isFirstVisit, let token = parts.first,
      Secrets.same(Array(token.utf8), Array(head.csrf.utf8))
    else { throw WorkFault.foreignForm }
    if parts.count == 2 { try addFiles(of: String(parts[1]), to: &ask) }
    asked = ask
  }

  private func addFiles(of id: String, to ask: inout Ask) throws {
    guard let draft = try KeepDraft(office).draft(id, by: ask.caller) else { return }
    ask.draft = id
    let fresh = Set(ask.form.files.map(\.field))
    for file in draft.files where !fresh.contains(file.field) {
      ask.form.files.append(.init(field: file.field, name: file.name, bytes: file.bytes))
    }
  }

  /// The form of a page is filled with what was typed before; what it sends names the draft, so
  /// that files need not be chosen again.
  func openDraft(_ ask: inout Ask, _ head: RequestHead) {
    guard let id = head.pairs?.last(where: { $0.name == "draft" })?.value,
      let draft = try? KeepDraft(office).draft(id, by: ask.caller),
      draft.address.prefix(while: { $0 != "?" }) == head.path
    else { return }
    ask.draft = id
    ask.csrf += "." + id
    ask.form = Form(
      fields: draft.fields.filter { $0.name != Self.sentTo }.map { ($0.name, $0.value) },
      files: draft.files.map { .init(field: $0.field, name: $0.name, bytes: $0.bytes) })
    let sentTo = draft.fields.first { $0.name == Self.sentTo }?.value
    ask.typed = ask.form.typed(at: sentTo.flatMap { Encoded.text($0.utf8) } ?? ask.path)
  }

  /// Under this name a draft says where its form was sent.
  static let sentTo = "sent-to"

  func frame(_ ask: Ask, _ head: RequestHead) -> Frame {
    var frame = ask.frame(.served(ask.language, asOf: ask.asOf == ask.lastDay ? nil : ask.asOf))
    (frame.query, frame.csrf, frame.notice) = (ask.query, ask.csrf, notice(ask, head))
    frame.typed = ask.typed
    frame.hasVendorFiles = settings.assets != nil
    return frame
  }

  /// What was just done; for a form that goes on from a draft also which files wait with it.
  private func notice(_ ask: Ask, _ head: RequestHead) -> Phrase? {
    let done = head.done.map(\.phrase)
    guard ask.draft != nil, !ask.form.files.isEmpty else { return done }
    let names = ask.form.files.map(\.name)
    let files = Phrase(
      "已留存的附件：\(names.joined(separator: "、"))，提交时一并送出。",
      "Files kept and sent with the form: \(names.joined(separator: ", ")).")
    guard let done else { return files }
    return Phrase(done.chinese + files.chinese, done.english + " " + files.english)
  }
}
