import Domain

/// What a static site shows, for machines: nothing in it depends on when it was written.
public struct SiteFacts: Sendable {
  private let books: Books
  private let day: Day
  private let anchor: Anchor?

  /// - Parameter anchor: the entry that the site rests on, that of the last release.
  public init(_ books: Books, asOf day: Day, anchor: Anchor?) {
    self.books = books
    self.day = day
    self.anchor = anchor
  }

  public var bytes: [UInt8] {
    let release = books.releases.last { $0.month.last == day }
    let report = books.reports.last
    return JSONValue.object([
      ("place", JSONValue(report?.place)), ("year", JSONValue(report?.year)),
      ("as_of", JSONValue(day)), ("release", JSONValue(release?.month.description)),
      ("known", JSONValue(release?.known)),
      ("ledger", JSONValue(anchor)),
      ("synthetic", JSONValue(books.synthetic)),
    ]).bytes
  }
}
