import Domain

extension Measure {
  /// Its value only grows within the period, so that a target once reached stays reached.
  var accumulates: Bool {
    switch self {
    case .count(let count): count.newness != .net
    case .sum, .milestones, .all: true
    case .reported, .stock, .ratio, .growth, .coverage: false
    }
  }

  /// Its value is a number of things.
  var countsThings: Bool {
    switch self {
    case .count, .milestones, .all: true
    case .stock(let stock): stock.field == nil
    case .reported, .sum, .ratio, .growth, .coverage: false
    }
  }

  /// Its value is a rate, compared in percentage points.
  var isRate: Bool {
    switch self {
    case .growth, .coverage: true
    case .ratio(let ratio): (ratio.unit ?? "%") == "%"
    case .reported(let reported): reported.form == .growth
    case .count, .stock, .sum, .milestones, .all: false
    }
  }

  /// The path applies: the value builds up over the period.
  var buildsUp: Bool {
    switch self {
    case .count, .sum, .milestones, .all: true
    case .reported(let reported): reported.form == .level
    case .stock, .ratio, .growth, .coverage: false
    }
  }

  /// How far 左右 and 约 reach for a target that declares nothing, by what is measured.
  func tolerance(of target: Target) -> Tolerance {
    switch self {
    case .growth: .usual(.growth, unit: target.unit, indicator: "")
    case .reported(let reported):
      .usual(
        reported.form == .growth ? .growth : .level, unit: target.unit, indicator: reported.series)
    case .ratio, .coverage: .usual(.share, unit: target.unit, indicator: "")
    case .count, .stock, .sum, .milestones, .all: .usual(.count, unit: target.unit, indicator: "")
    }
  }

  /// The published series that decides, where the measure is one.
  var series: Reported? {
    if case .reported(let reported) = self { return reported }
    return nil
  }
}

/// The unit that a measure's value comes in, from the declarations.
struct MeasureUnits {
  var registries: [String: Registry]
  var series: [String: Series]

  func unit(_ measure: Measure) -> String {
    switch measure {
    case .reported(let reported):
      reported.form == .growth ? "%" : series[reported.series]?.unit ?? ""
    case .count(let count): registries[count.registry]?.unit ?? ""
    case .stock(let stock):
      stock.field.map { field(stock.registry, $0) } ?? registries[stock.registry]?.unit ?? ""
    case .sum(let sum): field(sum.registry, sum.field)
    case .ratio(let ratio): ratio.unit ?? "%"
    case .growth, .coverage: "%"
    case .milestones, .all: "项"
    }
  }

  private func field(_ registry: String, _ name: String) -> String {
    registries[registry]?.fields.first { $0.name == name }?.unit ?? ""
  }

  /// The unit to judge in: single things for counts, the target's own unit for everything else.
  func judged(_ measure: Measure, _ target: Target?) -> String {
    let own = unit(measure)
    guard let target, UnitScale.factor(from: own, to: target.unit) != nil else { return own }
    return measure.countsThings ? UnitScale.single(target.unit) : target.unit
  }
}
