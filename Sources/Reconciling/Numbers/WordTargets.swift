import Domain

/// Judges targets without a number: 居民收入与经济增长同步, 粮食产量保持稳定, 完成国家下达的任务.
struct WordTargets {
  let claims: NumberClaims
  let clauses: [Clause]
  let tasks: TaskPairs

  private var later: ReportReading { claims.later }
  private var text: [UInt8] { claims.earlier.report.text }

  /// A target whose value somebody else has set: 完成国家下达的任务, 约束性指标达到上级要求.
  func isAssigned(_ promise: Promise) -> Bool {
    holds(promise.range, ["下达", "约束性", "上级要求", "国家要求", "考核目标", "国家考核", "国家目标"])
  }

  func pair(_ promise: Promise) -> PromisePair {
    let range = promise.range
    if isAssigned(promise) { return assigned(promise) }
    let indicator = indicator(in: range)
    if holds(range, Self.withEconomy) {
      if indicator?.name.contains("可支配收入") ?? holds(range, ["收入"]) { return income(promise) }
      if let indicator { return inStep(promise, indicator) }
    }
    if holds(range, ["节能", "减排"]) { return assigned(promise) }
    guard let indicator else { return tasks.pair(promise) }
    if holds(range, ["全国平均", "全国水平", "高于全国", "快于全国"]) { return aboveNation(promise, indicator) }
    if holds(range, ["正增长"]) { return growth(promise, indicator) }
    if holds(range, ["保持", "稳定", "平稳", "合理", "优秀"]) { return held(promise, indicator) }
    return touched(promise, indicator)
  }

  private static let withEconomy: [StaticString] = [
    "同步", "高于经济", "快于经济", "高于GDP", "快于GDP", "高于地区生产总值", "快于地区生产总值",
  ]

  private func holds(_ range: Range<Int>, _ words: [StaticString]) -> Bool {
    Words.holds(text, range, words)
  }

  /// The indicator whose name opens the clause, the longest name first.
  private func indicator(in range: Range<Int>) -> Indicator? {
    var best: (Indicator, Int)? = nil
    // The economy is what others are held against, not what is promised.
    let isHeld = holds(range, Self.withEconomy)
    for indicator in claims.dictionary.indicators
    where !isHeld || indicator.name != "地区生产总值" {
      for name in [indicator.name] + indicator.aliases where name.utf8.count > best?.1 ?? 5 {
        if Words.find(text, range, name) != nil { best = (indicator, name.utf8.count) }
      }
    }
    return best?.0
  }

  private func silent(_ promise: Promise) -> PromisePair {
    PromisePair(
      promise: promise, verdict: .silent,
      note: Phrase("后一份报告没有说到", "the later report does not tell"))
  }

  private func answer(_ index: Int) -> ClaimedWords {
    ClaimedWords(range: later.clause(of: index), statement: index)
  }

  // MARK: 收入与经济同步

  /// Income grew by at least the growth of the gross product less half a point; 高于 wants more.
  private func income(_ promise: Promise) -> PromisePair {
    let parts = ["城镇居民人均可支配收入", "农村居民人均可支配收入"]
    let isUrbanAndRural = holds(promise.range, ["城乡", "城镇"])
    var own = claims.growth("居民人均可支配收入")
    if own.isEmpty || isUrbanAndRural {
      let both = bothIncomes(parts)
      if both.count == 2 || own.isEmpty { own = both }
    }
    guard !own.isEmpty, let product = claims.growth("地区生产总值").first else {
      let any = (["居民人均可支配收入"] + parts).flatMap { claims.any($0) }
      guard let first = any.first else { return inWords(promise) }
      return PromisePair(
        promise: promise, claim: answer(first), verdict: .notComparable,
        note: Phrase("没有当年可比的收入增速", "no growth of income for the year to set against"))
    }
    let incomes =
      own.count == 1 || own.count == 2 && claims.growth("居民人均可支配收入").isEmpty ? own : [own[0]]
    return compared(promise, incomes, product)
  }

