import Domain

/// Level and growth were both promised, the growth was kept and the level was not: the base has been
/// restated since, or growth is at other prices. The note says so.
struct RestatedBase {
  let earlier: ReportReading
  let later: ReportReading

  init(_ earlier: ReportReading, _ later: ReportReading) {
    self.earlier = earlier
    self.later = later
  }

  /// The pairs with that remark where it fits; verdicts stay.
  func noted(_ pairs: [PromisePair]) -> [PromisePair] {
    var kept: Set<String> = []
    for pair in pairs where pair.verdict == .kept && relation(pair) == .growth {
      kept.insert(pair.promise.matter)
    }
    return pairs.map { pair in
      guard pair.verdict == .missed, relation(pair) == .level, kept.contains(pair.promise.matter)
      else { return pair }
      var pair = pair
      pair.note = Phrase(
        pair.note.chinese + "；同一指标的增速达到了，可能是基数已修订或价格不同",
        pair.note.english + "; its growth was kept, so the base may have been restated")
      return pair
    }
  }

  private func relation(_ pair: PromisePair) -> Statement.Relation? {
    guard case .number(let index) = pair.promise.kind else { return nil }
    return earlier.statements[index].relation
  }
}
