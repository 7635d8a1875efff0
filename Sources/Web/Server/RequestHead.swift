import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Publishing

/// What is read off a request before anybody knows whose it is.
struct RequestHead: Sendable {
  var path: String
  /// The query, decoded; nil where it is malformed.
  let pairs: [(name: String, value: String)]?
  var language: Language
  var cookies: [String: String]
  var type: String
  /// Who asks, by address; empty where it cannot be told.
  var remote = ""
  /// True for a request from this machine that no proxy has passed on.
  var isLocal = false
  var body: [UInt8] = []
  /// `Authorization: Bearer …`.
  let bearer: String?
  /// Path and query of the page before, where it is one of this site.
  let referrer: String?
  /// True where the browser says that a page of this site sent the request.
  let isFromHere: Bool
  let done: Done?
  /// Whether the answer may hold something of this visitor's: a name, what was just done or typed.
  let isPersonal: Bool
  /// The visitor's own value behind the forms' tokens.
  let seed: String
  /// True where the visitor had none: no form can have come from here.
  let isFirstVisit: Bool
  let isBehindTLS: Bool

  /// The path as pages have theirs, decoded; that of the home page where it cannot be.
  var plainPath: String { Encoded.text(path.utf8) ?? "/" }

  init(_ request: Request, _ visit: Visit, _ settings: ServerSettings) {
    path = request.uri.path
    isBehindTLS = settings.isBehindTLS
    self.pairs = Encoded.pairs((request.uri.query ?? "").utf8)
    let pairs = self.pairs ?? []
    language = pairs.last { $0.name == "lang" }.flatMap { Language(rawValue: $0.value) } ?? .chinese
    done = pairs.last { $0.name == "done" }.flatMap { Done(rawValue: $0.value) }
    let cookies = Self.cookies(request.headers[values: .cookie])
    self.cookies = cookies
    isPersonal = cookies["duban"] != nil || pairs.contains { ["done", "draft"].contains($0.name) }
    type = request.headers[.contentType] ?? ""
    let known = cookies["duban-form"].flatMap { $0.utf8.count == 43 ? $0 : nil }
    isFirstVisit = known == nil
    seed = known ?? Secrets.text()
    bearer = request.headers[.authorization].flatMap(Self.bearer)
    let host = request.head.authority ?? ""
    referrer = request.headers[.referer].flatMap { Self.local($0, host: host) }
    isFromHere =
      request.headers[.origin].map { Self.local($0 + "/", host: host) != nil } ?? (referrer != nil)
    readAddress(request.headers, visit.remote)
  }

  /// A proxy in front says whom it asks for, last in its list; otherwise nobody's word is taken.
  private mutating func readAddress(_ headers: HTTPFields, _ address: SocketAddress?) {
    let own = address?.ipAddress ?? ""
    let passed = Self.forwarded.flatMap { headers[values: $0].last }
    isLocal = ["127.0.0.1", "::1"].contains(own) && passed == nil
    remote = own
    if isBehindTLS, let last = passed?.split(separator: ",").last { remote = String(last).trimmed }
  }

  func with(_ body: [UInt8]) -> RequestHead {
    var head = self
    head.body = body
    return head
  }

  /// What every form of the visitor carries.
  var csrf: String { Secrets.digest("csrf:" + seed) }

  private static func cookies(_ headers: [String]) -> [String: String] {
    var cookies: [String: String] = [:]
    for pair in headers.flatMap({ $0.split(separator: ";") }) {
      let halves = pair.split(separator: "=", maxSplits: 1)
      guard halves.count == 2 else { continue }
      cookies[String(halves[0]).trimmed] = String(halves[1]).trimmed
    }
    return cookies
  }

  private static func bearer(_ header: String) -> String? {
    let parts = header.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
    return String(parts[1]).trimmed
  }

  /// Path and query of an address of the same host.
  private static func local(_ address: String, host: String) -> String? {
    guard !host.isEmpty, let scheme = address.firstRange(of: "://") else { return nil }
    let rest = address[scheme.upperBound...]
    guard rest.hasPrefix(host + "/") else { return nil }
    let path = String(rest.dropFirst(host.count).prefix { $0 != "#" })
    return Routes.local(path) == path ? path : nil
  }

  private static let forwarded = HTTPField.Name("X-Forwarded-For")

  /// - Throws: ``WorkFault/badRequest``.
  func form() throws -> Form {
    switch Parameters(type)?.main {
    case "application/x-www-form-urlencoded", "":
      if let fields = Encoded.pairs(body) { return Form(fields: fields) }
    case "multipart/form-data":
      if let form = Multipart.form(body, type: type) { return form }
    default: break
    }
    throw WorkFault.badRequest
  }
}
