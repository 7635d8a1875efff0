import Domain

/// Declares that the machine's clock had jumped ahead when some entries were made, by an entry of its
/// own with who and why (更正时钟). `EntryTimes` says what then counts, and that nobody can make
/// knowledge older by it.
public struct MendClock: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// Entries that are ahead of those after them, and of now.
  public func ahead() throws -> [ClosedRange<Int>] {
    let times = try stampedNow()
    return times.ahead.map { $0.clamped(to: 1...max(1, times.count - 1)) }
  }

  /// - Parameters:
  ///   - through: the last entry with a wrong time; the last of the run when nil.
  ///   - time: when the first of them was made; shown, nothing rests on it.
  /// - Throws: ``AnchorFault/clockDoesNotFit(_:)`` and ``AnchorFault/clockBehind(source:date:)``.
  public func run(
    from: Int, through: Int?, time: Instant, reason: String, by caller: Caller
  ) throws {
    try office.change(.administer, by: caller, reason: reason) { books in
      let times = try stampedNow()
      let run = times.ahead.first { $0.contains(from) }
      let mend = ClockMend(from: from, through: through ?? run?.upperBound ?? from, time: time)
      if let refusal = try office.store.times().refusal(of: mend, stamped: office.now) {
        throw AnchorFault.clockDoesNotFit(refusal)
      }
      if let source = books.sources.values.first(where: { $0.date > office.today }) {
        throw AnchorFault.clockBehind(source: source.title, date: source.date)
      }
      return [.clock(mend)]
    }
  }

  /// As if something were entered now.
  private func stampedNow() throws -> EntryTimes {
    var times = try office.store.times()
    times.add(office.now)
    return times
  }
}
