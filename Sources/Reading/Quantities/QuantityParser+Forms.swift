import Domain

/// Fractions, ranks, bare magnitudes and doublings.
extension QuantityParser {
  /// 三分之二, 百分之十二, 1/4, 一半.
  func fraction(
    _ text: Span<UInt8>, _ first: Numeral, from start: Int
  ) -> (Quantity?, Int)? {
    let (scalar, length) = peek(text, first.end)
    let end = range.upperBound
    if scalar == 0x5206, peek(text, first.end + length).0 == 0x4E4B {  // 分之
      guard let second = NumeralReader.read(text, at: first.end + 6, end: end) else { return nil }
      return part(text, second.value, first.value, start..<second.end)
    }
    if scalar == 0x2F, first.isDigits,
      let second = NumeralReader.digits(text, at: first.end + 1, end: end),
      second.value > first.value, second.value < 100, first.value >= 1
    {
      guard !isUnitNext(text, second.end) else { return nil }
      return part(text, first.value, second.value, start..<second.end)
    }
    if scalar == 0x534A, first.value == 1, !first.isDigits {  // 一半
      return part(text, 1, 2, start..<first.end + length)
    }
    return nil
  }

  func isUnitNext(_ text: Span<UInt8>, _ position: Int) -> Bool {
    guard let match = lexicon.word(text, at: position, end: range.upperBound) else { return false }
    return !lexicon.classes[match.index].isDisjoint(with: .anyUnit)
  }

  func part(
    _ text: Span<UInt8>, _ numerator: Exact, _ denominator: Exact, _ range: Range<Int>
  ) -> (Quantity?, Int) {
    guard let quotient = numerator / denominator else { return (nil, range.upperBound) }
    let isPercent = denominator == 100
    var quantity = Quantity(
      range: range, value: isPercent ? numerator : quotient, unit: isPercent ? "%" : "",
      unitClass: .percent,
      form: isPercent ? .cardinal : .fraction)
    let comparator = ComparatorReader(lexicon: lexicon, range: self.range)
    comparator.behind(text, &quantity)
    comparator.before(text, &quantity)
    return (quantity, quantity.range.upperBound)
  }

  /// 突破万亿元, 破亿: a scale with nothing before it but a comparator.
  func bareScale(_ text: Span<UInt8>, at start: Int) -> (Quantity?, Int) {
    guard ComparatorReader(lexicon: lexicon, range: range).stands(text, before: start) else {
      return (nil, start + 3)
    }
    var draft = Draft(numeral: Numeral(end: start, value: 1, isDigits: false), start: start)
    readScale(text, &draft)
    guard readUnit(text, &draft) else { return (nil, draft.end) }
    return finish(text, draft)
  }

  func ordinal(
    _ text: Span<UInt8>, at start: Int, from first: Int
  ) -> (Quantity?, Int) {
    guard let numeral = NumeralReader.read(text, at: start, end: range.upperBound) else {
      return (nil, start)
    }
    let rank = RankReader(range: range)
    return rank.ordinal(text, numeral, from: first)
  }

  func first(_ text: Span<UInt8>, at start: Int) -> (Quantity?, Int) {
    RankReader(range: range).first(text, at: start)
  }

  func top(_ text: Span<UInt8>, at start: Int, from first: Int) -> (Quantity?, Int) {
    guard let numeral = NumeralReader.read(text, at: start, end: range.upperBound) else {
      return (nil, start)
    }
    return RankReader(range: range).top(text, numeral, from: first)
  }

  /// 翻一番, 翻两番, 翻番.
  func doubled(_ text: Span<UInt8>, at start: Int, from first: Int) -> (Quantity?, Int) {
    let numeral = NumeralReader.chinese(text, at: start, end: range.upperBound)
    let position = numeral?.end ?? start
    guard peek(text, position).0 == 0x756A else { return (nil, start) }  // 番
    let quantity = Quantity(
      range: first..<position + 3, value: numeral?.value ?? 1, unit: "番", unitClass: .multiple,
      form: .cardinal)
    return (quantity, position + 3)
  }
}
