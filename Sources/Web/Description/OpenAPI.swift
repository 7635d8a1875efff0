import Domain
import Publishing

/// The description of the JSON API (OpenAPI 3.1.0), made from the routes themselves.
struct OpenAPI {
  /// Routes with data, each with what its JSON holds.
  private let routes: [(route: Route, data: DataRoute)]

  init() {
    let described = Dictionary(DataRoute.all.map { ($0.path, $0) }) { $1 }
    routes = Routes.all.filter(\.hasData).compactMap { route in
      described[route.path].map { (route, $0) }
    }
  }

  var bytes: [UInt8] {
    JSONValue.object([
      ("openapi", .text("3.1.0")),
      (
        "info",
        .object([
          ("title", .text("督办 Duban")), ("version", .text("1")),
          (
            "description",
            .text(
              "每个页面的数据。公众不带令牌，看到最近一次发布的账；带令牌以其帐号的身份只读。 The data of every page. Without a token one sees what the last release published; with one, what its account may read."
            )
          ),
        ])
      ),
      ("servers", .list([.object([("url", .text("/"))])])),
      ("paths", .object(routes.map { (path($0.route), item($0.route, $0.data)) })),
      (
        "components",
        .object([
          (
            "securitySchemes",
            .object([("token", .object([("type", .text("http")), ("scheme", .text("bearer"))]))])
          ),
          (
            "schemas",
            .object([("Fault", fault)] + routes.map { (name($0.route), schema($0.data)) })
          ),
          ("responses", .object([("Fault", faultResponse)])),
        ])
      ),
    ]).bytes
  }

  /// `/api/v1/commitments/{id}`.
  private func path(_ route: Route) -> String {
    Links.api(route.path).split(separator: "/").map { part in
      part.hasPrefix(":") ? "/{\(part.dropFirst())}" : "/\(part)"
    }.joined()
  }

  /// `CommitmentsId`.
  private func name(_ route: Route) -> String {
    let parts = Links.api(route.path).split(separator: "/").dropFirst(2)
    return parts.map { $0.drop { $0 == ":" }.capitalizedFirst }.joined()
  }

  private func item(_ route: Route, _ data: DataRoute) -> JSONValue {
    let answer = JSONValue.object([
      ("description", .text(data.summary.chinese + " " + data.summary.english)),
      (
        "content",
        .object([
          (
            "application/json",
            .object([("schema", .object([("$ref", .text("#/components/schemas/" + name(route)))]))])
          ),
          ("text/csv", .object([("schema", .object([("type", .text("string"))]))])),
        ])
      ),
    ])
    let faults = ["400", "401", "403", "404", "422"].map {
      ($0, JSONValue.object([("$ref", .text("#/components/responses/Fault"))]))
    }
    return .object([
      (
        "get",
        .object([
          ("operationId", .text(name(route))), ("summary", .text(data.summary.chinese)),
          ("description", .text(data.summary.english)),
          ("parameters", .list(parameters(route, data))),
          (
            "security",
            .list(
              route.act.roles == nil
                ? [.object([]), .object([("token", .list([]))])] : [.object([("token", .list([]))])]
            )
          ),
          ("responses", .object([("200", answer)] + faults)),
        ])
      )
    ])
  }

  private func parameters(_ route: Route, _ data: DataRoute) -> [JSONValue] {
    let inPath = route.path.split(separator: "/").filter { $0.hasPrefix(":") }
      .map { parameter(String($0.dropFirst()), "path", nil, string) }
    let common: [JSONValue] = [
      parameter("as-of", "query", Phrase("截至哪一天", "as of which day"), day),
      parameter("lang", "query", Phrase("文字的语言", "language of words"), choice(["zh", "en"])),
      parameter(
        "format", "query", Phrase("csv 要表格", "csv for the table"), choice(["json", "csv"])),
    ]
    return inPath + data.query.map { parameter($0.name, "query", $0.what, string) } + common
  }

  /// A NUL is refused.
  private var string: JSONValue {
    .object([("type", .text("string")), ("pattern", .text("^[^\\u0000]*$"))])
  }
  private var day: JSONValue { .object([("type", .text("string")), ("format", .text("date"))]) }

  private func choice(_ values: [String]) -> JSONValue {
    .object([("type", .text("string")), ("enum", .list(values.map { .text($0) }))])
  }

  private func parameter(
    _ name: String, _ place: String, _ what: Phrase?, _ schema: JSONValue
  ) -> JSONValue {
    .object([
      ("name", .text(name)), ("in", .text(place)), ("required", .flag(place == "path")),
      ("description", .text(what.map { $0.chinese + " " + $0.english } ?? name)),
      ("schema", schema),
    ])
  }

  /// Keys with `?` may be null or missing.
  private func schema(_ data: DataRoute) -> JSONValue {
    .object([
      ("type", .text("object")),
      (
        "properties",
        .object(
          data.keys.map { name, type in
            let isOptional = type.hasSuffix("?")
            let plain = JSONValue.text(isOptional ? String(type.dropLast()) : type)
            return (name, .object([("type", isOptional ? .list([plain, .text("null")]) : plain)]))
          })
      ),
      ("required", .list(data.keys.filter { !$0.type.hasSuffix("?") }.map { .text($0.name) })),
    ])
  }

  private var fault: JSONValue {
    .object([
      ("type", .text("object")),
      ("properties", .object([("code", string), ("message", string)])),
      ("required", .list([.text("code"), .text("message")])),
    ])
  }

  private var faultResponse: JSONValue {
    .object([
      ("description", .text("出了什么问题 What is wrong")),
      (
        "content",
        .object([
          (
            "application/json",
            .object([("schema", .object([("$ref", .text("#/components/schemas/Fault"))]))])
          )
        ])
      ),
    ])
  }
}

extension StringProtocol {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
