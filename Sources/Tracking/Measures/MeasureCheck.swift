import Domain

/// Refuses a measure that could not answer its commitment: what it names must be declared and of the
/// right kind, units must convert, shares compare like with like, 新增 must say what it means.
public enum MeasureCheck {
  /// Everything that is wrong, in the order of the measure; empty when it can be bound.
  public static func check(
    _ measure: Measure, for commitment: Commitment, registries: [String: Registry],
    series: [String: Series]
  ) -> [TrackingFault] {
    var checker = MeasureChecker(commitment: commitment, registries: registries, series: series)
    checker.check(measure)
    checker.checkUnit(measure, commitment.target)
    checker.checkNewness(measure, commitment.title + quotes(commitment))
    return checker.faults
  }

  private static func quotes(_ commitment: Commitment) -> String {
    commitment.origins.count == 1 ? commitment.origins[0].quote : ""
  }
}

/// Walks a measure and collects faults.
struct MeasureChecker {
  let commitment: Commitment
  let registries: [String: Registry]
  let series: [String: Series]
  var faults: [TrackingFault] = []

  init(commitment: Commitment, registries: [String: Registry], series: [String: Series]) {
    (self.commitment, self.registries, self.series) = (commitment, registries, series)
  }

  var id: String { commitment.id }
  private var units: MeasureUnits { MeasureUnits(registries: registries, series: series) }

  mutating func check(_ measure: Measure) {
    switch measure {
    case .reported(let reported): check(reported)
    case .count(let count): check(count)
    case .stock(let stock): check(stock)
    case .sum(let sum): check(sum)
    case .ratio(let ratio): check(ratio)
    case .growth(let inner): checkGrowth(inner)
    case .coverage(let coverage): check(coverage)
    case .milestones(let milestones): check(milestones)
    case .all(let parts): check(parts)
    }
  }

  private mutating func check(_ reported: Measure.Reported) {
    guard let declared = series[reported.series] else {
      faults.append(.unknownSeries(id, series: reported.series))
      return
    }
    let price = reported.price != nil && declared.price != nil && reported.price != declared.price
    let currency =
      reported.currency != nil && declared.currency != nil
      && reported.currency != declared.currency
    if price || currency { faults.append(.otherPrice(id, series: reported.series)) }
  }

  private mutating func check(_ count: Measure.Count) {
    guard let registry = registry(count.registry) else { return }
    for name in [count.dated, count.ended, count.claimed].compactMap({ $0 }) {
      column(name, .day, registry)
    }
    check(count.where, registry)
    check(count.renewed, registry)
    checkNames(count.distinct, registry)
    checkChecks(count.without, registry)
    if count.newness == .net, count.ended == nil {
      faults.append(.newnessIncomplete(id, newness: .net))
    }
    if count.newness == .first, (count.distinct ?? []).isEmpty {
      faults.append(.newnessIncomplete(id, newness: .first))
    }
  }

  private mutating func check(_ stock: Measure.Stock) {
    guard let registry = registry(stock.registry) else { return }
    for name in [stock.from, stock.until].compactMap({ $0 }) { column(name, .day, registry) }
    if let field = stock.field { column(field, .number, registry) }
    check(stock.where, registry)
    checkNames(stock.distinct, registry)
    checkChecks(stock.without, registry)
  }

  private mutating func check(_ sum: Measure.Sum) {
    guard let registry = registry(sum.registry) else { return }
    for name in [sum.dated, sum.claimed].compactMap({ $0 }) { column(name, .day, registry) }
    column(sum.field, .number, registry)
    check(sum.where, registry)
    checkChecks(sum.without, registry)
  }

  /// What a measure does without, the registry must look for.
  private mutating func checkChecks(_ names: [String]?, _ registry: Registry) {
    for name in names ?? []
    where !registry.allChecks(among: registries).contains(where: { $0.name == name }) {
      faults.append(.unknownField(id, registry: registry.name, field: name))
    }
  }

  private mutating func check(_ coverage: Measure.Coverage) {
    if let facilities = registry(coverage.facilities) {
      for name in [coverage.from, coverage.until].compactMap({ $0 }) {
        column(name, .day, facilities)
      }
      check(coverage.where, facilities)
    }
    let population = registry(coverage.population)
    let people = population.flatMap(coverage.peopleColumn)
    if let population, let people { column(people, .number, population) }
    if let recorded = coverage.recorded { check(recorded) }
    func refuse(_ field: String, _ expected: Phrase) {
      faults.append(.wrongKind(id, registry: "coverage", field: field, expected: expected))
    }
    if population != nil, people == nil {
      refuse("people", Phrase("人口台账的一个数字字段", "a number field of the population's registry"))
    }
    if coverage.terms == nil {
      refuse("mode", Phrase("步行、骑行、驾车或救护车", "walk, cycle, drive or ambulance"))
    }
    if !(1...240).contains(coverage.minutes) { refuse("minutes", Phrase("1 到 240", "1 to 240")) }
    if let hour = coverage.hour, !(0..<24).contains(hour) {
      refuse("hour", Phrase("0 到 23", "0 to 23"))
    }
    if let reach = coverage.reach, !(1...100_000).contains(reach) {
      refuse("reach", Phrase("1 到 100000 米", "1 to 100000 metres"))
    }
  }

