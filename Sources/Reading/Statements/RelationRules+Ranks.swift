import Domain

/// Ranks: 居全国首位, 进入前三.
extension RelationRules {
  func rank(_ draft: inout Draft) {
    draft.relation = .rank
    draft.rule = .rank
    var end = range.upperBound
    for index in range where tokens[index].has(.ranking) && index > range.lowerBound {
      end = index
      break
    }
    if let mark = fromMark, mark < end { end = mark }
    var low = range.lowerBound
    if let first = range.first, tokens[first].has([.ranking, .doing]) { low = first + 1 }
    draft.subject = trimScope(low..<max(low, end))
    takeSubject(&draft)
    draft.sharing = sharing(draft)
  }

  /// Leaves out 全国, 世界 at the end, which say among whom.
  func trimScope(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, isScope(end - 1) { end -= 1 }
    return range.lowerBound..<end
  }

  func isScope(_ index: Int) -> Bool {
    tokens[index].has([.adverb, .place, .time, .each, .than, .scope])
  }
}
