/// Counts of persons that may be published: a count below the least is not shown, and neither is the
/// next smallest, or the total, where the hidden one would follow from the others.
public struct SuppressedTable: Sendable, Equatable {
  public var name: String
  public var rows: [Row]
  public var total: Count

  public struct Row: Sendable, Equatable {
    /// Nil where the field was not filled in.
    public var name: String?
    public var count: Count
  }

  /// A count, or that it is hidden.
  public struct Count: Sendable, Equatable {
    public var value: Int?
    public var shown: String { value.map(String.init) ?? "＊" }
  }

  /// - Parameter least: counts from 1 to one less than this are hidden; 0 is no person and is shown.
  public init(_ name: String, _ counts: [(String?, Int)], least: Int) {
    self.name = name
    var hidden = Set(counts.indices.filter { counts[$0].1 > 0 && counts[$0].1 < least })
    // One hidden count follows from the total; so does a sum of several below the least.
    let sum = hidden.reduce(0) { $0 + counts[$1].1 }
    if !hidden.isEmpty, hidden.count < 2 || sum < least {
      let next = counts.indices.filter { !hidden.contains($0) && counts[$0].1 > 0 }
        .min { counts[$0].1 < counts[$1].1 }
      if let next { hidden.insert(next) }
    }
    let whole = counts.reduce(0) { $0 + $1.1 }
    // With nothing left to hide beside it, the total would tell.
    let hidesTotal = (whole > 0 && whole < least) || hidden.count == 1
    rows = counts.indices.map { index in
      Row(
        name: counts[index].0,
        count: Count(value: hidden.contains(index) ? nil : counts[index].1))
    }
    total = Count(value: hidesTotal ? nil : whole)
  }
}
