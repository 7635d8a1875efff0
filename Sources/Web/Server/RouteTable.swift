import HTTPTypes
import Publishing

/// Finds routes by path, where the router does not tell.
enum RouteTable {
  private static let templates: [(parts: [Substring], route: Route)] = Routes.all.map {
    ($0.path.split(separator: "/"), $0)
  }

  /// What is served beside the routes, as `WebServer` adds it.
  private static let onlyRead = Set(
    ["/healthz", "/metrics", "/api/v1/openapi.json"] + Assets.all.map { "/static/" + $0.name })

  /// Methods that a path takes, in a fixed order; empty for a path that is none.
  static func methods(of path: String) -> [HTTPRequest.Method] {
    if onlyRead.contains(path) { return [.get, .head] }
    let isAPI = path.hasPrefix("/api/v1/")
    let own = isAPI ? String(path.dropFirst("/api/v1".count)) : path
    let methods = Set(
      routes(at: own == "/overview" && isAPI ? "/" : own)
        .filter { !isAPI || $0.hasData }.map(\.method))
    return [.get, .head, .post].filter {
      methods.contains($0) || $0 == .head && methods.contains(.get)
    }
  }

  /// The page that a form was on: where its route says, where the browser came from, else the
  /// nearest page above the address that it was sent to.
  ///
  /// - Parameters:
  ///   - parameters: what stands in the variable parts of the path, as it was sent.
  ///   - referrer: path and query of the page before, of this site.
  static func page(
    of route: Route, _ parameters: [String: String], path: String, referrer: String?
  ) -> String {
    if let form = route.form { return filled(form, parameters) }
    if let referrer, isPage(String(referrer.prefix { $0 != "?" })) { return referrer }
    var parts = path.split(separator: "/")
    while !parts.isEmpty {
      let above = "/" + parts.joined(separator: "/")
      if isPage(above) { return above }
      parts.removeLast()
    }
    return "/"
  }

  private static func isPage(_ path: String) -> Bool {
    path != "/login" && routes(at: path).contains { $0.method == .get && !$0.leadsBack }
  }

  private static func filled(_ template: String, _ parameters: [String: String]) -> String {
    template.split(separator: "/").map { part in
      "/" + (part.first == ":" ? parameters[String(part.dropFirst())] ?? "" : String(part))
    }.joined()
  }

  private static func routes(at path: String) -> [Route] {
    let parts = path.split(separator: "/")
    return templates.filter { template in
      template.parts.count == parts.count
        && zip(template.parts, parts).allSatisfy { $0.first == ":" || $0 == $1 }
    }.map(\.route)
  }
}
