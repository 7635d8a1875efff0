import Domain

/// Reads the comparators around a quantity and widens its range over them.
///
/// Bounds follow the law's usage (民法典 第1259条): 以上, 以下, 以内 include the number; 超过, 低于 and
/// by usage 突破, 余 leave it out.
struct ComparatorReader {
  let lexicon: Lexicon
  let range: Range<Int>

  /// 以上, 以内, 左右 behind the unit.
  func behind(_ text: Span<UInt8>, _ quantity: inout Quantity) {
    let start = quantity.range.upperBound
    guard let match = lexicon.word(text, at: start, end: range.upperBound) else { return }
    let classes = lexicon.classes[match.index]
    guard let bound = Self.boundBehind(classes), !isWord(text, start, match.end) else { return }
    quantity.bound = quantity.value2 == nil ? bound : .between
    quantity.strict = classes.contains(.strict)
    quantity.boundIsBehind = true
    quantity.range = quantity.range.lowerBound..<match.end
  }

  /// 余 and 多 behind a unit start other words there (余万元 is read with the number).
  private func isWord(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let isSingle = end - start == 3
    guard isSingle else { return false }
    let next = end < range.upperBound ? decodeScalar(text, at: end, end: range.upperBound).0 : 0
    switch next {
    case 0, 0xFF0C, 0x3002, 0x3001, 0xFF1B, 0x2C, 0x3B: return false
    default: return true
    }
  }

  private static func boundBehind(_ classes: WordClass) -> Statement.Bound? {
    if classes.contains(.atLeastAfter) { return .atLeast }
    if classes.contains(.atMostAfter) { return .atMost }
    return classes.contains(.aboutAfter) ? .about : nil
  }

  /// 超过, 突破, 不低于, 约 before the number.
  func before(_ text: Span<UInt8>, _ quantity: inout Quantity) {
    guard let (start, classes) = comparator(text, before: quantity.range.lowerBound) else {
      if quantity.isChinese, isPower(text, quantity), isUp(text, before: quantity.range.lowerBound)
      {
        quantity.range = quantity.range.lowerBound - 3..<quantity.range.upperBound
        quantity.bound = .atLeast
      }
      return
    }
    quantity.range = start..<quantity.range.upperBound
    let bound = Self.boundBefore(classes)
    if quantity.bound == .exact || (quantity.bound == .about && bound != .about) {
      quantity.bound = bound
      quantity.strict = classes.contains(.strict)
    }
  }

  private func isPower(_ text: Span<UInt8>, _ quantity: Quantity) -> Bool {
    let first = decodeScalar(text, at: quantity.range.lowerBound, end: range.upperBound).0
    return first == 0x4E07 || first == 0x4EBF || NumeralReader.chinesePower(first) != nil
  }

  private static func boundBefore(_ classes: WordClass) -> Statement.Bound {
    classes.contains(.atLeastBefore) ? .atLeast : classes.contains(.atMostBefore) ? .atMost : .about
  }

  /// Whether a comparator ends right before `position` (上 counts before a bare scale).
  func stands(_ text: Span<UInt8>, before position: Int) -> Bool {
    comparator(text, before: position) != nil || isUp(text, before: position)
  }

  /// 上亿, 上百家: 上 right before a bare magnitude, not the end of 线上, 网上, 以上.
  private func isUp(_ text: Span<UInt8>, before position: Int) -> Bool {
    guard scalarBehind(text, position, range.lowerBound) == 0x4E0A else { return false }
    let before = scalarBehind(text, position - 3, range.lowerBound)
    return ![0x7EBF, 0x7F51, 0x4EE5, 0x8DEF, 0x6D77, 0x5730, 0x4E91].contains(before)
  }

  /// The longest comparator that ends at `position`.
  private func comparator(_ text: Span<UInt8>, before position: Int) -> (Int, WordClass)? {
    let limit = skipSpaceBack(text, position)
    let last = scalarBehind(text, limit, range.lowerBound)
    guard lexicon.comparatorEnds[Int(last & 0xFFFF)] else { return nil }
    var best: (Int, WordClass)? = nil
    var start = limit
    for _ in 0..<5 {
      start = previous(text, start)
      guard start >= range.lowerBound, start < limit else { break }
      guard let match = lexicon.word(text, at: start, end: limit), match.end == limit else {
        continue
      }
      let classes = lexicon.classes[match.index]
      guard !classes.isDisjoint(with: Self.anyBefore) else { continue }
      best = (start, classes)
    }
    guard let (first, classes) = best else { return nil }
    return isPartOfWord(text, first, limit) ? nil : (first, classes)
  }

  static var anyBefore: WordClass { [.atLeastBefore, .atMostBefore, .aboutBefore] }

  /// 约, 近, 破, 超 and 过 also end other words: 签约, 节约, 附近, 通过.
  private func isPartOfWord(_ text: Span<UInt8>, _ first: Int, _ end: Int) -> Bool {
    guard end - first == 3 else { return false }
    let before = scalarBehind(text, first, range.lowerBound)
    switch decodeScalar(text, at: first, end: end).0 {
    case 0x7EA6:  // 约: 签节集履违解预制契公邀
      return [
        0x7B7E, 0x8282, 0x96C6, 0x5C65, 0x8FDD, 0x89E3, 0x9884, 0x5236, 0x5951, 0x516C, 0x9080,
      ]
      .contains(before)
    case 0x8FD1: return [0x9644, 0x6700, 0x90BB, 0x5C31, 0x4E34, 0x9760].contains(before)
    case 0x8FC7:  // 过: only 已过, 均过, 率过, 比过
      return ![0x5DF2, 0x5747, 0x4E2A, 0x7387, 0x6BD4, 0x90FD, 0x989D, 0x91CF, 0x503C].contains(
        before)
    case 0x7834: return [0x7A81, 0x8BE6].contains(before)
    default: return false
    }
  }

  private func previous(_ text: Span<UInt8>, _ position: Int) -> Int {
    var start = position - 1
    while start > range.lowerBound, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  private func skipSpaceBack(_ text: Span<UInt8>, _ position: Int) -> Int {
    var start = position
    while start > range.lowerBound, text[start - 1] == 0x20 { start -= 1 }
    return start
  }
}
