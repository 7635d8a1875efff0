import Accessibility
import DemoDistrict
import Domain
import Foundation
import Reading
import Tracking

/// Fills an empty ledger with the made-up district: its report, its registries, two years of
/// figures, and the months' releases. The same every time.
public struct MakeDemo: Sendable {
  private let store: any LedgerStore
  private let scale: Int
  private let last: Day?
  private let withAccounts: Bool

  /// - Parameters:
  ///   - scale: how many times as large as the report's own sizes.
  ///   - last: the story stops at the end of this day; nil tells it whole.
  ///   - withAccounts: also an account of every role, for trying things out.
  public init(
    _ store: any LedgerStore, scale: Int = 1, until last: Day? = nil, withAccounts: Bool = false
  ) {
    self.store = store
    self.scale = scale
    self.last = last
    self.withAccounts = withAccounts
  }

  /// - Throws: ``OperationFault/ledgerNotEmpty`` when something is there already.
  public func run(progress: Domain.Progress? = nil) throws {
    guard try store.head().sequence == 0 else { throw OperationFault.ledgerNotEmpty }
    let pack = Pack.district
    let registries = Dictionary(try pack.registries().map { ($0.name, $0) }) { $1 }
    let steps = DemoDistrict(
      registries: registries, series: Dictionary(try pack.series().map { ($0.name, $0) }) { $1 },
      scale: scale
    ).steps().filter { step in last.map { step.time <= Instant(endOf: $0) } ?? true }
    try open(pack, at: steps.first?.time)
    var diary = try self.diary(pack)
    for (index, step) in steps.enumerated() {
      while let page = diary.first, page.time < step.time {
        try page.write()
        diary.removeFirst()
      }
      try take(step, registries)
      progress?(index + 1, steps.count)
    }
    for page in diary { try page.write() }
    if withAccounts { try accounts() }
  }

  /// All have one password.
  private func accounts() throws {
    guard let access = store as? any AccessStore else { return }
    let last = try store.entries(after: store.head().sequence - 1, through: nil).last
    let author = Author(actor: "督查室", time: last?.time, reason: "示例帐号")
    for account in Self.demoAccounts {
      try KeepAccounts(Office(store, access: access))
        .found(account, password: Self.demoPassword, by: author)
    }
  }

  public static let demoPassword = "duban-demo-2023"
  public static let demoAccounts = [
    Account(login: "admin", name: "系统管理员", role: .administrator),
    Account(login: "ducha", name: "督查室 李工", role: .supervisor),
    Account(login: "keji", name: "科技局 王局长", role: .head, unit: "科技局"),
    Account(login: "keji1", name: "科技局 小赵", role: .clerk, unit: "科技局"),
    Account(login: "zhujian", name: "住建局 周局长", role: .head, unit: "住建局"),
    Account(login: "zhujian1", name: "住建局 小孙", role: .clerk, unit: "住建局"),
    Account(login: "quzhang", name: "区领导", role: .reader),
  ]

  private func open(_ pack: Pack, at first: Instant?) throws {
    let author = Author(actor: "督查室", time: first, reason: "建账")
    try store.append([.synthetic(DemoDistrict.notice)], files: [], by: author)
    try LoadPack(store).run(pack, by: author)
    let roads = try RoadMap(
      DemoDistrict.roads.map { road in
        RoadLine(
          points: road.points,
          road: Road(
            road.roadClass,
            backwards: road.isOneWay ? .walk : .all))
      })
    _ = try DeclareRoads(store).run(
      roads, name: DemoDistrict.roadsName, source: DemoDistrict.roadsSource, by: author)
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
    let adopt = try AdoptReport(store)
    let opening = Page(time: Instant(startOf: adoption)) {
      _ = try adopt.adopt(
        report, name: "demo-report.txt", templates: templates,
        by: Author(actor: "督查室", time: Instant(startOf: adoption), reason: "采纳报告"))
    }
    let months = (1...12).compactMap { Period.month(2023, $0) }
    return ([opening] + months.map(release)).filter { page in
      last.map { page.time <= Instant(endOf: $0) } ?? true
    }
  }

  /// A month is released on the 20th of the next.
  private func release(_ month: Period) -> Page {
    let day = month.last.adding(days: 20)
    let author = Author(actor: "督查室", time: Instant(endOf: day), reason: "月度发布")
    return Page(time: Instant(endOf: day)) {
      try ReleaseMonth(store).run(month, by: author, today: day)
    }
  }

  private func take(_ step: DemoStep, _ registries: [String: Registry]) throws {
    let author = Author(actor: step.actor, time: step.time, reason: step.reason)
    switch step.action {
    case .synthetic: break
    case .source(let source): try store.append([.source(source)], files: [], by: author)
    case .records(let name, let source, let rows):
      guard let registry = registries[name] else { return }
      _ = try store.importRecords(of: registry, from: source, file: nil, by: author) { sink in
        try rows.each { key, values in try sink.add(key: key, values: values) }
      }
    case .observations(let observations, let source):
      _ = try store.importObservations(observations, from: source, file: nil, by: author)
    case .proof(let proof, let source):
      try store.append([.source(source), .proof(proof)], files: [], by: author)
    case .target(let id, let target, let decision):
      try store.append(
        try PlanEdit.setTarget(
          store.books(), id, target, decision: decision, today: step.time.day),
        files: [], by: author)
    case .commitment(let commitment):
      try store.append([.commitment(commitment, decision: nil)], files: [], by: author)
    }
  }
}
