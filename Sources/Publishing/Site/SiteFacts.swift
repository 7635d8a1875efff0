import Domain

/// What a static site shows, for machines: nothing in it depends on when it was written.
public struct SiteFacts: Sendable {
  private let books: Books
  private let release: Release?

  /// - Parameter release: the one that is shown; nil before the first.
  public init(_ books: Books, _ release: Release?) {
    self.books = books
    self.release = release
  }

  public var bytes: [UInt8] {
    let report = books.reports.last
    return JSONValue.object([
      ("place", JSONValue(report?.place)), ("year", JSONValue(report?.year)),
      ("as_of", JSONValue(release?.month.last)), ("release", JSONValue(release?.month.description)),
      ("known", JSONValue(release?.known)),
      ("ledger", JSONValue(books.lastAnchor)),
      ("synthetic", JSONValue(books.synthetic)),
    ]).bytes
  }
}
