import Foundation
import Testing

@Suite("The example plan")
struct ExampleTests {
  let plan: String

  init() throws { plan = try Repository.text("Examples/shizhong-2023/plan.txt") }

  /// The district's results of 2022, its expected targets, and what it promised with a number.
  static let figures = [
    "1300亿元", "较上年增长5%", "490亿元", "12.6万家", "1122家", "4.1%", "68987元",
    "6%和5.5%", "不低于12%", "7%和7.5%", "6%、12%和3%", "约束性指标",
    "12家", "不少于1.5万家", "10家", "2家", "200个以上", "15%以上", "52家", "400家以上", "18%",
    "超过90亿元", "40余个", "入驻率、产出率", "不少于10名", "不少于1000名", "二区、三区", "7个片区的18个项目",
    "14个新片区的26个项目", "约1466亩", "12个项目", "2700套", "107万平方米", "9个片区", "上新街", "114个",
    "30%左右", "20件", "8处", "6处", "覆盖所有学校", "“十个100”", "超过80%", "“10分钟绿色生命通道”", "“30分钟就医圈”",
  ]

  @Test("has the district's figures", arguments: figures)
  func hasFigure(_ figure: String) { #expect(plan.contains(figure)) }

  static let news = "../shared/corpus/jinan-shizhong-2023-news.txt"

  @Test(
    "has no clause of the newspaper that first told of them",
    .enabled(if: Repository.exists(news), "../shared is not here: nothing to compare with"))
  func clausesAreOurOwn() throws {
    let theirs = Set(clauses(try Repository.text(Self.news)))
    let shared = clauses(plan).filter { $0.count >= 12 && theirs.contains($0) }
    #expect(shared.isEmpty)
  }

  /// What stands between marks, so that a sentence put together from theirs would show too.
  private func clauses(_ text: String) -> [String] {
    text.split { "，。；：！？,.;:!?\n".contains($0) }
      .map { $0.filter { !$0.isWhitespace && !"“”\"".contains($0) } }
  }
}
