import Domain
import TestSupport
import Testing

@testable import Reconciling

/// The indicator that CONTRIBUTING.md adds, added.
@Suite struct WorkedExampleTests {
  @Test func anIndicatorIsOneLine() throws {
    let example = try #require(try WorkedExample.named("An indicator"))
    let line = try #require(example.blocks["text"])
    let table = try WorkedExample.text(try #require(example.files.first?.path))
    #expect(try IndicatorDictionary(table).find("公共充电桩") == nil)
    let longer = try IndicatorDictionary(table + line)
    #expect(longer.find("公共充电桩")?.name == "公共充电桩数量")
    #expect(longer.find("全区公共充电桩")?.unit == "个")
    #expect(longer.indicators.count == (try IndicatorDictionary(table)).indicators.count + 1)
  }
}
