/// Decides whether a number in Chinese numerals counts real things.
///
/// 两个地下商城 and 三所学校 do; 三个方面, 四个一体化, 一个 and 一批 do not.
struct ChineseCount {
  let lexicon: Lexicon
  let range: Range<Int>

  func accepts(_ text: Span<UInt8>, _ quantity: Quantity) -> Bool {
    guard quantity.isChinese, quantity.form == .cardinal else { return true }
    if !quantity.unitClass.isDisjoint(with: [.percent, .point, .multiple, .money, .measure]) {
      return quantity.value >= 1 && !isBarePower(text, quantity)
        && !(quantity.unit == "元" && quantity.value < 10)
        && !["度", "方", "里", "克", "两", "分", "番", "核", "担"].contains(quantity.unit)
    }
    if quantity.bound != .exact {
      if quantity.unit.hasPrefix("万") || quantity.unit.hasPrefix("亿") { return true }
      // 省二类以上 names a grade; 千名以上 counts.
      return quantity.value >= 2 && quantity.unit != "类"
    }
    guard quantity.value >= 2, quantity.unitClass.contains(.concrete) else { return false }
    guard !isBarePower(text, quantity) else { return false }
    return !isAbstract(text, quantity.range.upperBound)
  }

  /// 千亿品牌, 百兆瓦: a magnitude that names, unless a comparator makes it a quantity.
  private func isBarePower(_ text: Span<UInt8>, _ quantity: Quantity) -> Bool {
    let first = decodeScalar(text, at: quantity.range.lowerBound, end: range.upperBound).0
    return quantity.bound == .exact && NumeralReader.chinesePower(first).map { $0 >= 100 } ?? false
  }

  private func isAbstract(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var position = start
    for step in 0..<8 {
      guard position < range.upperBound else { return false }
      let (scalar, length) = decodeScalar(text, at: position, end: range.upperBound)
      switch scalar {
      case 0x201C, 0xFF0C, 0x3002, 0x3001, 0xFF1B, 0xFF1A, 0x201D, 0x2C: return step == 0
      default: break
      }
      guard let match = lexicon.word(text, at: position, end: range.upperBound) else {
        position += length
        continue
      }
      if lexicon.classes[match.index].contains(.abstract) { return true }
      position = match.end
    }
    return false
  }
}
