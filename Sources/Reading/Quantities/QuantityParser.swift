import Domain

/// Reads one quantity at a place: comparator, number, scale, unit, comparator.
struct QuantityParser {
  let lexicon: Lexicon
  /// The passage, beyond which nothing is looked at.
  let range: Range<Int>

  static var kept: WordClass {
    WordClass.anyUnit.union([
      .concrete, .capacity, .age, .article, .piece, .times, .day, .firm, .medal,
    ])
  }

  /// What stands at `start` and where scanning goes on.
  func parse(_ text: Span<UInt8>, at start: Int) -> (Quantity?, Int) {
    let (scalar, length) = decodeScalar(text, at: start, end: range.upperBound)
    switch scalar {
    case 0x7B2C: return ordinal(text, at: start + length, from: start)  // 第
    case 0x9996, 0x699C: return first(text, at: start)  // 首 榜
    case 0x524D: return top(text, at: start + length, from: start)  // 前
    case 0x7FFB: return doubled(text, at: start + length, from: start)  // 翻
    case 0x4E07, 0x4EBF: return bareScale(text, at: start)  // 万 亿
    default: return number(text, at: start)
    }
  }

  // MARK: Numbers

  func number(_ text: Span<UInt8>, at start: Int) -> (Quantity?, Int) {
    let end = range.upperBound
    guard let first = NumeralReader.read(text, at: start, end: end) else {
      return (nil, max(start + 1, NumeralReader.skip(text, at: start, end: end)))
    }
    let before = scalarBefore(text, start)
    if isGlued(before, digits: first.isDigits) { return (nil, skipWord(text, first.end)) }
    if let part = fraction(text, first, from: start) { return part }
    var draft = Draft(numeral: first, start: start)
    readRange(text, &draft)
    readScale(text, &draft)
    guard readUnit(text, &draft) || borrowUnit(text, &draft) else {
      return (nil, max(draft.end, first.end))
    }
    return finish(text, draft)
  }

  /// 分别提高11.1、11.2和9.8个百分点: a number in a list takes the unit of the next.
  func borrowUnit(_ text: Span<UInt8>, _ draft: inout Draft) -> Bool {
    guard draft.isDigits, draft.scale.isEmpty else { return false }
    var position = draft.end
    for _ in 0..<6 {
      let (mark, length) = peek(text, position)
      guard mark == 0x3001 || mark == 0x548C else { return false }  // 、 和
      guard let next = NumeralReader.digits(text, at: position + length, end: range.upperBound)
      else { return false }
      var other = Draft(numeral: next, start: position + length)
      readScale(text, &other)
      if readUnit(text, &other) {
        draft.scale = other.scale
        draft.unit = other.unit
        draft.unitClass = other.unitClass
        return !other.unitClass.contains(.duration)
      }
      position = next.end
    }
    return false
  }

  /// A letter, a point, a hyphen or 数, 几 before the number makes it a name or no number.
  func isGlued(_ before: UInt32, digits: Bool) -> Bool {
    switch before {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2E, 0x5F, 0x2F: true
    case 0x51E0: true  // 几
    case 0x6570: !digits  // 数
    case 0x7B2C, 0x6BCF, 0x8FD9, 0x90A3, 0x54EA: !digits  // 第 每 这 那 哪
    default: false
    }
  }

  func skipWord(_ text: Span<UInt8>, _ start: Int) -> Int {
    var position = start
    while position < range.upperBound {
      let byte = text[position]
      let isWord = byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == 0x2E
      guard isWord else { break }
      position += 1
    }
    return position
  }

  /// `5%—5.5%`, `4.5-5%`, `10至12个`, `2×35万千瓦`.
  func readRange(_ text: Span<UInt8>, _ draft: inout Draft) {
    let end = range.upperBound
    var position = draft.end
    if let unit = word(text, position, .percent) { position = unit }
    let (scalar, length) = peek(text, position)
    guard let separator = Self.separator(scalar) else { return }
    var next = position + length
    if scalar == 0x2014, peek(text, next).0 == 0x2014 { next += 3 }  // ——
    guard let second = NumeralReader.read(text, at: next, end: end),
      second.isDigits == draft.isDigits
    else { return }
    if separator == .times {
      draft.value = second.value
    } else {
      guard second.value > draft.value else { return }
      draft.value2 = second.value
    }
    draft.end = second.end
  }

