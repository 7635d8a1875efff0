/// The name of an indicator without what does not tell it from others.
enum IndicatorName {
  /// 全区地区生产总值 → 地区生产总值; quotation marks, spaces and the width of letters do not matter.
  static func core(_ name: String) -> String { string(coreBytes(name)) }

  /// `core` and what is left of it when 增速, 总额 and their like at its end are taken off, in turn.
  static func variants(_ name: String) -> [String] {
    let core = coreBytes(name)
    var out = [string(core)]
    // 城镇新增就业完成年计划: what was planned, and that it was done.
    if let done = find(done, in: core), done - core.startIndex >= 12 {
      out.append(string(core[..<done]))
    }
    var rest = core
    while let word = trailing.first(where: { ends(rest, with: $0) }) {
      rest = rest.dropLast(word.count)
      out.append(string(rest))
    }
    return out
  }

  private static func string(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func coreBytes(_ name: String) -> ArraySlice<UInt8> {
    var text = folded(name)[...]
    while let word = leading.first(where: { text.count > $0.count && text.starts(with: $0) }) {
      text = text.dropFirst(word.count)
    }
    return text
  }

  private static func ends(_ text: ArraySlice<UInt8>, with word: [UInt8]) -> Bool {
    text.count > word.count + 3 && text.suffix(word.count).elementsEqual(word)
  }

  private static func find(_ word: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard text.count >= word.count else { return nil }
    return (text.startIndex...text.endIndex - word.count).first {
      text[$0..<$0 + word.count].elementsEqual(word)
    }
  }

  /// Without marks and spaces; full-width letters narrow, all upper case.
  private static func folded(_ name: String) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x3000, 0x201C, 0x201D, 0x2018, 0x2019, 0x22, 0x300A, 0x300B: continue
      case 0xFF41...0xFF5A: text.append(UInt8(scalar.value - 0xFEE0 - 0x20))
      case 0xFF01...0xFF5E: text.append(UInt8(scalar.value - 0xFEE0))
      case 0x61...0x7A: text.append(UInt8(scalar.value - 0x20))
      default: text.append(contentsOf: scalar.utf8)
      }
    }
    return text
  }

  private static let done = Array("完成".utf8)
  private static let leading = words(
    "全省 全市 全区 全县 全旗 全州 全盟 全国 我省 我市 我区 我县 我国 区本级 市本级 县本级 省本级 本级 全年 年末 年内 年底 累计 力争 确保 预计 完成 实现 其中")
  private static let trailing = words("同比增速 增长速度 增速 增幅 增长率 涨幅 总额 总量 数量 水平 指标 增长 目标")

  private static func words(_ text: String) -> [[UInt8]] {
    text.split(separator: " ").map { Array($0.utf8) }
  }
}

extension Unicode.Scalar {
  /// Its bytes in UTF-8.
  fileprivate var utf8: [UInt8] { Array(String(self).utf8) }
}
