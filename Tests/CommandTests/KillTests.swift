import Domain
import Foundation
import Storage
import Testing

/// Kills `duban` while it writes, again and again, and looks at what the ledger holds.
@Suite("What was acknowledged is there, whatever happens", .serialized)
struct KillTests {
  static let rounds = 200

  @Test("killed at random moments of imports and edits")
  func killed() throws {
    let folder = try Folder()
    let ledger = folder.path + "/l.ledger"
    try prepare(folder, ledger)
    var random = SplitMix(state: 20_231_130)
    var acknowledged = [0, 0]
    var cutOff = 0
    // Follows how long the work takes here and now, so that about half of it is cut off.
    var limit = [100_000.0, 100_000.0]
    for round in 0..<Self.rounds {
      let before = try SQLiteLedger(path: ledger, readOnly: true).head().sequence
      let arguments = try work(round, folder) + ["--ledger", ledger, "--actor", "测试"]
      let output = try runAndKill(
        arguments, after: random.next(below: Int(limit[round % 2])), folder)
      let store = try SQLiteLedger(path: ledger, readOnly: true)
      #expect(try store.verify(progress: nil) == nil, "round \(round)")
      let after = try store.head().sequence
      let whole = before + entries(of: round)
      if output.isEmpty {
        cutOff += 1
        limit[round % 2] = min(4_000_000, limit[round % 2] * 1.15)
        #expect(after == before || after == whole, "round \(round): \(before) → \(after)")
      } else {
        acknowledged[round % 2] += 1
        limit[round % 2] *= 0.9
        #expect(after == whole, "round \(round) was acknowledged: \(output)")
      }
    }
    // Were all of one kind, nothing would have been tried.
    #expect(
      acknowledged.allSatisfy { $0 > 10 } && cutOff > 20, "\(acknowledged), \(cutOff) cut off")
  }

  /// An import brings its source and its batch, an edit one version.
  private func entries(of round: Int) -> Int { round % 2 == 0 ? 2 : 1 }

  private func work(_ round: Int, _ folder: Folder) throws -> [String] {
    guard round % 2 == 0 else { return ["plan", "set", "N1", "--title", "第 \(round) 次改名"] }
    let rows = (0..<300).map { "R\(round)-\($0),2023-03-0\($0 % 9 + 1),\($0)\n" }.joined()
    let file = try folder.file("batch-\(round).csv", "编号,日期,数\nR0,2023-01-01,\(round)\n" + rows)
    return ["registry", "import", "事项", file, "--issuer", "测试", "--date", "2023-04-01"]
  }

  private func prepare(_ folder: Folder, _ ledger: String) throws {
    let registry = try folder.file(
      "registries.yaml",
      """
      - name: 事项
        unit: 件
        key: [编号]
        fields:
          - {name: 编号, kind: text, required: true}
          - {name: 日期, kind: date}
          - {name: 数, kind: number, unit: 件}
      """)
    let report = try folder.file("报告.txt", "2023年工作安排\n\n2023年，新增企业52家。\n")
    for arguments in [
      ["registry", "declare", registry],
      ["plan", "adopt", report, "--year", "2023", "--pack", "none"],
    ] {
      let command = try Command.run(arguments + ["--ledger", ledger])
      #expect(command.status == 0, "\(command.errors)")
    }
  }

  /// Runs `duban`, kills it after so many microseconds, and gives what it had printed by then.
  private func runAndKill(_ arguments: [String], after: Int, _ folder: Folder) throws -> String {
    let process = Process()
    process.executableURL = Command.binary
    process.arguments = arguments
    let out = try folder.file("out", "")
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle.nullDevice
    try process.run()
    usleep(UInt32(after))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return try String(contentsOfFile: out, encoding: .utf8)
  }
}

/// The same numbers every time.
struct SplitMix {
  var state: UInt64

  mutating func next(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
  }
}