  enum Separator { case range, times }

  static func separator(_ scalar: UInt32) -> Separator? {
    switch scalar {
    case 0x2D, 0x2013, 0x2014, 0x2015, 0x2212, 0x7E, 0xFF0D, 0xFF5E, 0x301C, 0x81F3, 0x5230: .range
    case 0xD7, 0x2A: .times
    default: nil
    }
  }

  /// 余 or 多 on either side of 万, 亿, and 千, 百 behind digits.
  func readScale(_ text: Span<UInt8>, _ draft: inout Draft) {
    skipSpace(text, &draft)
    readAbout(text, &draft)
    if let unit = lexicon.word(text, at: draft.end, end: range.upperBound),
      !lexicon.classes[unit.index].isDisjoint(with: .measure)
    {
      return  // 千瓦 and its like are units, not scales
    }
    while true {
      let (scalar, length) = peek(text, draft.end)
      let isScale = scalar == 0x4E07 || scalar == 0x4EBF  // 万 亿
      let isPower = draft.isDigits && NumeralReader.chinesePower(scalar) != nil
      guard isScale || isPower else { break }
      draft.scale += isScale ? (scalar == 0x4E07 ? "万" : "亿") : scaleName(scalar)
      draft.end += length
      if word(text, draft.end, .measure) != nil { break }
    }
    readAbout(text, &draft)
  }

  func scaleName(_ scalar: UInt32) -> String {
    scalar == 0x5341 ? "十" : scalar == 0x767E ? "百" : "千"
  }

  func readAbout(_ text: Span<UInt8>, _ draft: inout Draft) {
    let (scalar, length) = peek(text, draft.end)
    guard scalar == 0x4F59 || scalar == 0x591A else { return }  // 余 多
    let (next, nextLength) = peek(text, draft.end + length)
    if scalar == 0x591A, Self.isWordOfMuch(next), nextLength > 0 { return }
    draft.end += length
    draft.about = true
  }

  /// 多 that starts a word: 多元, 多措, 多边 …
  static func isWordOfMuch(_ next: UInt32) -> Bool {
    switch next {
    case 0x63AA, 0x8FB9, 0x7C7B, 0x5C42, 0x6C11, 0x70B9, 0x5E74: true  // 措边类层民点年
    default: false
    }
  }

  func readUnit(_ text: Span<UInt8>, _ draft: inout Draft) -> Bool {
    skipSpace(text, &draft)
    if isTenth(text, draft) { return true }
    guard let match = lexicon.word(text, at: draft.end, end: range.upperBound) else {
      return scaleAsUnit(&draft)
    }
    let classes = lexicon.classes[match.index]
    if classes.contains(.medal), isMedal(text, match.end, draft) {
      draft.unit = lexicon.words[match.index]
      draft.unitClass = [.classifier, .medal]
      draft.end = match.end
      return true
    }
    if classes.contains(.nameTail) && classes.isDisjoint(with: .anyUnit) {
      return scaleAsUnit(&draft)  // 突破500亿大关
    }
    guard !classes.isDisjoint(with: .anyUnit) else { return nounAsUnit(text, match, &draft) }
    draft.unit = lexicon.words[match.index]
    draft.unitClass = classes.intersection(Self.kept)
    draft.end = match.end
    readPer(text, &draft)
    return true
  }

  /// 8金9银6铜: another digit or the end of the clause follows.
  func isMedal(_ text: Span<UInt8>, _ position: Int, _ draft: Draft) -> Bool {
    guard draft.isDigits, draft.scale.isEmpty else { return false }
    if NumeralReader.digitAt(text, at: position, end: range.upperBound) != nil { return true }
    return [0, 0xFF0C, 0x3002, 0x3001, 0xFF1B, 0x597D, 0x7684].contains(peek(text, position).0)
  }

