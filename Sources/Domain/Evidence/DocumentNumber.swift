/// The number that an issuer gives a document: 鲁科字〔2023〕12号, 第12号, 备案号 3701032023, GR202337000123.
public enum DocumentNumber {
  /// Whether words hold one. A year, a month or a day is none, and neither is a file's name.
  public static func isIn(_ words: String) -> Bool {
    let text = Array(Heading.folded(words))
    return hasYear(text) || hasOrdinal(text) || hasLabel(text) || hasCode(text)
  }

  /// Whether what was given as a number is one: words that hold one, or four letters or digits at
  /// least that are no year and no day.
  public static func isWhole(_ number: String) -> Bool {
    if isIn(number) { return true }
    let text = Array(Heading.folded(number))
    let signs = text.filter { isCode($0) && $0 != "-" }
    guard signs.count >= 4, signs.contains(where: isDigit) else { return false }
    guard signs.allSatisfy(isDigit) else { return true }
    let isDate = [4, 6, 8].contains(signs.count) && ["19", "20"].contains(String(signs.prefix(2)))
    return !isDate
  }

  /// A year in brackets before a number (《党政机关公文格式》 GB/T 9704-2012, 7.2.5): 〔2023〕12号.
  private static func hasYear(_ text: [Character]) -> Bool {
    text.indices.contains { index in
      guard "〔[(【".contains(text[index]), text.count > index + 6,
        text[index + 1...index + 4].allSatisfy(isDigit), "〕])】".contains(text[index + 5])
      else { return false }
      let rest = text[(index + 6)...].drop { $0 == "第" }
      let digits = rest.prefix(while: isDigit)
      return !digits.isEmpty && rest.dropFirst(digits.count).first == "号"
    }
  }

  /// 第12号.
  private static func hasOrdinal(_ text: [Character]) -> Bool {
    text.indices.contains { index in
      guard text[index] == "第" else { return false }
      let digits = text[(index + 1)...].prefix(while: isDigit)
      return !digits.isEmpty && text[(index + 1)...].dropFirst(digits.count).first == "号"
    }
  }

  private static let labels = ["文号", "编号", "备案号", "证书号", "许可证号", "批准号", "受理号", "合同号", "报告号"]

  /// A label with at least four letters or digits behind it: 备案号:3701032023.
  private static func hasLabel(_ text: [Character]) -> Bool {
    let words = String(text)
    return labels.contains { label in
      guard let found = words.firstRange(of: label) else { return false }
      let rest = words[found.upperBound...].drop { ":： ".contains($0) }
      return rest.prefix { isCode($0) }.count >= 4
    }
  }

  /// Letters and digits together, at least ten, of which six are digits: GR202337000123.
  private static func hasCode(_ text: [Character]) -> Bool {
    text.split { !isCode($0) }.contains { part in
      let digits = part.count(where: isDigit)
      let letters = part.count - digits
      return part.count >= 10 && digits >= 6 && letters > 0
        && part.prefix(while: { !isDigit($0) }).count == letters
    }
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  private static func isCode(_ character: Character) -> Bool {
    isDigit(character) || ("a"..."z").contains(character) || character == "-"
  }
}
