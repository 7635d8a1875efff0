import Domain
import Foundation
import Testing

/// Every row finds exactly the statement that is meant, in the invented report and in the real one.
@Suite struct FindingTests {
  /// Value, unit and bound of each numbered row, parts in order; `>` and `~` as the report says it.
  static let numbers: [(String, String)] = [
    ("B1", "1300亿元"), ("B2", "5%"), ("B3", "490亿元"), ("B4", "12.6万家"), ("B5", "1122家"),
    ("B6", "68987元"), ("B6", "4.1%"), ("T1", "6%"), ("T2", "≥12%"), ("T3", "7.5%"), ("T4", "7%"),
    ("T5", "6%"), ("T6", "12%"), ("T7", "3%"), ("T8", "5.5%"), ("P10", "12家"), ("P11", "≥1.5万家"),
    ("P12", "10家"), ("P13", "≥2家"), ("P14", "≥200个"), ("P15", "≥15%"), ("P16", "52家"),
    ("P17", "≥400家"), ("P18", "18%"), ("P19", ">90亿元"), ("P20", "~>40个"), ("P22", "≥10名"),
    ("P23", "≥1000名"), ("P25", "7个"), ("P25", "18个"), ("P26", "14个"), ("P26", "26个"),
    ("P27", "12个"), ("P27", "~1466亩"), ("P28", "2700套"), ("P29", "9个"), ("P29", "107万平方米"),
    ("P31", "114个"), ("P32", "~30%"), ("P33", "20件"), ("P34", "8处"), ("P35", "6处"), ("P38", ">80%"),
  ]

  @Test func everyRowIsFoundInTheDemoReport() throws {
    let pack = try Pack.district.get()
    try check(pack, pack.report, "demo-report.txt", place: "示例市示例区")
  }

  @Test(
    .enabled(
      if: Pack.isThere("corpus/jinan-shizhong-2023-news.txt"),
      "skipped: ../shared/corpus is not here"))
  func everyRowIsFoundInTheRealReport() throws {
    let file = Pack.shared.appending(path: "corpus/jinan-shizhong-2023-news.txt")
    try check(
      try Pack.district.get(), Array(try Data(contentsOf: file)), file.lastPathComponent,
      place: "济南市市中区")
  }

  private func check(_ pack: Pack, _ bytes: [UInt8], _ name: String, place: String) throws {
    var finder = try Finder(bytes, name: name)
    #expect(finder.report.place == place && finder.report.year == 2023)
    let found = finder.find(pack.templates)
    #expect(found.filter { !$0.isFound }.map(\.id) == [])
    let read = found.compactMap { row in row.statement.map { (row.id, written($0)) } }
    #expect(read.map { "\($0.0) \($0.1)" } == Self.numbers.map { "\($0.0) \($0.1)" })
    #expect(finder.left.map(\.indicator) == [])
  }

  private func written(_ statement: Statement) -> String {
    let about = statement.bound == .about ? "~" : ""
    let bound = statement.strict ? ">" : statement.bound == .atLeast ? "≥" : ""
    let value = statement.value.description
    return about + bound + value + statement.unit
  }
}
