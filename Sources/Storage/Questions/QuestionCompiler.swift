import Domain

/// Turns a question into one SQL statement.
///
/// One pass over the records in the window counts those that count, by the grade of their source,
/// and those that their source keeps out (`tally`). What is left out for another reason is looked
/// for by a branch of its own, and only where it can occur; a branch for examples of what the tally
/// found runs only when it found some. Every branch gives rows of what, number, key.
struct QuestionCompiler {
  let question: Question
  let facts: LedgerFacts
  let table: RecordTable
  let conditions: ConditionCompiler
  let moment: Moment
  /// A sum is taken in two halves of 32 bits, `total` and `rest`, neither of which can overflow.
  var inHalves = false
  /// Keys that the checks find which the question does without.
  let doubtful: [String]

  init(
    _ question: Question, catalog: Catalog, facts: LedgerFacts, doubtful: [String] = []
  ) throws {
    self.question = question
    self.facts = facts
    self.doubtful = doubtful
    table = try catalog.table(question.registry)
    moment = question.scope.known < facts.head ? .past(question.scope.known) : .now
    conditions = ConditionCompiler(
      catalog: catalog, asOf: Self.day(question), moment: moment)
  }

  /// What has happened by the window's end is judged then, however late one looks back.
  static func day(_ question: Question) -> Day {
    switch question.window {
    case .dated(_, let period): min(period.last, question.scope.asOf)
    case .valid(_, _, let day): day
    }
  }

  func answer() throws -> Fragment {
    let branches = try [
      counted, outsidePeriod(), recordedLater(), keptOut("sourceLater", "later", isLater),
      keptOut("tooWeak", "weak", isWeak), keptOut("notFirst", "stale", isStale()), sameThing(),
      notYetThere(), keptOut("doubtful", "doubtful", isDoubtful),
    ].compactMap { $0 }
    return
      "WITH tally AS MATERIALIZED (\(sql: try tally()))\n\(sql: branches.joined("\nUNION ALL "))"
  }

  /// The records that count, a page of them.
  func records(offset: Int, limit: Int) throws -> Fragment {
    let names = table.columns.map { "r.\(name: $0.name)" as Fragment }
    let own: [Fragment] = [
      "r.key", "r.since", "r.until", "(SELECT id FROM source WHERE number = r.source)",
    ]
    return """
      SELECT \(sql: (own + names).joined(", ")) FROM \(sql: try candidates()) \
      AND \(sql: try counts())\(sql: try isStrongest()) ORDER BY +r.key LIMIT \(limit) OFFSET \(offset)
      """
  }
}

extension QuestionCompiler {
  /// Of one thing, the record that counts.
  private func isStrongest() throws -> Fragment {
    guard let rank = try rank() else { return "" }
    return """
       AND r.id IN (SELECT id FROM (SELECT r.id AS id, \(sql: rank) AS nth \
      FROM \(sql: try candidates()) AND \(sql: try counts())) WHERE nth = 1)
      """
  }

  /// The place of a record among those of one thing: the strongest first, then the earliest; nothing
  /// where records are not things.
  func rank() throws -> Fragment? {
    guard let thing = try thing("r") else { return nil }
    var order: [Fragment] = needsSource ? ["s.grade DESC"] : []
    switch question.window {
    case .dated(let column, _): order.append("r.\(name: try dated(column))")
    case .valid(let from?, _, _): order.append("r.\(name: try dated(from))")
    case .valid: break
    }
    order.append("r.id")
    return """
      row_number() OVER (PARTITION BY ifnull(\(sql: thing), r.id) \
      ORDER BY \(sql: order.joined(", ")))
      """
  }
}

/// What can be said of the sources of whole registries, so that branches that find nothing are left
/// out, and records whose sources are all of one grade are counted without looking at each source.
struct LedgerFacts: Sendable {
  var head: Int
  /// The last entry that can change what evidence says.
  var evidence: Int
  /// Whose report was adopted by which entry, oldest first: its name may stand before addresses.
  var places: [(sequence: Int, place: String?)]
  /// By registry; nothing for one without records.
  var sources: [String: Sources]
  /// Registries of which a version was replaced, removed, or kept beside a stronger one.
  var replaced: Set<String>

  /// Whose report was the last one at an entry.
  func place(known: Int) -> String? { places.last { $0.sequence <= known }?.place }

  /// Over all versions of the sources that records of a registry came from.
  struct Sources: Sendable {
    /// The latest date that one bears.
    var latest: String
    /// The grades that they have, weakest first.
    var grades: [Grade]
  }
}

extension QuestionCompiler {
  /// The records in the window that pass the conditions, each with its source, after FROM.
  func candidates(guardedBy guardian: Fragment? = nil) throws -> Fragment {
    let before: Fragment = guardian == nil ? "" : "tally CROSS JOIN "
    let test: Fragment = guardian.map { " AND \(sql: $0)" } ?? ""
    let source: Fragment =
      needsSource
      ? " CROSS JOIN source s ON s.first = r.source AND \(sql: moment.current("s"))" : ""
    return """
      \(sql: before)\(name: table.name) r\(sql: scan)\(sql: source) \
      WHERE \(sql: moment.current("r"))\(sql: test) AND \(sql: try window("r")) \
      AND \(sql: try conditions.all(question.conditions, of: table, alias: "r"))
      """
  }

