import Dispatch
import NIOCore
import NIOPosix
import Operations
import Synchronization

/// Threads for one kind of work that blocks, and a bound of what waits for them: however much of it
/// is asked for, the other kinds go on.
final class Lane: Sendable {
  let name: String
  /// What runs and waits at most.
  private let most: Int
  /// Seconds after which somebody who was turned away may try again.
  private let pause: Int
  private let pool: NIOThreadPool
  private let state = Mutex(State())

  struct State: Sendable {
    /// What runs and waits.
    var taken = 0
    /// What was turned away since the start.
    var refused = 0
  }

  /// - Parameter waiting: how much may wait while all threads are busy.
  init(_ name: String, threads: Int, waiting: Int, pause: Int) {
    self.name = name
    self.pause = pause
    most = threads + waiting
    pool = NIOThreadPool(numberOfThreads: threads)
    pool.start()
  }

  deinit { pool.shutdownGracefully(queue: .global()) { _ in } }

  var now: State { state.withLock { $0 } }

  /// - Throws: ``WorkFault/busy(seconds:)`` where there is no room, and what `work` throws.
  func run<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    let place = try place()
    defer { withExtendedLifetime(place) {} }
    return try await more(work)
  }

  /// More of something that has its place already.
  func more<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    try await pool.runIfActive(work)
  }

  /// - Throws: ``WorkFault/busy(seconds:)`` where there is no room now.
  func check() throws(WorkFault) { _ = try place() }

  /// Room for one more.
  ///
  /// - Throws: ``WorkFault/busy(seconds:)``.
  func place() throws(WorkFault) -> Place {
    let hasRoom = state.withLock { state in
      guard state.taken < most else {
        state.refused += 1
        return false
      }
      state.taken += 1
      return true
    }
    guard hasRoom else { throw .busy(seconds: pause) }
    return Place(self)
  }

  private func leave() { state.withLock { $0.taken -= 1 } }

  /// Held by whoever waits or runs; given back when nobody holds it any more.
  final class Place: Sendable {
    private let lane: Lane
    fileprivate init(_ lane: Lane) { self.lane = lane }
    deinit { lane.leave() }
  }
}
