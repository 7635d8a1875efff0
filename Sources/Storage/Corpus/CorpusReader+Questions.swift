import Domain

extension CorpusReader {
  /// - Throws: ``StorageFault/database(file:reason:)``.
  public func answer(_ question: CorpusQuestion) throws -> CorpusTable {
    switch question {
    case .growthTargets: try rows(Self.growthTargets)
    }
  }

  /// The target for the report's own year; a repeated headline counts once.
  private static let growthTargets = """
    SELECT place, place_code, year, bound, strict, value, value2, unit, strength, sentence
    FROM statements
    WHERE kind = 'target' AND relation = 'growth' AND restates IS NULL AND unit = '%'
      AND (standard = '地区生产总值' OR indicator IN ('地区生产总值', '国内生产总值', '生产总值', 'GDP'))
      AND (period IS NULL OR period = CAST(year AS TEXT))
    ORDER BY place, year, id
    """
}
