import Domain

extension Exact {
  /// The number as a whole number of 10^-`digits`; nil when it has more digits or is too large.
  func scaled(_ digits: Int) -> Int? {
    (self * Exact.tens(digits)).int
  }

  /// The nearest whole number of 10^-`digits` where the number ends in thirds of one: 10 亩 are
  /// 20000/3 平方米, which no digits can write (a 亩 is 2000/3 平方米). Nil for any other number.
  func thirds(_ digits: Int) -> Int? {
    guard (self * Exact(3)).scaled(digits) != nil else { return nil }
    return rounded(digits).scaled(digits)
  }
}
