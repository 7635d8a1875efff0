import Domain
import GRDB

/// The rule of promise against claim as a function of SQL:
/// `verdict(value, value2, bound, strict, unit, relation, value, value2, bound, strict, unit,
/// direction, indicator)`, the promise first, then the claim.
///
/// Numbers are texts (the columns `exact`), or numbers, which are taken as SQL prints them. Without
/// the indicator a rate that is a state (失业率) cannot be told from a share.
enum VerdictFunction {
  static let functions = [12, 13].map { count in
    DatabaseFunction("verdict", argumentCount: count, pure: true) { values in
      verdict(values).rawValue
    }
  }

  private static func verdict(_ values: [DatabaseValue]) -> PromisePair.Verdict {
    let indicator = values.count > 12 ? String.fromDatabaseValue(values[12]) ?? "" : ""
    guard let relation = String.fromDatabaseValue(values[5]),
      let kind = Domain.Statement.Relation(rawValue: relation),
      let promise = figure(values[0...4], kind, indicator),
      let own = String.fromDatabaseValue(values[4]),
      let other = String.fromDatabaseValue(values[10]),
      let factor = UnitScale.factor(from: other, to: own),
      let claim = figure(values[6...10], kind, indicator, times: factor)
    else { return .notComparable }
    let direction = String.fromDatabaseValue(values[11]).flatMap(Indicator.Direction.init)
    return NumberVerdict(
      promise: promise, claim: claim,
      direction: .wanted(
        value: promise.value, bound: promise.bound, relation: kind, of: direction)
    ).verdict
  }

  /// From value, value2, bound, strict and unit.
  private static func figure(
    _ values: ArraySlice<DatabaseValue>, _ relation: Domain.Statement.Relation,
    _ indicator: String, times factor: Exact = 1
  ) -> Figure? {
    let values = Array(values)
    guard let value = Exact(values[0]), values[1].isNull || Exact(values[1]) != nil,
      let bound = String.fromDatabaseValue(values[2]).flatMap(Domain.Statement.Bound.init),
      let unit = String.fromDatabaseValue(values[4])
    else { return nil }
    return Figure(
      value: value, value2: Exact(values[1]), bound: bound,
      strict: Bool.fromDatabaseValue(values[3]) ?? false, isLevel: relation == .level,
      tolerance: .usual(relation, unit: unit, indicator: indicator), times: factor)
  }
}

extension Exact {
  /// A text as it stands; a number of SQL as the shortest decimal that is that number.
  fileprivate init?(_ value: DatabaseValue) {
    switch value.storage {
    case .int64(let number): self.init(Int(number))
    case .string(let text): self.init(text)
    case .double(let number): self.init(measured: number)
    case .null, .blob: return nil
    }
  }
}
