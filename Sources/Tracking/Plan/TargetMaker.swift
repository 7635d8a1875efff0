import Domain

/// Makes the number that a commitment is held to from a statement.
enum TargetMaker {
  /// - Parameter tolerance: for 左右 and 约; the default when nil.
  static func target(_ statement: Statement, tolerance: Tolerance?) -> Target {
    let isMore = statement.bound == .about && statement.strict
    let bound = isMore ? .atLeast : statement.bound
    return Target(
      value: Exact(statement.value) ?? .zero, value2: statement.value2.flatMap { Exact($0) },
      bound: bound, strict: statement.strict ? true : nil, unit: statement.unit,
      tolerance: bound == .about ? tolerance ?? usual(statement) : nil)
  }

  /// ±0.5 points on growth in percent, ±5 % of the number on levels, counts and shares. The law
  /// gives none; it is printed beside every verdict.
  private static func usual(_ statement: Statement) -> Tolerance {
    let isRate = statement.relation == .growth || statement.relation == .change
    let inPercent = ["%", "％", "个百分点", "百分点"].contains(statement.unit)
    return isRate && inPercent
      ? Tolerance(value: Exact(5, digits: 1), kind: .points)
      : Tolerance(value: Exact(5), kind: .percent)
  }
}

/// The days that words like `2023`, `2021-2025` and `2025-12` are for.
struct Times {
  var period: Period
  var deadline: Day

  init(_ text: String?, default period: Period) {
    self.period = period
    deadline = period.last
    guard let text else { return }
    let years = text.split(separator: "-").map(String.init)
    if years.count == 2, years.allSatisfy({ $0.utf8.count == 4 }), let first = Period(years[0]),
      let last = Period(years[1]), let span = Period(first.first, last.last)
    {
      self.period = span
      deadline = span.last
    } else if let read = Period(text) {
      deadline = read.last
      if !period.contains(read.last) { self.period = .year(read.last.year) ?? read }
    }
  }
}
