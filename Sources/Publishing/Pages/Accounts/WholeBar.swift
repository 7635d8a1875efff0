import Domain

/// The stacked bar of all states, ending with the two grey ones, and its counts.
struct WholeBar {
  let counts: [Judgement.State: Int]
  let frame: Frame

  var total: Int { counts.values.reduce(0, +) }

  /// Parts of a bar 1000 wide, each with its count, sign and word.
  var context: [[String: Any]] {
    let width = 1000.0 / Double(max(1, total))
    var left = 0
    return Judgement.State.allCases.map { state in
      let count = counts[state] ?? 0
      defer { left += count }
      return [
        "state": state.rawValue, "sign": frame.words.sign(state), "name": frame.words.name(state),
        "count": count, "x": Self.places(Double(left) * width),
        "width": Self.places(max(0, Double(count) * width - 2)), "some": count > 0,
        "href": frame.link("/commitments", frame.links.isServed ? [("state", state.rawValue)] : []),
      ]
    }
  }

  private static func places(_ value: Double) -> String { String(Int(value.rounded())) }
}

extension Sequence where Element == AccountRow {
  /// How many are in each state, baselines left out.
  var counts: [Judgement.State: Int] { AccountTally(Array(self)).counts }
}
