import Domain
import HTTPTypes

/// One address and what it needs: there is no route without a rule.
struct Route: Sendable {
  var method: HTTPRequest.Method
  /// `/commitments/:id`.
  var path: String
  /// What the caller must be allowed to do. Operations check the same again, with the unit.
  var act: Act
  /// Bytes that a request's body may have.
  var limit = 1 << 16
  /// True where the answer depends on nothing but the address, the ledger and the caller's role and
  /// unit: its body is kept until the ledger changes.
  var isKept = false
  /// True for a file that everybody gets alike from one release: it is kept until the next.
  var isKeptFile = false
  /// What it knows in the query, beside `as-of` and `lang`; anything else does not reach it.
  var query: [QueryName] = []
  /// Whose threads it runs on.
  var lane: Lanes.Kind = .pages
  /// True where JSON and CSV of the page are served under `/api/v1` too.
  var hasData = false
  /// For a form that is sent elsewhere than its page has its address: the page's path, with the same
  /// variable parts. What was typed is shown there again after signing in.
  var form: String?
  /// True where it only leads to the page above: nothing can be shown at it.
  var leadsBack = false
  var run: @Sendable (Ask) throws -> Reply

  /// A page to look at, with its data.
  static func page(
    _ path: String, _ act: Act = .readPublic, isKept: Bool = true, hasData: Bool = true,
    query: [QueryName] = [], lane: Lanes.Kind = .pages,
    _ run: @escaping @Sendable (Ask) throws -> Reply
  ) -> Route {
    Route(
      method: .get, path: path, act: act, isKept: isKept, query: query, lane: lane,
      hasData: hasData, run: run)
  }

  /// A page with a form on it, or a file: made anew each time.
  static func get(
    _ path: String, _ act: Act, query: [QueryName] = [], lane: Lanes.Kind = .pages,
    _ run: @escaping @Sendable (Ask) throws -> Reply
  ) -> Route {
    Route(method: .get, path: path, act: act, query: query, lane: lane, run: run)
  }

  /// A file that takes long to make and that everybody may take away.
  static func export(
    _ path: String, query: [QueryName] = [], _ run: @escaping @Sendable (Ask) throws -> Reply
  ) -> Route {
    Route(
      method: .get, path: path, act: .readPublic, isKeptFile: true, query: query, lane: .exports,
      run: run)
  }

  /// Where a form is sent.
  static func post(
    _ path: String, _ act: Act, limit: Int = 1 << 16, form: String? = nil,
    lane: Lanes.Kind = .pages, _ run: @escaping @Sendable (Ask) throws -> Reply
  ) -> Route {
    Route(method: .post, path: path, act: act, limit: limit, lane: lane, form: form, run: run)
  }

  /// Bytes of a form with files.
  static let uploads = 32 << 20
}

/// Every route of the application.
enum Routes {
  static let all: [Route] =
    accounts + registries + views + imports + feed + letters + reports + unit + desks + objections
    + session
    + system
}
