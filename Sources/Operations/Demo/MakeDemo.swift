import Accessibility
import DemoDistrict
import Domain
import Foundation
import Reading
import Tracking

/// Fills an empty ledger with the made-up district: its report, its registries, two years of
/// figures, and the months' releases. The same every time.
public struct MakeDemo: Sendable {
  private let office: Office
  private let hand: ClockHand
  private let scale: Int
  private let last: Day?
  private let withAccounts: Bool

  /// - Parameters:
  ///   - scale: how many times as large as the report's own sizes.
  ///   - last: the story stops at the end of this day; nil tells it whole.
  ///   - withAccounts: also an account of every role, for trying things out.
  public init(
    _ office: Office, scale: Int = 1, until last: Day? = nil, withAccounts: Bool = false
  ) {
    let hand = ClockHand()
    self.hand = hand
    self.office = Office(office.store, access: office.access, clock: .set(by: hand))
    self.scale = scale
    self.last = last
    self.withAccounts = withAccounts
  }

  /// - Throws: ``OperationFault/ledgerNotEmpty`` when something is there already.
  public func run(progress: Domain.Progress? = nil) throws {
    let pack = Pack.district
    let registries = Dictionary(try pack.registries().map { ($0.name, $0) }) { $1 }
    let steps = DemoDistrict(
      registries: registries, series: Dictionary(try pack.series().map { ($0.name, $0) }) { $1 },
      scale: scale
    ).steps().filter { step in last.map { step.time <= Instant(endOf: $0) } ?? true }
    try open(pack, at: steps.first?.time ?? Instant(endOf: last ?? office.today))
    var diary = try self.diary(pack)
    for (index, step) in steps.enumerated() {
      while let page = diary.first, page.time < step.time {
        try write(page)
        diary.removeFirst()
      }
      try take(step, registries)
      progress?(index + 1, steps.count)
    }
    for page in diary { try write(page) }
    if withAccounts { try accounts() }
  }

  /// All have one password.
  private func accounts() throws {
    for account in Self.demoAccounts {
      try KeepAccounts(office).save(
        account, password: Self.demoPassword, by: Self.supervision, reason: "示例帐号")
    }
  }

  private static let supervision = Caller.commandLine("督查室")
  /// The password of every demo account; good for nothing but trying out.
  public static let demoPassword = "duban-demo-2023"
  /// One account of every role, with the units whose desks are worth a look.
  public static let demoAccounts = [
    Account(login: "admin", name: "系统管理员", role: .administrator),
    Account(login: "ducha", name: "督查室 李工", role: .supervisor),
    Account(login: "keji", name: "科技局 王局长", role: .head, unit: "科技局"),
    Account(login: "keji1", name: "科技局 小赵", role: .clerk, unit: "科技局"),
    Account(login: "zhujian", name: "住建局 周局长", role: .head, unit: "住建局"),
    Account(login: "zhujian1", name: "住建局 小孙", role: .clerk, unit: "住建局"),
    Account(login: "quzhang", name: "区领导", role: .reader),
  ]

  private func open(_ pack: Pack, at first: Instant) throws {
    hand.time = first
    let reason = "建账"
    try office.change(.plan, by: Self.supervision, reason: reason) { books in
      guard books.sequence == 0 else { throw OperationFault.ledgerNotEmpty }
      return [.synthetic(DemoDistrict.notice)]
    }
    try LoadPack(office).run(pack, by: Self.supervision, reason: reason)
    let roads = try RoadMap(
      DemoDistrict.roads.map { road in
        RoadLine(
          points: road.points,
          road: Road(
            road.roadClass,
            backwards: road.isOneWay ? .walk : .all))
      })
    _ = try DeclareRoads(office).run(
      roads, name: DemoDistrict.roadsName, source: DemoDistrict.roadsSource,
      by: Self.supervision, reason: reason)
  }

  /// What the office itself does at a time: adopting the report, releasing a month.
  private struct Page {
    var time: Instant
    var write: () throws -> Void
  }

  private func diary(_ pack: Pack) throws -> [Page] {
    guard let report = pack.file("demo-report.txt"),
      let adoption = Day(year: 2023, month: 1, day: 10)
    else { return [] }
    let templates = try pack.templates()
    let adopt = try AdoptReport(office)
    let opening = Page(time: Instant(startOf: adoption)) {
      _ = try adopt.adopt(
        report, name: "demo-report.txt", templates: templates, by: Self.supervision, reason: "采纳报告")
    }
    let months = (1...12).compactMap { Period.month(2023, $0) }
    return ([opening] + months.map(release)).filter { page in
      last.map { page.time <= Instant(endOf: $0) } ?? true
    }
  }

  /// A month is released on the 20th of the next.
  private func release(_ month: Period) -> Page {
    let day = month.last.adding(days: 20)
    return Page(time: Instant(endOf: day)) {
      try ReleaseMonth(office).run(month, by: Self.supervision, reason: "月度发布")
    }
  }

  private func write(_ page: Page) throws {
    hand.time = page.time
    try page.write()
  }

  private func take(_ step: DemoStep, _ registries: [String: Registry]) throws {
    hand.time = step.time
    let caller = Caller.commandLine(step.actor)
    func change(_ act: Act, _ make: (Books) throws -> [Change]) throws {
      try office.change(act, by: caller, reason: step.reason, make)
    }
    switch step.action {
    case .synthetic: break
    case .source(let source): try change(.keepEvidence) { _ in [.source(source)] }
    case .records(let name, let source, let rows):
      guard let registry = registries[name] else { return }
      try office.importRecords(by: caller, reason: step.reason) { _ in
        .init(of: registry, from: source) { sink in
          try rows.each { key, values in try sink.add(key: key, values: values) }
        }
      }
    case .observations(let observations, let source):
      try office.importObservations(by: caller, reason: step.reason) { _ in
        .init(observations, from: source)
      }
    case .proof(let proof, var source, let paper):
      source.sha256 = office.store.sha256(paper)
      let changes = [Change.source(source), .proof(proof)]
      try office.change(.keepEvidence, by: caller, reason: step.reason, files: [paper]) { _ in
        changes
      }
    case .target(let id, let target, let decision):
      try change(.plan) { books in
        try PlanEdit.edit(books, id, decision: decision, today: office.today) {
          $0.target = target
        }
      }
    case .commitment(let commitment):
      try change(.plan) { books in
        try PlanGate.pass(commitment, nil, into: books, today: office.today).map { [$0] } ?? []
      }
    }
  }
}
