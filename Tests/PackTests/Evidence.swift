import DemoDistrict
import Domain

/// The demo's rows as known on a day, and a plain reading of measures over them, to check the
/// demo's numbers by another way than the program's own.
struct Evidence {
  struct Row {
    var values: [FieldValue]
    var grade: Grade
  }

  let day: Day
  let registries: [String: Registry]
  private(set) var rows: [String: [String: Row]] = [:]
  private(set) var observations: [Observation] = []
  private(set) var proofs: [Proof] = []
  /// Places of columns, by registry and name.
  private let places: [String: [String: Int]]

  init(_ steps: [DemoStep], of names: Set<String>, registries: [String: Registry], on day: Day)
    throws
  {
    self.day = day
    self.registries = registries
    places = registries.mapValues { registry in
      Dictionary(uniqueKeysWithValues: registry.columns.enumerated().map { ($1.name, $0) })
    }
    for step in steps where step.time <= Instant(endOf: day) {
      switch step.action {
      case .records(let registry, let source, let added) where names.contains(registry):
        try added.each { key, values in
          rows[registry, default: [:]][key] = Row(values: values, grade: source.grade)
        }
      case .observations(let more, _): observations += more
      case .proof(let proof, _, _): proofs.append(proof)
      default: break
      }
    }
  }

  func value(_ measure: Measure, _ period: Period) -> Exact? {
    switch measure {
    case .reported(let it): reported(it, period)
    case .count(let it): count(it, period)
    case .stock(let it): stock(it, min(day, period.last))
    case .sum(let it): sum(it, period)
    case .ratio(let it):
      value(it.of, period).flatMap { top in
        value(it.to, period).flatMap { top / $0 }.map { $0 * Exact(it.unit == nil ? 100 : 1) }
      }
    case .growth(let inner): growth(inner, period)
    default: nil
    }
  }

  private func reported(_ it: Measure.Reported, _ period: Period) -> Exact? {
    observations.filter {
      $0.series == it.series && $0.form == it.form && $0.period.first == period.first
        && $0.period.last <= period.last && (it.currency == nil || $0.currency == it.currency)
    }.max { ($0.period.last, $0.published) < ($1.period.last, $1.published) }?.value
  }

  private func growth(_ inner: Measure, _ period: Period) -> Exact? {
    let last = min(day, period.last)
    guard let now = Period(period.first, last),
      let before = Period(now.first.adding(months: -12), last.adding(months: -12).endOfMonth),
      let value = value(inner, now), let base = self.value(inner, before)
    else { return nil }
    return (value / base).map { ($0 - Exact(1)) * Exact(100) }
  }

  private func count(_ it: Measure.Count, _ period: Period) -> Exact? {
    let all = passing(it.registry, it.where)
    let counted = all.filter { within($0, it.dated, it.registry, period) }
    guard let distinct = it.distinct else { return Exact(counted.count) }
    let name = { (row: Row) in distinct.map { "\(self.field(row, $0, it.registry))" } }
    var names = Set(counted.map(name))
    if it.newness == .first {
      for row in rows[it.registry, default: [:]].values {
        if case .day(let date) = field(row, it.dated, it.registry), date < period.first {
          names.remove(name(row))
        }
      }
    }
    return Exact(names.count)
  }

  private func stock(_ it: Measure.Stock, _ on: Day) -> Exact? {
    let valid = passing(it.registry, it.where).filter { row in
      if let from = it.from {
        guard case .day(let first) = field(row, from, it.registry), first <= on else {
          return false
        }
      }
      if let until = it.until, case .day(let last) = field(row, until, it.registry) {
        return last > on
      }
      return true
    }
    guard let name = it.field else { return Exact(valid.count) }
    return total(valid, name, it.registry)
  }

  private func sum(_ it: Measure.Sum, _ period: Period) -> Exact? {
    total(
      passing(it.registry, it.where).filter { within($0, it.dated, it.registry, period) }, it.field,
      it.registry)
  }

  private func total(_ rows: [Row], _ name: String, _ registry: String) -> Exact? {
    let sum = rows.reduce(0) { sum, row in
      if case .number(let number) = field(row, name, registry) { sum + number } else { sum }
    }
    return registries[registry]?.column(name).map { Exact(sum, digits: $0.digits) }
  }

  private func within(_ row: Row, _ column: String, _ registry: String, _ period: Period) -> Bool {
    guard case .day(let date) = field(row, column, registry) else { return false }
    return period.contains(date) && date <= day
  }

  private func passing(_ registry: String, _ conditions: [Condition]?) -> [Row] {
    rows[registry, default: [:]].filter { key, row in
      row.grade >= .departmental && (conditions ?? []).allSatisfy { holds($0, row, key, registry) }
    }.map(\.value)
  }

  private func holds(_ condition: Condition, _ row: Row, _ key: String, _ registry: String) -> Bool
  {
    switch condition {
    case .isOne(let name, let values): values.contains { field(row, name, registry) == .text($0) }
    case .isNone(let name, let values): !values.contains { field(row, name, registry) == .text($0) }
    case .lies(let name, let interval):
      if case .number(let number) = field(row, name, registry) {
        interval.contains(Exact(number, digits: registries[registry]?.column(name)?.digits ?? 0))
      } else {
        false
      }
    case .present(let name): field(row, name, registry) != .none
    case .absent(let name): field(row, name, registry) == .none
    case .reached(let name):
      if case .day(let date) = field(row, name, registry) { date <= day } else { false }
    case .ahead(let name):
      if case .day(let date) = field(row, name, registry) { date > day } else { true }
    case .every(let other, let by, let tests):
      related(other, by, key).allSatisfy { child in tests.allSatisfy { holds($0, child, "", other) }
      }
        && !related(other, by, key).isEmpty
    case .some(let other, let by, let tests):
      related(other, by, key).contains { child in tests.allSatisfy { holds($0, child, "", other) } }
    case .either(let lists):
      lists.contains { $0.allSatisfy { holds($0, row, key, registry) } }
    }
  }

  private func related(_ other: String, _ by: String, _ key: String) -> [Row] {
    rows[other, default: [:]].values.filter { field($0, by, other) == .text(key) }
  }

  private func field(_ row: Row, _ name: String, _ registry: String) -> FieldValue {
    places[registry]?[name].map { row.values[$0] } ?? .none
  }
}