  /// A noun that starts with a classifier (个人, 项目): a scale before it is the unit.
  func nounAsUnit(
    _ text: Span<UInt8>, _ match: (end: Int, index: Int), _ draft: inout Draft
  ) -> Bool {
    if scaleAsUnit(&draft) { return true }
    if lexicon.classes[match.index].contains(.headingNoun) { return false }
    let length = peek(text, draft.end).1
    guard draft.isDigits, draft.scale.isEmpty,
      let unit = lexicon.word(text, at: draft.end, end: draft.end + length),
      !lexicon.classes[unit.index].isDisjoint(with: .anyUnit)
    else { return false }
    draft.unit = lexicon.words[unit.index]
    draft.unitClass = lexicon.classes[unit.index].intersection(.anyUnit)
    draft.end = unit.end
    return true
  }

  func scaleAsUnit(_ draft: inout Draft) -> Bool {
    guard draft.scale.contains("万") || draft.scale.contains("亿") else { return false }
    draft.unitClass = .classifier
    return true
  }

  /// `/立方米` behind a unit.
  func readPer(_ text: Span<UInt8>, _ draft: inout Draft) {
    let (scalar, length) = peek(text, draft.end)
    guard scalar == 0x2F || scalar == 0xFF0F,
      let match = lexicon.word(text, at: draft.end + length, end: range.upperBound),
      !lexicon.classes[match.index].isDisjoint(with: .anyUnit)
    else { return }
    draft.unit += "/" + lexicon.words[match.index]
    draft.end = match.end
  }

  func isTenth(_ text: Span<UInt8>, _ draft: Draft) -> Bool {
    guard draft.scale.isEmpty, peek(text, draft.end).0 == 0x6210 else { return false }  // 成
    let next = peek(text, draft.end + 3).0
    return draft.value < 10 && Self.mayFollowTenth(next)
  }

  static func mayFollowTenth(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0, 0xFF0C, 0x3002, 0x3001, 0xFF1B, 0x2C, 0x3B, 0x4EE5, 0x5DE6, 0x7684, 0x591A: true
    default: false
    }
  }

  // MARK: Looking around

  func peek(_ text: Span<UInt8>, _ position: Int) -> (UInt32, Int) {
    guard position < range.upperBound else { return (0, 0) }
    return decodeScalar(text, at: position, end: range.upperBound)
  }

  func scalarBefore(_ text: Span<UInt8>, _ position: Int) -> UInt32 {
    scalarBehind(text, position, range.lowerBound)
  }

  func word(_ text: Span<UInt8>, _ position: Int, _ classes: WordClass) -> Int? {
    guard let match = lexicon.word(text, at: position, end: range.upperBound),
      !lexicon.classes[match.index].isDisjoint(with: classes)
    else { return nil }
    return match.end
  }

  /// A space inside a quantity: `12 %`, `40 余个`.
  func skipSpace(_ text: Span<UInt8>, _ draft: inout Draft) {
    var position = draft.end
    while position < range.upperBound {
      let (scalar, length) = peek(text, position)
      guard scalar == 0x20 || scalar == 0x3000 || scalar == 0xA0 else { break }
      position += length
    }
    guard position > draft.end, position < range.upperBound else { return }
    draft.end = position
  }

  struct Draft {
    var start: Int
    var end: Int
    var value: Exact
    var value2: Exact? = nil
    var isDigits: Bool
    var about = false
    var scale = ""
    var unit = ""
    var unitClass: WordClass = []

    init(numeral: Numeral, start: Int) {
      self.start = start
      end = numeral.end
      value = numeral.value
      isDigits = numeral.isDigits
    }
  }
}

/// The scalar that ends before `position`, or 0 at `start`.
@inline(__always)
func scalarBehind(_ text: Span<UInt8>, _ position: Int, _ start: Int) -> UInt32 {
  guard position > start else { return 0 }
  var first = position - 1
  while first > start, text[first] & 0xC0 == 0x80 { first -= 1 }
  return decodeScalar(text, at: first, end: position).0
}
