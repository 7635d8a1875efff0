import Domain

/// Branches for what was looked at and does not count.
extension QuestionCompiler {
  /// Examples of what the tally counted in `column`.
  func keptOut(_ what: String, _ column: String, _ test: Fragment?) throws -> Fragment? {
    guard let test else { return nil }
    return """
      SELECT * FROM (SELECT '\(alias: what)', tally.\(alias: column), r.key \
      FROM \(sql: try candidates(guardedBy: "tally.\(alias: column) > 0")) AND \(sql: test) \
      ORDER BY +r.key LIMIT 3)
      """
  }

  /// Of each thing the strongest record, of these the earliest counts; the others are the same again.
  func sameThing() throws -> Fragment? {
    guard let thing = try thing("r"), let rank = try rank() else { return nil }
    return """
      SELECT * FROM (SELECT 'sameThing', more, key FROM (SELECT r.key AS key, \
      tally.eligible - tally.things AS more, \(sql: rank) AS nth \
      FROM \(sql: try candidates(guardedBy: "tally.eligible > tally.things")) \
      AND \(sql: try counts()) AND \(sql: thing) IS NOT NULL) \
      WHERE nth > 1 ORDER BY key LIMIT 3)
      """
  }

  /// A branch that counts by itself, and names the first and the last of what it finds.
  private func branch(_ what: String, where tests: [Fragment]) -> Fragment {
    """
    SELECT '\(alias: what)', n, iif(i, last, first) FROM (SELECT count(*) AS n, \
    min(r.key) AS first, max(r.key) AS last FROM \(name: table.name) r WHERE \(sql: tests.all)) \
    CROSS JOIN (SELECT 0 AS i UNION ALL SELECT 1) WHERE n > i
    """
  }

  /// What a registry held when it was first brought in, nobody has claimed for the period.
  private var isNoFirstBatch: Fragment {
    "r.since > (SELECT min(since) FROM \(name: table.name))"
  }

  func outsidePeriod() throws -> Fragment? {
    guard let since = question.scope.newsSince, since <= min(facts.head, question.scope.known),
      case .dated(let column, let period) = question.window
    else { return nil }
    let name = try dated(column)
    let until: Fragment = question.scope.newsUntil.map { "r.since <= \($0)" } ?? "1"
    return branch(
      "outsidePeriod",
      where: [
        "r.since >= \(since)", until, moment.current("r"), isNoFirstBatch,
        "(+r.\(name: name) < \(period.first) OR +r.\(name: name) > \(period.last))",
        try conditions.all(question.conditions, of: table, alias: "r"),
        """
        (NOT EXISTS (SELECT 1 FROM \(name: table.name) \
        WHERE until IS NOT NULL AND +since < \(since)) \
        OR NOT EXISTS (SELECT 1 FROM \(name: table.name) o \
        WHERE o.key = r.key AND o.until IS NOT NULL AND o.since < \(since)))
        """,
      ])
  }

  /// As everything is known now: in the window, and not there as it was known.
  func recordedLater() throws -> Fragment? {
    guard case .past(let known) = moment else { return nil }
    let now = ConditionCompiler(
      catalog: conditions.catalog, asOf: Self.day(question), moment: .now)
    return branch(
      "recordedLater",
      where: [
        "r.since > \(known)", Moment.now.current("r"), try window("r", isPlain: false),
        try now.all(question.conditions, of: table, alias: "r"),
        """
        NOT EXISTS (SELECT 1 FROM \(name: table.name) o WHERE o.key = r.key \
        AND o.until IS NOT NULL AND o.until > \(known) AND o.since <= \(known) \
        AND \(sql: try window("o", isPlain: false)) \
        AND \(sql: try conditions.all(question.conditions, of: table, alias: "o")))
        """,
      ])
  }

  func notYetThere() throws -> Fragment? {
    guard let claimed = question.claimed, case .dated(let column, let period) = question.window
    else { return nil }
    let (claim, name) = (try dated(claimed), try dated(column))
    return branch(
      "notYetThere",
      where: [
        moment.current("r"), "r.\(name: claim) >= \(period.first)",
        "r.\(name: claim) <= \(min(period.last, question.scope.asOf))",
        "(+r.\(name: name) IS NULL OR +r.\(name: name) > \(question.scope.asOf))",
        try conditions.all(question.conditions, of: table, alias: "r"),
      ])
  }
}
