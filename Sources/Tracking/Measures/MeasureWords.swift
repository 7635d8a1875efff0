import Domain

/// Says in plain words what a measure counts, with the names of fields and conditions.
public struct MeasureWords: Sendable {
  var registries: [String: Registry]
  var series: [String: Series]

  /// Takes the declarations whose names, units and fields the words use; what is missing goes by
  /// its own name.
  public init(registries: [String: Registry], series: [String: Series]) {
    self.registries = registries
    self.series = series
  }

  /// The measure for the days of a period.
  /// - Parameter day: on which a stock is counted; the period's last day when nil.
  public func phrase(_ measure: Measure, in period: Period, on day: Day? = nil) -> Phrase {
    switch measure {
    case .reported(let reported): words(reported, period)
    case .count(let count): words(count, period)
    case .stock(let stock): words(stock, day ?? period.last)
    case .sum(let sum): words(sum, period)
    case .ratio(let ratio):
      ratioWords(phrase(ratio.of, in: period, on: day), phrase(ratio.to, in: period, on: day))
    case .growth(let inner):
      Phrase("比上年同期的增长：", "growth on the year before of ") + phrase(inner, in: period, on: day)
    case .coverage(let coverage): words(coverage)
    case .milestones(let milestones): words(milestones)
    case .all(let parts):
      Phrase("各部分全部完成：", "every part is done: ")
        + .list(
          parts.map {
            Phrase("\($0.title)（", "\($0.title) (") + phrase($0.measure, in: period, on: day)
              + Phrase("）", ")")
          })
    }
  }

  /// A published figure in the words of who published it, whatever the series declares.
  func phrase(_ reported: Measure.Reported, in period: Period, by publisher: String) -> Phrase {
    words(reported, period, by: publisher)
  }

  private func words(
    _ reported: Measure.Reported, _ period: Period, by own: String? = nil
  ) -> Phrase {
    let name = series[reported.series]
    let extra = [(reported.price ?? name?.price)?.rawValue, reported.currency ?? name?.currency]
      .compactMap { $0 }.map { "（\($0)）" }.joined()
    let names = own ?? name?.publishers.joined(separator: "、") ?? ""
    let publisher = names.isEmpty ? "已发布的" : "\(names)发布的"
    let by = own.map { $0.isEmpty ? "" : " by \($0)" } ?? ""
    let isGrowth = reported.form == .growth
    return Phrase(
      "\(period) \(publisher)\(reported.series)\(isGrowth ? "增速" : "总量")\(extra)",
      "\(isGrowth ? "growth" : "level") of \(name?.english ?? reported.series) as published\(by), \(period)\(extra)"
    )
  }

  private func words(_ count: Measure.Count, _ period: Period) -> Phrase {
    let unit = registries[count.registry]?.unit ?? "条"
    let head = Phrase(
      "\(period) 期内「\(count.dated)」的\(count.registry)\(unit)数",
      "number of \(english(count.registry)) with 「\(count.dated)」 in \(period)")
    return details(
      head, count.where, distinct: count.distinct,
      extra: newness(count) + renewed(count) + without(count.without))
  }

  private func renewed(_ count: Measure.Count) -> [Phrase] {
    (count.renewed ?? []).map { condition in
      let words = phrase(condition)
      return Phrase("\(words.chinese)的不是首次", "none first where \(words.english)")
    }
  }

  private func without(_ checks: [String]?) -> [Phrase] {
    (checks ?? []).map { Phrase("有疑点「\($0)」的不计", "without what 「\($0)」 finds") }
  }

  private func newness(_ count: Measure.Count) -> [Phrase] {
    switch count.newness {
    case nil: []
    case .gross: [Phrase("新增按毛增计", "gross: all that came")]
    case .net: [Phrase("新增按净增计，减去期内「\(count.ended ?? "")」的", "net of those who left")]
    case .first: [Phrase("新增按首次计，期前有过的不算", "first-time only")]
    }
  }

  private func words(_ stock: Measure.Stock, _ day: Day) -> Phrase {
    let what =
      stock.field.map { Phrase("「\($0)」合计", "total 「\($0)」") }
      ?? Phrase("\(registries[stock.registry]?.unit ?? "条")数", "number")
    let head = Phrase(
      "\(day) 在册的\(stock.registry)\(what.chinese)",
      "\(what.english) of \(english(stock.registry)) valid on \(day)")
    return details(
      head, stock.where, distinct: stock.distinct,
      extra: validity(stock.from, stock.until) + without(stock.without))
  }

  private func validity(_ from: String?, _ until: String?) -> [Phrase] {
    [
      from.map { Phrase("已到「\($0)」", "「\($0)」 reached") },
      until.map { Phrase("未到「\($0)」", "「\($0)」 not reached") },
    ].compactMap { $0 }
  }

  private func words(_ sum: Measure.Sum, _ period: Period) -> Phrase {
    let head = Phrase(
      "\(period) 期内「\(sum.dated)」的\(sum.registry)「\(sum.field)」合计",
      "total 「\(sum.field)」 of \(english(sum.registry)) with 「\(sum.dated)」 in \(period)")
    return details(head, sum.where, distinct: nil, extra: without(sum.without))
  }

