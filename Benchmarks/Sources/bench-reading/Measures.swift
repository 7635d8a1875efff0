import Foundation

/// What one run of a piece of work took.
struct Run {
  let seconds: Double
  let processorSeconds: Double
  let counted: Int
}

/// The fastest of `passes` runs (at least one); what the work counted keeps it from being
/// optimised away.
func fastest(_ passes: Int, _ work: () throws -> Int) rethrows -> Run {
  var best = try timed(work)
  for _ in 1..<max(passes, 1) {
    let run = try timed(work)
    if run.seconds < best.seconds { best = run }
  }
  return best
}

/// Runs `work` once.
func timed(_ work: () throws -> Int) rethrows -> Run {
  let processor = processorSeconds()
  let start = ContinuousClock.now
  let counted = try work()
  return Run(
    seconds: (ContinuousClock.now - start) / .seconds(1),
    processorSeconds: processorSeconds() - processor, counted: counted)
}

/// Processor time of this process on all its threads, in seconds.
func processorSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }

/// The most memory that this process has held so far, in bytes (Linux: VmHWM).
func peakMemory() throws -> Int {
  let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
  for line in status.split(separator: "\n") where line.hasPrefix("VmHWM:") {
    let words = line.split(separator: " ").flatMap { $0.split(separator: "\t") }
    if words.count > 1, let kilobytes = Int(words[1]) { return kilobytes * 1024 }
  }
  throw Wrong.noMemoryFigure
}
