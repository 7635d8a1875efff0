import Domain

/// Turns a registry's checks into SQL: each gives the keys of the records that it finds, and of the
/// record of another registry that says otherwise.
struct CheckCompiler {
  let table: RecordTable
  let catalog: Catalog
  let moment: Moment

  /// Rows that a check gives at most.
  static let most = 20_000

  private var conditions: ConditionCompiler {
    ConditionCompiler(catalog: catalog, asOf: Day(number: 2_932_896), moment: moment)
  }

  /// Rows of key and other key; nothing for a check whose columns are not there.
  func found(by check: Registry.Check) throws -> Fragment? {
    let asked = try conditions.all(check.where ?? [], of: table, alias: "r")
    switch check.rule {
    case .order(let names, let days): return try own(order(names, days), asked)
    case .rising(let names): return try own(rising(names), asked)
    case .holds(let list): return own(try broken(list, asked), asked)
    case .year(let rule): return try own(year(rule), asked)
    case .rate(let rule): return try own(rate(rule), asked)
    case .division(let rule): return try division(rule, asked)
    case .parts(let rule): return try parts(rule, asked)
    case .total(let rule): return try total(rule, asked)
    case .alive(let rule): return try alive(rule, asked)
    case .known(let rule): return try known(rule, asked)
    case .tally(let rule): return try tally(rule, asked)
    }
  }

  private func select(
    _ other: Fragment, from: Fragment, where tests: [Fragment]
  ) -> Fragment {
    """
    SELECT r.key, \(sql: other) FROM \(name: table.name) r\(sql: from) \
    WHERE \(sql: ([moment.current("r")] + tests).all) ORDER BY 1, 2 LIMIT \(Self.most)
    """
  }

  private func own(_ broken: Fragment, _ asked: Fragment) -> Fragment {
    select("NULL", from: "", where: [asked, broken])
  }

  func column(
    _ name: String, _ type: ColumnType, _ table: RecordTable, _ alias: String = "r"
  ) throws -> Fragment {
    let column = try conditions.column(name, [type], table)
    return "\(alias: alias).\(name: column.name)"
  }

  // MARK: Within one record

  /// Where no record at all holds it, the registry does not keep what the check asks about.
  private func broken(_ list: [Condition], _ asked: Fragment) throws -> Fragment {
    let holds = try conditions.all(list, of: table, alias: "r")
    return """
      NOT ifnull((\(sql: holds)), 0) AND EXISTS (SELECT 1 FROM \(name: table.name) r \
      WHERE \(sql: [moment.current("r"), asked, holds].all))
      """
  }

  private func order(_ names: [String], _ days: Int?) throws -> Fragment {
    let dates = try names.map { try column($0, .day, table) }
    if let days {
      return any(
        zip(dates, dates.dropFirst()).map { early, late in
          "julianday(\(sql: late)) - julianday(\(sql: early)) < \(days)"
        })
    }
    return any(
      dates.indices.flatMap { index in
        dates[(index + 1)...].map { "\(sql: $0) < \(sql: dates[index])" as Fragment }
      })
  }

  private func rising(_ names: [String]) throws -> Fragment {
    let numbers = try names.map { try number($0, table) }
    return any(zip(numbers, numbers.dropFirst()).map { "\(sql: $1) < \(sql: $0)" })
  }

  private func any(_ tests: [Fragment]) -> Fragment {
    tests.isEmpty ? "0" : "(\(sql: tests.joined(" OR ")))"
  }

  /// A number of millionths, so that columns of different digits compare.
  func number(
    _ name: String, _ table: RecordTable, _ alias: String = "r"
  ) throws -> Fragment {
    let column = try conditions.column(name, [.number], table)
    return "\(alias: alias).\(name: column.name) * \(Self.power(6 - column.digits))"
  }

  private static func power(_ exponent: Int) -> Int {
    (0..<max(0, exponent)).reduce(1) { power, _ in power * 10 }
  }

  private func year(_ rule: Registry.Check.Year) throws -> Fragment {
    let (text, date) = (try column(rule.of, .text, table), try column(rule.on, .day, table))
    return """
      \(alias: Written.year)(\(sql: text)) NOT BETWEEN \
      CAST(strftime('%Y', \(sql: date), '-90 days') AS INTEGER) \
      AND CAST(strftime('%Y', \(sql: date), '+90 days') AS INTEGER)
      """
  }

  /// In whole numbers: the share told, times the whole, against a hundred times the part. A share
  /// of 100 or more beside more than the whole fits.
  private func rate(_ rule: Registry.Check.Rate) throws -> Fragment {
    let rate = try conditions.column(rule.is, [.number], table)
    let (of, to) = (
      try conditions.column(rule.of, [.number], table),
      try conditions.column(rule.to, [.number], table)
    )
    let one = Self.power(rate.digits)
    let part: Fragment = "(r.\(name: of.name) * \(Self.power(to.digits - of.digits)))"
    let whole: Fragment = "(r.\(name: to.name) * \(Self.power(of.digits - to.digits)))"
    let within = ((rule.within ?? Exact(1)) * Exact(10)).ceiling.int ?? 10
    return """
      r.\(name: to.name) > 0 \
      AND 10 * abs(r.\(name: rate.name) * \(sql: whole) - \(100 * one) * \(sql: part)) \
      > \(within * one) * \(sql: whole) \
      AND NOT (r.\(name: rate.name) >= \(100 * one) AND \(sql: part) >= \(sql: whole))
      """
  }

