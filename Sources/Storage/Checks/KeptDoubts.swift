import Domain
import Synchronization

/// The doubts of registries and the answers that rest on them, kept until the evidence changes.
final class KeptDoubts: Sendable {
  private struct Place: Hashable {
    var registry: String
    var known: Int
  }

  private struct State {
    var evidence = -1
    var doubts: [Place: [Doubt]] = [:]
    var standings: [Asked: [String: RecordStanding]] = [:]
    var amounts: [Question: Amounts] = [:]
    var beyond: [Pair: Doubt.Group] = [:]
  }

  private struct Pair: Hashable {
    var question: Question
    var other: Question
  }

  private struct Asked: Hashable {
    var keys: [String]
    var question: Question
  }

  private let state = Mutex(State())
  /// Beyond this many, all are forgotten: a server is asked for few days at a time.
  private static let most = 2000

  /// - Parameter evidence: the last entry that can change what is kept.
  func doubts(
    _ registry: String, known: Int, evidence: Int, _ make: () throws -> [Doubt]
  ) rethrows -> [Doubt] {
    let place = Place(registry: registry, known: known)
    return try kept(evidence, \.doubts, place, make)
  }

  func standings(
    _ keys: [String], _ question: Question, evidence: Int,
    _ make: () throws -> [String: RecordStanding]
  ) rethrows -> [String: RecordStanding] {
    try kept(evidence, \.standings, Asked(keys: keys, question: question), make)
  }

  func amounts(
    _ question: Question, evidence: Int, _ make: () throws -> Amounts
  ) rethrows -> Amounts {
    try kept(evidence, \.amounts, question, make)
  }

  func beyond(
    _ question: Question, _ other: Question, evidence: Int, _ make: () throws -> Doubt.Group
  ) rethrows -> Doubt.Group {
    try kept(evidence, \.beyond, Pair(question: question, other: other), make)
  }

  private func kept<Key: Hashable, Value: Sendable>(
    _ evidence: Int, _ path: any WritableKeyPath<State, [Key: Value]> & Sendable, _ key: Key,
    _ make: () throws -> Value
  ) rethrows -> Value {
    let known = state.withLock { $0.evidence == evidence ? $0[keyPath: path][key] : nil }
    if let known { return known }
    let value = try make()
    state.withLock { state in
      if state.evidence != evidence { state = State(evidence: evidence) }
      if state[keyPath: path].count >= Self.most { state[keyPath: path] = [:] }
      state[keyPath: path][key] = value
    }
    return value
  }
}
