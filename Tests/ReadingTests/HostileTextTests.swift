import Domain
import Testing

@testable import Reading

/// Whatever the bytes, reading gives statements whose places hold.
@Suite struct HostileTextTests {
  @Test(arguments: 0..<40) func randomBytes(_ seed: UInt64) throws {
    var random = Seeded(state: seed &+ 1)
    let bytes = (0..<2_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    try check(bytes)
  }

  /// Pieces of the grammar in an order that no sentence has, cut inside characters now and then.
  @Test(arguments: 0..<60) func shuffledWords(_ seed: UInt64) throws {
    let words = [
      "分别", "增长", "5%", "、", "和", "亿元", "12.6万", "新增", "（", "）", "，", "。", "由", "从", "降至", "前三",
      "第一", "首位", "翻一番", "三分之一", "以上", "左右", "超过", "“十四五”", "时期", "2024年", "到", "占", "的", "居全国",
      "项目", "投资", "完成", "10—12", "1,234", "５", "％", "个百分点", "比上年", "高", "岁", "余", "\n", "\u{3000}",
      "其中",
      "累计", "年均", "金", "条", "规定", "吨", "500万元以上", "·", "\u{0}", "🀄", "万", "千", "半", "成",
    ]
    var random = Seeded(state: seed &+ 77)
    var bytes = (0..<400).flatMap { _ in Array(words.randomElement(using: &random)!.utf8) }
    for _ in 0..<8 { bytes.remove(at: Int.random(in: 0..<bytes.count, using: &random)) }
    try check(bytes)
  }

  @Test func aLongLineOfDigits() throws {
    try check(Array(String(repeating: "1", count: 100_000).utf8))
    try check(Array(String(repeating: "增长5%、", count: 5_000).utf8))
    try check(Array(String(repeating: "千", count: 20_000).utf8))
  }

  private func check(_ bytes: [UInt8]) throws {
    for year in [2024, nil] {
      let report = report(bytes, year)
      let reader = try Reader()
      let statements = reader.statements(in: report)
      for statement in statements {
        #expect(Exact(statement.value.description) == statement.value)
        #expect((statement.value2 != nil) == (statement.bound == .between))
        #expect(!statement.range.isEmpty && statement.range.upperBound <= bytes.count)
        #expect(statement.clause.lowerBound <= statement.range.lowerBound)
        #expect(statement.range.upperBound <= statement.clause.upperBound)
        #expect(statement.sentence.lowerBound <= statement.clause.lowerBound)
        #expect(statement.clause.upperBound <= statement.sentence.upperBound)
      }
      if let first = statements.first {
        _ = reader.explain(report, at: first.range.lowerBound)
      }
    }
  }

  private func report(_ bytes: [UInt8], _ year: Int?) -> Report {
    Report(
      name: "hostile", year: year, text: bytes,
      passages: [Passage(range: 0..<bytes.count, section: 0, number: 1)],
      sections: [Section(level: 1, label: "一、", title: "重点工作", parent: nil)])
  }
}

/// A small generator with a seed, so that a failure can be run again.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
