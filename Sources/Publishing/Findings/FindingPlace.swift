import Domain

/// Where a finding stands: paragraph, line and column of its first character, from 1.
struct FindingPlace {
  /// The paragraph's number, as faults and tables show it.
  let passage: Int?
  /// Column in the paragraph, in characters.
  let column: Int?
  /// The paragraph's bytes; the finding's own where it stands in none.
  let around: Range<Int>
  /// Line and column in the source, for programs.
  let line: Int
  let lineColumn: Int

  init(_ finding: ReportFinding, _ map: SourceMap) {
    let report = map.report
    let holder = report.passages.first { $0.range.contains(finding.range.lowerBound) }
    passage = holder?.number
    around = holder?.range ?? finding.range
    column = holder.map { Self.scalars(report, $0.range.lowerBound..<finding.range.lowerBound) + 1 }
    let source = report.source(of: finding.range).lowerBound
    let before = report.text[..<min(source, report.sourceCount)]
    line = before.count { $0 == 0x0A } + 1
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    lineColumn = Self.scalars(report, start..<max(start, min(source, report.sourceCount))) + 1
  }

  private static func scalars(_ report: Report, _ range: Range<Int>) -> Int {
    report.text[range].count { $0 & 0xC0 != 0x80 }
  }
}