  /// Growth of urban and of rural incomes; two that share one name stand for both.
  private func bothIncomes(_ parts: [String]) -> [Int] {
    let all = parts.map { claims.growth($0) }
    if all.allSatisfy({ !$0.isEmpty }) { return all.compactMap(\.first) }
    return Array((all.first { $0.count == 2 } ?? all.flatMap { $0 }).prefix(2))
  }

  /// 「居民收入增速高于经济增速」 without a number: of the year it keeps the promise, of several years
  /// nothing follows.
  private func inWords(_ promise: Promise) -> PromisePair {
    let text = later.report.text
    let found = clauses.first { clause in
      clause.time == .review && Words.holds(text, clause.range, ["居民收入", "可支配收入"])
        && Words.holds(text, clause.range, ["同步", "高于经济", "快于经济", "高于GDP", "快于GDP"])
    }
    guard let found else { return silent(promise) }
    let isOfYear = found.period == claims.earlier.report.year.map(String.init)
    return PromisePair(
      promise: promise, claim: ClaimedWords(range: found.range),
      verdict: isOfYear ? .kept : .notComparable,
      note: isOfYear
        ? Phrase("报告称做到了，没有给出数字", "said to have been so, without a number")
        : Phrase("说的是多年，没有当年的数", "said of several years, nothing of the year"))
  }

  private func compared(_ promise: Promise, _ incomes: [Int], _ product: Int) -> PromisePair {
    let base = later.statements[product].value
    let isHigher = holds(promise.range, ["高于", "快于"])
    let reached = incomes.map {
      let value = later.statements[$0].value
      return isHigher ? value >= base : value >= base - Exact(5, digits: 1)
    }
    let verdict: PromisePair.Verdict =
      reached.allSatisfy { $0 } ? .kept : reached.contains(true) ? .partly : .missed
    let values = incomes.map { later.statements[$0].figureText(later) }.joined(separator: "、")
    let growth = later.statements[product].figureText(later)
    let range = incomes.dropFirst().reduce(later.clause(of: incomes[0])) {
      let next = later.clause(of: $1)
      return min($0.lowerBound, next.lowerBound)..<max($0.upperBound, next.upperBound)
    }
    return PromisePair(
      promise: promise, claim: ClaimedWords(range: range, statement: incomes[0]), verdict: verdict,
      note: Phrase(
        "增长\(values)，经济增长\(growth)\(isHigher ? "" : "（同步按不低于经济增速减0.5个百分点）")：\(verdict.words.chinese)",
        "growth \(values), economy \(growth)\(isHigher ? "" : " (in step: no less than growth − 0.5)"): \(verdict.words.english)"
      ))
  }

  /// Another indicator in step with the economy: 一般公共预算收入与经济增长同步.
  private func inStep(_ promise: Promise, _ indicator: Indicator) -> PromisePair {
    guard let own = claims.growth(indicator.name).first,
      let product = claims.growth("地区生产总值").first
    else { return touched(promise, indicator) }
    return compared(promise, [own], product)
  }

  /// 增速高于全国平均: kept where the report puts the indicator above the country's.
  private func aboveNation(_ promise: Promise, _ indicator: Indicator) -> PromisePair {
    let text = later.report.text
    let found = claims.any(indicator.name).first {
      let claim = later.statements[$0]
      return claim.relation == .change && Words.holds(text, claim.clause, ["全国"])
    }
    guard let found else { return touched(promise, indicator) }
    let claim = later.statements[found]
    let verdict: PromisePair.Verdict = claim.value > 0 ? .kept : .missed
    return PromisePair(
      promise: promise, claim: answer(found), verdict: verdict,
      note: Phrase(
        "报告称高于全国\(claim.figureText(later))",
        "claimed \(claim.figureText(later)) above the country's"))
  }

  // MARK: 上级下达的任务

