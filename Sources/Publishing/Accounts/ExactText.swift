import Domain

/// Exact numbers for people: thousands set apart, no digit that is not there.
enum ExactText {
  /// Whole numbers as they are, others with one digit behind the point (all of them for a published
  /// figure); as many more as show the number on its true side of each of the others.
  static func shown(
    _ value: Exact, beside others: [Exact] = [], asPublished: Bool = false
  ) -> String {
    grouped(value, digits: digits(value, others, asPublished))
  }

  /// What ``shown(_:beside:asPublished:)`` shows, as a number.
  static func rounded(_ value: Exact, beside others: [Exact], asPublished: Bool) -> Exact {
    value.rounded(digits(value, others, asPublished))
  }

  private static func digits(_ value: Exact, _ others: [Exact], _ asPublished: Bool) -> Int {
    guard !value.isWhole else { return 0 }
    return value.places(beside: others, least: asPublished ? max(1, value.decimals ?? 1) : 1)
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
    value.decimals == nil ? value.fixed(6) : value.description
  }
}

extension Judgement {
  /// What was measured, for machines: itself where a decimal says it, else with six digits or as many
  /// more as keep it on its true side.
  var printedActual: Exact? {
    actual.map { $0.decimals == nil ? $0.rounded($0.places(beside: beside, least: 6)) : $0 }
  }
}

extension Cell {
  /// The number as tables show it.
  init(rounded exact: Exact?, beside others: [Exact] = [], asPublished: Bool = false) {
    self.init(exact.map { ExactText.rounded($0, beside: others, asPublished: asPublished) })
  }
}
