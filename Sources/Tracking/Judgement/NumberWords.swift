import Domain

extension Exact {
  /// As few digits as say it, at most two behind the point.
  var short: String {
    let text = fixed(2)
    guard text.contains(".") else { return text }
    let cut = text.utf8.reversed().prefix { $0 == 0x30 }.count
    return String(cut == 2 ? text.dropLast(3) : text.dropLast(cut))
  }

  /// One digit behind the point, as shares are printed.
  var points: String { fixed(1) }

  /// The lesser of the two, zero at least.
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

/// `12.5 %`, `52 家`; the unit apart from the number.
func amount(_ value: Exact, _ unit: String) -> String {
  unit.isEmpty ? value.short : "\(value.short) \(unit)"
}
