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

  /// - Parameter scale: how many times as large as the report's own sizes.
  public init(_ store: any LedgerStore, scale: Int = 1) {
    self.store = store
    self.scale = scale
  }

  /// - Throws: ``OperationFault/ledgerNotEmpty`` when something is there already.
  public func run(progress: Domain.Progress? = nil) throws {
    guard try store.head().sequence == 0 else { throw OperationFault.ledgerNotEmpty }
    let pack = Pack.district
    let registries = Dictionary(try pack.registries().map { ($0.name, $0) }) { $1 }
    let steps = DemoDistrict(
      registries: registries, series: Dictionary(try pack.series().map { ($0.name, $0) }) { $1 },
      scale: scale
    ).steps()
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
  }

  private func open(_ pack: Pack, at first: Instant?) throws {
    let author = Author(actor: "督查室", time: first, reason: "建账")
    try store.append([.synthetic(DemoDistrict.notice)], files: [], by: author)
    try LoadPack(store).run(pack, by: author)
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
    return [opening] + (1...12).compactMap { Period.month(2023, $0) }.map(release)
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