  private func division(
    _ rule: Registry.Check.Division, _ asked: Fragment
  ) throws -> Fragment {
    let code = try column(rule.of, .text, table)
    let own: Fragment = """
      SELECT division, substr(division, 1, 4) || '00' AS city, \
      substr(division, 1, 4) || '01' AS seat, substr(division, 1, 2) || '0000' AS province \
      FROM (SELECT substr(\(sql: code), 3, 6) AS division, count(*) AS n, \
      sum(count(*)) OVER () AS whole FROM \(name: table.name) r \
      WHERE \(sql: [moment.current("r"), asked, "\(sql: code) IS NOT NULL"].all) GROUP BY 1) \
      WHERE whole >= 10 AND n * 10 >= whole * 6
      """
    var tests: [Fragment] = [
      asked,
      """
      substr(\(sql: code), 3, 6) \
      NOT IN (own.division, own.city, own.seat, own.province, '100000')
      """,
    ]
    if let unless = rule.unless.flatMap({ catalog.tables[$0] }) {
      tests.append("NOT \(sql: isThere(code, in: unless))")
    }
    return select(
      "NULL", from: " CROSS JOIN (\(sql: own)) own", where: tests)
  }

  // MARK: Between registries

  private func parts(_ rule: Registry.Check.Parts, _ asked: Fragment) throws -> Fragment? {
    guard let other = catalog.tables[rule.registry] else { return nil }
    let (by, date) = (
      try column(rule.by, .text, other, "o"), try column(rule.date, .day, other, "o")
    )
    let on = try column(rule.on, .day, table)
    return select(
      "o.key", from: " JOIN \(name: other.name) o ON \(sql: by) = r.key",
      where: [
        asked, moment.current("o"), "\(sql: on) IS NOT NULL",
        "(\(sql: date) IS NULL OR \(sql: date) > \(sql: on))",
      ])
  }

  private func total(_ rule: Registry.Check.Total, _ asked: Fragment) throws -> Fragment? {
    guard let other = catalog.tables[rule.registry] else { return nil }
    let sweep = try Sweep(other, by: rule.by, rule.field, rule.from, rule.until, self)
    return select(
      "o.key", from: " JOIN (\(sql: sweep.sums(of: [sweep.begins("p.key")]))) o ON o.thing = r.key",
      where: [asked, "o.key IS NOT NULL", "o.total > \(sql: try number(rule.atMost, table))"])
  }

  private func alive(_ rule: Registry.Check.Alive, _ asked: Fragment) throws -> Fragment? {
    guard let other = catalog.tables[rule.registry] else { return nil }
    let by = try column(rule.by, .text, table)
    return select(
      "o.key", from: " JOIN \(name: other.name) o ON o.key = \(sql: by)",
      where: [
        asked, moment.current("o"),
        "\(sql: try column(rule.until, .day, other, "o")) < \(sql: try column(rule.on, .day, table))",
      ])
  }

  /// A registry to which a quarter or more are unknown is not the whole that it is taken for.
  private func known(_ rule: Registry.Check.Known, _ asked: Fragment) throws -> Fragment? {
    guard let other = catalog.tables[rule.registry] else { return nil }
    let by = try column(rule.by, .text, table)
    let tests: [Fragment] = [asked, "\(sql: by) IS NOT NULL"]
    let there = isThere(by, in: other)
    let share: Fragment = """
      (SELECT 4 * sum(\(sql: there)) > 3 * count(*) FROM \(name: table.name) r \
      WHERE \(sql: ([moment.current("r")] + tests).all))
      """
    return select("NULL", from: "", where: tests + [share, "NOT \(sql: there)"])
  }

  /// Both ways: what is told may be too much or too little. A registry by which most break the rule
  /// is not whole.
  private func tally(_ rule: Registry.Check.Tally, _ asked: Fragment) throws -> Fragment? {
    guard let other = catalog.tables[rule.registry] else { return nil }
    let sweep = try Sweep(other, by: rule.by, rule.field, rule.from, rule.until, self)
    let probes: Fragment = """
      SELECT r.key, \(sql: try column(rule.own, .text, table)), \
      \(sql: try column(rule.on, .day, table)), NULL FROM \(name: table.name) r \
      WHERE \(sql: [moment.current("r"), asked].all)
      """
    let told = try number(rule.is, table)
    let within = (rule.within * Exact(10)).ceiling.int ?? 100
    let breaks: Fragment =
      "ifnull(1000 * abs(\(sql: told) - o.total) > \(within) * abs(\(sql: told)), 0)"
    return """
      WITH told AS MATERIALIZED (SELECT r.key AS key, \(sql: breaks) AS breaks \
      FROM \(name: table.name) r JOIN (\(sql: sweep.sums(of: [sweep.begins("NULL"), probes]))) o \
      ON o.key = r.key WHERE \(sql: moment.current("r"))) \
      SELECT key, NULL FROM told WHERE breaks \
      AND (SELECT 2 * sum(breaks) < count(*) FROM told) ORDER BY 1 LIMIT \(Self.most)
      """
  }

  /// Two lookups by key: of what is current, and of what was.
  private func isThere(_ key: Fragment, in other: RecordTable) -> Fragment {
    let now: Fragment = """
      EXISTS (SELECT 1 FROM \(name: other.name) k WHERE k.key = \(sql: key) AND k.until IS NULL
      """
    guard case .past(let known) = moment else { return "(\(sql: now)))" }
    return """
      (\(sql: now) AND k.since <= \(known)) OR EXISTS (SELECT 1 FROM \(name: other.name) k \
      WHERE k.key = \(sql: key) AND k.until IS NOT NULL AND k.until > \(known) \
      AND k.since <= \(known)))
      """
  }
}
