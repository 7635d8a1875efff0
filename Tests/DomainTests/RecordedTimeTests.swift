import Testing

@testable import Domain

@Suite("When entries count as recorded")
struct RecordedTimeTests {
  private let hour = 3_600_000

  private func times(_ hours: [Int]) -> EntryTimes {
    var times = EntryTimes()
    for stamp in hours { times.add(Instant(milliseconds: stamp * hour)) }
    return times
  }

  private func recorded(_ times: EntryTimes) -> [Int] {
    (1...times.count).map { times.time(of: $0).milliseconds / hour }
  }

  @Test("recorded time never goes back, whatever the stamps say", arguments: 1...30)
  func neverBack(_ seed: Int) {
    var (state, stamps) = (UInt64(seed), [Int]())
    for _ in 0..<60 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      stamps.append(Int((state >> 40) % 1000))
    }
    let times = times(stamps)
    let recorded = recorded(times)
    #expect(recorded == recorded.sorted())
    #expect(zip(recorded, stamps).allSatisfy { $0 >= $1 })
    for moment in stride(from: -1, through: 1001, by: 13) {
      let last = times.sequence(at: Instant(milliseconds: moment * hour))
      #expect(last == recorded.count { $0 <= moment })
    }
  }

  @Test("entries of a clock that had jumped ahead are found, and no small step is")
  func ahead() {
    #expect(times([10, 11, 500, 501, 12, 13]).ahead == [3...4])
    #expect(times([10, 11, 12, 11, 13]).ahead.isEmpty)
    #expect(times([500, 10]).ahead == [1...1])
    #expect(times([10]).ahead.isEmpty)
  }

  @Test("mended entries count from the next right stamp on, never from a time that was named")
  func mending() {
    var times = times([10, 11, 500, 501, 12])
    #expect(recorded(times) == [10, 11, 500, 501, 501])
    let mend = ClockMend(from: 3, through: 4, time: Instant(milliseconds: 11 * hour))
    times.add(Instant(milliseconds: 13 * hour), mend: mend)
    #expect(recorded(times) == [10, 11, 12, 12, 12, 13])
    #expect(times.stamp(of: 3).milliseconds == 500 * hour && times.ahead.isEmpty)
    #expect(times.corrections.count == 1 && times.corrections[0].refusal == nil)
  }

  @Test("what is not ahead, not there, mended before or turned back is refused and changes nothing")
  func refusals() {
    let stamped = Instant(milliseconds: 13 * hour)
    func refusal(_ stamps: [Int], _ from: Int, _ through: Int, at time: Int) -> ClockMend.Refusal? {
      times(stamps).refusal(
        of: ClockMend(from: from, through: through, time: Instant(milliseconds: time * hour)),
        stamped: stamped)
    }
    #expect(refusal([10, 500, 12], 2, 2, at: 11) == nil)
    #expect(refusal([10, 500, 12], 2, 9, at: 11) == .noSuchEntries)
    #expect(refusal([10, 500, 12], 0, 1, at: 11) == .noSuchEntries)
    #expect(
      refusal([10, 11, 12], 2, 2, at: 11)
        == .notAhead(next: Instant(milliseconds: 12 * hour)))
    #expect(
      refusal([10, 500, 12], 2, 2, at: 9)
        == .outside(
          before: Instant(milliseconds: 10 * hour), next: Instant(milliseconds: 12 * hour)))
    #expect(refusal([10, 14, 500, 12], 3, 3, at: 11) != nil)
    var twice = times([10, 500, 12])
    let mend = ClockMend(from: 2, through: 2, time: Instant(milliseconds: 11 * hour))
    twice.add(stamped, mend: mend)
    #expect(twice.refusal(of: mend, stamped: stamped) == .mendedBefore)
    let before = recorded(twice)
    twice.add(stamped, mend: mend)
    #expect(Array(recorded(twice).prefix(before.count)) == before)
  }
}
