import Domain
import Hummingbird
import Operations
import Publishing

/// What is answered where something keeps a request from being done. Nothing typed is lost.
extension Dispatcher {
  /// An answer that keeps what was typed; nil where nothing was, or where it cannot be told whose it
  /// is.
  func rescued(_ fault: any Fault, _ route: Route, _ ask: Ask, _ head: RequestHead) throws
    -> Response?
  {
    guard route.method == .post, route.path != "/login", hasContent(ask.form),
      let fault = fault as? WorkFault
    else { return nil }
    if fault == .notSignedIn {
      guard let login = try SignIn(office).owner(cookie: ask.cookie) else { return nil }
      let id = try keep(ask, route, head, of: login)
      let page = SignInPage(to: address(route, ask, head), login: login, draft: id)
      return head.html(renderer.html(page, frame(ask, head)), status: 401)
    }
    // A form from elsewhere is nobody's draft.
    guard let login = ask.caller.account?.login, fault != .foreignForm || head.isFromHere else {
      return nil
    }
    let id = try keep(ask, route, head, of: login)
    let back = Routes.joined(
      address(route, ask, head), ["draft=\(id)"] + (fault == .foreignForm ? ["done=restored"] : []))
    guard fault != .foreignForm else { return head.redirect(to: back, nil, ask) }
    let page = FaultPage(fault, back: back)
    return head.html(renderer.html(page, frame(ask, head)), status: Self.status(of: fault))
  }

  /// Keeps the files of a form that is shown again with what is wrong: browsers do not send a file
  /// twice. Everything else stands in the form itself.
  func keepFiles(_ ask: inout Ask, _ route: Route, _ head: RequestHead) throws {
    guard let login = ask.caller.account?.login else { return }
    let id = try keep(ask, route, head, of: login)
    if let old = ask.draft { try KeepDraft(office).remove(old, by: ask.caller) }
    ask.draft = id
    ask.csrf = head.csrf + "." + id
  }

  /// What was done is no draft any more.
  func dropDraft(_ ask: Ask) throws {
    if let id = ask.draft { try KeepDraft(office).remove(id, by: ask.caller) }
  }

  private func keep(_ ask: Ask, _ route: Route, _ head: RequestHead, of login: String) throws
    -> String
  {
    try KeepDraft(office).keep(
      ask.form.fields.filter { !Self.secret($0.name) }.map {
        .init(name: $0.name, value: $0.value)
      } + [.init(name: Self.sentTo, value: head.path)],
      files: ask.form.files.map { .init(field: $0.field, name: $0.name, bytes: $0.bytes) },
      address: address(route, ask, head), of: login)
  }

  private func address(_ route: Route, _ ask: Ask, _ head: RequestHead) -> String {
    let encoded = ask.parameters.mapValues { Links.encoded($0) }
    return RouteTable.page(of: route, encoded, path: head.path, referrer: head.referrer)
  }

  private func hasContent(_ form: Form) -> Bool {
    !form.files.isEmpty || form.fields.contains { !Self.secret($0.name) && !$0.value.isEmpty }
  }

  /// Never kept: tokens and passwords.
  private static func secret(_ name: String) -> Bool {
    name == sentTo || Form.isSecret(name)
  }

  /// A fault as a page, or as JSON.
  func fault(_ fault: any Fault, _ head: RequestHead, status: Int, api: Bool) -> Response {
    let page = FaultPage(fault, asksToSignIn: (fault as? WorkFault) == .notSignedIn)
    let caller = (try? SignIn(office).caller(cookie: head.cookies["duban"])) ?? .everyone
    let frame = self.frame(caller, head)
    var response =
      api
      ? head.json(page.data(frame) ?? .null, status: status)
      : head.html(renderer.html(page, frame), status: status)
    if api, status == 401 { response.headers[.wwwAuthenticate] = "Bearer" }
    response.headers[.retryAfter] = Self.pause(after: fault).map(String.init)
    return response
  }

  /// Seconds after which to try again; nil where that does not help.
  private static func pause(after fault: any Fault) -> Int? {
    switch fault as? WorkFault {
    case .throttled(let seconds), .busy(let seconds): seconds
    default: fault.code == .readersBusy ? 30 : nil
    }
  }

  /// What stands around a fault: as little as can be told where not even the ledger can be read.
  private func frame(_ caller: Caller, _ head: RequestHead) -> Frame {
    let links = Links.served(head.language)
    let view = try? office.view(asOf: office.lastDay(for: caller) ?? office.today, by: caller)
    var frame =
      view?.frame(head.language, links, path: head.plainPath)
      ?? Frame(
        language: head.language, asOf: office.today, today: office.today, links: links,
        path: head.plainPath)
    frame.csrf = head.csrf
    return frame
  }

  static func status(of fault: any Fault) -> Int {
    switch fault as? WorkFault {
    case .notSignedIn: 401
    case .notAllowed, .foreignForm, .wrongPassword: 403
    case .stale, .wrongStep: 409
    case .notFound: 404
    case .throttled: 429
    case .busy: 503
    case .fileTooLarge, .tooLarge: 413
    case .wrongFileType: 415
    case .badRequest: 400
    case .form: 422
    case .failed: 500
    case nil:
      switch fault.code {
      case .unknownName, .unknownCommitment, .noSuchRecord: 404
      case .readersBusy: 503
      case .databaseFailed, .damagedLedger, .diskFull, .lockedLedger: 500
      default: 422
      }
    }
  }
}
