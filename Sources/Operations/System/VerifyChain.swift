import Dispatch
import Domain
import Foundation

/// Recomputes the chain and everything derived, in the background: a large ledger takes minutes.
public struct VerifyChain: Sendable {
  private let office: Office

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// What is running and what came of the last run, of this program or of one before.
  public struct State: Sendable {
    /// True while a run is under way.
    public var isRunning = false
    /// Entries that are done, of how many.
    public var done = 0
    /// Entries of the ledger when the run began.
    public var total = 0
    /// What the last run found; nil before the first.
    public var last: Result?
  }

  /// What a run found.
  public struct Result: Sendable, Codable, Equatable {
    /// When it ended.
    public var time: Instant
    /// The last entry that was there.
    public var sequence: Int
    /// The hash of that entry.
    public var hash: String
    /// The first thing that does not fit, in Chinese and in English; nil when all fits.
    public var chinese: String?
    /// The same in English.
    public var english: String?
    /// The entry concerned, where it can be told.
    public var entry: Int?

    /// The first thing that does not fit, in both languages; nil when all fits.
    public var finding: Phrase? {
      chinese.map { Phrase($0, english ?? $0) }
    }
  }

  static let note = "verification"

  /// Starts a run unless one is under way.
  public func start(by caller: Caller) throws {
    try office.require(.administer, by: caller)
    let isFirst = office.verification.withLock { state in
      if state.isRunning { return false }
      state = State(isRunning: true, last: state.last)
      return true
    }
    guard isFirst else { return }
    DispatchQueue.global(qos: .utility).async { [office] in Self.run(office) }
  }

  /// How far the run is, and what the last one found.
  ///
  /// - Throws: ``WorkFault/notAllowed(_:)``.
  public func state(by caller: Caller) throws -> State {
    try office.require(.administer, by: caller)
    var state = office.verification.withLock { $0 }
    if state.last == nil { state.last = try last() }
    return state
  }

  func last() throws -> Result? {
    try office.access.note(Self.note).flatMap {
      try? JSONDecoder().decode(Result.self, from: Data($0.utf8))
    }
  }

  private static func run(_ office: Office) {
    let result = result(office)
    if let result, let data = try? JSONEncoder().encode(result) {
      try? office.access.setNote(String(decoding: data, as: UTF8.self), note)
    }
    office.verification.withLock { $0 = State(last: result ?? $0.last) }
  }

  private static func result(_ office: Office) -> Result? {
    guard let head = try? office.store.head() else { return nil }
    var result = Result(time: office.now, sequence: head.sequence, hash: head.hash)
    do {
      let outcome = try VerifyLedger(office.store, watch: office.watch).run { done, total in
        office.verification.withLock { ($0.done, $0.total) = (done, total) }
      }
      let finding = outcome.findings.first
      let words = finding?.sentence
      (result.chinese, result.english) = (words?.chinese, words?.english)
      result.entry = finding?.sequence
    } catch {
      let fault = error as? any Fault
      result.chinese = fault?.sentence(.chinese) ?? "核验中断"
      result.english = fault?.sentence(.english) ?? "the verification broke off"
    }
    return result
  }
}
