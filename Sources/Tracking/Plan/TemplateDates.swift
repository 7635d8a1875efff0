import Domain

/// Templates bear the dates of the year that they were written for.
extension [Template] {
  /// With those dates in the year of a later plan: 30 June of the templates' own year is 30 June of
  /// the plan's, and what follows a year later still does. Templates of the plan's year, or of a
  /// later one, stay as they are.
  func inYear(of period: Period) -> [Template] {
    guard let own = flatMap(\.dates).map(\.year).min(), own < period.first.year else { return self }
    let months = 12 * (period.first.year - own)
    return map { $0.mapDates { $0.adding(months: months) } }
  }
}

extension Template {
  fileprivate var dates: [Day] {
    var dates: [Day] = []
    _ = mapDates {
      dates.append($0)
      return $0
    }
    return dates
  }

  /// The days of its milestones and of the nodes of its path.
  fileprivate func mapDates(_ change: (Day) -> Day) -> Template {
    var template = self
    template.measure = measure.map { $0.mapDates(change) }
    template.parts = parts?.map { part in
      var part = part
      part.measure = part.measure.mapDates(change)
      return part
    }
    if case .nodes(let nodes)? = path {
      template.path = .nodes(nodes.map { .init(day: change($0.day), percent: $0.percent) })
    }
    return template
  }
}

extension Measure {
  /// Only milestones bear days of their own.
  fileprivate func mapDates(_ change: (Day) -> Day) -> Measure {
    if case .milestones(var milestones) = self {
      for index in milestones.indices { milestones[index].due = milestones[index].due.map(change) }
      return .milestones(milestones)
    }
    if case .all(var parts) = self {
      for index in parts.indices { parts[index].measure = parts[index].measure.mapDates(change) }
      return .all(parts)
    }
    return self
  }
}
