import Declarations
import Domain
import Foundation
import Tracking

/// Changes commitments; every change is a version. Once the plan is issued, what can move a verdict
/// changes only by a decision.
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
    public var tolerance: Tolerance?
    public var decision: Decision?
    public var deadline: Day?
    public var period: Period?
    /// The lead, then those who cooperate.
    public var units: [String]?
    public var strength: Commitment.Strength?
    public var nature: Statement.Nature?
    public var path: Domain.Path?
    public var measure: Measure?
    /// Why nothing can measure it; takes the measure away.
    public var unverifiable: String?
    public var proof: Grade?
    public var settles: Int?
    public var kind: Commitment.Kind?
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

  public func withdraw(
    _ id: String, decision: Decision? = nil, by caller: Caller, reason: String?
  ) throws {
    try office.change(.plan, by: caller, reason: reason) { books in
      try PlanEdit.withdraw(
        books, id, reason: reason ?? "", decision: decision, today: today)
    }
  }
}
