import Domain
import GRDB

/// The rule of promise against claim as a function of SQL:
/// `verdict(value, value2, bound, strict, unit, relation, value, value2, bound, strict, unit,
/// direction)`, the promise first, then the claim.
enum VerdictFunction {
  static let function = DatabaseFunction("verdict", argumentCount: 12, pure: true) { values in
    guard let promise = figure(values, 0), let relation = String.fromDatabaseValue(values[5]),
      let kind = Domain.Statement.Relation(rawValue: relation),
      let own = String.fromDatabaseValue(values[4]),
      let other = String.fromDatabaseValue(values[10]),
      let factor = UnitScale.factor(from: other, to: own)?.double,
      let claim = figure(values, 6, relation: kind, factor: factor)
    else { return PromisePair.Verdict.notComparable.rawValue }
    let direction = String.fromDatabaseValue(values[11]).flatMap(Indicator.Direction.init)
    let verdict = NumberVerdict(
      promise: promise, claim: claim,
      direction: .wanted(
        value: promise.value, bound: promise.bound, relation: kind, of: direction))
    return verdict.verdict.rawValue
  }

  private static func figure(
    _ values: [DatabaseValue], _ start: Int, relation: Domain.Statement.Relation? = nil,
    factor: Double = 1
  ) -> Figure? {
    let relation =
      relation
      ?? String.fromDatabaseValue(values[start + 5]).flatMap(Domain.Statement.Relation.init)
    guard let value = Double.fromDatabaseValue(values[start]),
      let bound = String.fromDatabaseValue(values[start + 2]).flatMap(Domain.Statement.Bound.init),
      let unit = String.fromDatabaseValue(values[start + 4]), let relation
    else { return nil }
    return Figure(
      value: value, value2: Double.fromDatabaseValue(values[start + 1]), bound: bound,
      strict: Bool.fromDatabaseValue(values[start + 3]) ?? false, unit: unit,
      isLevel: relation == .level, times: factor)
  }
}
