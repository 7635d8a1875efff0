import Domain

/// Administrative divisions with their codes (GB/T 2260); names that were in use since 2003.
public struct Divisions: Sendable {
  private var codes: [String: [Int]] = [:]
  private var names: [Int: [String]] = [:]

  /// The built-in list.
  public static let builtIn = Divisions(
    String(decoding: PackageResources.divisions_txt, as: UTF8.self))

  /// - Parameter text: a division a line: its code, its name, earlier names; `#` begins a comment.
  init(_ text: String) {
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let parts = line.split(separator: " ").map(String.init)
      guard let code = parts.first.flatMap(Int.init) else { continue }
      names[code] = Array(parts.dropFirst())
      for name in parts.dropFirst() { codes[name, default: []].append(code) }
    }
  }

  /// A division's six-digit code and its rung; nil where the name is unknown, or borne by several
  /// divisions and nothing before it says which (市中区 alone).
  public func find(_ place: String) -> (code: String, level: CorpusReport.Level)? {
    let found = candidates(place)
    guard found.count == 1, let code = found.first else { return nil }
    return (String(code), Self.level(code))
  }

  /// On which rung a place is, as far as its name or code tells.
  public func level(_ place: String) -> CorpusReport.Level? {
    if place == "国务院" { return .state }
    if let found = find(place) { return found.level }
    let last = place.hasSuffix("街道") ? "街道" : String(place.suffix(1))
    let county = ["县", "区", "旗"].contains(last) && !place.hasSuffix("自治区")
    if ["镇", "乡", "街道"].contains(last) { return .township }
    return county ? .county : nil
  }

  private func candidates(_ place: String) -> [Int] {
    let ending = place.indices.first { codes[String(place[$0...])] != nil }
    guard let ending, let all = codes[String(place[ending...])] else { return shortened(place) }
    let before = place[..<ending]
    guard !before.isEmpty else { return all }
    return all.filter { code in
      Self.above(code).contains { names[$0, default: []].contains { Self.stands($0, in: before) } }
    }
  }

  /// 广西 for 广西壮族自治区: provinces are called by the start of their names.
  private func shortened(_ place: String) -> [Int] {
    guard place.count >= 2 else { return [] }
    return names.filter { $0.key % 10000 == 0 && $0.value.contains { $0.hasPrefix(place) } }
      .map(\.key)
  }

  /// Whether a name, or its start (内蒙古 of 内蒙古自治区), is among the words before another.
  private static func stands(_ name: String, in words: Substring) -> Bool {
    var short = name
    for ending in ["省", "市", "自治区", "地区", "盟"] where short.hasSuffix(ending) {
      short.removeLast(ending.count)
      break
    }
    for people in ["壮族", "回族", "维吾尔"] where short.hasSuffix(people) {
      short.removeLast(people.count)
    }
    return words.contains(short)
  }

  private static func above(_ code: Int) -> [Int] {
    [code / 10000 * 10000, code / 100 * 100].filter { $0 != code }
  }

  private static func level(_ code: Int) -> CorpusReport.Level {
    if code % 10000 == 0 { return .province }
    return code % 100 == 0 ? .prefecture : .county
  }
}
