import Domain
import Testing

@testable import Reconciling

/// Promise against claim on reports of a few sentences: one test for each rule.
@Suite struct ReconcilerTests {
  /// The pair of the only promise whose words hold `part`.
  private func pair(
    _ part: String, plan: [String], review: [String], next: [String] = []
  ) throws -> PromisePair {
    let earlier = try Reports.made(2024, plan: plan)
    let later = try Reports.made(2025, review: review, plan: next)
    let all = try Reconciler().reconcile(earlier, later).pairs
    let found = all.filter { earlier.report.string($0.promise.range).contains(part) }
    return try #require(found.first, "no promise with \(part)")
  }

  // MARK: Numbers

  @Test(arguments: [
    // 以上 includes the number, 左右 is ±0.5 points, 突破 leaves it out.
    ("地区生产总值增长6%以上", "地区生产总值增长6%", "kept"),
    ("地区生产总值增长6%以上", "地区生产总值增长5.9%", "missed"),
    ("地区生产总值增长6%左右", "地区生产总值增长5.5%", "kept"),
    ("地区生产总值增长6%左右", "地区生产总值增长5.4%", "missed"),
    ("地区生产总值增长6%左右", "地区生产总值增长9%", "kept"),
    ("固定资产投资增长6.5%—7%", "固定资产投资增长6.6%", "kept"),
    ("固定资产投资增长6.5%—7%", "固定资产投资增长6%", "missed"),
    ("粮食产量280亿斤左右", "粮食产量270亿斤", "kept"),
    ("粮食产量280亿斤左右", "粮食产量260亿斤", "missed"),
    ("旅游收入突破50亿元", "旅游收入50亿元", "missed"),
    ("旅游收入突破50亿元", "旅游收入50.1亿元", "kept"),
    // The unit is converted.
    ("城镇新增就业1.2万人", "城镇新增就业12500人", "kept"),
    // Less is better.
    ("城镇登记失业率控制在4%以内", "城镇登记失业率3.8%", "kept"),
    ("城镇登记失业率控制在4%以内", "城镇登记失业率4.1%", "missed"),
    ("单位地区生产总值能耗下降3%", "单位地区生产总值能耗下降3.4%", "kept"),
    ("单位地区生产总值能耗下降3%", "单位地区生产总值能耗下降2.4%", "missed"),
    // Consumer prices have two sides, but 控制在 has one.
    ("居民消费价格涨幅2%左右", "居民消费价格上涨0.2%", "missed"),
    ("居民消费价格涨幅控制在3%左右", "居民消费价格上涨1%", "kept"),
    // 达到 against 增长, and a part of the whole: nothing follows.
    ("社会消费品零售总额增长6%", "社会消费品零售总额达到320亿元", "not-comparable"),
    ("进出口总额增长5%", "出口总额增长8%", "not-comparable"),
    ("一般公共预算收入增长3%", "一般公共预算收入年均增长5%", "not-comparable"),
    // Other names of the same.
    ("经济增长5%", "全区GDP增长5.2%", "kept"),
    ("规模以上工业增加值增长7%", "规上工业增加值增长6.1%", "missed"),
  ])
  func numbersAreSetAgainstEachOther(_ promise: String, _ claim: String, _ verdict: String) throws {
    let pair = try pair(
      promise, plan: ["今年经济社会发展主要预期目标是：\(promise)。"], review: ["2024年，\(claim)。"])
    #expect(pair.verdict.rawValue == verdict, "\(promise) | \(claim): \(pair.note.chinese)")
    #expect(pair.claim != nil)
  }

  @Test func levelAndGrowthAreTwoPromises() throws {
    let earlier = try Reports.made(
      2024, plan: ["今年主要预期目标是：地区生产总值增长7%，达到309亿元。"])
    let later = try Reports.made(2025, review: ["2024年，地区生产总值达到312亿元，增长6%。"])
    let pairs = try Reconciler().reconcile(earlier, later).pairs
    #expect(pairs.map(\.verdict) == [.missed, .kept])
  }

