import Dispatch
import Foundation

/// How many programs run at once; the others wait.
struct Turns: Sendable {
  /// As many as there are processors, and two at least.
  static let most = max(2, ProcessInfo.processInfo.activeProcessorCount)
  static let shared = Turns(most)

  private let free: DispatchSemaphore

  init(_ count: Int) { free = DispatchSemaphore(value: count) }

  /// False when there was no turn within so many seconds.
  func take(within seconds: Int) -> Bool {
    free.wait(timeout: .now() + .seconds(seconds)) == .success
  }

  func giveBack() { free.signal() }
}
