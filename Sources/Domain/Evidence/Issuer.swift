/// Whose word a document is: the name of an issuer as people write it (示例区统计局, 市统计局) against the
/// name of a body as it is declared (统计局, 区统计局).
public struct Issuer: Sendable, Equatable {
  private let name: [Character]

  /// Width, case and spaces do not matter.
  public init(_ name: String) { self.name = Array(Heading.folded(name)) }

  /// Whether it is the declared body, its branch here, or the same body of a higher level; not that
  /// of another district or city.
  /// - Parameter place: whose ledger it is (济南市市中区); anywhere when nil.
  public func isBody(_ declared: String, of place: String?) -> Bool {
    let body = Array(Heading.folded(declared))
    guard !body.isEmpty else { return false }
    if let parts { return isJoint(parts, declared, of: place) }
    if name == body { return true }
    if let first = body.first, "区县".contains(first) {
      let rest = Array(body.dropFirst())
      if name == rest || isStem(before: rest, of: place) { return true }
    }
    return regions(around: body).contains { Region($0, level: body.first).fits(place) }
  }

  /// The names that one issuer's name lists: 清河区统计局、国家统计局清河调查队; nil for a single one.
  private var parts: [Issuer]? {
    let parts = String(name).split { "、，,；;/".contains($0) }.map { Issuer(String($0)) }
    return parts.count > 1 ? parts : nil
  }

  /// Jointly only where each of them is a publisher or a statistics body.
  private func isJoint(_ parts: [Issuer], _ declared: String, of place: String?) -> Bool {
    let own = parts.map { $0.isBody(declared, of: place) }
    return own.contains(true) && zip(parts, own).allSatisfy { $1 || $0.isStatisticsBody }
  }

  /// 清河统计局, for 区统计局 of 清河区.
  private func isStem(before rest: [Character], of place: String?) -> Bool {
    guard name.count > rest.count + 1, Array(name.suffix(rest.count)) == rest, let place else {
      return false
    }
    return place.dropLast().hasSuffix(String(name.dropLast(rest.count)))
  }

  /// What may stand behind a body's name: a remark in brackets, an office of the body. Whoever was
  /// asked to speak for it, and what is merely named after it, is another.
  private static func isOffice(_ tail: ArraySlice<Character>) -> Bool {
    let text = String(tail)
    if ["分行", "支行", "分局"].contains(where: { text.hasSuffix($0) }) { return true }
    let others = ["公司", "协会", "学会", "服务", "培训", "授权", "委托", "代", "转", "局", "厅", "委"]
    if others.contains(where: { text.firstRange(of: $0) != nil }) { return false }
    if text.isEmpty || (text.hasPrefix("(") && text.hasSuffix(")")) { return true }
    return ["科", "股", "室", "处", "队", "中心"].contains { text.hasSuffix($0) }
  }

  /// Whether it is a unit of the place itself, or an office of that unit; the same body of a higher
  /// level is another.
  public func isUnit(_ unit: String, of place: String?) -> Bool {
    let body = Array(Heading.folded(unit))
    guard !body.isEmpty else { return false }
    return regions(around: body).contains { region in
      region.isEmpty || Region(region, level: nil).isHere(place)
    } || isWhole(of: body, place)
  }

  /// The whole name of a unit that is known by a short one: 清河区科学技术局 for 科技局.
  private func isWhole(of body: [Character], _ place: String?) -> Bool {
    guard body.count > 1 else { return false }
    return (0..<max(0, name.count - body.count)).contains { cut in
      let (region, rest) = (Array(name[..<cut]), name[cut...])
      guard region.isEmpty || Region(region, level: nil).isHere(place), rest.first == body.first,
        rest.last == body.last
      else { return false }
      var left = body[...]
      for character in rest where character == left.first { left.removeFirst() }
      return left.isEmpty
    }
  }

