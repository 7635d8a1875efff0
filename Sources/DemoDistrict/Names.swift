/// Invented codes, companies and persons. Company names carry the made-up place, persons are 某,
/// and telephone numbers begin with 100, which no operator has.
enum Names {
  /// A valid unified social credit code (GB 32100-2015) of the unassigned division 370199.
  /// - Parameter number: 0 ..< 100,000,000; names the thing.
  static func creditCode(_ number: Int, isHousehold: Bool = false) -> String {
    let body = (isHousehold ? "92" : "91") + "370199" + organization(number)
    let characters = Array(body.utf8)
    var sum = 0
    for (index, character) in characters.enumerated() {
      sum += (creditAlphabet.firstIndex(of: character) ?? 0) * creditWeights[index]
    }
    return body + String(UnicodeScalar(creditAlphabet[(31 - sum % 31) % 31]))
  }

  private static let creditAlphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
  private static let creditWeights = [
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28,
  ]

  /// Nine characters with the check character of GB 11714-1997.
  private static func organization(_ number: Int) -> String {
    let digits = padded(number, 8)
    let weights = [3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits.utf8, weights).reduce(0) { $0 + (Int($1.0) - 48) * $1.1 }
    return digits + ["0", "X", "9", "8", "7", "6", "5", "4", "3", "2", "1"][sum % 11]
  }

  /// A name that no other number below 2,654,208 has.
  static func company(_ number: Int, isHousehold: Bool = false) -> String {
    let space = 48 * 48 * 48 * 24
    let mixed = (number % space) * 1_299_721 % space
    let (a, b, c) = (mixed % 48, mixed / 48 % 48, mixed / 2304 % 48)
    let name = "示例市" + syllables[a] + syllables[b] + syllables[c] + trades[mixed / 110_592]
    return name + (isHousehold ? "店" : "有限公司")
  }

  static func person(_ number: Int) -> String {
    surnames[number % surnames.count] + "某" + numerals[number / surnames.count % numerals.count]
  }

  static func phone(_ number: Int) -> String { "1000" + padded(number * 7919 % 10_000_000, 7) }

  static func street(_ number: Int) -> String { streets[number % streets.count] }

  static func address(_ number: Int) -> String {
    "示例区\(street(number))\(roads[number / 8 % roads.count])\(number % 397 + 1)号"
  }

  static let streets = ["东关街道", "西门街道", "南桥街道", "北园街道", "兴和街道", "山前街道", "河西街道", "新园街道"]
  private static let roads = ["迎春路", "望山路", "清河街", "文华路", "工业路", "新街", "花园路", "南北二号线"]
  private static let surnames = [
    "赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈", "褚", "卫", "蒋", "沈",
  ]
  private static let numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "甲", "乙", "丙"]
  private static let trades = [
    "商贸", "科技", "信息技术", "机械", "建材", "餐饮", "文化传媒", "物流", "医药", "电子", "网络", "食品",
    "环保", "咨询", "装饰", "服饰", "能源", "教育", "园林", "仓储", "电力设备", "通信", "汽车配件", "生物",
  ]
  private static let syllables = Array(
    "云岚澄朗霁晖沐泽景行嘉树鹿鸣溪石望舒青禾临川知远若谷含章思齐启明怀瑾松筠映雪听泉归帆浮光折桂素简"
  ).map(String.init)
}

/// A whole number with zeros in front.
func padded(_ number: Int, _ width: Int) -> String {
  let text = String(number)
  return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
