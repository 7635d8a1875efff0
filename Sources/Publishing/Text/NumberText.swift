import Domain

/// Numbers as a report wrote them, for statements: all digits, and a fraction (三分之二) to four.
extension Exact {
  /// As exports print it: the decimal that says it, else the nearest of four digits.
  var printed: Exact { decimals == nil ? rounded(4) : self }

  /// For people: thousands separated by commas (`68,987`, `1,234.5`).
  var grouped: String {
    let printed = printed
    return ExactText.grouped(printed, digits: printed.decimals ?? 0)
  }
}
