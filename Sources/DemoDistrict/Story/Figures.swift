import Domain

/// Published growth of a series: one figure for each month of 2022, 2023 and 2024, in tenths of a
/// percent, the months 1 to n together.
struct Curve: Sendable {
  var series: String
  /// Its level in 2022, in tenths of the series' unit; nil where only growth is published.
  var level: Int?
  var years: [[Int]]
  /// False for a level at a time, which does not add up over the year.
  var accumulates = true
  /// The last month of 2023 that came on time; the rest came on 28 June 2024.
  var lateAfter: Int?

  static let all: [Curve] = [
    Curve(
      series: "地区生产总值", level: 12_986,
      years: [
        [0, 0, 41, 0, 0, 32, 0, 0, 36, 0, 0, 38], [0, 0, 56, 0, 0, 59, 0, 0, 60, 0, 0, 60],
        flat(55),
      ]),
    Curve(
      series: "一般公共预算收入", level: 1_105,
      years: [flat(42), [131, 134, 129, 127, 128, 124, 126, 125, 127, 126, 123, 120], flat(66)]),
    Curve(
      series: "规模以上工业增加值", level: 2_010,
      years: [flat(48), [0, 81, 76, 74, 70, 72, 69, 68, 67, 68, 69, 71], flat(64)]),
    Curve(
      series: "固定资产投资",
      years: [flat(50), [0, 91, 88, 83, 80, 79, 77, 76, 75, 74, 73, 72], flat(41)]),
    Curve(
      series: "社会消费品零售总额", level: 4_900,
      years: [flat(12), [0, 62, 60, 58, 55, 50, 52, 53, 53, 54, 55, 56], flat(48)]),
    Curve(
      series: "进出口总额", level: 3_260,
      years: [flat(70), [142, 139, 138, 136, 131, 130, 129, 128, 127, 128, 126, 124], flat(58)]),
    Curve(
      series: "实际使用外资", level: 214_000,
      years: [flat(25), [41, 40, 38, 36, 37, 35, 34, 35, 31, 28, 25, 21], flat(-15)], lateAfter: 8),
    Curve(
      series: "城镇居民人均可支配收入", level: 689_870,
      years: [
        [0, 0, 36, 0, 0, 38, 0, 0, 40, 0, 0, 41], [0, 0, 58, 0, 0, 57, 0, 0, 56, 0, 0, 55],
        flat(47),
      ]),
    Curve(series: "金融业增加值", level: 2_450, years: [flat(51), flat(58), flat(49)]),
    Curve(
      series: "金融机构存款余额", level: 41_200, years: [flat(88), flat(92), flat(74)], accumulates: false),
    Curve(
      series: "金融机构贷款余额", level: 38_900, years: [flat(97), flat(105), flat(81)], accumulates: false),
    Curve(series: "规模以上服务业营业收入", level: 6_120, years: [flat(61), flat(77), flat(63)]),
    Curve(series: "规模以上工业总产值", level: 9_800, years: [flat(45), flat(67), flat(52)]),
    Curve(
      series: "细颗粒物平均浓度", level: 390, years: [flat(-42), flat(-30), flat(-21)], accumulates: false),
  ]

  private static func flat(_ growth: Int) -> [Int] { (0..<12).map { growth + (11 - $0) / 4 } }
}

extension DemoDistrict {
  /// Every publication of figures, and what was published again later.
  var figures: [DemoStep] { regular + yearly + corrections }

  private var regular: [DemoStep] {
    (0..<36).flatMap { month -> [DemoStep] in
      let (year, number) = (month / 12, month % 12 + 1)
      let due = on(2022 + year, number, 1).adding(months: 1).adding(days: 19)
      let days = due < Calendar.opening ? Calendar.opening : due
      guard days <= Calendar.end else { return [] }
      return Curve.all.compactMap { publish($0, year, number, due, on: days) }
    }
  }

