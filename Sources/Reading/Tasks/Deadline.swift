/// Reads the date by which a clause promises: 年内, 9月底前, 2027年.
struct Deadline {
  let text: [UInt8]
  let year: Int?

  /// `2023-12`, `2023-09`, `2027`, or nil where the clause states none.
  func read(_ clause: Range<Int>) -> String? {
    let words = text[clause]
    if let month = month(clause) { return month }
    if let named = named(words) { return named }
    return otherYear(clause)
  }

  private func named(_ words: ArraySlice<UInt8>) -> String? {
    guard let year else { return nil }
    let ends: [(String, String)] = [
      ("上半年", "06"), ("年中", "06"), ("一季度", "03"), ("二季度", "06"), ("三季度", "09"),
      ("年内", "12"), ("年底", "12"), ("年末", "12"), ("四季度", "12"), ("下半年", "12"),
    ]
    for (word, month) in ends where Self.find(word, in: words) != nil { return "\(year)-\(month)" }
    return nil
  }

  /// 9月底前, 10月1日前.
  private func month(_ clause: Range<Int>) -> String? {
    guard let year, let at = Self.find("月", in: text[clause]), at > clause.lowerBound else {
      return nil
    }
    guard let before = Self.find("前", in: text[at..<clause.upperBound]), before - at <= 12,
      let number = number(endingAt: at, from: clause.lowerBound), (1...12).contains(number)
    else { return nil }
    return "\(year)-\(number < 10 ? "0" : "")\(number)"
  }

  /// 到2027年, 2026年底前: a year after the report's own.
  private func otherYear(_ clause: Range<Int>) -> String? {
    var from = clause.lowerBound
    while let at = Self.find("年", in: text[from..<clause.upperBound]) {
      if let found = number(endingAt: at, from: clause.lowerBound), found >= (year ?? 2000),
        found < 2100, year != found
      {
        return String(found)
      }
      from = at + 3
    }
    return nil
  }

  private func number(endingAt end: Int, from start: Int) -> Int? {
    var position = end
    var value = 0
    var scale = 1
    while position > start, text[position - 1] &- 0x30 < 10, scale < 100_000 {
      position -= 1
      value += Int(text[position] &- 0x30) * scale
      scale *= 10
    }
    return scale > 1 ? value : nil
  }

  private static func find(_ word: String, in words: ArraySlice<UInt8>) -> Int? {
    let needle = Array(word.utf8)
    guard words.count >= needle.count else { return nil }
    return (words.startIndex...words.endIndex - needle.count).first {
      words[$0] == needle[0] && words[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }
}
