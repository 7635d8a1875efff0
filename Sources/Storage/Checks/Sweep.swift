import Domain

/// What is added up of one thing on a day, in one pass over its begins and ends in their order:
/// leases of a building by the day on which each began.
struct Sweep {
  private let table: RecordTable
  private let moment: Moment
  private let thing: Fragment
  private let amount: Fragment
  /// The days from which and until which an amount counts; always, where nil.
  private let from: Fragment?
  private let until: Fragment?

  /// - Parameters:
  ///   - by: the text column that names the thing.
  ///   - field: the number column that is added up.
  init(
    _ table: RecordTable, by: String, _ field: String, _ from: String?, _ until: String?,
    _ compiler: CheckCompiler
  ) throws {
    self.table = table
    moment = compiler.moment
    thing = try compiler.column(by, .text, table, "p")
    amount = try compiler.number(field, table, "p")
    self.from = try from.map { try compiler.column($0, .day, table, "p") }
    self.until = try from == nil ? nil : until.map { try compiler.column($0, .day, table, "p") }
  }

  /// The amounts by the day on which they begin.
  /// - Parameter key: what a row is called; NULL where its own day is not asked about.
  func begins(_ key: Fragment) -> Fragment {
    let counts: Fragment =
      until.map { end in
        "iif(\(sql: end) <= \(sql: from ?? "NULL"), 0, \(sql: amount))"
      } ?? amount
    return select(key, from ?? "NULL", counts, where: from.map { ["\(sql: $0) IS NOT NULL"] } ?? [])
  }

  /// Key, thing and total of each row of some events (key, thing, day, amount) and of the ends.
  func sums(of events: [Fragment]) -> Fragment {
    var all = events
    if let from, let until {
      all.append(
        select("NULL", until, "-\(sql: amount)", where: ["\(sql: until) > \(sql: from)"]))
    }
    let order: Fragment = from == nil ? "" : " ORDER BY day RANGE UNBOUNDED PRECEDING"
    return """
      SELECT key, thing, sum(amount) OVER (PARTITION BY thing\(sql: order)) AS total \
      FROM (SELECT NULL AS key, NULL AS thing, NULL AS day, NULL AS amount WHERE 0 \
      UNION ALL \(sql: all.joined(" UNION ALL ")))
      """
  }

  private func select(
    _ key: Fragment, _ day: Fragment, _ amount: Fragment, where tests: [Fragment]
  ) -> Fragment {
    """
    SELECT \(sql: key), \(sql: thing), \(sql: day), \(sql: amount) FROM \(name: table.name) p \
    WHERE \(sql: ([moment.current("p"), "\(sql: thing) IS NOT NULL"] + tests).all)
    """
  }
}
