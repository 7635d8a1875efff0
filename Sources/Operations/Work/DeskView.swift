import Domain

/// The evidence that desks show beside what units say: all that is known today.
enum DeskView {
  static func now(_ office: Office) throws -> View {
    try office.inside(office.today, knowing: .of(office.today))
  }

  /// At the end of a month, or today where that is not over.
  static func month(_ month: Period, _ office: Office) throws -> View {
    try office.inside(min(month.last, office.today), knowing: .of(office.today))
  }
}
