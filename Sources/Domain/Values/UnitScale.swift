/// A written unit as so many of a base unit: 万家 is 10,000 家, 亩 is 2000/3 平方米.
///
/// Exact: 15 亩 are 1 公顷 (《国务院关于在我国统一实行法定计量单位的命令》, 1984), so a 亩 is 2000/3
/// 平方米. Units without an entry here are equal only when their text is.
public struct UnitScale: Sendable, Equatable {
  /// The base unit: 家, 平方米, 元; empty for a multiplier alone.
  public var base: String
  /// One written unit in base units.
  public var factor: Exact

  /// Width, case and spaces do not matter. A multiplier alone (万) has an empty base.
  public init(_ written: String) {
    let unit = Heading.folded(written)
    if let known = UnitScale.table[unit] {
      self = known
      return
    }
    for (word, factor) in UnitScale.multiples where unit.hasPrefix(word) {
      let rest = UnitScale(String(unit.dropFirst(word.count)))
      self.init(rest.base, rest.factor * Exact(factor))
      return
    }
    self.init(UnitScale.countingWord(unit), Exact(1))
  }

  private init(_ base: String, _ factor: Exact) {
    self.base = base
    self.factor = factor
  }

  /// What a number in `unit` is to be multiplied with to be in `other`; nil where the two do not
  /// convert.
  public static func factor(from unit: String, to other: String) -> Exact? {
    UnitScale(unit).factor(to: UnitScale(other))
  }

  /// What a number in this unit is to be multiplied with to be one in `other`; nil where the two do
  /// not convert. A multiplier alone fits a unit without one (1.2万 in 家).
  public func factor(to other: UnitScale) -> Exact? {
    if base.isEmpty, factor != Exact(1) { return other.factor == Exact(1) ? factor : nil }
    return base == other.base ? factor / other.factor : nil
  }

  /// The unit without 万, 亿: what single things of it are counted in.
  public static func single(_ unit: String) -> String {
    guard table[unit] == nil else { return unit }
    for (word, _) in multiples where unit.hasPrefix(word) && unit.count > word.count {
      return String(unit.dropFirst(word.count))
    }
    return unit
  }

  /// Counting words carry no size: 处 and 所 of schools are both schools. Things and persons are
  /// kept apart, and so are dwellings (套).
  private static func countingWord(_ unit: String) -> String {
    if things.contains(unit) { return "个" }
    return persons.contains(unit) ? "人" : unit
  }

  private static let things: Set<String> = [
    "个", "家", "户", "所", "处", "座", "栋", "幢", "件", "项", "宗", "块", "条", "场", "例", "批", "园",
  ]
  private static let persons: Set<String> = ["名", "人", "位"]

  private static let multiples: [(String, Int)] = [
    ("万亿", 1_000_000_000_000), ("亿", 100_000_000), ("千万", 10_000_000), ("百万", 1_000_000),
    ("十万", 100_000), ("万", 10_000), ("千", 1000), ("百", 100), ("十", 10),
  ]

  private static let table: [String: UnitScale] = [
    "㎡": area(1), "m2": area(1), "m²": area(1), "平米": area(1), "平方米": area(1),
    "亩": UnitScale("平方米", Exact(2000) * .part(of: 3)), "公顷": area(10_000), "ha": area(10_000),
    "平方公里": area(1_000_000), "平方千米": area(1_000_000), "km²": area(1_000_000),
    "k㎡": area(1_000_000), "m³": UnitScale("立方米", Exact(1)),
    "米": UnitScale("米", Exact(1)), "m": UnitScale("米", Exact(1)),
    "公里": UnitScale("米", Exact(1000)), "千米": UnitScale("米", Exact(1000)),
    "km": UnitScale("米", Exact(1000)), "秒": UnitScale("秒", Exact(1)),
    "分钟": UnitScale("秒", Exact(60)), "小时": UnitScale("秒", Exact(3600)),
    "%": UnitScale("%", Exact(1)), "‰": UnitScale("%", Exact(1, digits: 1)),
    "百分点": UnitScale("个百分点", Exact(1)), "个百分点": UnitScale("个百分点", Exact(1)),
    "百分比": UnitScale("百分比", Exact(1)), "元": UnitScale("元", Exact(1)),
    "人民币": UnitScale("元", Exact(1)), "人民币元": UnitScale("元", Exact(1)),
    "元人民币": UnitScale("元", Exact(1)), "美金": UnitScale("美元", Exact(1)),
    "克": UnitScale("克", Exact(1)), "公斤": UnitScale("克", Exact(1000)),
    "千克": UnitScale("克", Exact(1000)), "kg": UnitScale("克", Exact(1000)),
    "吨": UnitScale("克", Exact(1_000_000)), "t": UnitScale("克", Exact(1_000_000)),
    "千瓦": UnitScale("千瓦", Exact(1)), "千瓦时": UnitScale("度", Exact(1)),
    "kwh": UnitScale("度", Exact(1)), "千人": UnitScale("人", Exact(1000)),
  ]

  private static func area(_ factor: Int) -> UnitScale { UnitScale("平方米", Exact(factor)) }
}
