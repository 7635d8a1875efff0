import Domain
import Publishing

/// What was objected to and what was answered, as everybody may see it.
public struct ShowObjections: Sendable {
  private let view: View

  /// Shows what a view may know, and asks nothing else.
  public init(_ view: View) { self.view = view }

  /// Every objection that the view knows; words of those that were not answered are left out.
  public func list() -> ObjectionsPage {
    ObjectionsPage(
      ObjectionLine.all(view.books, isInside: false), today: view.today,
      answerDays: view.books.settings.objectionDays)
  }
}

extension ObjectionLine {
  /// Newest first.
  static func all(_ books: Books, isInside: Bool) -> [ObjectionLine] {
    books.objections.values.compactMap(\.last?.value).sorted { $0.id > $1.id }
      .map { ObjectionLine($0, books, isInside: isInside) }
  }

  /// - Parameter isInside: true for the office, which sees what the public does not.
  init(_ objection: Objection, _ books: Books, isInside: Bool) {
    self.init(
      objection,
      title: books.commitment(objection.commitment).map {
        Phrase($0.title, $0.english ?? $0.title)
      }, answerDays: books.settings.objectionDays, isInside: isInside)
  }
}
