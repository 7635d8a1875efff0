import Domain

/// Makes the number that a commitment is held to from a statement.
enum TargetMaker {
  /// - Parameter tolerance: for 左右 and 约; the default when nil.
  static func target(_ statement: Statement, tolerance: Tolerance?) -> Target {
    let isMore = statement.bound == .about && statement.strict
    let bound = isMore ? .atLeast : statement.bound
    let usual = Tolerance.usual(
      statement.relation, unit: statement.unit, indicator: statement.indicator)
    return Target(
      value: statement.value, value2: statement.value2,
      bound: bound, strict: statement.strict ? true : nil, unit: statement.unit,
      tolerance: bound == .about ? tolerance ?? usual : nil)
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
    if case .years(let first, let last)? = StatedTime(text), let first = Period.year(first),
      let last = Period.year(last), let span = Period(first.first, last.last)
    {
      self.period = span
      deadline = span.last
    } else if let read = Period(text) {
      deadline = read.last
      if !period.contains(read.last) { self.period = .year(read.last.year) ?? read }
    }
  }
}
