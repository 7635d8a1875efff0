/// Counting words by the things that they count. Reading lets 处 and 所 of schools pass for each
/// other; a measure that answers a target must count the same things: 户 are no 小区 (个).
public enum CountingWords {
  /// Words of one row can count the same things; a word may stand in several rows.
  private static let families: [Set<String>] = [
    // Enterprises and other market entities.
    ["家", "户"],
    // Organizations and places: schools, clinics, parks, bases.
    ["个", "家", "所", "处", "座", "园"],
    // Buildings.
    ["个", "栋", "幢", "座", "处"],
    // Matters, projects, patents, cases.
    ["个", "项", "件", "宗", "例", "条", "批"],
    // Plots.
    ["个", "宗", "块", "处"],
    // Roads and lines.
    ["个", "条", "处"],
    // Events.
    ["个", "场", "次", "批"],
  ]

  /// Whether two words, without 万 and 亿, can count the same things.
  public static func agree(_ one: String, _ other: String) -> Bool {
    one == other || families.contains { $0.contains(one) && $0.contains(other) }
  }
}

extension UnitScale {
  /// What a measure's number is to be multiplied with to answer a target: as `factor`, but counting
  /// words of different things do not convert.
  ///
  /// - Returns: nil where the measure cannot answer a target in that unit.
  public static func answer(from measure: String, to target: String) -> Exact? {
    guard let factor = factor(from: measure, to: target) else { return nil }
    let (one, other) = (word(measure), word(target))
    guard CountingWords.isKnown(one), CountingWords.isKnown(other) else { return factor }
    return CountingWords.agree(one, other) ? factor : nil
  }

  /// The counting word without its multiple, folded.
  private static func word(_ unit: String) -> String { single(Heading.folded(unit)) }
}

extension CountingWords {
  /// Whether the word carries a kind of thing; measures of size (平方米) have their own rule.
  static func isKnown(_ word: String) -> Bool { families.contains { $0.contains(word) } }
}
