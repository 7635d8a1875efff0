import Domain

/// Exact numbers for people: thousands set apart, no digit that is not there.
enum ExactText {
  /// Whole numbers as they are, others with one digit behind the point (all of them for a published
  /// figure). Where that would show a number on the other side of `other`, as many as tell it apart.
  static func shown(
    _ value: Exact, against other: Exact? = nil, asPublished: Bool = false
  ) -> String {
    grouped(value, digits: digits(value, against: other, asPublished: asPublished))
  }

  private static func digits(_ value: Exact, against other: Exact?, asPublished: Bool) -> Int {
    guard !value.isWhole else { return 0 }
    var digits = asPublished ? max(1, min(6, decimals(value) ?? 1)) : 1
    while let other, digits < 6, order(value.rounded(digits), other) != order(value, other) {
      digits += 1
    }
    return digits
  }

  /// What ``shown(_:against:asPublished:)`` shows, as a number.
  static func rounded(_ value: Exact, against other: Exact?, asPublished: Bool) -> Exact {
    value.rounded(digits(value, against: other, asPublished: asPublished))
  }

  /// With so many digits behind the point, half to even.
  static func grouped(_ value: Exact, digits: Int) -> String {
    let text = value.fixed(digits)
    let whole = text.prefix { $0 != "." }
    let number = whole.drop { $0 == "-" }
    var grouped = ""
    for (index, digit) in number.enumerated() {
      if index > 0, (number.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return (whole.hasPrefix("-") ? "-" : "") + grouped + text.dropFirst(whole.count)
  }

  /// A JSON number.
  static func decimal(_ value: Exact) -> String {
    decimals(value) == nil ? value.fixed(6) : value.description
  }

  /// Digits behind the point; nil where no decimal says it.
  static func decimals(_ value: Exact) -> Int? {
    let text = value.description
    guard !text.contains("/") else { return nil }
    return text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
  }

  private static func order(_ a: Exact, _ b: Exact) -> Int { a < b ? -1 : a == b ? 0 : 1 }
}

extension Cell {
  /// A number of a workbook or CSV, to six digits.
  init(_ exact: Exact?) {
    self = exact.flatMap { Double(ExactText.decimal($0)) }.map { .number($0) } ?? .empty
  }

  /// The number as tables show it.
  init(rounded exact: Exact?, against other: Exact? = nil, asPublished: Bool = false) {
    self.init(exact.map { ExactText.rounded($0, against: other, asPublished: asPublished) })
  }
}