  /// Things are named by text or by a date, never by an amount.
  private mutating func checkNames(_ names: [String]?, _ registry: Registry) {
    for name in names ?? [] {
      guard let found = registry.column(name) else {
        faults.append(.unknownField(id, registry: registry.name, field: name))
        continue
      }
      if found.type == .number {
        faults.append(
          .wrongKind(
            id, registry: registry.name, field: name, expected: Phrase("文字或日期", "text or a date")))
      }
    }
  }

  /// Shares are of one entity, or of amounts of one unit; a compound unit is declared by its name.
  private mutating func check(_ ratio: Measure.Ratio) {
    check(ratio.of)
    check(ratio.to)
    for side in [ratio.of, ratio.to] where side.isJudgedByParts {
      faults.append(.notComparable(id))
    }
    let (above, below) = (what(ratio.of), what(ratio.to))
    if (ratio.unit ?? "%") == "%" {
      if above != below, !above.isEmpty, !below.isEmpty {
        faults.append(.mixedDenominator(id, of: above, to: below))
      }
      return
    }
    let parts = (ratio.unit ?? "").split(separator: "/").map(String.init)
    let (top, bottom) = (units.unit(ratio.of), units.unit(ratio.to))
    guard parts.count == 2, UnitScale.factor(from: top, to: parts[0]) != nil,
      UnitScale.factor(from: bottom, to: parts[1]) != nil
    else {
      faults.append(.unitsDiffer(id, target: ratio.unit ?? "", measure: "\(top)/\(bottom)"))
      return
    }
  }

  /// What a measure is a number of: things of an entity, or an amount in a base unit.
  private func what(_ measure: Measure) -> String {
    switch measure {
    case .count(let count): registries[count.registry]?.counted ?? ""
    case .stock(let stock):
      stock.field == nil
        ? registries[stock.registry]?.counted ?? "" : UnitScale(units.unit(measure)).base
    case .sum, .reported: UnitScale(units.unit(measure)).base
    case .ratio, .growth, .coverage: "%"
    case .milestones, .all: "项"
    }
  }

  /// Growth is of what registries hold; published growth is taken as published.
  private mutating func checkGrowth(_ inner: Measure) {
    switch inner {
    case .count, .stock, .sum, .ratio: check(inner)
    case .reported, .growth, .coverage, .milestones, .all:
      faults.append(.notComparable(id))
    }
  }

  private mutating func check(_ milestones: [Measure.Milestone]) {
    let ids = Set(milestones.map(\.id))
    let settled = commitment.deadline.adding(months: commitment.settles ?? 0).endOfMonth
    let late = milestones.contains { $0.due.map { $0 > settled } ?? false }
    if milestones.isEmpty || ids.count != milestones.count || ids.contains("") || late {
      faults.append(.badMilestones(id))
    }
  }

  private mutating func check(_ parts: [Measure.Part]) {
    if parts.isEmpty { faults.append(.noParts(id)) }
    for part in parts {
      check(part.measure)
      checkUnit(part.measure, part.target)
      checkNewness(part.measure, part.title)
    }
  }

  // MARK: Units and 新增

  /// Milestones and parts bring their own numbers; a target beside them is what they are counted
  /// against in words only.
  mutating func checkUnit(_ measure: Measure, _ target: Target?) {
    guard let target else { return }
    if case .milestones = measure { return }
    if case .all = measure { return }
    let unit = units.unit(measure)
    if unit.isEmpty, faults.contains(where: \.isUnknown) { return }
    if UnitScale.answer(from: unit, to: target.unit) == nil {
      faults.append(.unitsDiffer(id, target: target.unit, measure: unit))
    }
  }

  mutating func checkNewness(_ measure: Measure, _ words: String) {
    guard case .count(let count) = measure, count.newness == nil, words.contains("新增") else {
      return
    }
    faults.append(.newnessMissing(id))
  }
}

extension Measure {
  /// Steps and parts are judged each by itself and are no number to divide.
  fileprivate var isJudgedByParts: Bool {
    switch self {
    case .milestones, .all: true
    default: false
    }
  }
}

extension TrackingFault {
  /// Something named is not declared, so that nothing more can be said of its unit.
  var isUnknown: Bool { code == .unknownEvidence }
}
