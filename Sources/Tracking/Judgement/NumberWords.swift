import Domain

extension Exact {
  /// As few digits as say it, at most two behind the point.
  var short: String { shown() }

  /// One digit behind the point, as shares are printed; more where it stands beside a number that
  /// it would else cross.
  func points(beside others: [Exact]) -> String { fixed(places(beside: others, least: 1)) }

  /// How many hundredths of `b` there are in `a`; nil where `b` is zero.
  static func hundredths(_ a: Exact, of b: Exact) -> Exact? { (a / b).map { $0 * Exact(100) } }
}

extension Phrase {
  static func + (a: Phrase, b: Phrase) -> Phrase {
    Phrase(a.chinese + b.chinese, a.english + b.english)
  }

  /// A list in both languages.
  static func list(_ parts: [Phrase], _ chinese: String = "；", _ english: String = "; ") -> Phrase {
    Phrase(
      parts.map(\.chinese).joined(separator: chinese),
      parts.map(\.english).joined(separator: english))
  }
}

/// `12.5 %`, `52 家`; the unit apart from the number, which stands on its true side of the others.
func amount(_ value: Exact, _ unit: String, beside others: [Exact] = []) -> String {
  let number = value.shown(beside: others)
  return unit.isEmpty ? number : "\(number) \(unit)"
}
