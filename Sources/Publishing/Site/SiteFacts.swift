import Domain

/// What a static site shows, for machines: nothing in it depends on when it was written.
public struct SiteFacts: Sendable {
  private let books: Books
  private let day: Day
  private let head: (sequence: Int, hash: String)

  public init(_ books: Books, asOf day: Day, head: (sequence: Int, hash: String)) {
    self.books = books
    self.day = day
    self.head = head
  }

  public var bytes: [UInt8] {
    let release = books.releases.last { $0.month.last == day }
    let report = books.reports.last
    return JSONValue.object([
      ("place", JSONValue(report?.place)), ("year", JSONValue(report?.year)),
      ("as_of", JSONValue(day)), ("release", JSONValue(release?.month.description)),
      ("known", JSONValue(release?.known)),
      ("ledger", .object([("entries", .whole(head.sequence)), ("head", .text(head.hash))])),
      ("synthetic", JSONValue(books.synthetic)),
    ]).bytes
  }
}
