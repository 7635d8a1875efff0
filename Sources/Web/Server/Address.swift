import Domain

/// A name in the query that a route knows.
enum QueryName: Sendable, ExpressibleByStringLiteral {
  /// Taken once: the first value counts, without white space around it.
  case once(String)
  /// May be repeated; the order does not matter.
  case each(String)
  /// A sign and behind it the name of a column; the last value counts.
  case column(Character)

  init(stringLiteral value: String) { self = .once(value) }
}

/// What a request asks for, and nothing else: what the route does not know is not in it, and what
/// means the same is written in one way. Two requests with different addresses never share an answer.
struct Address: Sendable {
  /// `/commitments/:id`.
  let route: String
  /// What stands in the variable parts of the path, decoded.
  let parameters: [String: String]
  /// In the order in which the route names what it knows; no value is empty.
  let query: [(name: String, value: String)]
  let language: Language
  /// All of that as bytes with their lengths: to Swift two texts are equal where their signs look
  /// alike, to the ledger they are not.
  private let key: [UInt8]

  /// - Parameters:
  ///   - parameters: what stands in the variable parts of the path, as it was sent.
  ///   - pairs: the whole query, decoded.
  /// - Returns: nil for a path that cannot be decoded.
  init?(
    _ route: Route, _ parameters: [String: String], _ pairs: [(name: String, value: String)],
    _ language: Language
  ) {
    var decoded: [String: String] = [:]
    for (name, value) in parameters {
      guard let text = Encoded.text(value.utf8) else { return nil }
      decoded[name] = text
    }
    let query = route.query.flatMap { Self.values($0, pairs) }
    self.route = route.path
    self.parameters = decoded
    self.query = query
    self.language = language
    let texts =
      [route.path, language.rawValue, String(decoded.count)]
      + decoded.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
      + query.flatMap { [$0.name, $0.value] }
    key = texts.flatMap { Array("\($0.utf8.count):\($0)".utf8) }
  }

  /// Bytes that it takes up, three times over: as sent, decoded and told apart.
  var bytes: Int { 3 * key.count }

  /// The path, decoded and in its one form.
  var path: String {
    let parts = route.split(separator: "/").map { part in
      part.first == ":" ? parameters[String(part.dropFirst())] ?? "" : String(part)
    }
    return "/" + parts.joined(separator: "/")
  }

  private static func values(
    _ known: QueryName, _ pairs: [(name: String, value: String)]
  ) -> [(name: String, value: String)] {
    switch known {
    case .once(let name):
      let value = pairs.first { $0.name == name }?.value.trimmed ?? ""
      return value.isEmpty ? [] : [(name, value)]
    case .each(let name):
      let values = pairs.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
      return unique(values).map { (name, $0) }
    case .column(let sign):
      let asked = pairs.filter { $0.name.first == sign && $0.name.count > 1 && !$0.value.isEmpty }
      return unique(asked.map(\.name)).compactMap { name in
        asked.last { $0.name.utf8.elementsEqual(name.utf8) }
      }
    }
  }

  /// By their bytes, each once.
  private static func unique(_ texts: [String]) -> [String] {
    texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.reduce(into: []) { list, text in
      if !(list.last?.utf8.elementsEqual(text.utf8) ?? false) { list.append(text) }
    }
  }
}

extension Address: Hashable {
  static func == (one: Address, other: Address) -> Bool { one.key == other.key }
  func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
