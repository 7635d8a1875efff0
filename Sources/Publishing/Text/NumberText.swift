/// Numbers as they were written: whole numbers without a fraction, decimals without binary noise.
enum NumberText {
  /// A JSON number, or nil where the value is no number (infinite, not a number).
  ///
  /// Decimals are kept to six places; beyond 9e9 a decimal is written as it is.
  static func plain(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    if let whole = Int(exactly: value), abs(whole) < 1 << 53 { return String(whole) }
    guard abs(value) < 9e9 else { return String(value) }
    let rounded = (value * 1e6).rounded() / 1e6
    return rounded == 0 ? String(value) : String(rounded)
  }

  /// For people: thousands separated by commas (`68,987`, `1,234.5`).
  static func grouped(_ value: Double) -> String {
    guard let text = plain(value) else { return "" }
    let whole = text.prefix { $0.isNumber || $0 == "-" }
    let digits = whole.drop { $0 == "-" }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return (whole.hasPrefix("-") ? "-" : "") + grouped + text.dropFirst(whole.count)
  }

  /// Digits behind the decimal point, at most six.
  static func decimals(_ value: Double) -> Int {
    guard let text = plain(value), let point = text.firstIndex(of: ".") else { return 0 }
    return min(6, text.distance(from: point, to: text.endIndex) - 1)
  }
}
