import Dispatch
import Domain
import Foundation
import Storage
import Synchronization
import Testing

@testable import Operations

/// A ledger on which races are run, one after the other.
final class Track {
  private let folder: Folder
  private let offices: [Office]
  private var round = 0

  /// - Parameter isShared: both use one office, as in a server; otherwise each opens the ledger, as
  ///   two programs do.
  init(_ folder: Folder, isShared: Bool) throws {
    self.folder = folder
    let first = office(try folder.ledger())
    offices = [first, isShared ? first : office(try folder.ledger())]
    try first.furnish()
    try first.plan("whole")
  }

  func race(_ first: Verb, _ second: Verb, turn: Int) throws {
    round += 1
    let verbs = turn % 2 == 0 ? [first, second] : [second, first]
    let racers = (0..<2).map { Racer(office: offices[$0], round: round, side: $0) }
    try offices[0].plan(racers[0].target)
    let isIssued = try !offices[0].books().releases.isEmpty
    for (verb, racer) in zip(verbs, racers) where racer.side == 0 || verb.name != verbs[0].name {
      try verb.prepare(racer)
    }
    let before = try offices[0].store.head().sequence
    let faults = run(verbs, racers)
    try judge(verbs, racers, faults, after: before, isIssued: isIssued)
  }

  /// The same between two processes.
  func race(_ first: Deed, _ second: Deed) throws {
    round += 1
    let deeds = round % 2 == 0 ? [first, second] : [second, first]
    let racers = (0..<2).map { Racer(office: offices[$0], round: round, side: $0) }
    try offices[0].plan(racers[0].target)
    let isIssued = try !offices[0].books().releases.isEmpty
    for (deed, racer) in zip(deeds, racers) where racer.side == 0 || deed.name != deeds[0].name {
      try deed.prepare(racer)
    }
    let before = try offices[0].store.head().sequence
    let commands = try zip(deeds, racers).map { deed, racer in
      try deed.arguments(racer, folder)
        + ["--ledger", folder("a.ledger"), "--actor", racer.name]
    }
    let started = try commands.map { try Program($0, folder) }
    let faults = try started.map { try $0.complaint() }
    try judge(deeds.map(\.verb), racers, faults, after: before, isIssued: isIssued)
  }

  /// Whoever was refused has written nothing, whoever was acknowledged has.
  private func judge(
    _ verbs: [Verb], _ racers: [Racer], _ faults: [String?], after before: Int, isIssued: Bool
  ) throws {
    let what = Comment(rawValue: "\(verbs[0].name) beside \(verbs[1].name), round \(round)")
    let entries = try offices[0].store.entries(after: before, through: nil)
    for (side, verb) in verbs.enumerated() {
      let made = entries.count { $0.actor == racers[side].name }
      if let fault = faults[side] {
        #expect(made == 0, "\(what): refused and yet written")
        #expect(
          verb.mayBeRefused(beside: verbs[1 - side], isIssued: isIssued), "\(what): \(fault)")
      } else if !verb.traits.contains(.idempotent), !verb.traits.contains(.beside) {
        #expect(made > 0, "\(what): acknowledged and lost")
      }
    }
    if verbs[0].group != nil, verbs[0].group == verbs[1].group {
      let done = racers.count { racer in entries.contains { $0.actor == racer.name } }
      #expect(done <= 1, "\(what): done twice")
    }
    if !isIssued { #expect(faults.contains { $0 == nil }, "\(what): \(faults)") }
  }

  /// Both at once; the fault of each, nil where it went well.
  private func run(_ verbs: [Verb], _ racers: [Racer]) -> [String?] {
    let faults = Mutex<[String?]>([nil, nil])
    let ready = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: 2) { side in
      ready.add(1, ordering: .sequentiallyConsistent)
      let limit = ContinuousClock.now + .milliseconds(20)
      while ready.load(ordering: .sequentiallyConsistent) < 2, ContinuousClock.now < limit {}
      do {
        try verbs[side].run(racers[side])
      } catch {
        faults.withLock { $0[side] = "\(error)" }
      }
    }
    return faults.withLock { $0 }
  }

  /// What has to be true of a ledger whatever was raced on it.
  func check() throws {
    let store = try folder.ledger()
    #expect(try store.verify(progress: nil) == nil)
    let books = try office(store).books()
    let months = books.releases.map(\.month)
    #expect(Set(months).count == months.count, "a month was released twice")
    let notices = books.notices.map(\.value.id)
    #expect(Set(notices).count == notices.count, "two notices have one number")
    #expect(books.objections.values.allSatisfy { $0.count { $0.value.state == .received } == 1 })
    let administrators = books.accounts.values.count { $0.role == .administrator && $0.isActive }
    #expect(administrators > 0, "no administrator is left")
    let tokens = try store.tokens().map(\.name)
    #expect(Set(tokens).count == tokens.count)
    for id in books.order { checkVersions(books.commitments[id] ?? []) }
  }

  /// Each version changes one thing and leaves what the others changed.
  private func checkVersions(_ versions: [Books.Version]) {
    for (old, new) in zip(versions, versions.dropFirst()) {
      let (a, b) = (old.commitment, new.commitment)
      let changed = [
        a.title != b.title, a.units != b.units, a.strength != b.strength, a.state != b.state,
      ].count { $0 }
      #expect(changed <= 1, "\(a.id): \(new.actor) took back what \(old.actor) had changed")
    }
  }
}