  private func assigned(_ promise: Promise) -> PromisePair {
    let topics = Self.topics.filter { holds(promise.range, $0.promised) }
    if let range = fulfilled(topics) {
      let isWhole =
        topics.count <= 1
        || Words.holds(later.report.text, range, ["约束性指标", "约束性目标", "各项"])
      return PromisePair(
        promise: promise, claim: ClaimedWords(range: range), verdict: isWhole ? .kept : .partly,
        note: isWhole
          ? Phrase("报告称已完成", "said to have been met")
          : Phrase("只说到其中一部分", "only a part of it is told of"))
    }
    for index in later.statements.indices where later.statements[index].kind == .claim {
      let name = later.statements[index].indicator
      guard topics.contains(where: { $0.claimed.contains { name.contains($0) } }) else { continue }
      return PromisePair(
        promise: promise, claim: answer(index), verdict: .notComparable,
        note: Phrase(
          "有结果，但下达的目标值不在报告中", "results, but the value that was set is not in the report"))
    }
    return silent(promise)
  }

  /// A clause of the review that says that such a task was met.
  private func fulfilled(_ topics: [Topic]) -> Range<Int>? {
    let text = later.report.text
    let names = ["约束性指标", "约束性目标"] + topics.flatMap(\.claimed)
    return clauses.first { clause in
      clause.time == .review
        && Words.holds(
          text, clause.range, ["全部完成", "全面完成", "超额完成", "顺利完成", "圆满完成", "如期完成", "全部达到"])
        && !Words.holds(text, clause.range, ["未能", "没有", "未如期"])
        && names.contains { Words.find(text, clause.range, $0) != nil }
    }?.range
  }

  /// What such targets are set for: words of the promise, and words of indicators that touch it.
  private struct Topic {
    var promised: [StaticString]
    var claimed: [String]
  }

  private static let topics = [
    Topic(promised: ["能耗", "节能"], claimed: ["能耗"]),
    Topic(promised: ["碳"], claimed: ["碳排放"]),
    Topic(
      promised: ["减排", "污染物"],
      claimed: ["污染物", "化学需氧量", "氨氮", "二氧化硫", "氮氧化物", "挥发性有机物"]),
    Topic(promised: ["环境"], claimed: ["PM2.5", "优良天数", "优良水体", "水质优良", "细颗粒物"]),
  ]

  // MARK: 正增长、保持稳定

  private func growth(_ promise: Promise, _ indicator: Indicator) -> PromisePair {
    guard let index = claims.growth(indicator.name).first else {
      return touched(promise, indicator)
    }
    let claim = later.statements[index]
    let verdict: PromisePair.Verdict = claim.value > 0 ? .kept : .missed
    return PromisePair(
      promise: promise, claim: answer(index), verdict: verdict,
      note: Phrase(
        "报告称增长\(claim.figureText(later))", "claimed growth of \(claim.figureText(later))"))
  }

  /// Held where it grew, or where its level lost no more than one part in a hundred on last year's.
  private func held(_ promise: Promise, _ indicator: Indicator) -> PromisePair {
    let levels = claims.any(indicator.name).filter { later.statements[$0].relation == .level }
    let before = claims.earlier.statements.first {
      $0.kind == .claim && $0.relation == .level
        && claims.dictionary.find($0)?.name == indicator.name
    }
    if let index = levels.first, let before,
      let factor = UnitScale.factor(from: later.statements[index].unit, to: before.unit)
    {
      let claim = later.statements[index]
      let isHeld = claim.value * factor >= before.value * Exact(99, digits: 2)
      if isHeld {
        return PromisePair(
          promise: promise, claim: answer(index), verdict: .kept,
          note: Phrase(
            "报告称\(claim.figureText(later))，上年\(before.figureText(claims.earlier))",
            "claimed \(claim.figureText(later)), \(before.figureText(claims.earlier)) the year before"
          ))
      }
    }
    return touched(promise, indicator)
  }

  /// Something about the indicator, or a part of it, is told, but does not settle the words.
  private func touched(_ promise: Promise, _ indicator: Indicator) -> PromisePair {
    let names = [indicator.name] + indicator.parts
    guard let first = names.lazy.compactMap({ claims.any($0).first }).first else {
      return silent(promise)
    }
    return PromisePair(
      promise: promise, claim: answer(first), verdict: .notComparable,
      note: Phrase("说到了，但不能据以判断", "told of, but it does not settle the promise"))
  }
}
