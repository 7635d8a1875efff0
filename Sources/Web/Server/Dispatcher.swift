import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import Operations
import Publishing

/// Takes a request through the checks that every route has, to its handler, and back as a response.
struct Dispatcher: Sendable {
  let office: Office
  let renderer: PageRenderer
  let settings: ServerSettings
  let kept: KeptPages
  let lanes = Lanes()
  let counters = Counters()
  let logger: Logger

  func respond(_ route: Route, _ request: Request, _ context: Visit, api: Bool)
    async throws -> Response
  {
    let start = ContinuousClock.now
    let head = RequestHead(request, context, settings)
    let response = try await orBusy(head, api: api) {
      try await checked(route, request, head, context, api: api)
    }
    counters.count(
      api ? Links.api(route.path) : route.path, request.method, response.status.code,
      ContinuousClock.now - start)
    return response
  }

  private func checked(
    _ route: Route, _ request: Request, _ head: RequestHead, _ context: Visit, api: Bool
  ) async throws -> Response {
    var parameters: [String: String] = [:]
    for (name, value) in context.parameters { parameters[String(name)] = String(value) }
    let address = head.pairs.flatMap { Address(route, parameters, $0, head.language) }
    if let ready = try await ready(route, address, head, api: api) { return ready }
    let lane = lanes[route.lane]
    guard route.method == .post else {
      return try await lane.run { answer(route, head, address, api: api) }
    }
    try lane.check()
    guard let body = try? await collect(request, route) else {
      return try await lanes.pages.run {
        self.fault(WorkFault.tooLarge(limit: route.limit), head, status: 413, api: api)
      }
    }
    return try await lane.run { answer(route, head.with(body), address, api: api) }
  }

  /// What is announced as too large is not even read.
  private func collect(_ request: Request, _ route: Route) async throws -> [UInt8] {
    let announced = request.headers[.contentLength].flatMap { Int($0) } ?? 0
    guard announced <= route.limit else { throw WorkFault.tooLarge(limit: route.limit) }
    return [UInt8](buffer: try await request.body.collect(upTo: route.limit))
  }

  /// Everything that blocks, on one thread.
  private func answer(
    _ route: Route, _ head: RequestHead, _ address: Address?, api: Bool
  ) -> Response {
    var asked: Ask?
    do {
      var ask = try self.ask(head, address, api: api)
      asked = ask
      if route.method == .post { try readForm(&ask, head, &asked) } else { openDraft(&ask, head) }
      guard ask.caller.may(route.act) else {
        throw ask.caller.isPublic ? WorkFault.notSignedIn : WorkFault.notAllowed(route.act)
      }
      if let page = try unreleased(route, ask), !api {
        return head.html(renderer.html(page, frame(ask, head)), status: 200)
      }
      return try response(route, ask, head, api: api)
    } catch {
      let fault = told(error, head)
      if let asked, let response = try? rescued(fault, route, asked, head) { return response }
      return self.fault(fault, head, status: Self.status(of: fault), api: api)
    }
  }

  /// What the public gets for every page before the first release; later, days before it are none.
  private func unreleased(_ route: Route, _ ask: Ask) throws -> UnreleasedPage? {
    guard ask.view.isEmpty, route.act == .readPublic, route.isKept else { return nil }
    guard try office.lastDay(for: ask.caller) == nil else { throw WorkFault.notFound }
    return UnreleasedPage(Tab.open.last { ask.path.hasPrefix($0.path) } ?? .overview)
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
    if route.isKeptFile, !api { return try file(route, ask, head) }
    guard route.isKept, !api, ask.draft == nil else {
      return try write(route.run(ask), route, ask, head, api: api)
    }
    return try page(route, ask, head)
  }

  func write(
    _ reply: Reply, _ route: Route, _ ask: Ask, _ head: RequestHead, api: Bool
  ) throws -> Response {
    switch reply {
    case .page(let page, let status, let typed):
      var ask = ask
      if let typed { ask.typed = typed }
      if status >= 400, !ask.form.files.isEmpty { try keepFiles(&ask, route, head) }
      let frame = self.frame(ask, head)
      guard api else { return head.html(renderer.html(page, frame), status: status) }
      return try data(page, frame, ask, head, status)
    case .redirect(let path, let done):
      if route.method == .post { try dropDraft(ask) }
      return head.redirect(to: path, done, ask)
    case .session(let cookie, let to): return head.redirect(to: to, session: cookie)
    case .file(let file): return head.file(file)
    case .stream(let file, let next):
      return try stream(file, head, next)
    }
  }

  /// A page for machines: JSON, or CSV where `format=csv` asks for it.
  private func data(
    _ page: any Page, _ frame: Frame, _ ask: Ask, _ head: RequestHead, _ status: Int
  ) throws -> Response {
    if ask.isCSV {
      guard let bytes = page.csv(frame) else { throw WorkFault.notFound }
      let name = ask.path.split(separator: "/").last.map(String.init) ?? "overview"
      return head.file(.csv(bytes, name + ".csv"))
    }
    guard let value = page.data(frame) else { throw WorkFault.notFound }
    return head.json(value, status: status)
  }
}
