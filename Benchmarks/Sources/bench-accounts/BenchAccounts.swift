import Domain
import Foundation
import Operations
import Storage
import Tracking

/// Times judging a ledger inside the process: `bench-accounts LEDGER DAY [DAY-KNOWN]`.
///
/// Prints one JSON object: milliseconds to open the books, of the first judging (cold) and of the
/// fastest of ten more (warm), how many commitments, and the most memory held (kB).
@main
struct BenchAccounts {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 3, let day = Day(arguments[2]) else {
      FileHandle.standardError.write(Data("usage: bench-accounts LEDGER DAY [DAY-KNOWN]\n".utf8))
      exit(64)
    }
    let store = try SQLiteLedger(path: arguments[1], readOnly: true)
    let known = arguments.count > 3 ? Day(arguments[3]) : nil
    let sequence = try known.map { try store.sequence(at: Instant(endOf: $0)) } ?? .max
    let (books, opening) = try timed { Books(try store.entries(after: 0, through: nil)) }
    let judge = Judge(books: books, evidence: store, lights: books.lights.first)
    let judging = { try judge.judgeAll(asOf: day, known: sequence) }
    let (judgements, cold) = try timed(judging)
    let warm = try (0..<10).map { _ in try timed(judging).1 }.min() ?? cold
    var two = warm
    for _ in 0..<10 {
      let start = ContinuousClock.now
      _ = try await judge.judgeAll(asOf: day, known: sequence, workers: 2)
      two = min(two, milliseconds(ContinuousClock.now - start))
    }
    if arguments.contains("--each") { try each(judge, books, day, sequence) }
    print(
      """
      {"commitments": \(judgements.count), "books": \(opening), "cold": \(cold), "warm": \(warm), \
      "two": \(two), "memory": \(peakMemory)}
      """)
  }

  /// Each commitment by itself, slowest last, on standard error.
  private static func each(_ judge: Judge, _ books: Books, _ day: Day, _ known: Int) throws {
    let times = try books.active.map { commitment in
      (commitment.id, try timed { try judge.judge(commitment, asOf: day, known: known) }.1)
    }
    for (id, time) in times.sorted(by: { $0.1 < $1.1 }) {
      FileHandle.standardError.write(Data("\(id) \(time)\n".utf8))
    }
  }

  private static func timed<Value>(_ work: () throws -> Value) rethrows -> (Value, Double) {
    let start = ContinuousClock.now
    let value = try work()
    return (value, milliseconds(ContinuousClock.now - start))
  }

  private static func milliseconds(_ spent: Duration) -> Double {
    let (seconds, attoseconds) = spent.components
    return ((Double(seconds) * 1000 + Double(attoseconds) / 1e15) * 100).rounded() / 100
  }

  /// VmHWM of this process in kB.
  private static var peakMemory: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
  }
}
