import Domain
import TestSupport
import Testing

@testable import Operations

/// Every step in every state by everybody: what may be is done, everything else changes nothing.
@Suite struct WorkRightsTests {
  private enum Step: String, CaseIterable {
    case file, confirm, sendBack, accept, unlock
  }

  /// Who may take a step, from which states, to which.
  private static let rules: [(step: Step, who: String, from: [Filing.State?], to: Filing.State)] =
    [
      (.file, "clerk", [nil, .filed, .returned, .unlocked], .filed),
      (.file, "head", [nil, .filed, .returned, .unlocked], .filed),
      (.confirm, "head", [.filed], .confirmed),
      (.sendBack, "head", [.filed], .returned),
      (.sendBack, "ducha", [.confirmed], .returned),
      (.accept, "ducha", [.confirmed], .accepted),
      (.unlock, "ducha", [.accepted], .unlocked),
    ]

  @Test func everyStepInEveryStateByEverybody() throws {
    let site = try TestSite()
    try addOthers(site)
    let states: [Filing.State?] = [nil] + Filing.State.allCases.map { $0 }
    var (done, refused) = (0, 0)
    for state in states {
      for step in Step.allCases {
        for who in Self.everybody {
          let key = try Self.key(done + refused)
          try put(state, key, site)
          let before = try site.office.books().sequence
          let rule = Self.rules.first {
            $0.step == step && $0.who == who && $0.from.contains(state)
          }
          let fault = try take(step, key, who, site)
          let last = try site.office.books().filings[key]?.last?.value.state
          if let rule {
            #expect(fault == nil && last == rule.to, "\(who) \(step) from \(name(state))")
            done += 1
          } else {
            #expect(fault != nil, "\(who) \(step) from \(name(state)) is refused")
            #expect(try site.office.books().sequence == before, "and nothing is appended")
            refused += 1
          }
        }
      }
    }
    #expect(done == 13 && done + refused == 6 * 5 * 8)
  }

  @Test func anotherUnitsClerkIsRefused() throws {
    let site = try TestSite()
    try addOthers(site)
    let key = try Self.key()
    let other = try self.caller("other", site)
    #expect(throws: WorkFault.notAllowed(.file)) {
      try FileProgress(site.office).run(.sample, on: "Q14", month: key.month, by: other)
    }
    #expect(throws: WorkFault.notAllowed(.file)) {
      try ShowFilingForm(site.office).run("Q14", month: key.month, by: other)
    }
    #expect(throws: WorkFault.notAllowed(.file)) {
      try SignForTask(site.office).run(["Q14"], by: other)
    }
    #expect(try site.office.books().filings.isEmpty && site.office.books().receipts.isEmpty)
  }

  @Test func whatIsNotThereIsNotFound() throws {
    let site = try TestSite()
    let clerk = try site.caller(.clerk)
    for (id, month) in [
      ("Q999", "2023-11"), ("Q14", "2024-01"), ("Q14", "2022-12"), ("Q14", "2023"),
      ("Q14", "2023-11-01..2023-11-15"),
    ] {
      #expect(throws: WorkFault.notFound, "\(id) \(month)") {
        try FileProgress(site.office).run(.sample, on: id, month: found(Period(month)), by: clerk)
      }
    }
  }

  @Test func signingTwiceIsOneReceipt() throws {
    let site = try TestSite()
    let clerk = try site.caller(.clerk)
    try SignForTask(site.office).run(["Q14", "Q14", "P16"], by: clerk)
    let sequence = try site.office.books().sequence
    try SignForTask(site.office).run(["P16"], by: clerk)
    #expect(try site.office.books().sequence == sequence)
    #expect(try site.office.books().receipts.count == 2)
  }

  @Test func pressingTwiceIsOneStep() throws {
    let site = try TestSite()
    let key = try Self.key()
    try FileProgress(site.office).run(.sample, on: "Q14", month: key.month, by: site.caller(.clerk))
    let basis = try #require(site.office.books().filings[key]?.last?.note.sequence)
    let head = try site.caller(.head)
    try ConfirmFiling(site.office).run(key, basis: basis, by: head)
    try ConfirmFiling(site.office).run(key, basis: basis, by: head)
    #expect(try site.office.books().filings[key]?.count == 2)
  }

  @Test func filingsOfManyAtOnceAreAllThere() async throws {
    let site = try TestSite()
    let clerk = try site.caller(.clerk)
    let months = try (1...11).map { try found(Period.month(2023, $0)) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for month in months {
        group.addTask {
          let answer = FileProgress.Answer.sample
          try FileProgress(site.office).run(answer, on: "Q14", month: month, by: clerk)
          try FileProgress(site.office).run(answer, on: "Q14", month: month, by: clerk)
        }
      }
      try await group.waitForAll()
    }
    let filings = try site.office.books().filings
    #expect(filings.count == 11 && filings.values.allSatisfy { $0.count == 1 })
  }

  // MARK: -

  private static let everybody = [
    "admin", "ducha", "head", "clerk", "reader", "other", "otherHead", "",
  ]

  private static func key() throws -> Filing.Key {
    Filing.Key(commitment: "Q14", month: try found(Period("2023-11")), unit: "科技局")
  }

  /// Matters and months of the unit in turn, so that the first hundred are met for the first time.
  private static func key(_ count: Int) throws -> Filing.Key {
    let ids = ["P16", "P17", "P18", "P19", "Q13", "Q14", "Q15", "Q16", "Q17"]
    return Filing.Key(
      commitment: ids[count / 12 % ids.count],
      month: try found(Period.month(2023, count % 12 + 1)), unit: "科技局")
  }

  private static func filing(_ state: Filing.State, _ key: Filing.Key) -> Filing {
    Filing(
      commitment: key.commitment, month: key.month, unit: key.unit, progress: "先前", state: state,
      form: Secrets.text())
  }

  private func name(_ state: Filing.State?) -> String { state?.rawValue ?? "nothing" }

  private func addOthers(_ site: TestSite) throws {
    for (login, role) in [("other", Role.clerk), ("otherHead", .head)] {
      try KeepAccounts(site.office).save(
        Account(login: login, name: login, role: role, unit: "住建局"),
        password: TestSite.password, by: .commandLine("督查室"))
    }
  }

  private func caller(_ login: String, _ site: TestSite) throws -> Caller {
    Caller(try site.office.books().accounts[login])
  }

  /// Brings a filing into a state.
  private func put(_ state: Filing.State?, _ key: Filing.Key, _ site: TestSite) throws {
    guard let state else { return }
    try site.store.append([.filing(Self.filing(state, key))], by: Author(actor: "setup"))
  }

  private func take(
    _ step: Step, _ key: Filing.Key, _ login: String, _ site: TestSite
  ) throws -> WorkFault? {
    let caller = try caller(login, site)
    let office = site.office
    let basis = try office.books().filings[key]?.last?.note.sequence ?? 0
    do {
      switch step {
      case .file:
        var answer = FileProgress.Answer.sample
        answer.basis = basis
        try FileProgress(office).run(answer, on: key.commitment, month: key.month, by: caller)
      case .confirm: try ConfirmFiling(office).run(key, basis: basis, by: caller)
      case .sendBack:
        try ReturnFiling(office).run(key, reason: "理由", basis: basis, by: caller)
      case .accept: try AcceptFiling(office).run(key, basis: basis, by: caller)
      case .unlock: try UnlockFiling(office).run(key, reason: "理由", basis: basis, by: caller)
      }
      return nil
    } catch let fault as WorkFault {
      return fault
    }
  }
}
