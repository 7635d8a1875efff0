import Domain

extension PlanTurns {
  /// Days after a decision's date from which it counts as entered long after it.
  static let late = 30

  /// What a careful reader would ask about a decision.
  ///
  /// - Parameters:
  ///   - entered: the day on which the change was recorded.
  ///   - commitment: as it was before the change.
  func marks(_ decision: Decision?, entered: Day, of commitment: Commitment) -> [PlanTurn.Mark] {
    guard let decision else { return [] }
    var marks: [PlanTurn.Mark] = []
    if let year = books.planYear(of: commitment.id), decision.date.year < year {
      marks.append(.beforePlan)
    }
    if decision.date > min(commitment.period.last, commitment.deadline) {
      marks.append(.afterPeriod)
    }
    if entered.number - decision.date.number > Self.late { marks.append(.enteredLate) }
    let place = books.reports.last { $0.place != nil }?.place
    if OwnAuthority.isOwn(decision.authority, of: units(of: commitment.id), place: place) {
      marks.append(.ownUnit)
    }
    return marks
  }
}

extension PlanTurns {
  /// Every unit that was ever responsible: handing a commitment on first hides nothing.
  private func units(of id: String) -> [String] {
    (books.commitments[id] ?? []).reduce(into: []) { units, version in
      for unit in version.commitment.units where !units.contains(unit) { units.append(unit) }
    }
  }
}

/// Whether an authority is one of the units that are responsible: 市中区科技局, 区科学技术局 and 科技局
/// are one. The government, its office and its meetings, the party committee and the people's
/// congress decide over units and are none of them; so is the bureau of the city above a district.
enum OwnAuthority {
  static func isOwn(_ authority: String, of units: [String], place: String?) -> Bool {
    let parts = folded(authority).split { "、,;/".contains($0) }.map { speaker(String($0)) }
    if parts.contains(where: governs) { return false }
    return parts.contains { part in
      units.contains { names(part, folded($0), place: place) }
    }
  }

  /// Without white space and the marks around titles.
  private static func folded(_ text: String) -> String {
    Heading.folded(text).filter { !"《》〔〕()[]".contains($0) }
  }

  /// Who decides in place of another is who decided: 住建局代区政府 is 住建局. 人民代表大会 and 人大代表 stand
  /// for nobody.
  private static func speaker(_ authority: String) -> String {
    for place in authority.indices where authority[place] == "代" {
      let (before, after) = (authority[..<place], authority[place...].dropFirst())
      if ["人民", "人大"].contains(where: before.hasSuffix) { continue }
      if before.count > 1, governs(String(after)) { return String(before) }
    }
    return authority
  }

  /// Bodies above the units, by how their names end, and their sittings.
  private static func governs(_ authority: String) -> Bool {
    bodies.contains { authority.hasSuffix($0) } || sittings.contains { authority.contains($0) }
  }

  private static let bodies = [
    "政府", "政府办公室", "政府办公厅", "政府办", "政府会议", "人大", "常委会", "常务委员会", "区委", "市委",
    "县委", "省委", "党委", "国务院",
  ]
  private static let sittings = ["政府常务会议", "人民代表大会", "人大常委会", "人大主任会议"]

  /// The unit's name, or what it is short for, stands in the authority behind a place that is not
  /// above its own.
  private static func names(_ authority: String, _ unit: String, place: String?) -> Bool {
    guard unit.count > 1, authority.count > 1 else { return false }
    if authority.count > 2, unit.hasSuffix(authority) { return true }
    var start = authority.startIndex
    while start < authority.endIndex {
      let (before, name) = (authority[..<start], String(authority[start...]))
      if name.hasPrefix(unit) || shortens(unit, name) || shortens(name, unit) {
        return !isAbove(before, place)
      }
      start = authority.index(after: start)
    }
    return false
  }

  /// A bureau of a city or province is above a district's; of its own city it is not.
  private static func isAbove(_ before: Substring, _ place: String?) -> Bool {
    guard let end = before.last, "省市".contains(end) else { return false }
    return place?.last != end
  }

  /// The characters of a short name stand in the long one in their order, and both begin and end
  /// alike: 科技局 in 科学技术局.
  private static func shortens(_ short: String, _ long: String) -> Bool {
    guard short.count > 2, short.count < long.count, short.first == long.first,
      short.last == long.last
    else { return false }
    var rest = Substring(short)
    for character in long where character == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