  @Test func aRestatedBaseIsSaidSo() throws {
    let earlier = try Reports.made(
      2024, plan: ["今年主要预期目标是：地区生产总值增长7%，达到309亿元。"])
    let later = try Reports.made(2025, review: ["2024年，地区生产总值达到300亿元，增长7.2%。"])
    let pairs = try Reconciler().reconcile(earlier, later).pairs
    #expect(pairs.map(\.verdict) == [.kept, .missed])
    #expect(pairs[1].note.chinese.contains("基数"))
  }

  @Test func whatTheReportDoesNotTellIsSilent() throws {
    let pair = try pair(
      "固定资产投资", plan: ["今年主要预期目标是：固定资产投资增长8%。"],
      review: ["2024年，航空设备投资增长61%，文化事业繁荣发展。"])
    #expect(pair.verdict == .silent)
    #expect(pair.claim == nil)
  }

  @Test func anAdmissionGoesBeforeTheArithmetic() throws {
    let pair = try pair(
      "社会消费品零售总额", plan: ["今年主要预期目标是：社会消费品零售总额增长5%左右。"],
      review: ["2024年，社会消费品零售总额增长4.7%。", "社会消费品零售总额未达年初预期，问题仍然不少。"])
    #expect(pair.verdict == .missed)
  }

  @Test func besideTheCountryOnlyNothingFollows() throws {
    let pair = try pair(
      "固定资产投资", plan: ["今年主要预期目标是：固定资产投资增长8%。"],
      review: ["2024年，投资、消费增速分别快于全国3.4个、1个百分点。"])
    #expect(pair.verdict == .notComparable && pair.claim != nil)
  }

  @Test func aPartOfThePlanCounts() throws {
    let pair = try pair(
      "城镇新增就业", plan: ["今年主要预期目标是：城镇新增就业41万人。"],
      review: ["2024年，城镇新增就业完成年计划的118.2%。"])
    #expect(pair.verdict == .kept)
  }

  @Test func whereAChangeBeganIsNoAnswer() throws {
    let pair = try pair(
      "研发投入强度", plan: ["今年主要预期目标是：全社会研发投入强度达到3.3%。"],
      review: ["2024年，全社会研发投入强度从2.77%提高到3.4%。"])
    #expect(pair.verdict == .kept, "\(pair.note.chinese)")
  }

  // MARK: Words

  @Test(arguments: [
    ("居民人均可支配收入增长5.2%", "kept"), ("居民人均可支配收入增长4.6%", "kept"),
    ("居民人均可支配收入增长4.1%", "missed"),
    ("城镇、农村居民人均可支配收入分别增长4.1%、5.6%", "partly"),
  ])
  func incomeInStepWithTheEconomy(_ income: String, _ verdict: String) throws {
    let pair = try pair(
      "同步",
      plan: ["今年主要预期目标是：地区生产总值增长5%，固定资产投资增长6%，一般公共预算收入增长3%，居民收入与经济增长同步。"],
      review: ["2024年，地区生产总值增长5%，\(income)。"])
    #expect(pair.verdict.rawValue == verdict, "\(pair.note.chinese)")
  }

