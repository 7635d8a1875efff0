import Declarations
import Domain
import Foundation
import Tracking

/// Changes commitments; every change is a version. Once the plan is issued, what can move a verdict
/// changes only by a decision.
public struct EditPlan: Sendable {
  private let office: Office
  private var today: Day { office.today }

  /// Works through an office: on its books, by its rights, through its one door to the ledger.
  public init(_ office: Office) { self.office = office }

  /// What is to be set; nil leaves as it is.
  public struct Settings: Sendable {
    /// The title in Chinese.
    public var title: String?
    /// The number that is promised, in `unit` or the unit that is there.
    public var target: Exact?
    /// What the number is to what it stands for.
    public var bound: Statement.Bound?
    /// The unit as written; the number keeps its digits.
    public var unit: String?
    /// How far 左右 and 约 reach.
    public var tolerance: Tolerance?
    /// What the change rests on; needed once the plan is issued.
    public var decision: Decision?
    /// The last day to fulfil it.
    public var deadline: Day?
    /// The days that it is for.
    public var period: Period?
    /// The lead, then those who cooperate.
    public var units: [String]?
    /// How firmly it is worded.
    public var strength: Commitment.Strength?
    /// 约束性 or 预期性.
    public var nature: Statement.Nature?
    /// How much is required by when.
    public var path: Domain.Path?
    /// How evidence answers it.
    public var measure: Measure?
    /// Why nothing can measure it; takes the measure away.
    public var unverifiable: String?
    /// The weakest grade that decides.
    public var proof: Grade?
    /// Months after the deadline until its evidence is complete.
    public var settles: Int?
    /// Whether it is a number, something to do, or a figure that others rest on.
    public var kind: Commitment.Kind?
    /// The promise of an earlier year that it goes on from.
    public var predecessor: Commitment.Predecessor?

    /// Sets nothing.
    public init() {}
  }

  /// Everything set at once is one version; what somebody else sets at the same time stays.
  ///
  /// - Throws: a `Fault`; the plan is then as it was.
  public func set(
    _ id: String, to settings: Settings, by caller: Caller, reason: String? = nil
  ) throws {
    try office.change(.plan, by: caller, reason: reason) { books in
      let target = try Self.target(books, id, settings)
      return try PlanEdit.edit(books, id, decision: settings.decision, today: today) {
        $0.target = target
        Self.apply(settings, to: &$0)
      }
    }
  }

  private static func apply(_ settings: Settings, to commitment: inout Commitment) {
    commitment.title = settings.title ?? commitment.title
    commitment.period = settings.period ?? commitment.period
    if let day = settings.deadline { commitment.move(deadline: day) }
    commitment.units = settings.units ?? commitment.units
    commitment.strength = settings.strength ?? commitment.strength
    commitment.nature = settings.nature ?? commitment.nature
    commitment.path = settings.path ?? commitment.path
    commitment.proof = settings.proof ?? commitment.proof
    commitment.settles = settings.settles ?? commitment.settles
    commitment.kind = settings.kind ?? commitment.kind
    commitment.predecessor = settings.predecessor ?? commitment.predecessor
    if let measure = settings.measure { commitment.bind(measure) }
    if let why = settings.unverifiable {
      (commitment.measure, commitment.unverifiable) = (nil, why)
    }
  }

  private static func target(
    _ books: Books, _ id: String, _ settings: Settings
  ) throws -> Target? {
    var target = try Declared(books).commitment(id).target
    if target == nil, let value = settings.target {
      target = Target(value: value, unit: settings.unit ?? "")
    }
    let sets =
      settings.target != nil || settings.bound != nil || settings.unit != nil
      || settings.tolerance != nil
    guard sets else { return target }
    guard var target else { throw OperationFault.noTarget(id) }
    target.value = settings.target ?? target.value
    target.bound = settings.bound ?? target.bound
    target.unit = settings.unit ?? target.unit
    target.tolerance = settings.tolerance ?? target.tolerance
    return target
  }

  /// Lets one commitment take others in, each of which becomes `merged into` it.
  ///
  /// - Throws: a fault where one of them is not there or not active, or where a decision is
  /// missing.
  public func merge(
    _ others: [String], into id: String, decision: Decision? = nil, by caller: Caller,
    reason: String? = nil
  ) throws {
    try office.change(.plan, by: caller, reason: reason) { books in
      try PlanEdit.merge(books, others, into: id, decision: decision, today: today)
    }
  }

  /// Splits into new commitments of these ids and titles; each starts as a copy.
  public func split(
    _ id: String, into parts: [(id: String, title: String)], decision: Decision? = nil,
    by caller: Caller, reason: String? = nil
  ) throws {
    try office.change(.plan, by: caller, reason: reason) { books in
      let whole = try Declared(books).commitment(id)
      let copies = parts.map { part in
        var copy = whole
        (copy.id, copy.title) = part
        return copy
      }
      return try PlanEdit.split(books, id, into: copies, decision: decision, today: today)
    }
  }

  /// Leaves a commitment out of the plan; it stays in sight with the reason, which is required.
  ///
  /// - Throws: a fault where it is not there or not active, or where a decision is missing.
  public func withdraw(
    _ id: String, decision: Decision? = nil, by caller: Caller, reason: String?
  ) throws {
    try office.change(.plan, by: caller, reason: reason) { books in
      try PlanEdit.withdraw(
        books, id, reason: reason ?? "", decision: decision, today: today)
    }
  }
}
