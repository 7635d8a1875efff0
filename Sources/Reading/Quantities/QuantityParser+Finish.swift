import Domain

/// From the parts of a number to a quantity, or to none.
extension QuantityParser {
  func finish(_ text: Span<UInt8>, _ draft: Draft) -> (Quantity?, Int) {
    let isTenth = isTenth(text, draft)
    var end = isTenth ? draft.end + 3 : draft.end
    var quantity = Quantity(
      range: draft.start..<end, value: isTenth ? draft.value * Exact(1, digits: 1) : draft.value,
      value2: draft.value2, unit: isTenth ? "" : draft.scale + draft.unit,
      unitClass: isTenth ? .percent : draft.unitClass, form: isTenth ? .tenth : .cardinal)
    quantity.isChinese = !draft.isDigits
    if draft.value2 != nil { quantity.bound = .between }
    if draft.about {
      quantity.bound = .about
      quantity.strict = true
    }
    let comparator = ComparatorReader(lexicon: lexicon, range: range)
    comparator.behind(text, &quantity)
    comparator.before(text, &quantity)
    end = quantity.range.upperBound
    if draft.unitClass.contains(.duration), !draft.unitClass.contains(.day),
      !draft.unitClass.contains(.age)
    {
      return (nil, end)
    }
    if draft.unitClass.contains(.article), isRuleName(text, end) { return (nil, end) }
    if draft.unitClass.contains(.piece), word(text, end, .headingNoun) != nil {
      return (nil, end)
    }
    guard ChineseCount(lexicon: lexicon, range: range).accepts(text, quantity) else {
      return (nil, draft.end)
    }
    return (quantity, end)
  }

  /// 28条规定: the number of a rule is its name.
  func isRuleName(_ text: Span<UInt8>, _ position: Int) -> Bool {
    let (first, length) = peek(text, position)
    return first == 0x89C4 && peek(text, position + length).0 == 0x5B9A  // 规定
  }
}
