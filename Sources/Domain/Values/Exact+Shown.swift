/// How numbers are shown: never on the other side of a number that they stand beside.
extension Exact {
  /// As few digits as say the number, at most `most` behind the point; with `beside`, as many more as
  /// show it on its true side of each of them: 28.496 beside 28.5 is `28.496` and not `28.5`.
  public func shown(beside others: [Exact] = [], most: Int = 2) -> String {
    let places = places(beside: others, least: most)
    let text = fixed(places)
    guard places > 0 else { return text }
    let cut = text.utf8.reversed().prefix { $0 == 0x30 }.count
    return String(text.dropLast(cut == places ? places + 1 : cut))
  }

  /// All its digits where a decimal says it, as ends and targets stand; else at most two.
  public var inFull: String { isDecimal ? description : shown() }

  /// The digits behind the point, `least` or more, with which the number stands as it is against each
  /// of the others.
  public func places(beside others: [Exact], least: Int) -> Int {
    let most = Swift.max(least, Exact.shownAtMost)
    return (least...most).first { places in
      let rounded = rounded(places)
      return others.allSatisfy { other in
        order(self, other) == order(rounded, other.isDecimal ? other : other.rounded(places))
      }
    } ?? most
  }

  /// Enough to tell any two numbers apart that were ever judged; an end to the search.
  private static let shownAtMost = 60

  /// A decimal that stands beside is taken as it is, since it is shown with all its digits.
  private var isDecimal: Bool { decimals.map { $0 <= Exact.shownAtMost } ?? false }

  private func order(_ a: Exact, _ b: Exact) -> Int { a < b ? -1 : a == b ? 0 : 1 }
}
