import Domain
import Foundation
import Operations
import Publishing

/// The terminal at the other end of a descriptor, if there is one.
enum Screen {
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Columns of standard output: the terminal's, else `COLUMNS`, else 120; at least 40.
  static var width: Int {
    var size = winsize()
    if isTerminal(1), ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return max(40, Int(size.ws_col))
    }
    return max(40, ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 120)
  }

  /// Writes a line to standard error.
  static func tell(_ text: String) { show(text + "\n") }

  static func tell(_ fault: any Fault, _ language: Language) {
    tell(FaultText(fault, language).text)
  }

  fileprivate static func show(_ text: String) {
    _ = try? SaveExport.write([Array(text.utf8)], to: 2)
  }
}

/// A line on standard error that says how far reading has come; only for a person at a terminal,
/// and only once reading has taken longer than a second.
struct ProgressLine: Sendable {
  private let start = ContinuousClock.now
  private let language: Language
  private let isSeen = Screen.isTerminal(2)

  init(_ language: Language) { self.language = language }

  /// Runs `work`; the line is wiped at the end.
  func during<Value: Sendable>(_ work: (Domain.Progress?) async -> Value) async -> Value {
    guard isSeen else { return await work(nil) }
    let first = Task {
      try await Task.sleep(for: .seconds(1))
      show(language == .chinese ? "正在读取……" : "reading …")
    }
    let value = await work(report)
    first.cancel()
    if isDue { Screen.show("\r\u{1B}[K") }
    return value
  }

  /// The same for work that is done in one go.
  func through(_ work: (Domain.Progress?) throws -> Void) throws {
    try work(isSeen ? report : nil)
    if isSeen, isDue { Screen.show("\r\u{1B}[K") }
  }

  /// The same for work that does not tell how far it has come: the seconds that it has taken.
  func waiting<Value>(_ work: () throws -> Value) rethrows -> Value {
    guard isSeen else { return try work() }
    let clock = Task.detached {
      for second in 1... {
        try await Task.sleep(for: .seconds(1))
        show(language == .chinese ? "已用 \(second) 秒……" : "\(second) s so far …")
      }
    }
    defer {
      clock.cancel()
      if isDue { Screen.show("\r\u{1B}[K") }
    }
    return try work()
  }

  private var isDue: Bool { ContinuousClock.now - start > .seconds(1) }

  private func report(_ done: Int, _ total: Int) {
    guard isDue else { return }
    show(language == .chinese ? "已做 \(done)/\(total)" : "\(done) of \(total)")
  }

  private func show(_ text: String) { Screen.show("\r\u{1B}[K" + text) }
}
