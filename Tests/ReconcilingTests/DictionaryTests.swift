import Domain
import Testing

@testable import Reconciling

/// The dictionary of indicators and the words of stages are data that can be checked.
@Suite struct DictionaryTests {
  @Test(arguments: [
    ("全区地区生产总值", "地区生产总值"), ("GDP", "地区生产总值"), ("规上工业增加值", "规模以上工业增加值"),
    ("规模工业增加值增速", "规模以上工业增加值"), ("社零总额", "社会消费品零售总额"),
    ("外贸进出口总值", "进出口总额"), ("“全社会研发投入强度”", "全社会研发投入强度"), ("居民消费价格涨幅", "居民消费价格"),
  ])
  func reportsNameTheSameInManyWays(_ name: String, _ standard: String) throws {
    #expect(try IndicatorDictionary.builtIn().find(name)?.name == standard)
  }

  @Test(arguments: ["航空航天器及设备投资", "新三样出口", "高技术产业投资占比", "某县地区生产总值占比"])
  func somethingNarrowerIsNotTheIndicator(_ name: String) throws {
    #expect(try IndicatorDictionary.builtIn().find(name) == nil)
  }

  @Test func everyIndicatorHasAUnitAndASource() throws {
    for indicator in try IndicatorDictionary.builtIn().indicators {
      #expect(!indicator.unit.isEmpty && !indicator.source.isEmpty, "\(indicator.name)")
    }
  }

  @Test(arguments: [
    "甲|乙|亿元|up|real|源", "甲||亿元|sideways|real||源", "甲||亿元|up|odd||源",
    "甲|乙|元|up|real||源\n乙||元|up|real||源",
    "甲||元|up|real|丙|源",
  ])
  func aDamagedTableIsRefusedWithItsLine(_ table: String) {
    #expect(throws: ReconcilingFault.self) { try IndicatorDictionary(table) }
  }

  @Test(arguments: [
    ("完成核准", Stage.approve), ("加快推进前期工作", .prepare), ("全面开工建设", .start), ("主体工程完工", .structure),
    ("竣工验收", .done), ("建成通车", .use), ("顺利推进", .progress),
  ])
  func wordsTellStages(_ words: String, _ stage: Stage) throws {
    let text = Array(words.utf8)
    #expect(try StageReader.builtIn().stage(text, 0..<text.count) == stage)
  }
}