  /// True for bodies whose business is statistics, or who publish the figures of their own field by
  /// law (《统计法》, revised 2024, on departments' statistics; customs and central bank publish
  /// theirs).
  public var isStatisticsBody: Bool {
    if let parts { return parts.allSatisfy(\.isStatisticsBody) }
    let text = String(name)
    return ["统计局", "统计厅", "统计中心", "调查队", "海关", "人民银行", "外汇管理", "statistics"]
      .contains { word in
        text.firstRange(of: word).map { found in
          word == "人民银行" || word == "外汇管理" || Self.isOffice(Array(text[found.upperBound...])[...])
        } ?? false
      }
  }

  /// True for a public body by its name (局, 厅, 委, 办 …).
  public var isPublicBody: Bool {
    ["局", "厅", "委", "办", "部", "署", "院", "政府", "委员会", "办公室", "中心", "街道", "总队", "支队", "分局"]
      .contains { String(name).hasSuffix($0) }
      && !["公司", "企业", "厂", "店", "社"].contains { String(name).hasSuffix($0) }
  }

  /// True for a public body above the place: of its city, province or the state.
  public func isAbove(_ place: String?) -> Bool {
    let text = String(name)
    guard isPublicBody else { return false }
    if text.hasPrefix("国家") || text.hasPrefix("中国") || text.hasPrefix("中央") || text.hasSuffix("部") {
      return true
    }
    if name.contains("区") || name.contains("县") || text.hasSuffix("街道") { return false }
    return name.contains("省") || (name.contains("市") && place?.hasSuffix("市") != true)
  }

  /// What stands before the body's name, or in the middle of it (国家统计局济南调查队).
  private func regions(around body: [Character]) -> [[Character]] {
    var found: [[Character]] = []
    if name.count >= body.count {
      for start in 0...(name.count - body.count)
      where Array(name[start..<start + body.count]) == body
        && Self.isOffice(name[(start + body.count)...])
      {
        found.append(Array(name[..<start]))
      }
    }
    for cut in 1..<max(1, body.count) where name.count > body.count {
      let (head, tail) = (body[..<cut], body[cut...])
      guard name.starts(with: head), Array(name.suffix(tail.count)) == Array(tail) else { continue }
      found.append(Array(name[cut..<name.count - tail.count]))
    }
    return found
  }

  /// A part of an issuer's name that says where it is.
  private struct Region {
    let text: String

    /// - Parameter level: the first character of the body, which may belong to the region (区统计局).
    init(_ characters: [Character], level: Character?) {
      let isLevel = !characters.isEmpty && level.map { "区县市省".contains($0) } == true
      text = String(characters) + (isLevel ? level.map(String.init) ?? "" : "")
    }

    private static let general = ["区", "县", "市", "省", "本区", "本县", "本市", "国家", "中国", "全国"]

    func fits(_ place: String?) -> Bool {
      guard let place, !text.isEmpty, !Self.general.contains(text) else { return true }
      if text.hasSuffix("区") || text.hasSuffix("县") { return isHere(place) }
      if text.hasSuffix("市") {
        let city = text.split(separator: "省").last.map(String.init) ?? text
        return place.hasPrefix(city) || place.hasSuffix(city) || !Self.namesCity(place)
      }
      return !["街道", "镇", "乡"].contains { text.hasSuffix($0) }
    }

    func isHere(_ place: String?) -> Bool {
      let own = place?.hasSuffix("市") == true ? ["市", "本市"] : ["区", "县", "本区", "本县"]
      if own.contains(text) { return true }
      guard let place else { return text.hasSuffix("区") || text.hasSuffix("县") }
      return place.hasSuffix(text) || text.hasSuffix(place)
    }

    /// 济南市市中区 does, 市中区 does not.
    private static func namesCity(_ place: String) -> Bool {
      place.dropFirst(2).dropLast(1).contains("市")
    }
  }
}

extension Series {
  /// The bodies that publish it, in the order of their weight: 区统计局、市统计局.
  public var publishers: [String] {
    (publisher ?? "").split { "、，,；;/".contains($0) }
      .map { $0.trimmingSpaces }.filter { !$0.isEmpty }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
