import Domain
import Publishing

/// The table of commitments, filtered and searched.
public struct ShowCommitments: Sendable {
  private let view: View

  /// Shows what a view may know, and asks nothing else.
  public init(_ view: View) { self.view = view }

  /// The rows that every filled part of the filter lets through, in the plan's order; with words to
  /// look for, the best first.
  public func run(_ filter: CommitmentsPage.Filter) throws -> CommitmentsPage {
    let outcome = try view.accounts()
    let rows = outcome.rows
    let kept = rows.filter { row in
      let commitment = row.commitment
      return filter.state.map { $0 == row.judgement.state && commitment.kind != .baseline } ?? true
        && filter.theme.map { $0 == commitment.theme } ?? true
        && filter.unit.map { $0 == commitment.units.first } ?? true
        && filter.kind.map { $0 == commitment.kind } ?? true
    }
    let found = filter.words.map { words in Self.search(words, in: kept) } ?? kept
    return CommitmentsPage(rows: found, all: rows, heading: outcome.heading, filter: filter)
  }

  /// Those whose number, title or sentence has the words, best first: the number itself, then the
  /// sentence that the words are of, then the others. Ways of writing a sign make no difference.
  static func search(_ words: String, in rows: [AccountRow]) -> [AccountRow] {
    let wanted = Heading.folded(words)
    guard !wanted.isEmpty else { return rows }
    let parts = words.split { $0.isWhitespace }.map { Heading.folded($0) }
    return rows.enumerated().compactMap { place, row -> (rank: Int, place: Int, row: AccountRow)? in
      rank(row.commitment, wanted, parts).map { ($0, place, row) }
    }
    .sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.row)
  }

  private static func rank(_ commitment: Commitment, _ wanted: String, _ parts: [String]) -> Int? {
    if Heading.folded(commitment.id) == wanted { return 0 }
    let sentences = commitment.origins.map { Heading.folded($0.sentence) }
    let quotes = commitment.origins.map { Heading.folded($0.quote) }
    let names = [commitment.title, commitment.english ?? ""].map { Heading.folded($0) }
    if names.contains(where: { $0.contains(wanted) }) { return 1 }
    // A sentence that was pasted whole holds the promised words.
    if quotes.contains(where: { !$0.isEmpty && wanted.contains($0) }) { return 2 }
    if quotes.contains(where: { $0.contains(wanted) }) { return 3 }
    if sentences.contains(where: { $0.contains(wanted) }) { return 4 }
    let everything = (names + sentences + commitment.units.map { Heading.folded($0) }).joined()
    return parts.count > 1 && parts.allSatisfy(everything.contains) ? 5 : nil
  }
}