  /// What is valid on a day is most of a registry: reading it through is faster than by an index.
  private var scan: Fragment {
    if case .valid = question.window { return " NOT INDEXED" }
    return ""
  }

  /// - Parameter isPlain: false where the column's index should not be used.
  func window(_ alias: String, isPlain: Bool = true) throws -> Fragment {
    switch question.window {
    case .dated(let column, let period):
      let name = try dated(column)
      let value: Fragment = "\(alias: isPlain ? "" : "+")\(alias: alias).\(name: name)"
      let last = min(period.last, question.scope.asOf)
      return "\(sql: value) >= \(period.first) AND \(sql: value) <= \(last)"
    case .valid(let from, let until, let day):
      var tests: [Fragment] = []
      if let from { tests.append("+\(alias: alias).\(name: try dated(from)) <= \(day)") }
      if let until {
        let name = try dated(until)
        tests.append(
          "(+\(alias: alias).\(name: name) IS NULL OR +\(alias: alias).\(name: name) > \(day))")
      }
      return tests.all
    }
  }

  func dated(_ column: String) throws -> String {
    try conditions.column(column, [.day], table).name
  }

  private var sources: LedgerFacts.Sources? { facts.sources[table.registry.name] }

  var isLater: Fragment? {
    guard let latest = sources?.latest, latest > question.scope.seen.description else {
      return nil
    }
    return "s.date > \(question.scope.seen)"
  }

  var isWeak: Fragment? {
    guard let weakest = sources?.grades.first, weakest < question.scope.proof else { return nil }
    let weak: Fragment = "s.grade < \(question.scope.proof.rawValue)"
    return isLater == nil ? weak : "s.date <= \(question.scope.seen) AND \(sql: weak)"
  }

  /// The source suffices.
  var suffices: [Fragment] { suffices(of: "s") }

  func suffices(of source: String) -> [Fragment] {
    var tests: [Fragment] = []
    if isLater != nil { tests.append("\(alias: source).date <= \(question.scope.seen)") }
    if isWeak != nil {
      tests.append("\(alias: source).grade >= \(question.scope.proof.rawValue)")
    }
    return tests
  }

  func counts() throws -> Fragment { (certain + [try isFirst()].compactMap { $0 }).all }

  /// The source suffices, and nothing that the measure minds is found.
  private var certain: [Fragment] {
    suffices + (doubtful.isEmpty ? [] : ["NOT (\(sql: isNamed))"])
  }

  private var isNamed: Fragment { "r.key IN (SELECT value FROM json_each(\(list(doubtful))))" }

  var isDoubtful: Fragment? { doubtful.isEmpty ? nil : (suffices + [isNamed]).all }

  func list(_ keys: [String]) -> String { JSONList.text(keys) }

  /// Text that names the thing, folded; nothing where a part of the name is empty: such a record is
  /// a thing of its own.
  func thing(_ alias: String) throws -> Fragment? {
    guard !question.distinct.isEmpty else { return nil }
    return try question.distinct.map { field in
      folded(try conditions.column(field, [.text, .day, .number], table), alias)
    }.joined(" || char(31) || ")
  }

  /// What was checked or chosen from a list has one way of writing.
  private func folded(_ column: RegistryColumn, _ alias: String) -> Fragment {
    let value: Fragment = "\(alias: alias).\(name: column.name)"
    let field = table.registry.fields[column.field]
    if field.isPlace {
      let place = facts.place(known: question.scope.known) ?? ""
      return "\(alias: Written.address)(\(sql: value), \(place))"
    }
    switch field.kind {
    case .text, .place, .personal: return "\(alias: Written.text)(\(sql: value))"
    case .code, .date, .number, .choice, .stages, .reference: return value
    }
  }

  /// The thing never came before the window with a source that suffices, and the record does not say
  /// itself that it did.
  func isFirst() throws -> Fragment? {
    guard question.firstOnly, let mine = try thing("r"), let others = try thing("o"),
      case .dated(let column, let period) = question.window
    else { return nil }
    let isSound = suffices(of: "z")
    let source: Fragment =
      isSound.isEmpty
      ? "" : " CROSS JOIN source z ON z.first = o.source AND \(sql: moment.current("z"))"
    let before: [Fragment] =
      [
        "o.\(name: try dated(column)) < \(period.first)", moment.current("o"),
        "\(sql: others) IS NOT NULL",
      ] + isSound
    let isNew: Fragment = """
      ifnull(\(sql: mine) NOT IN (SELECT \(sql: others) FROM \(name: table.name) o\(sql: source) \
      WHERE \(sql: before.all)), 1)
      """
    guard !question.renewed.isEmpty else { return isNew }
    let renewed = try conditions.all(question.renewed, of: table, alias: "r")
    return "(\(sql: isNew) AND NOT ifnull((\(sql: renewed)), 0))"
  }
}

