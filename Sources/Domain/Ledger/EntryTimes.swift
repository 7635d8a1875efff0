/// Says that the machine's clock had jumped ahead when some entries were made (更正时钟).
public struct ClockMend: Sendable, Equatable, Codable {
  /// The first entry with a wrong time.
  public var from: Int
  /// The last entry with a wrong time.
  public var through: Int
  /// When the first of them was made, as the office says; shown, and nothing rests on it.
  public var time: Instant

  /// Takes all as it is; `EntryTimes` says whether it holds.
  public init(from: Int, through: Int, time: Instant) {
    self.from = from
    self.through = through
    self.time = time
  }

  /// Why a correction of the clock does not hold.
  public enum Refusal: Sendable, Equatable {
    /// The entries are not there, or come after the correction.
    case noSuchEntries
    /// They were corrected before.
    case mendedBefore
    /// They are not ahead of the entry that follows them.
    case notAhead(next: Instant)
    /// The entry that follows them is before what was recorded before them.
    case nextIsEarlier(before: Instant, next: Instant)
    /// The step back after them is larger than the step ahead before them: it is the clock of what
    /// follows that was turned back.
    case stepDoesNotFit
    /// The true time does not lie between the entries before and after.
    case outside(before: Instant?, next: Instant)
  }
}

/// When each entry counts as recorded.
///
/// An entry bears the time of the machine that wrote it (its stamp). Recorded time never goes back
/// along the ledger: an entry counts as recorded at the latest stamp up to its own. A clock that had
/// jumped ahead would so push everything after it into the future; an entry of kind `clock` declares
/// such stamps wrong. What it declares counts as recorded at the stamp of the first entry after
/// it that is right, and never at a time that somebody names: nobody can make knowledge
/// older than the next right stamp proves it to be.
public struct EntryTimes: Sendable {
  /// Of how much ahead a stamp is wrong, and not just set by the network: an hour, in milliseconds.
  public static let leap = 3_600_000

  private var stamps: [Int] = []
  private var times: [Int] = []
  private var mends: [Mend] = []

  private struct Mend {
    var entry: Int
    var mend: ClockMend
    var refusal: ClockMend.Refusal?
  }

  /// The times of no entry.
  public init() {}

  /// The number of entries taken in.
  public var count: Int { stamps.count }

  /// Takes in the next entry.
  public mutating func add(_ stamp: Instant, mend: ClockMend? = nil) {
    stamps.append(stamp.milliseconds)
    times.append(max(times.last ?? .min, stamp.milliseconds))
    guard let mend else { return }
    let refusal = refusal(of: mend)
    mends.append(Mend(entry: count, mend: mend, refusal: refusal))
    if refusal == nil { recompute() }
  }

  /// When an entry counts as recorded; it must be one that was taken in.
  public func time(of sequence: Int) -> Instant { Instant(milliseconds: times[sequence - 1]) }

  /// The time that an entry bears.
  public func stamp(of sequence: Int) -> Instant { Instant(milliseconds: stamps[sequence - 1]) }

  /// The last entry that counts as recorded by a moment; 0 for none.
  public func sequence(at instant: Instant) -> Int {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= instant.milliseconds { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Corrections with the entry of each, and why one does not hold; nil for one that does.
  public var corrections: [(entry: Int, mend: ClockMend, refusal: ClockMend.Refusal?)] {
    mends.map { ($0.entry, $0.mend, $0.refusal) }
  }

  /// Runs of entries that are ahead of the one that follows them and were not corrected.
  public var ahead: [ClosedRange<Int>] {
    var (runs, start): ([ClosedRange<Int>], Int?) = ([], nil)
    for index in stamps.indices.dropFirst() {
      guard stamps[index - 1] - stamps[index] > Self.leap else { continue }
      start = stamps[..<index].lastIndex { $0 <= stamps[index] + Self.leap }.map { $0 + 1 } ?? 0
      if let start, !isMended(start + 1) { runs.append(start + 1...index) }
    }
    return runs
  }

  private func isMended(_ sequence: Int) -> Bool { mend(of: sequence) != nil }

  private func mend(of sequence: Int) -> Mend? {
    mends.first {
      $0.refusal == nil && ($0.mend.from...$0.mend.through).contains(sequence)
    }
  }

  /// Why a correction does not hold, were it the next entry with a stamp; nil where it does.
  public func refusal(of mend: ClockMend, stamped stamp: Instant) -> ClockMend.Refusal? {
    var next = self
    next.add(stamp)
    return next.refusal(of: mend)
  }

  /// Asked when the entry that brings it is the last one taken in.
  private func refusal(of mend: ClockMend) -> ClockMend.Refusal? {
    guard mend.from >= 1, mend.from <= mend.through, mend.through < count else {
      return .noSuchEntries
    }
    let range = mend.from...mend.through
    guard !range.contains(where: isMended) else { return .mendedBefore }
    let next = stamps[mend.through]
    let before = mend.from > 1 ? times[mend.from - 2] : nil
    guard range.allSatisfy({ stamps[$0 - 1] - next > Self.leap }) else {
      return .notAhead(next: Instant(milliseconds: next))
    }
    if let before {
      guard before <= next else {
        return .nextIsEarlier(
          before: Instant(milliseconds: before), next: Instant(milliseconds: next))
      }
      guard stamps[mend.from - 1] - before >= stamps[mend.through - 1] - next else {
        return .stepDoesNotFit
      }
    }
    guard mend.time.milliseconds <= next, mend.time.milliseconds >= before ?? .min else {
      return .outside(
        before: before.map(Instant.init(milliseconds:)), next: Instant(milliseconds: next))
    }
    return nil
  }

  private mutating func recompute() {
    var (right, last) = ([Int](repeating: 0, count: count), Int.max)
    for index in stamps.indices.reversed() {
      if !isMended(index + 1) { last = stamps[index] }
      right[index] = last
    }
    var time = Int.min
    for index in stamps.indices {
      time = max(time, right[index])
      times[index] = time
    }
  }
}
