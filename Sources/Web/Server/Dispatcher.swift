import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import Operations
import Publishing

/// Takes a request through the checks that every route has, to its handler, and back as a response.
struct Dispatcher: Sendable {
  let office: Office
  let renderer: PageRenderer
  let settings: ServerSettings
  let kept = KeptPages()
  let counters = Counters()
  let logger: Logger

  /// Blocking work goes to threads of its own, so that none of those that serve requests waits.
  func offload<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await NIOThreadPool.singleton.runIfActive(work)
  }

  func respond(_ route: Route, _ request: Request, _ context: Visit, api: Bool)
    async throws -> Response
  {
    let start = ContinuousClock.now
    let response = try await checked(route, request, context, api: api)
    counters.count(
      api ? Links.api(route.path) : route.path, request.method, response.status.code,
      ContinuousClock.now - start)
    return response
  }

  private func checked(_ route: Route, _ request: Request, _ context: Visit, api: Bool)
    async throws -> Response
  {
    var head = RequestHead(request, context, settings)
    if let key = wholeKey(route, head, api: api), let html = kept[key] { return head.html(html) }
    var parameters: [String: String] = [:]
    for (name, value) in context.parameters { parameters[String(name)] = String(value) }
    if route.method == .post {
      guard let body = try? await collect(request, route) else {
        return try await offload { [head] in
          let fault = WorkFault.tooLarge(limit: route.limit)
          return self.fault(fault, head, status: 413, api: api)
        }
      }
      head = head.with(body)
    }
    return try await offload { [head, parameters] in answer(route, head, parameters, api: api) }
  }

  /// What is announced as too large is not even read.
  private func collect(_ request: Request, _ route: Route) async throws -> [UInt8] {
    let announced = request.headers[.contentLength].flatMap { Int($0) } ?? 0
    guard announced <= route.limit else { throw WorkFault.tooLarge(limit: route.limit) }
    return [UInt8](buffer: try await request.body.collect(upTo: route.limit))
  }

  /// Everything that blocks, on one thread.
  private func answer(
    _ route: Route, _ head: RequestHead, _ parameters: [String: String], api: Bool
  ) -> Response {
    var asked: Ask?
    do {
      var ask = try self.ask(head, parameters, api: api)
      asked = ask
      if route.method == .post { try readForm(&ask, head, &asked) } else { openDraft(&ask, head) }
      guard ask.caller.may(route.act) else {
        throw ask.caller.isPublic ? WorkFault.notSignedIn : WorkFault.notAllowed(route.act)
      }
      return try response(route, ask, head, api: api)
    } catch {
      let fault = told(error, head)
      if let asked, let response = try? rescued(fault, route, asked, head) { return response }
      return self.fault(fault, head, status: Self.status(of: fault), api: api)
    }
  }

  /// What a page says of an error; one that should not be is written to the log.
  private func told(_ error: any Error, _ head: RequestHead) -> any Fault {
    if let fault = error as? any Fault {
      if Self.status(of: fault) >= 500 { logger.error("\(head.path): \(fault)") }
      return fault
    }
    if let first = (error as? any FaultList)?.all.first { return first }
    logger.error("\(head.path): \(error)")
    return WorkFault.failed
  }

  private func response(
    _ route: Route, _ ask: Ask, _ head: RequestHead, api: Bool
  ) throws -> Response {
    guard route.isKept, !api, ask.draft == nil else {
      return try write(route.run(ask), route, ask, head, api: api)
    }
    let key = KeptPages.Key(
      address: ask.path + "?" + ask.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&"),
      asOf: ask.asOf, language: ask.language, role: ask.caller.account?.role,
      unit: ask.caller.account?.unit, sequence: try office.books().sequence)
    let frame = try self.frame(ask, head)
    if let page = kept[key] {
      return whole(renderer.html(body: page.body, page.shell, frame), route, ask, head)
    }
    let reply = try route.run(ask)
    guard case .page(let page, 200) = reply else {
      return try write(reply, route, ask, head, api: api)
    }
    let shell = PageShell(page)
    let body = renderer.body(page, frame)
    kept[key] = .init(body: body, shell: shell)
    return whole(renderer.html(body: body, shell, frame), route, ask, head)
  }

  /// A page that is kept with its bars too where everybody gets the same.
  private func whole(
    _ html: [UInt8], _ route: Route, _ ask: Ask, _ head: RequestHead
  ) -> Response {
    let buffer = ByteBuffer(bytes: html)
    if ask.caller.isPublic, let key = wholeKey(route, head, api: false) { kept[key] = buffer }
    return head.html(buffer)
  }

  /// Under what a page without anything of its visitor's is kept; nil for other pages, and while it
  /// is not known whether the ledger has changed.
  private func wholeKey(_ route: Route, _ head: RequestHead, api: Bool) -> KeptPages.Address? {
    guard route.isKept, !api, !head.isPersonal, let sequence = office.recentSequence else {
      return nil
    }
    return KeptPages.Address(
      address: head.path + "?" + head.query, today: office.today, sequence: sequence)
  }

  private func write(
    _ reply: Reply, _ route: Route, _ ask: Ask, _ head: RequestHead, api: Bool
  ) throws -> Response {
    switch reply {
    case .page(let page, let status):
      var ask = ask
      if status >= 400, !ask.form.files.isEmpty { try keepFiles(&ask, route, head) }
      let frame = try self.frame(ask, head)
      guard api else { return head.html(html(page, frame, route, ask), status: status) }
      return try data(page, frame, ask, head, status)
    case .redirect(let path, let done):
      if route.method == .post { try dropDraft(ask) }
      return head.redirect(to: path, done, ask)
    case .session(let cookie, let to): return head.redirect(to: to, session: cookie)
    case .file(let file): return head.file(file)
    case .stream(let file, let next):
      return head.stream(file) { try await offload(next) }
    }
  }

  /// A page for machines: JSON, or CSV where `format=csv` asks for it.
  private func data(
    _ page: any Page, _ frame: Frame, _ ask: Ask, _ head: RequestHead, _ status: Int
  ) throws -> Response {
    let isCSV = ask.query.contains { $0.name == "format" && $0.value == "csv" }
    if isCSV {
      guard let bytes = page.csv(frame) else { throw WorkFault.notFound }
      let name = ask.path.split(separator: "/").last.map(String.init) ?? "overview"
      return head.file(.csv(bytes, name + ".csv"))
    }
    guard let value = page.data(frame) else { throw WorkFault.notFound }
    return head.json(value, status: status)
  }
}
