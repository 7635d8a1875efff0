import Domain
import HTTPTypes
import Hummingbird
import Operations

/// Paths that are none, methods that a path does not take, and what fails outside of a route: all of
/// them get the site's own page.
struct Fallback: RouterMiddleware {
  let dispatcher: Dispatcher

  func handle(
    _ request: Request, context: Visit,
    next: (Request, Visit) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound {
      return try await missing(request, context)
    }
  }

  private func missing(_ request: Request, _ context: Visit) async throws -> Response {
    let head = RequestHead(request, context, dispatcher.settings)
    let methods = RouteTable.methods(of: head.path)
    let isData = head.path.hasPrefix("/api/")
    let status = methods.isEmpty ? 404 : 405
    var response = try await dispatcher.orBusy(head, api: isData) {
      try await dispatcher.lanes.pages.run {
        dispatcher.fault(WorkFault.notFound, head, status: status, api: isData)
      }
    }
    if !methods.isEmpty {
      response.headers[.allow] = methods.map(\.rawValue).joined(separator: ", ")
    }
    return response
  }
}
