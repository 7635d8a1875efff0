import Domain

/// Reads ranks: 第五位, 全国第一, 居首位, 前三.
///
/// An ordinal is a rank only where the words say that something is ranked; 第一产业, 第三次全国经济普查,
/// 放在首位 are none.
struct RankReader {
  let range: Range<Int>

  func ordinal(
    _ text: Span<UInt8>, _ numeral: Numeral, from start: Int
  ) -> (Quantity?, Int) {
    let next = scalar(text, numeral.end)
    if next == 0x4F4D || next == 0x540D {  // 位 名
      let unit = next == 0x4F4D ? "位" : "名"
      return (rank(start..<numeral.end + 3, numeral.value, unit), numeral.end + 3)
    }
    guard numeral.value < 100, ends(next), isRanked(text, start) else { return (nil, numeral.end) }
    return (rank(start..<numeral.end, numeral.value, "位"), numeral.end)
  }

  func first(_ text: Span<UInt8>, at start: Int) -> (Quantity?, Int) {
    let first = scalar(text, start)
    let second = scalar(text, start + 3)
    let isFirst = first == 0x9996 && second == 0x4F4D  // 首位
    let isTop = first == 0x699C && second == 0x9996  // 榜首
    guard isFirst || isTop, ends(scalar(text, start + 6)), isRanked(text, start) else {
      return (nil, start + 3)
    }
    return (rank(start..<start + 6, 1, "位"), start + 6)
  }

  func top(_ text: Span<UInt8>, _ numeral: Numeral, from start: Int) -> (Quantity?, Int) {
    var end = numeral.end
    let next = scalar(text, end)
    var unit = "位"
    if next == 0x4F4D || next == 0x540D {
      unit = next == 0x4F4D ? "位" : "名"
      end += 3
    } else if next == 0x5F3A {  // 强
      end += 3
    }
    guard ends(scalar(text, end)), isRanked(text, start) else { return (nil, numeral.end) }
    var quantity = rank(start..<end, numeral.value, unit)
    quantity.bound = .atMost
    return (quantity, end)
  }

  private func rank(_ range: Range<Int>, _ value: Exact, _ unit: String) -> Quantity {
    Quantity(range: range, value: value, unit: unit, unitClass: .classifier, form: .rank)
  }

  /// What can stand behind a rank: the end of the clause, 的, or 和 another rank.
  private func ends(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0, 0xFF0C, 0x3002, 0x3001, 0xFF1B, 0x2C, 0x3B, 0xFF09, 0x29, 0x7684, 0x548C, 0xFF01: true
    default: false
    }
  }

  /// Whether 居, 列, 位, 全国, 全省 … stand within seven characters before.
  private func isRanked(_ text: Span<UInt8>, _ start: Int) -> Bool {
    var position = start
    for _ in 0..<7 where position > range.lowerBound {
      let scalar = scalarBehind(text, position, range.lowerBound)
      switch scalar {
      case 0x5C45, 0x5217, 0x4F4D, 0x6392, 0x540D, 0x8DC3, 0x5360, 0x7B2C, 0x767B: return true
      case 0x56FD, 0x7403, 0x754C, 0x7701, 0x5E02, 0x533A, 0x90E8, 0x53BF, 0x76DF: return true
      case 0x653E, 0x6446, 0x7F6E, 0xFF0C, 0x3002, 0xFF1B: return false
      default: break
      }
      position -= scalar < 0x80 ? 1 : scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4
    }
    return false
  }

  private func scalar(_ text: Span<UInt8>, _ position: Int) -> UInt32 {
    guard position < range.upperBound else { return 0 }
    return decodeScalar(text, at: position, end: range.upperBound).0
  }
}
