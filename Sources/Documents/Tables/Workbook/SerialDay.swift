import Domain

/// Days as workbooks count them.
enum SerialDay {
  /// The day of a serial number; a time of day behind the point is left out. Nil for times without
  /// a day, for the 29 February 1900 that never was, and beyond the year 9999.
  static func day(_ text: [UInt8], is1904: Bool) -> Day? {
    guard let serial = Int(String(decoding: text.prefix { $0 != 0x2E }, as: UTF8.self)),
      serial >= (is1904 ? 0 : 1), serial <= 2_958_465, is1904 || serial != 60
    else { return nil }
    let first = is1904 ? Day(year: 1904, month: 1, day: 1) : Day(year: 1899, month: 12, day: 30)
    return first?.adding(days: !is1904 && serial < 60 ? serial + 1 : serial)
  }
}
