import Domain
import Publishing

/// The overview of a day.
public struct ShowOverview: Sendable {
  private let view: View

  /// Shows what a view may know, and asks nothing else.
  public init(_ view: View) { self.view = view }

  /// The counts of the view's day beside those of each release up to then.
  public func run() throws -> OverviewPage {
    let outcome = try view.accounts()
    let releases = view.books.releases.filter { $0.month.last <= view.day }
      .sorted { $0.month.last < $1.month.last }
    return OverviewPage(
      rows: outcome.rows, heading: outcome.heading, releases: releases,
      reminderDays: view.books.settings.reminderDays)
  }
}
