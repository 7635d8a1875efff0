/// Chinese text for a full-text index without a dictionary of words: each run of letters becomes its
/// overlapping pairs, so that every word of two or more characters is a phrase of pairs; what is
/// written with spaces (latin words, numbers) stays whole.
enum CharacterPairs {
  /// 「产业链，AI」 → `产业 业链 链 ai`; the last character of a run stands alone behind its pairs,
  /// so that no phrase goes on over a comma.
  static func index(_ text: String, into words: inout [UInt8]) {
    var run = Run()
    for scalar in text.unicodeScalars { run.add(scalar, &words) }
    run.end(&words)
  }

  /// The question for a text that is to stand in a sentence as it is written; nil where it holds
  /// nothing that is indexed.
  static func query(_ text: String) -> String? {
    var parts: [String] = []
    for piece in text.split(whereSeparator: \.isWhitespace) {
      let runs = runs(String(piece))
      parts += runs.map(phrase)
    }
    return parts.isEmpty ? nil : parts.joined(separator: " AND ")
  }

  private static func phrase(_ run: (text: [Unicode.Scalar], isHan: Bool)) -> String {
    let scalars = run.text.map(String.init)
    guard run.isHan else { return "\"\(scalars.joined())\"" }
    guard scalars.count > 1 else { return "\"\(scalars[0])\"*" }
    return "\"" + zip(scalars, scalars.dropFirst()).map(+).joined(separator: " ") + "\""
  }

  private static func runs(_ text: String) -> [(text: [Unicode.Scalar], isHan: Bool)] {
    var runs: [(text: [Unicode.Scalar], isHan: Bool)] = []
    var isNew = true
    for scalar in text.unicodeScalars {
      guard isIndexed(scalar) else {
        isNew = true
        continue
      }
      if !isNew, let last = runs.last, last.isHan == isHan(scalar) {
        runs[runs.count - 1].text.append(scalar)
      } else {
        runs.append(([scalar], isHan(scalar)))
      }
      isNew = false
    }
    return runs
  }

  static func isIndexed(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 128 {
      return (48...57).contains(scalar.value) || (65...90).contains(scalar.value)
        || (97...122).contains(scalar.value)
    }
    return isHan(scalar)
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x323AF).contains(scalar.value)
      || scalar.value == 0x3007
  }

  /// The run that is being read.
  private struct Run {
    var last: Unicode.Scalar?
    var isLatin = false

    mutating func add(_ scalar: Unicode.Scalar, _ words: inout [UInt8]) {
      guard isIndexed(scalar) else { return end(&words) }
      guard isHan(scalar) else {
        if last != nil { end(&words) }
        if !isLatin, !words.isEmpty { words.append(0x20) }
        isLatin = true
        words.append(UInt8(scalar.value))
        return
      }
      isLatin = false
      if let last {
        Self.append(last, &words, startsWord: true)
        Self.append(scalar, &words, startsWord: false)
      }
      last = scalar
    }

    mutating func end(_ words: inout [UInt8]) {
      if let last { Self.append(last, &words, startsWord: true) }
      last = nil
      isLatin = false
    }

    private static func append(
      _ scalar: Unicode.Scalar, _ words: inout [UInt8], startsWord: Bool
    ) {
      if startsWord, !words.isEmpty { words.append(0x20) }
      words += UTF8.encode(scalar).map(Array.init) ?? []
    }
  }
}
