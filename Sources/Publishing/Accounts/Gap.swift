import Domain

/// By how much a result misses its target.
struct Gap: Sendable {
  let row: AccountRow
  let words: Words

  init(_ row: AccountRow, _ words: Words) {
    self.row = row
    self.words = words
  }

  /// What is missing (for an upper bound: what is too much), in the row's unit; nil where nothing
  /// is missing or it cannot be told.
  var missing: Exact? {
    guard row.judgement.state != .met, let actual = row.judgement.actual,
      let target = row.judgement.target
    else { return nil }
    let falls = target < .zero
    let short = isCap == falls ? target - actual : actual - target
    return short < .zero || (short == .zero && row.judgement.state != .notMet) ? nil : short
  }

  private var isCap: Bool { row.commitment.target?.bound == .atMost }

  /// `差 11 家`, `差 0.3 个百分点`; empty where there is none.
  var text: String {
    guard let missing else { return "" }
    if missing == .zero { return words("等于目标，未超过", "equal, not beyond") }
    let amount = ExactText.shown(missing, beside: [.zero], asPublished: row.isPublished)
    let unit = row.unit == "%" ? words("个百分点", "points") : row.unit
    return isCap
      ? words("超 \(amount) \(unit)", "over by \(amount) \(unit)")
      : words("差 \(amount) \(unit)", "short by \(amount) \(unit)")
  }

  /// Per month from now on, rounded up so that it suffices: `11`, `3.7`.
  var needed: String { neededTenths.map { ExactText.shown($0, beside: [.zero]) } ?? "" }

  /// The same as a number.
  var neededTenths: Exact? {
    guard let needed = row.judgement.needed, row.judgement.state != .met else { return nil }
    return (needed * 10).ceiling * Exact(1, digits: 1)
  }
}
