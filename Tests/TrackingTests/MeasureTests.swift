import Domain
import Testing
import Tracking

@Suite("Measures are checked and said in words")
struct MeasureTests {
  private func check(_ measure: Measure, _ commitment: Commitment? = nil) -> [TrackingFault] {
    let books = World().books
    return MeasureCheck.check(
      measure, for: commitment ?? promise("1", "家", nil), registries: books.registries,
      series: books.series)
  }

  @Test("a good measure has no fault")
  func good() {
    #expect(check(certificates) == [])
    #expect(
      check(
        .count(
          .init(
            registry: "高新技术企业", dated: "发证日期",
            where: [
              .isOne(field: "类型", of: ["首次"]),
              .some(registry: "项目部件", by: "企业", [.reached(field: "竣工")]),
            ], distinct: ["代码"], newness: .first))) == [])
  }

  @Test("what is named must be declared and of its kind")
  func names() {
    #expect(
      check(.count(.init(registry: "没有", dated: "日期"))).first
        == .unknownRegistry("P16", registry: "没有"))
    #expect(
      check(.count(.init(registry: "高新技术企业", dated: "竣工"))) == [
        .unknownField("P16", registry: "高新技术企业", field: "竣工")
      ])
    #expect(
      check(.count(.init(registry: "高新技术企业", dated: "类型"))).map(\.code) == [
        .wrongEvidenceKind
      ])
    let choice = Measure.count(
      .init(registry: "高新技术企业", dated: "发证日期", where: [.isOne(field: "类型", of: ["新发"])]))
    #expect(
      check(choice) == [
        .unknownChoice("P16", registry: "高新技术企业", field: "类型", value: "新发")
      ])
    let part = Measure.count(
      .init(
        registry: "高新技术企业", dated: "发证日期", where: [.every(registry: "项目部件", by: "名称", [])]))
    #expect(check(part).map(\.code) == [.wrongEvidenceKind])
    #expect(
      check(.reported(.init(series: "没有", form: .growth)), promise("1", "%", nil)) == [
        .unknownSeries("P16", series: "没有")
      ])
  }

  @Test("by kindergarten and by child do not mix, unless a compound unit says so")
  func denominators() {
    let gardens = Measure.stock(.init(registry: "幼儿园"))
    let children = Measure.stock(.init(registry: "幼儿园", field: "在园幼儿"))
    let target = promise("80", "%", nil)
    #expect(check(.ratio(.init(of: gardens, to: gardens)), target) == [])
    #expect(check(.ratio(.init(of: children, to: children)), target) == [])
    #expect(
      check(.ratio(.init(of: gardens, to: children)), target) == [
        .mixedDenominator("P16", of: "幼儿园", to: "人")
      ])
    let each = Measure.ratio(.init(of: children, to: gardens, unit: "人/所"))
    #expect(check(each, promise("200", "人/所", nil)) == [])
    let other = Measure.ratio(.init(of: children, to: gardens, unit: "元/所"))
    #expect(check(other, promise("200", "元/所", nil)).map(\.code) == [.measureUnitsDiffer])
  }

  @Test("新增 must choose; net and first need what they rest on")
  func newness() {
    var target = promise("52", "家", nil)
    target.title = "新增高新技术企业"
    #expect(check(certificates, target) == [.newnessMissing("P16")])
    func chosen(_ newness: Measure.Newness) -> Measure {
      .count(.init(registry: "高新技术企业", dated: "发证日期", newness: newness))
    }
    #expect(check(chosen(.gross), target) == [])
    #expect(check(chosen(.net), target) == [.newnessIncomplete("P16", newness: .net)])
    #expect(check(chosen(.first), target) == [.newnessIncomplete("P16", newness: .first)])
  }

  @Test("milestones have ids; growth is never made of published levels")
  func shapes() {
    #expect(check(.milestones([])) == [.badMilestones("P16")])
    let twice = Measure.Milestone(id: "a", title: "甲", proof: "文号")
    #expect(check(.milestones([twice, twice])) == [.badMilestones("P16")])
    let late = Measure.Milestone(id: "a", title: "甲", proof: "文号", due: day("2024-01-01"))
    #expect(check(.milestones([late])) == [.badMilestones("P16")])
    let level = Measure.growth(.reported(.init(series: "地区生产总值", form: .level)))
    #expect(check(level, promise("6", "%", nil)) == [.notComparable("P16")])
    #expect(check(.all([])) == [.noParts("P16")])
  }

  @Test(
    "units convert exactly or not at all",
    arguments: [
      ("万家", "家", "10000"), ("亿元", "万元", "10000"), ("亩", "平方米", "2000/3"),
      ("公顷", "亩", "15"), ("万平方米", "平方米", "10000"), ("平方米", "万平方米", "0.0001"),
      ("处", "所", "1"), ("小时", "分钟", "60"), ("%", "%", "1"), ("万亿元", "亿元", "10000"),
    ])
  func units(_ from: String, _ to: String, _ factor: String) {
    #expect(UnitScale.factor(from: from, to: to) == exact(factor))
    #expect(UnitScale.factor(from: to, to: from) == (Exact(1) / exact(factor)))
  }

  @Test(
    "what does not convert is refused",
    arguments: [("家", "人"), ("套", "户"), ("%", "个百分点"), ("元", "美元"), ("平方米", "米"), ("", "家")])
  func strangeUnits(_ from: String, _ to: String) {
    #expect(UnitScale.factor(from: from, to: to) == nil)
  }

  @Test(
    "a measure answers a target in words that count the same things",
    arguments: [
      ("家", "万家", true), ("户", "万户", true), ("家", "户", true), ("栋", "个", true), ("项", "个", true),
      ("所", "处", true), ("个", "户", false), ("栋", "户", false), ("场", "家", false),
      ("宗", "家", false), ("米", "个", false), ("平方米", "万平方米", true),
    ])
  func things(_ measure: String, _ target: String, _ isAnswer: Bool) {
    #expect((UnitScale.answer(from: measure, to: target) != nil) == isAnswer)
  }

  @Test("words name fields, conditions and how 新增 is meant")
  func words() {
    let books = World().books
    let phrase = MeasureWords(registries: books.registries, series: books.series).phrase(
      .count(
        .init(
          registry: "高新技术企业", dated: "发证日期", where: [.isOne(field: "类型", of: ["首次"])],
          distinct: ["代码"], newness: .first)), in: span("2023"))
    for word in ["2023", "发证日期", "高新技术企业", "「类型」为首次", "首次", "「代码」相同的只计一次"] {
      #expect(phrase.chinese.contains(word), "\(word)")
    }
    #expect(phrase.english.contains("first-time only"))
  }

  @Test("every fault speaks both languages and has its code explained")
  func sentences() {
    for fault in check(.count(.init(registry: "没有", dated: "日期"))) + check(.all([])) {
      #expect(fault.sentence(.chinese).contains("P16"))
      #expect(fault.sentence(.english).contains("P16"))
    }
  }
}
