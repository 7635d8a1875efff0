import Domain

/// A number as people type it.
enum NumberAsWritten {
  /// Reads full-width digits, and thousands set apart by commas in groups of three; nil for anything
  /// else.
  static func value(_ text: String) -> Exact? {
    var plain = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x2C, 0x2D, 0x2E: plain.unicodeScalars.append(scalar)
      case 0xFF10...0xFF19: plain += String(scalar.value - 0xFF10)
      case 0xFF0C: plain += ","
      case 0xFF0E: plain += "."
      case 0x2212, 0xFF0D: plain += "-"
      case 0x20, 0xA0, 0x3000: break
      default: return nil
      }
    }
    guard plain.contains(",") else { return Exact(plain) }
    let whole = plain.drop { $0 == "-" }.prefix { $0 != "." }
    let groups = whole.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }),
      !plain.drop(while: { $0 != "." }).contains(",")
    else { return nil }
    return Exact(plain.filter { $0 != "," })
  }
}
