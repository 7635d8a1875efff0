import Domain

extension CorpusReader {
  /// - Throws: ``StorageFault/database(file:reason:)``.
  public func answer(_ question: CorpusQuestion) throws -> CorpusTable {
    let targetsAndClaims = try Self.targetsAndClaims(hasExact() ? "exact" : "value")
    return switch question {
    case .growthTargets: try rows(Self.growthTargets)
    case .targetsAndClaims: try rows(targetsAndClaims + " ORDER BY r.place, r.year, t.id")
    case .sharesKept: try rows(Self.sharesKept(targetsAndClaims))
    case .unknownIndicators: try rows(Self.unknownIndicators)
    }
  }

  /// The target for the report's own year; a repeated headline counts once.
  private static let growthTargets = """
    SELECT place, place_code, year, bound, strict, value, value2, unit, strength, sentence
    FROM statements
    WHERE kind = 'target' AND relation = 'growth' AND restates IS NULL AND unit IN ('%', '％')
      AND note IS NULL
      AND (standard = '地区生产总值' OR indicator IN ('地区生产总值', '国内生产总值', '生产总值', 'GDP'))
      AND (period IS NULL OR period = CAST(year AS TEXT))
    ORDER BY place, year, id
    """

  /// Every target of a standard indicator whose place has a report of the next year, beside the first
  /// number that it claims for the same indicator, measured alike. What is told in words only counts
  /// as silent here; `duban reconcile` reads the words too.
  ///
  /// - Parameter number: the column whose numbers are compared.
  private static func targetsAndClaims(_ number: String) -> String {
    """
    SELECT r.place, r.place_code, r.year, t.standard, t.relation AS measure, t.bound, t.value, t.value2,
      t.unit, t.strength, c.value AS claimed, c.unit AS claimed_unit,
      CASE WHEN c.id IS NULL THEN 'silent' ELSE verdict(t.\(number), t.\(number)2, t.bound, t.strict, t.unit,
        t.relation, c.\(number), c.\(number)2, c.bound, c.strict, c.unit, i.direction, t.standard) END AS verdict
    FROM quantities t JOIN reports r ON r.id = t.report
      JOIN reports n ON n.place = r.place AND n.year = r.year + 1
      JOIN indicators i ON i.standard = t.standard
      LEFT JOIN quantities c ON c.id = (
        SELECT MIN(q.id) FROM quantities q
        WHERE q.report = n.id AND q.kind = 'claim' AND q.standard = t.standard
          AND q.relation = t.relation AND q.note IS NULL AND q.period = CAST(r.year AS TEXT))
    WHERE t.kind = 'target' AND t.restates IS NULL AND t.note IS NULL
      AND (t.period IS NULL OR t.period = CAST(r.year AS TEXT))
      AND n.id = (SELECT MIN(id) FROM reports WHERE place = n.place AND year = n.year)
      AND r.id = (SELECT MIN(id) FROM reports WHERE place = r.place AND year = r.year)
    """
  }

  /// Parts add up to the targets.
  private static func sharesKept(_ targetsAndClaims: String) -> String {
    """
    SELECT standard, measure, COUNT(*) AS targets, SUM(verdict = 'kept') AS kept,
      SUM(verdict = 'missed') AS missed, SUM(verdict = 'not-comparable') AS not_comparable,
      SUM(verdict = 'silent') AS dropped, ROUND(100.0 * SUM(verdict = 'kept') / COUNT(*), 1) AS share
    FROM (\(targetsAndClaims)) GROUP BY standard, measure ORDER BY targets DESC, standard, measure
    """
  }

  /// Rates and levels only: counts name whatever was counted.
  private static let unknownIndicators = """
    SELECT q.indicator, COUNT(*) AS count, COUNT(DISTINCT r.place) AS places,
      MIN(q.unit) AS unit
    FROM quantities q JOIN reports r ON r.id = q.report
    WHERE q.standard IS NULL AND q.relation IN ('growth', 'level', 'share')
      AND q.kind IN ('target', 'claim')
    GROUP BY q.indicator HAVING count > 1 ORDER BY count DESC, places DESC, q.indicator
    """
}
