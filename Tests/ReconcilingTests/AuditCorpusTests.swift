import Domain
import Foundation
import Testing

@testable import Reconciling

/// Every finding over the real reports was looked at once; this is what was found, and that all of it
/// is so. A new finding fails the test until somebody has looked at it.
@Suite struct AuditCorpusTests {
  /// File, rule and words; all are true: the two levels do not fit the growth printed between them,
  /// the report owns less than it says.
  private static let looked: Set<String> = [
    "district-hulunbuir-hailar-2014 level-growth 规模以上工业总产值完成207.2亿元",
    "district-hulunbuir-hailar-2015 level-growth 规模以上工业总产值完成166.7亿元",
    "district-hulunbuir-hailar-2015 all-met 较好地完成了年初确定的各项目标任务",
    "province-zhejiang-2026 all-met 2025年各项目标任务的圆满完成",
    "province-jiangxi-2026 all-met 顺利完成全年经济社会发展主要目标",
  ]

  @Test(
    .enabled(
      if: Reports.areThere, "skipped: ../shared is not here, so its reports were not looked at"))
  func everyFindingWasLookedAt() throws {
    let folder = Reports.shared.appending(path: "corpus")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".txt") && !$0.contains("gb18030") }
      .map { String($0.dropLast(4)) }.sorted()
    let audit = try Audit()
    var found: Set<String> = []
    var statements = 0
    var before: (place: String, reading: ReportReading)? = nil
    for name in names {
      let reading = try Reports.shared(name)
      let place = reading.report.placeOfFile
      statements += reading.statements.count
      let earlier = before.flatMap { $0.place == place ? $0.reading : nil }
      for finding in audit.findings(reading, earlier: earlier) {
        found.insert("\(name) \(finding.rule) \(reading.report.string(finding.range))")
      }
      before = (place, reading)
    }
    #expect(found.subtracting(Self.looked).sorted() == [])
    #expect(Self.looked.subtracting(found).sorted() == [])
    // No more than one false alarm in a hundred statements; there is none.
    #expect(statements > 5_000)
  }
}