  @Test(arguments: [
    ("居民收入与经济增长同步", "居民收入增速快于经济增速", "kept"),
    ("一般公共预算收入与经济增长同步", "一般公共预算收入增长5.3%", "kept"),
    ("一般公共预算收入与经济增长同步", "一般公共预算收入增长1.3%", "missed"),
    ("进出口总额实现正增长", "进出口总额增长2.1%", "kept"), ("进出口总额实现正增长", "进出口总额下降2.1%", "missed"),
    ("固定资产投资增速高于全国平均水平", "固定资产投资增长4.2%、增速高于全国1.1个百分点", "kept"),
    ("外贸进出口促稳提质", "外贸出口增长3%", "not-comparable"), ("外贸进出口促稳提质", "农业稳步发展", "silent"),
    ("单位地区生产总值能耗完成国家下达任务", "约束性指标全部完成", "kept"),
    ("单位地区生产总值能耗完成国家下达任务", "单位地区生产总值能耗下降3%", "not-comparable"),
    ("单位地区生产总值能耗完成国家下达任务", "PM2.5浓度下降9%", "silent"),
  ])
  func targetsWithoutANumber(_ promise: String, _ claim: String, _ verdict: String) throws {
    let pair = try pair(
      promise,
      plan: ["今年主要预期目标是：地区生产总值增长5%，社会消费品零售总额增长6%，城镇新增就业5000人，粮食产量20万吨，\(promise)。"],
      review: ["2024年，地区生产总值增长5%，\(claim)。"])
    #expect(pair.verdict.rawValue == verdict, "\(promise) | \(claim): \(pair.note.chinese)")
  }

  // MARK: Tasks

  @Test(arguments: [
    ("建成青龙湾湿地公园", "青龙湾湿地公园建成开放", "kept"),
    ("建成青龙湾湿地公园", "青龙湾湿地公园主体完工", "partly"),
    ("启动青龙湾湿地公园建设", "青龙湾湿地公园竣工", "kept"),
    ("完成青龙湾湿地公园、白鹭洲码头改造", "青龙湾湿地公园改造完成", "partly"),
  ])
  func stagesDecide(_ promise: String, _ claim: String, _ verdict: String) throws {
    let pair = try pair(
      "青龙湾", plan: ["（一）加快城市建设。\(promise)。"], review: ["城市建设成效明显。\(claim)。"])
    #expect(pair.verdict.rawValue == verdict, "\(promise) | \(claim): \(pair.note.chinese)")
  }

  @Test func onlyPromisedAgainIsMissedAndCarriedOver() throws {
    let words = "开工建设青龙湾湿地公园"
    let pair = try pair(
      "青龙湾", plan: ["（一）加快城市建设。\(words)。"], review: ["城市面貌持续改善。"],
      next: ["（一）加快城市建设。\(words)。"])
    #expect(pair.verdict == .missed)
    #expect(pair.carried != nil)
    #expect(pair.claim?.isPlan == true)
  }

  @Test func aCommonWordFindsNothing() throws {
    let pair = try pair(
      "产业园", plan: ["（一）壮大工业。开工建设生物医药产业园二期。"],
      review: ["农业稳步发展，现代农业产业园获评省级，文旅项目加快推进。"])
    #expect(pair.verdict != .kept && pair.verdict != .missed, "\(pair.note.chinese)")
  }

  // MARK: Properties

  /// Every promise has one verdict, silence has no claim, and an answer lies in the later report.
  @Test func everyPairIsWhole() throws {
    let earlier = try Reports.made(
      2024,
      plan: [
        "今年主要预期目标是：地区生产总值增长6%，城镇新增就业5000人以上，居民收入与经济增长同步。",
        "（一）抓项目。开工建设青龙湾湿地公园，建成学校3所，改造老旧小区12万平方米，不断优化营商环境。",
      ])
    let later = try Reports.made(
      2025, review: ["2024年，地区生产总值增长5%，新建学校2所，老旧小区改造13万平方米。"],
      plan: ["今年主要预期目标是：地区生产总值增长5%。"])
    let result = try Reconciler().reconcile(earlier, later)
    #expect(result.tally.values.reduce(0, +) == result.pairs.count)
    for pair in result.pairs {
      #expect((pair.claim == nil) == (pair.verdict == .silent))
      #expect(earlier.report.text.indices.contains(pair.promise.range.lowerBound))
      if let claim = pair.claim {
        #expect(claim.range.upperBound <= later.report.text.count)
        #expect(!claim.range.isEmpty)
      }
      #expect(!pair.note.chinese.isEmpty && !pair.note.english.isEmpty)
    }
  }
}