  private func publish(
    _ curve: Curve, _ year: Int, _ month: Int, _ due: Day, on recorded: Day
  ) -> DemoStep? {
    guard let series = series[curve.series], isPublished(series, month),
      let period = Period.months(2022 + year, through: month)
    else { return nil }
    let isLate = year == 1 && curve.lateAfter.map { month > $0 } ?? false
    let day = isLate ? on(2024, 6, 28) : due
    let growth = curve.years[year][month - 1]
    let source = source(series.name, "\(2022 + year)-\(padded(month, 2))", series.publisher, day)
    var observations = [
      observation(series, period, .growth, Exact(growth, digits: 1), .final, day, source.id)
    ]
    if let level = curve.level {
      let whole = level * (1000 + (year > 0 ? growth - 6 : 0) + (year > 1 ? 55 : 0)) / 1000
      let value = Exact(curve.accumulates ? whole * month / 12 : whole, digits: 1)
      observations.append(observation(series, period, .level, value, .final, day, source.id))
    }
    if series.name == "地区生产总值", month == 12 {
      observations = observations.map { $0.with(vintage: .preliminary) }
    }
    if series.name == "进出口总额" {
      let dollars = Exact(growth - 55, digits: 1)
      observations.append(
        observation(series, period, .growth, dollars, .final, day, source.id).with(currency: "美元"))
    }
    return step(observations, source, isLate ? day : recorded)
  }

  private func isPublished(_ series: Series, _ month: Int) -> Bool {
    if series.silent?.contains(month) == true { return false }
    return switch series.cadence {
    case .month: true
    case .quarter: month % 3 == 0
    case .year: month == 12
    }
  }

  /// R&D comes ten months after the year.
  private var yearly: [DemoStep] {
    let published = [
      ("全社会研发投入", 2022, 96, on(2023, 10, 27)), ("全社会研发投入", 2023, 184, on(2024, 10, 25)),
      ("单位地区生产总值能耗", 2023, -34, on(2024, 8, 16)), ("二氧化碳排放强度", 2023, -41, on(2024, 10, 18)),
    ]
    return published.compactMap { name, year, growth, day in
      again(name, Period.year(year), growth, .final, day, "年度数据")
    }
  }

  /// Figures that were published again: one of them turns a verdict.
  private var corrections: [DemoStep] {
    [
      again("地区生产总值", .year(2023), 58, .final, on(2024, 12, 20), "最终核实"),
      again("社会消费品零售总额", .months(2023, through: 6), 52, .revised, on(2023, 8, 21), "修订"),
    ].compactMap { $0 }
  }

  private func again(
    _ name: String, _ period: Period?, _ growth: Int, _ vintage: Observation.Vintage, _ day: Day,
    _ label: String
  ) -> DemoStep? {
    guard let series = series[name], let period else { return nil }
    let source = source(name, "\(period)-\(label)", series.publisher, day)
    return step(
      [observation(series, period, .growth, Exact(growth, digits: 1), vintage, day, source.id)],
      source, day)
  }

  private func observation(
    _ series: Series, _ period: Period, _ form: Observation.Form, _ value: Exact,
    _ vintage: Observation.Vintage, _ day: Day, _ source: String
  ) -> Observation {
    Observation(
      series: series.name, period: period, form: form, value: value, price: series.price,
      currency: series.currency, vintage: vintage, publisher: series.publisher, published: day,
      source: source)
  }

  private func source(_ series: String, _ label: String, _ publisher: String?, _ day: Day) -> Source
  {
    Source(
      id: "\(series)-\(label)", title: "\(series) \(label)（合成）", issuer: publisher ?? "统计局",
      date: day,
      grade: .published)
  }

  private func step(_ observations: [Observation], _ source: Source, _ day: Day) -> DemoStep {
    DemoStep(
      time: Instant(milliseconds: Instant(startOf: day).milliseconds + 36_000_000),
      actor: source.issuer, reason: "公布\(source.id)",
      action: .observations(observations, source: source))
  }
}

extension Observation {
  func with(vintage: Vintage? = nil, currency: String? = nil) -> Observation {
    var copy = self
    copy.vintage = vintage ?? self.vintage
    copy.currency = currency ?? self.currency
    return copy
  }
}
