import Domain
import Publishing

/// The overview as of a day, for whoever asks.
public struct ShowOverview: Sendable {
  private let office: Office

  public init(_ office: Office) { self.office = office }

  /// - Throws: ``WorkFault`` where the caller may not see that day.
  public func run(asOf day: Day, by caller: Caller) throws -> OverviewPage {
    try office.require(.readPublic, by: caller)
    let outcome = try office.accounts(asOf: day, by: caller)
    let releases = outcome.books.releases.filter { $0.month.last <= day }
      .sorted { $0.month.last < $1.month.last }
    return OverviewPage(
      rows: outcome.rows, heading: outcome.heading, releases: releases,
      reminderDays: outcome.books.settings.reminderDays)
  }
}
