/// Ways of writing one thing made one, for comparing and never for showing: what names a thing is
/// compared as it was meant, not as it was typed.
///
/// Two texts that fold to the same are written alike; nothing is said of texts that do not.
public struct Folding: Sendable, Hashable {
  /// Names of the place itself that may stand before an address, the widest first: 山东省, 济南市,
  /// 市中区.
  private let places: [[Unicode.Scalar]]

  /// - Parameter place: the whole name of the district whose records they are; nil for none.
  public init(place: String? = nil) {
    places = Folding.parts(of: Heading.folded(place ?? "")).map { Array($0.unicodeScalars) }
  }

  /// Width, case, white space, dashes, brackets of every shape, quotation marks.
  public static func text(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in Heading.folded(text).unicodeScalars {
      switch scalar {
      case "[", "{", "〔", "【", "〖", "〈", "《", "「", "『": result.append("(")
      case "]", "}", "〕", "】", "〗", "〉", "》", "」", "』": result.append(")")
      case "\"", "'", "“", "”", "‘", "’", "·", "•": continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// The same for an address, and: without the place's own name before it, numbers in digits
  /// (经十路一百二十号, 经十路120号), one word for 栋, 幢, 座 and 号楼, `#` as 号, 号 at the end.
  public func address(_ text: some StringProtocol) -> String {
    var rest = Array(Folding.text(text).unicodeScalars)[...]
    dropPlaces(&rest)
    let digits = Folding.digits(rest)
    return Folding.buildings(digits)
  }
}

// MARK: The place before an address

extension Folding {
  /// What ends the name of a division.
  private static let endings: Set<Unicode.Scalar> = ["省", "市", "区", "县", "旗", "州", "盟"]
  /// What makes a division's name part of another one: 济南路.
  private static let roads: Set<Unicode.Scalar> = [
    "路", "街", "道", "大", "里", "巷", "东", "西", "南", "北",
  ]

  /// 济南市市中区 is 济南市 and 市中区.
  private static func parts(of place: String) -> [String] {
    var parts: [String] = []
    var part = ""
    for scalar in place.unicodeScalars {
      part.unicodeScalars.append(scalar)
      if part.unicodeScalars.count > 1, endings.contains(scalar) {
        parts.append(part)
        part = ""
      }
    }
    return parts
  }

  private func dropPlaces(_ rest: inout ArraySlice<Unicode.Scalar>) {
    dropProvince(&rest)
    for name in places {
      if drop(name, &rest) || name.count < 3 { continue }
      _ = drop(name.dropLast(), &rest)
    }
  }

  private func drop(
    _ name: some Collection<Unicode.Scalar>, _ rest: inout ArraySlice<Unicode.Scalar>
  ) -> Bool {
    let left = rest.dropFirst(name.count)
    guard let next = left.first, rest.starts(with: name) else { return false }
    // 示例市 in short is no part of 示例区, and 济南 none of 济南路.
    guard name.count > 2 || !(Self.roads.contains(next) || Self.endings.contains(next)) else {
      return false
    }
    rest = left
    return true
  }

  /// A province that the place's own name does not say.
  private func dropProvince(_ rest: inout ArraySlice<Unicode.Scalar>) {
    guard let end = rest.prefix(4).firstIndex(of: "省"), places.first?.last != "省" else { return }
    let left = rest[(end + 1)...]
    if places.contains(where: { left.starts(with: $0) }) { rest = left }
  }
}

// MARK: Numbers and buildings

extension Folding {
  private static let numerals: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    "十": 10, "百": 100,
  ]

  private static func digits(_ text: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var run: [Int] = []
    for scalar in text {
      if let value = numerals[scalar] {
        run.append(value)
        continue
      }
      if !run.isEmpty { result += number(run) }
      run = []
      result.append(scalar)
    }
    return run.isEmpty ? result : result + number(run)
  }

  /// 一百二十 is 120, 一二〇 is 120.
  private static func number(_ run: [Int]) -> [Unicode.Scalar] {
    guard run.contains(where: { $0 >= 10 }) else {
      return Array(run.map(String.init).joined().unicodeScalars)
    }
    var (total, digit) = (0, 0)
    for value in run {
      if value < 10 {
        digit = value
      } else {
        total += max(1, digit) * value
        digit = 0
      }
    }
    return Array(String(total + digit).unicodeScalars)
  }

  private static func isMark(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return false }
    return ("0"..."9").contains(scalar) || ("a"..."z").contains(scalar)
  }

  private static func buildings(_ text: [Unicode.Scalar]) -> String {
    var result: [Unicode.Scalar] = []
    for (index, scalar) in text.enumerated() {
      let next = index + 1 < text.count ? text[index + 1] : nil
      switch scalar {
      case "#", "号": if next == "楼" { continue } else { result.append("号") }
      case "幢", "栋", "座", "楼":
        let isAfterNumber =
          isMark(result.last)
          || (scalar == "楼" && index > 0 && ["#", "号"].contains(text[index - 1]))
        let isBuilding = scalar == "楼" ? index > 0 && ["#", "号"].contains(text[index - 1]) : true
        result.append(isAfterNumber && isBuilding ? "栋" : scalar)
      default: result.append(scalar)
      }
    }
    if let last = result.last, ("0"..."9").contains(last) { result.append("号") }
    return String(String.UnicodeScalarView(result))
  }
}
