import Declarations
import Domain
import Foundation
import Tracking

/// Changes commitments; every change is a version, and a target moves only by a decision.
public struct EditPlan: Sendable {
  private let office: Office
  private var today: Day { office.today }

  public init(_ office: Office) { self.office = office }

  /// What is to be set; nil leaves as it is.
  public struct Settings: Sendable {
    public var title: String?
    public var target: Exact?
    public var bound: Statement.Bound?
    public var unit: String?
    public var decision: Decision?
    public var deadline: Day?
    /// The lead, then those who cooperate.
    public var units: [String]?
    public var strength: Commitment.Strength?
    public var nature: Statement.Nature?
    public var path: Domain.Path?
    public var measure: Measure?
    public var predecessor: Commitment.Predecessor?

    public init() {}
  }

  /// Everything set at once is one version; what somebody else sets at the same time stays.
  ///
  /// - Throws: a `Fault`; the plan is then as it was.
  public func set(
    _ id: String, to settings: Settings, by caller: Caller, reason: String? = nil
  ) throws {
    try office.change(.plan, by: caller, reason: reason) { books in
      try changes(id, settings, books)
    }
  }

  private func changes(_ id: String, _ settings: Settings, _ books: Books) throws -> [Change] {
    var scratch = books
    var latest: Change?
    for step in steps(id, settings) {
      guard let change = try step(scratch).last else { continue }
      latest = Self.joined(latest, change)
      scratch.fold(Self.imagined(change, after: scratch))
    }
    return latest.map { [$0] } ?? []
  }

  /// The books as they would be, for the next step to build on.
  private static func imagined(_ change: Change, after books: Books) -> Entry {
    Entry(
      sequence: books.sequence + 1, time: Instant(milliseconds: 0), actor: "", change: change,
      reason: nil, hash: "")
  }

  /// The later version, with whichever decision one of them had.
  private static func joined(_ earlier: Change?, _ later: Change) -> Change {
    guard case .commitment(_, let decision)? = earlier, case .commitment(let last, nil) = later
    else { return later }
    return .commitment(last, decision: decision)
  }

  private func steps(
    _ id: String, _ settings: Settings
  ) -> [(Books) throws -> [Change]] {
    var steps: [(Books) throws -> [Change]] = []
    if let title = settings.title { steps.append { try PlanEdit.retitle($0, id, title) } }
    if settings.target != nil || settings.bound != nil || settings.unit != nil {
      steps.append { try setTarget($0, id, settings) }
    }
    if let day = settings.deadline { steps.append { try PlanEdit.setDeadline($0, id, day) } }
    if let units = settings.units, let lead = units.first {
      steps.append {
        try PlanEdit.setUnits($0, id, lead: lead, cooperating: Array(units.dropFirst()))
      }
    }
    if let value = settings.strength { steps.append { try PlanEdit.setStrength($0, id, value) } }
    if let value = settings.nature { steps.append { try PlanEdit.setNature($0, id, value) } }
    if let value = settings.path { steps.append { try PlanEdit.setPath($0, id, value) } }
    if let value = settings.predecessor {
      steps.append { try PlanEdit.setPredecessor($0, id, value) }
    }
    if let measure = settings.measure {
      steps.append {
        try PlanEdit.setMeasure($0, id, measure, decision: settings.decision, today: today)
      }
    }
    return steps
  }

  private func setTarget(_ books: Books, _ id: String, _ settings: Settings) throws -> [Change] {
    var target = try Declared(books).commitment(id).target
    if target == nil, let value = settings.target {
      target = Target(value: value, unit: settings.unit ?? "")
    }
    guard var target else { throw OperationFault.noTarget(id) }
    target.value = settings.target ?? target.value
    target.bound = settings.bound ?? target.bound
    target.unit = settings.unit ?? target.unit
    return try PlanEdit.setTarget(books, id, target, decision: settings.decision, today: today)
  }

  public func merge(
    _ others: [String], into id: String, by caller: Caller, reason: String? = nil
  ) throws {
    try office.change(.plan, by: caller, reason: reason) { books in
      try PlanEdit.merge(books, others, into: id)
    }
  }

  /// Splits into new commitments of these ids and titles; each starts as a copy.
  public func split(
    _ id: String, into parts: [(id: String, title: String)], by caller: Caller,
    reason: String? = nil
  ) throws {
    try office.change(.plan, by: caller, reason: reason) { books in
      let whole = try Declared(books).commitment(id)
      let copies = parts.map { part in
        var copy = whole
        (copy.id, copy.title) = part
        return copy
      }
      return try PlanEdit.split(books, id, into: copies, today: today)
    }
  }

  public func withdraw(_ id: String, by caller: Caller, reason: String?) throws {
    try office.change(.plan, by: caller, reason: reason) { books in
      try PlanEdit.withdraw(books, id, reason: reason ?? "")
    }
  }

  /// Appends what a plan file changes; gives how many commitments that were.
  public func importFile(_ path: String, by caller: Caller, reason: String? = nil) throws -> Int {
    let file = ByteSource(path: path)
    let plan = try DeclarationReader(file: file.name).plan(file.bytes())
    let items = plan.commitments.map { PlanDiff.Item($0.commitment, decision: $0.decision) }
    return try office.change(.plan, by: caller, reason: reason) { books in
      let changes = try PlanDiff.changes(from: books, to: items, today: today)
      try plan.checkEntry(of: changes, books)
      return changes
    }.count
  }

  /// The whole plan as a file that can be imported again: merged, split and withdrawn ones too.
  public static func exportFile(_ store: any LedgerStore) throws -> [UInt8] {
    let books = try store.books()
    let items = books.order.compactMap { id in
      books.commitments[id]?.last.map { PlanFile.Item($0.commitment, decision: $0.decision) }
    }
    let report = books.reports.last
    return try DeclarationWriter().plan(
      PlanFile(
        place: report?.place, year: report?.year, entry: books.sequence, reports: books.reports,
        commitments: items))
  }

  /// A measure as YAML, for `set`.
  public static func measure(_ path: String) throws -> Measure {
    let file = ByteSource(path: path)
    return try DeclarationReader(file: file.name).measure(file.bytes())
  }
}
