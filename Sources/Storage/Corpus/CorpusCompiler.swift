import Domain

/// A query as SQL over the view `statements`; what was asked is bound, never spliced in.
struct CorpusCompiler {
  private(set) var arguments: [String: CorpusTable.Value] = [:]
  private var conditions: [String] = []
  private let limit: Int?

  init(_ query: CorpusQuery) {
    limit = query.limit
    if let text = query.search { search(text) }
    if let name = query.indicator {
      add(
        "(standard LIKE :indicator ESCAPE '\\' OR indicator LIKE :indicator ESCAPE '\\')",
        "indicator", .text(Self.part(name)))
    }
    if let place = query.place {
      let isCode = place.utf8.allSatisfy { (48...57).contains($0) }
      add(
        isCode ? "place_code LIKE :place" : "place LIKE :place ESCAPE '\\'", "place",
        .text(isCode ? place + "%" : Self.part(place)))
    }
    if let level = query.level { add("level = :level", "level", .text(level.rawValue)) }
    if let kind = query.kind { add("kind = :kind", "kind", .text(kind.rawValue)) }
    if let years = query.years {
      add("year >= :first", "first", .integer(years.lowerBound))
      add("year <= :last", "last", .integer(years.upperBound))
    }
    if let strength = query.strength {
      add("strength LIKE :strength ESCAPE '\\'", "strength", .text(Self.part(strength)))
    }
  }

  var sql: String {
    let filter = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
    let end = limit.map { " LIMIT \($0)" } ?? ""
    return "SELECT * FROM statements\(filter) ORDER BY id\(end)"
  }

  private mutating func add(_ condition: String, _ name: String, _ value: CorpusTable.Value) {
    conditions.append(condition)
    arguments[name] = value
  }

  /// The index finds the sentences; what holds no letter that is indexed is looked for as it is.
  private mutating func search(_ text: String) {
    if let pairs = CharacterPairs.query(text) {
      add(
        "sentence_id IN (SELECT rowid FROM words WHERE words MATCH :pairs)", "pairs",
        .text(pairs))
    }
    for (index, word) in text.split(whereSeparator: \.isWhitespace).enumerated() {
      add("sentence LIKE :word\(index) ESCAPE '\\'", "word\(index)", .text(Self.part(String(word))))
    }
  }

  private static func part(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "%_\\".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return "%" + escaped + "%"
  }
}
