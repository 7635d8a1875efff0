import Domain
import Foundation
import Operations
import Testing

@testable import Web

/// 承诺对账 in the browser: reports of a folder side by side, one pair with its sentences.
@Suite struct CompareTests {
  private static let earlier = """
    甲市乙区政府工作报告（2024年）

    一、2023年工作回顾

    2023年，地区生产总值增长5%。

    二、2024年工作安排

    今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，<b>"粮食</b>产量20万吨。
    """
  private static let later = """
    甲市乙区政府工作报告（2025年）

    一、2024年工作回顾

    2024年，地区生产总值增长6.5%，固定资产投资增长7%。
    """

  private func comparisons() async throws -> Comparisons {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reports-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Self.earlier.write(
      to: folder.appending(path: "乙区-2024.txt"), atomically: true, encoding: .utf8)
    try Self.later.write(
      to: folder.appending(path: "乙区-2025.txt"), atomically: true, encoding: .utf8)
    let (comparisons, failures) = try await Comparisons.reading(folder.path)
    #expect(failures.isEmpty)
    return comparisons
  }

  @Test func aFolderOfReportsIsSetSideBySide() async throws {
    let site = try TestSite(comparisons: try await comparisons())
    try await site.run { browser in
      let all = try await browser.get("/compare")
      #expect(all.status == 200)
      #expect(all.text.contains("甲市乙区 2024 → 2025"))
      let reports = try await browser.get("/reports")
      #expect(reports.text.contains("/compare"))
      let id = "甲市乙区-2024".addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      let one = try await browser.get("/compare/\(id)")
      #expect(one.status == 200)
      #expect(one.text.contains("<mark>地区生产总值增长6%</mark>"))
      #expect(one.text.contains("报告称7%，目标8%：未达"))
      // What a report says is text, whatever stands in it.
      #expect(one.text.contains("&lt;b&gt;") && !one.text.contains("<b>&quot;"))
      let data = try await browser.get("/api/v1/compare/\(id)")
      #expect(data.status == 200 && data.text.contains("\"verdict\": \"missed\""))
      #expect(try await browser.get("/compare/nowhere-2024").status == 404)
    }
  }

  @Test func withoutReportsThePageSaysHowTheyGetThere() async throws {
    let site = try TestSite()
    try await site.run { browser in
      let all = try await browser.get("/compare")
      #expect(all.status == 200 && all.text.contains("还没有可对照的报告"))
      #expect(try await !browser.get("/reports").text.contains("/compare"))
    }
  }
}
