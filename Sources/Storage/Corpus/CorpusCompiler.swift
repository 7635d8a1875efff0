import Domain

/// A query as SQL over the view `statements`; what was asked is bound, never spliced in.
///
/// Names and places are looked for in their own short tables, so that the long one is only asked for
/// rows by number.
struct CorpusCompiler {
  private(set) var arguments: [String: CorpusTable.Value] = [:]
  private var ofReport: [String] = []
  private var ofQuantity: [String] = []
  private var ofSentence: [String] = []
  private let limit: Int?

  init(_ query: CorpusQuery) {
    limit = query.limit
    if let text = query.search { search(text) }
    if let name = query.indicator {
      arguments["indicator"] = .text(Self.part(name))
      ofQuantity.append(
        """
        q.indicator IN (SELECT indicator FROM names
          WHERE indicator LIKE :indicator ESCAPE '\\' OR standard LIKE :indicator ESCAPE '\\')
        """)
    }
    if let place = query.place {
      let isCode = place.utf8.allSatisfy { (48...57).contains($0) }
      arguments["place"] = .text(isCode ? place + "%" : Self.part(place))
      ofReport.append(isCode ? "place_code LIKE :place" : "place LIKE :place ESCAPE '\\'")
    }
    if let level = query.level {
      arguments["level"] = .text(level.rawValue)
      ofReport.append("level = :level")
    }
    if let years = query.years {
      arguments["first"] = .integer(years.lowerBound)
      arguments["last"] = .integer(years.upperBound)
      ofReport.append("year BETWEEN :first AND :last")
    }
    if let kind = query.kind {
      arguments["kind"] = .text(kind.rawValue)
      ofQuantity.append("q.kind = :kind")
    }
    if let strength = query.strength {
      arguments["strength"] = .text(Self.part(strength))
      ofQuantity.append("q.strength LIKE :strength ESCAPE '\\'")
    }
  }

  var sql: String {
    var own = ofQuantity
    if !ofReport.isEmpty {
      own.append("q.report IN (SELECT id FROM reports WHERE \(Self.all(ofReport)))")
    }
    var conditions = ofSentence
    if !own.isEmpty {
      conditions.append("id IN (SELECT q.id FROM quantities q WHERE \(Self.all(own)))")
    }
    let filter = conditions.isEmpty ? "" : " WHERE " + Self.all(conditions)
    let end = limit.map { " LIMIT \($0)" } ?? ""
    return "SELECT * FROM statements\(filter) ORDER BY id\(end)"
  }

  private static func all(_ conditions: [String]) -> String {
    conditions.joined(separator: " AND ")
  }

  /// The index finds the sentences; what holds no letter that is indexed is looked for as it is.
  private mutating func search(_ text: String) {
    if let pairs = CharacterPairs.query(text) {
      arguments["pairs"] = .text(pairs)
      ofSentence.append("sentence_id IN (SELECT rowid FROM words WHERE words MATCH :pairs)")
    }
    for (index, word) in text.split(whereSeparator: \.isWhitespace).enumerated() {
      arguments["word\(index)"] = .text(Self.part(String(word)))
      ofSentence.append("sentence LIKE :word\(index) ESCAPE '\\'")
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
