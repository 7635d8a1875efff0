import Documents
import Domain
import Foundation
import Reading

/// Small reports made for a test, and those that lie beside the project.
enum Reports {
  /// A work report of a made-up district: a review of the year before and a plan.
  static func made(_ year: Int, review: [String] = [], plan: [String] = []) throws -> ReportReading
  {
    let text = """
      甲市乙区政府工作报告（\(year)年）

      各位代表：

      一、\(year - 1)年工作回顾

      \(review.joined(separator: "\n\n"))

      二、\(year)年工作安排

      \(plan.joined(separator: "\n\n"))

      """
    return try reading(Array(text.utf8), name: "yiqu-\(year).txt")
  }

  static func reading(_ bytes: [UInt8], name: String) throws -> ReportReading {
    let report = try DocumentReader().read(bytes, name: name)
    let reader = try Reader()
    let statements = reader.statements(in: report)
    return ReportReading(
      report: report, statements: statements,
      tasks: reader.tasks(in: report, statements: statements),
      sentences: reader.sentences(in: report))
  }

  // MARK: Beside the project

  static let shared = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../shared").standardized

  static var areThere: Bool {
    FileManager.default.fileExists(atPath: shared.appending(path: "gold").path)
  }

  static func shared(_ name: String) throws -> ReportReading {
    let data = try Data(contentsOf: shared.appending(path: "corpus/\(name).txt"))
    return try reading([UInt8](data), name: "\(name).txt")
  }
}
