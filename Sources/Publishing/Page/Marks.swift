/// The marks of one passage, cut so that none overlaps another.
///
/// Links cannot stand inside links, so a passage is cut at every edge of a marked range; each piece
/// knows all items it belongs to, the one whose quantity it is first.
struct Marks: Sendable {
  struct Piece: Sendable {
    var range: Range<Int>
    /// Items that cover the piece; empty for plain text.
    var items: [PageItem]
    /// How many of the first items have their quantity here.
    var quantities: Int
    /// Items whose mark begins here.
    var starting: [String]
  }

  let pieces: [Piece]

  init(_ range: Range<Int>, items: [PageItem]) {
    var edges: Set<Int> = [range.lowerBound, range.upperBound]
    for item in items {
      for marked in [item.range, item.quantity ?? item.range] {
        edges.formUnion([marked.lowerBound, marked.upperBound].filter(range.contains))
      }
    }
    let sorted = edges.sorted()
    var begun: Set<String> = []
    pieces = zip(sorted, sorted.dropFirst()).map { start, end in
      let piece = Self.piece(start..<end, items: items)
      let starting = piece.items.map(\.id).filter { !begun.contains($0) }
      begun.formUnion(starting)
      return Piece(
        range: piece.range, items: piece.items, quantities: piece.quantities, starting: starting)
    }
  }

  private static func piece(_ range: Range<Int>, items: [PageItem]) -> Piece {
    let counted = items.filter { $0.quantity.map { covers($0, range) } ?? false }
    let ids = Set(counted.map(\.id))
    let others = items.filter { covers($0.range, range) && !ids.contains($0.id) }
    let ordered = others.filter { $0.kind != .task } + others.filter { $0.kind == .task }
    return Piece(
      range: range, items: counted + ordered, quantities: counted.count, starting: [])
  }

  private static func covers(_ outer: Range<Int>, _ inner: Range<Int>) -> Bool {
    outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
  }
}