extension QuestionCompiler {
  /// The source suffices, but the thing came before the window.
  func isStale() throws -> Fragment? {
    guard let isFirst = try isFirst() else { return nil }
    return (certain + ["NOT \(sql: isFirst)"]).all
  }
}

// MARK: - The tally

extension QuestionCompiler {
  /// The grades that can count.
  private var grades: [Grade] { (sources?.grades ?? []).filter { $0 >= question.scope.proof } }

  /// Whether it matters which source a record has.
  var needsSource: Bool { (sources?.grades.count ?? 0) > 1 || isLater != nil || isWeak != nil }

  private func tally() throws -> Fragment {
    try question.distinct.isEmpty ? tallyOfRecords() : tallyOfThings()
  }

  private func tallyOfRecords() throws -> Fragment {
    let counts = try counts()
    var sums: [Fragment] = grades.map { grade in
      let isOfGrade: Fragment = needsSource ? "s.grade = \(grade.rawValue)" : "1"
      let test = [isOfGrade, counts].filter { $0.text != "1" }.all
      return "\(sql: count(test)) AS \(alias: "g\(grade.rawValue)")"
    }
    sums.append("NULL AS none")
    sums += try keptOut.map { name, test in "\(sql: count(test)) AS \(alias: name)" }
    if case .sum(let field) = question.aggregate {
      let column = try conditions.column(field, [.number], table)
      let value: Fragment = "r.\(name: column.name)"
      sums.append(sum(inHalves ? "\(sql: value) >> 32" : value, counts, as: "total"))
      if inHalves { sums.append(sum("\(sql: value) & 4294967295", counts, as: "rest")) }
    }
    return "SELECT \(sql: sums.joined(", ")) FROM \(sql: try candidates())"
  }

  private func sum(_ value: Fragment, _ test: Fragment, as name: String) -> Fragment {
    "ifnull(sum(\(sql: value)) FILTER (WHERE \(sql: test)), 0) AS \(alias: name)"
  }

  /// Tests of what keeps records out, by the column of the tally.
  private var keptOut: [(name: String, test: Fragment)] {
    get throws {
      [("later", isLater), ("weak", isWeak), ("stale", try isStale()), ("doubtful", isDoubtful)]
        .compactMap { name, test in test.map { (name, $0) } }
    }
  }

  /// First every record with its place among those of its thing, then the things.
  private func tallyOfThings() throws -> Fragment {
    let grade: Fragment = needsSource ? "s.grade" : "\(grades.first?.rawValue ?? 0)"
    let out = try keptOut
    var marks: [Fragment] = ["\(sql: try counts()) AS ok", "\(sql: grade) AS grade"]
    if let thing = try thing("r") { marks.append("ifnull(\(sql: thing), r.id) AS thing") }
    marks += out.map { name, test in "\(sql: test) AS \(alias: name)" }
    if case .sum(let field) = question.aggregate {
      marks.append("r.\(name: try conditions.column(field, [.number], table).name) AS amount")
    }
    var sums: [Fragment] = grades.map {
      "count(*) FILTER (WHERE nth = 1 AND grade = \($0.rawValue)) AS \(alias: "g\($0.rawValue)")"
    }
    sums.append("NULL AS none")
    sums += out.map { name, _ in "count(*) FILTER (WHERE \(alias: name)) AS \(alias: name)" }
    sums += ["count(*) FILTER (WHERE ok) AS eligible", "count(*) FILTER (WHERE nth = 1) AS things"]
    if case .sum = question.aggregate {
      sums.append(sum(inHalves ? "amount >> 32" : "amount", "ok", as: "total"))
      if inHalves { sums.append(sum("amount & 4294967295", "ok", as: "rest")) }
    }
    return """
      SELECT \(sql: sums.joined(", ")) FROM (SELECT *, iif(ok, row_number() OVER \
      (PARTITION BY ok, thing ORDER BY grade DESC), 0) AS nth \
      FROM (SELECT \(sql: marks.joined(", ")) FROM \(sql: try candidates())))
      """
  }

  private func count(_ test: Fragment) -> Fragment {
    test.text == "1" ? "count(*)" : "count(*) FILTER (WHERE \(sql: test))"
  }

  /// What the tally says of what counts.
  private var counted: Fragment {
    var rows: [Fragment] = grades.map {
      "SELECT 'grade\(alias: "\($0.rawValue)")' AS what, \(alias: "g\($0.rawValue)") AS number, NULL AS key FROM tally"
    }
    if !question.distinct.isEmpty { rows.append("SELECT 'things', things, NULL FROM tally") }
    if case .sum = question.aggregate {
      rows.append("SELECT 'total', total, NULL FROM tally")
      if inHalves { rows.append("SELECT 'rest', rest, NULL FROM tally") }
    }
    if rows.isEmpty { rows.append("SELECT 'none', none, NULL FROM tally") }
    return rows.joined("\nUNION ALL ")
  }
}