  private func ratioWords(_ of: Phrase, _ to: Phrase) -> Phrase {
    Phrase("（\(of.chinese)）÷（\(to.chinese)）", "(\(of.english)) ÷ (\(to.english))")
  }

  private func words(_ milestones: [Measure.Milestone]) -> Phrase {
    Phrase("节点：", "milestones: ")
      + .list(
        milestones.map {
          let due = $0.due.map { "，\($0) 前" } ?? ""
          let by = $0.due.map { ", by \($0)" } ?? ""
          return Phrase(
            "\($0.title)（以「\($0.proof)」为证\(due)）", "\($0.title) (proved by \($0.proof)\(by))")
        })
  }

  private func english(_ registry: String) -> String { registries[registry]?.english ?? registry }

  private func details(
    _ head: Phrase, _ conditions: [Condition]?, distinct: [String]?, extra: [Phrase]
  ) -> Phrase {
    var parts = (conditions ?? []).map(phrase) + extra
    if let distinct, !distinct.isEmpty {
      parts.append(
        Phrase(
          "「\(distinct.joined(separator: "、"))」相同的只计一次",
          "each 「\(distinct.joined(separator: ", "))」 once"))
    }
    guard !parts.isEmpty else { return head }
    let list = Phrase.list(parts)
    return Phrase("\(head.chinese)（\(list.chinese)）", "\(head.english) (\(list.english))")
  }

  /// A condition in words.
  public func phrase(_ condition: Condition) -> Phrase {
    switch condition {
    case .isOne(let field, let values):
      Phrase(
        "「\(field)」为\(values.joined(separator: "或"))",
        "「\(field)」 is \(values.joined(separator: " or "))")
    case .isNone(let field, let values):
      Phrase(
        "「\(field)」不为\(values.joined(separator: "、"))",
        "「\(field)」 is none of \(values.joined(separator: ", "))")
    case .lies(let field, let interval): lies(field, interval)
    case .present(let field): Phrase("有「\(field)」", "has 「\(field)」")
    case .absent(let field): Phrase("没有「\(field)」", "has no 「\(field)」")
    case .reached(let field): Phrase("已到「\(field)」", "「\(field)」 reached")
    case .ahead(let field): Phrase("未到「\(field)」", "「\(field)」 not reached")
    case .every(let registry, _, let tests):
      Phrase("有\(registry)且每一条都", "has \(english(registry)) and every one: ")
        + .list(tests.map(phrase), "且", " and ")
    case .some(let registry, _, let tests):
      Phrase("至少一条\(registry)", "at least one of \(english(registry)): ")
        + .list(tests.map(phrase), "且", " and ")
    case .either(let lists):
      .list(lists.map { .list($0.map(phrase), "且", " and ") }, "，或", ", or ")
    }
  }

  private func lies(_ field: String, _ interval: Interval) -> Phrase {
    if let lower = interval.lower, lower == interval.upper {
      return Phrase("「\(field)」等于 \(lower.value)", "「\(field)」 is \(lower.value)")
    }
    let parts = [
      interval.lower.map {
        Phrase(
          "\($0.isIncluded ? "不低于" : "高于") \($0.value)", "\($0.isIncluded ? ">=" : ">") \($0.value)"
        )
      },
      interval.upper.map {
        Phrase(
          "\($0.isIncluded ? "不高于" : "低于") \($0.value)", "\($0.isIncluded ? "<=" : "<") \($0.value)"
        )
      },
    ].compactMap { $0 }
    return Phrase("「\(field)」", "「\(field)」 ") + .list(parts, "且", " and ")
  }

  private func words(_ coverage: Measure.Coverage) -> Phrase {
    let mode = TravelMode(named: coverage.mode)?.name ?? Phrase(coverage.mode, coverage.mode)
    if let records = coverage.records {
      let share = Phrase(
        "台账「\(records.registry)」中「\(records.field)」（\(records.interval)）不超过 \(coverage.minutes) 分钟的比例",
        "share of \(english(records.registry)) with \(records.field) (\(records.interval)) of at most "
          + "\(coverage.minutes) minutes")
      var model = coverage
      model.records = nil
      return share + Phrase("；旁列模型：", "; beside it the model: ") + words(model)
    }
    let terms = coverage.terms.map { Phrase("（\($0.phrase.chinese)）", " (\($0.phrase.english))") }
    let people = registries[coverage.population].flatMap(coverage.peopleColumn)
    let datum = coverage.datum.map {
      Phrase("坐标系 \($0.rawValue)", "coordinates in \($0.rawValue)")
    }
    return Phrase(
      "\(mode.chinese) \(coverage.minutes) 分钟内可到达「\(coverage.facilities)」的人口（\(coverage.population)\(people.map { "·" + $0 } ?? "")）比例",
      "share of people (\(english(coverage.population))\(people.map { ", " + $0 } ?? "")) who reach \(english(coverage.facilities)) within "
        + "\(coverage.minutes) minutes by \(mode.english)") + (terms ?? Phrase("", ""))
      + details(
        Phrase("", ""), coverage.where, distinct: nil,
        extra: validity(coverage.from, coverage.until) + [datum].compactMap { $0 })
  }
}
