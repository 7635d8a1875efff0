extension DocumentNumber {
  /// The year in its brackets (GB/T 9704-2012, 7.2.5: 年份 in 〔〕, four digits), or the only year that
  /// stands in it apart from other digits, or behind the letters of a certificate's number; nil where
  /// there is none, or more than one.
  public static func year(_ text: String) -> Int? {
    let scalars = Array(Folding.text(text).unicodeScalars)
    let years = scalars.indices.compactMap { year(scalars, at: $0) }
    let bracketed = Set(years.filter(\.isBracketed).map(\.year))
    let all = bracketed.isEmpty ? Set(years.map(\.year)) : bracketed
    return all.count == 1 ? all.first : all.isEmpty ? serial(scalars) : nil
  }

  /// Of a certificate's number: letters, the year, and at least six digits more (GR202537001234).
  private static func serial(_ scalars: [Unicode.Scalar]) -> Int? {
    let letters = scalars.prefix { !isNumeral($0) }
    let digits = scalars.dropFirst(letters.count)
    guard (1...4).contains(letters.count), letters.allSatisfy({ ("a"..."z").contains($0) }),
      digits.count >= 10, digits.allSatisfy({ isNumeral($0) }),
      let year = Int(String(String.UnicodeScalarView(digits.prefix(4)))),
      (1990...2099).contains(year)
    else { return nil }
    return year
  }

  private static func year(
    _ scalars: [Unicode.Scalar], at start: Int
  ) -> (year: Int, isBracketed: Bool)? {
    let end = start + 4
    guard end <= scalars.count else { return nil }
    let before = start > 0 ? scalars[start - 1] : nil
    let after = end < scalars.count ? scalars[end] : nil
    guard !isNumeral(before), !isNumeral(after),
      let year = Int(String(String.UnicodeScalarView(scalars[start..<end]))),
      (1990...2099).contains(year)
    else { return nil }
    return (year, before == "(" && after == ")")
  }

  private static func isNumeral(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { ("0"..."9").contains($0) } ?? false
  }
}
