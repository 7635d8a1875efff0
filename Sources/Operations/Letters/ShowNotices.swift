import Domain
import Publishing

/// What went out to units.
public struct ShowNotices: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Everything for the office, its own for a unit.
  public func list(by caller: Caller) throws -> NoticesPage {
    try office.require(.readInternal, by: caller)
    let books = try office.books()
    let notices = books.notices.map(\.value).filter { Self.isSeen($0, by: caller) }
    let titles = books.order.compactMap { id in books.commitment(id).map { (id, $0.title) } }
    return NoticesPage(notices.reversed(), titles: Dictionary(titles) { $1 })
  }

  /// - Throws: ``WorkFault/notFound``; also for another unit's.
  public func one(_ id: String, by caller: Caller) throws -> NoticePage {
    try office.require(.readInternal, by: caller)
    let books = try office.books()
    let notice = books.notices.map(\.value).last { $0.id == id }
    guard let notice, Self.isSeen(notice, by: caller) else { throw WorkFault.notFound }
    let rows = try office.accounts(office.inside(notice.day, knowing: .ofTheDay)).rows
    return NoticePage(
      notice,
      rows: notice.commitments.compactMap { id in rows.first { $0.commitment.id == id } },
      settings: books.settings)
  }

  private static func isSeen(_ notice: Notice, by caller: Caller) -> Bool {
    guard let unit = caller.account?.unit else { return true }
    return notice.unit == unit
  }
}
