import Foundation
import Testing

@testable import Programs

/// Programs that do what they should not, each by a shell of its own.
@Suite(.serialized) struct ProgramTests {
  private static let shell = Program(path: "/bin/sh")

  private func run(
    _ script: String, files: [String: [UInt8]] = [:], input: String? = nil,
    keeping: [String] = [], _ limits: ProgramLimits = ProgramLimits(seconds: 20)
  ) throws -> ProgramResult {
    try Self.shell.run(
      ["-c", script, "test"], files: files, input: input.map { Array($0.utf8) },
      keeping: keeping, limits: limits)
  }

  private func fault(_ script: String, _ limits: ProgramLimits) -> ProgramFault? {
    do {
      _ = try run(script, limits)
      return nil
    } catch { return error as? ProgramFault }
  }

  /// Processes whose command line holds a word.
  private func processes(_ word: String) -> [Int32] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.compactMap { Int32($0) }.filter { id in
      let line = FileManager.default.contents(atPath: "/proc/\(id)/cmdline") ?? Data()
      return id != getpid() && String(decoding: line, as: UTF8.self).contains(word)
    }
  }

  /// Waits a little for what is true soon.
  private func soon(_ condition: () -> Bool) -> Bool {
    for _ in 0..<100 where !condition() { usleep(50_000) }
    return condition()
  }

  @Test func filesInputOutputAndStatusPass() throws {
    let result = try run(
      "cat one; cat; echo told >&2; echo made > two; exit 3", files: ["one": Array("1\n".utf8)],
      input: "typed\n", keeping: ["two", "three"])
    #expect(result.output == Array("1\ntyped\n".utf8) && result.messages == "told\n")
    #expect(result.status == 3 && result.signal == nil)
    #expect(result.files == ["two": Array("made\n".utf8)])
  }

  @Test func argumentsAreNotReadByAnyShell() throws {
    let words = ["$(echo no)", "a b", "'", "*", "; exit 9", ""]
    let result = try Program(path: "/usr/bin/printf").run(["%s\\n"] + words)
    #expect(String(decoding: result.output, as: UTF8.self) == words.joined(separator: "\n") + "\n")
    #expect(result.status == 0)
  }

  @Test func withoutInputThereIsNothingToRead() throws {
    #expect(try run("cat; echo end").output == Array("end\n".utf8))
  }

  @Test func aProgramThatIsNotThereEndsWithItsStatus() throws {
    #expect(try Program(path: "/nowhere/at/all").run([]).status == 127)
  }

  @Test func noSignalIsBlockedOrIgnoredInTheProgram() throws {
    let result = try run("grep -E '^Sig(Blk|Ign)' /proc/self/status")
    let masks = String(decoding: result.output, as: UTF8.self).split(separator: "\n")
      .compactMap { UInt64($0.suffix(16), radix: 16) }
    // Those of the C library itself, 32 and 33, are nobody's.
    #expect(masks.count == 2 && masks.allSatisfy { $0 & 0x7FFF_FFFF == 0 }, "\(masks)")
  }

  @Test func noDescriptorOfOursIsOpenInTheProgram() throws {
    let open = try (0..<20).map { _ in try Programs.Pipe() }
    let result = try run("ls /proc/self/fd")
    // The last is that of the list itself.
    #expect(String(decoding: result.output, as: UTF8.self) == "0\n1\n2\n3\n")
    withExtendedLifetime(open) {}
  }

  @Test func aProgramThatClosesItsEndsStillHasItsTime() {
    #expect(fault("exec >&- 2>&-; sleep 4714", ProgramLimits(seconds: 1)) == .time(1))
    #expect(soon { processes("4714").isEmpty })
  }

  @Test func itEndsAtItsTimeWithEverythingThatItStarted() {
    let start = ContinuousClock.now
    #expect(
      fault("sleep 4711 & sleep 4711 & wait", ProgramLimits(seconds: 1)) == .time(1))
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(soon { processes("4711").isEmpty })
  }

  @Test func itEndsAtItsTimeAlsoWhereItDoesNotListen() {
    let start = ContinuousClock.now
    #expect(
      fault("trap '' TERM; sleep 4712 & while :; do :; done", ProgramLimits(seconds: 1)) == .time(1)
    )
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(soon { processes("4712").isEmpty })
  }

  @Test func outputBeyondItsLimitEndsItWhileItRuns() {
    let limits = ProgramLimits(seconds: 20, output: 1 << 20)
    let start = ContinuousClock.now
    #expect(fault("yes", limits) == .output(1 << 20))
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test func aFileBeyondTheLimitIsNotWritten() throws {
    let result = try run(
      "head -c 9000000 /dev/zero > big", keeping: ["big"], ProgramLimits(output: 1 << 20))
    #expect(result.status != 0 && (result.files["big"]?.count ?? 0) <= 1 << 20)
  }

  @Test func outputWithinItsLimitIsWhole() throws {
    let limits = ProgramLimits(output: 3_000_000)
    for _ in 0..<5 {
      #expect(try run("head -c 3000000 /dev/zero", limits).output.count == 3_000_000)
    }
  }

  @Test func messagesWithoutEndAreDropped() throws {
    let result = try run("head -c 3000000 /dev/zero >&2; echo done")
    #expect(result.output == Array("done\n".utf8))
    #expect(result.messages.utf8.count == ProgramRun.messages)
  }

  @Test func memoryBeyondTheLimitIsNotGiven() throws {
    let limits = ProgramLimits(memory: 100 << 20)
    #expect(
      try run("head -c 400000000 /dev/zero | tail -c 400000000 | wc -c", limits).output
        != Array("400000000\n".utf8))
    #expect(
      try run("x=$(head -c 1000 /dev/zero | tr '\\0' a); echo ${#x}", limits).output
        == Array("1000\n".utf8))
  }

  @Test func nothingStaysInTheTemporaryFolder() throws {
    _ = try run("echo x > y")
    _ = fault("sleep 60", ProgramLimits(seconds: 1))
    let left = try FileManager.default.contentsOfDirectory(
      atPath: FileManager.default.temporaryDirectory.path
    ).filter { $0.hasPrefix(ProgramFolder.prefix) }
    #expect(left.isEmpty)
  }

  @Test func onlySoManyRunAtOnceAndTheOthersWaitForSoLong() throws {
    let turns = Turns(2)
    #expect(turns.take(within: 0) && turns.take(within: 0) && !turns.take(within: 0))
    turns.giveBack()
    #expect(turns.take(within: 0))
    turns.giveBack()
    turns.giveBack()
    for _ in 0..<Turns.most { #expect(Turns.shared.take(within: 30)) }
    #expect(fault("true", ProgramLimits(patience: 0)) == .busy)
    for _ in 0..<Turns.most { Turns.shared.giveBack() }
    #expect(try run("echo again").output == Array("again\n".utf8))
  }

  @Test func manyThreadsAtOnceAllGetTheirOwn() async throws {
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<16 {
        group.addTask {
          try Self.shell.run(["-c", "sleep 0.1; echo \(number)"]).output
            == Array("\(number)\n".utf8)
        }
      }
      for try await isOwn in group { #expect(isOwn) }
    }
  }
}
