/// How evidence answers a commitment (口径): a small expression, kept as data.
public indirect enum Measure: Sendable, Equatable {
  /// A published figure.
  case reported(Reported)
  /// Records whose event date lies in the period.
  case count(Count)
  /// Records valid on the judged date, or on the last day of the period once it is over.
  case stock(Stock)
  /// A field added up over records whose event date lies in the period.
  case sum(Sum)
  /// One measure over another.
  case ratio(Ratio)
  /// A measure against the same measure one year before, in percent.
  case growth(Measure)
  /// The share of people who reach a facility in time, on a declared road network.
  case coverage(Coverage)
  /// Dated deliverables, each proved by a document.
  case milestones([Milestone])
  /// Done when every part is; its value is the number of parts done.
  case all([Part])

  /// A published figure; growth is as published and never recomputed from levels.
  public struct Reported: Sendable, Equatable, Codable {
    /// The series' name.
    public var series: String
    /// Whether its level or its growth answers.
    public var form: Observation.Form
    /// The price basis asked for; nil takes the series' own.
    public var price: PriceBasis?
    /// The currency asked for; nil takes the series' own.
    public var currency: String?

    /// Takes every field as it is; nothing is checked.
    public init(
      series: String, form: Observation.Form, price: PriceBasis? = nil, currency: String? = nil
    ) {
      self.series = series
      self.form = form
      self.price = price
      self.currency = currency
    }
  }

  /// How many records (or things) had their event in the period.
  public struct Count: Sendable, Equatable, Codable {
    /// The registry whose records are counted.
    public var registry: String
    /// The date column of the event that counts: 发证日期, 进度.注册.
    public var dated: String
    /// The records that count; all when nil.
    public var `where`: [Condition]?
    /// Fields that name the thing counted; records that agree in them are counted once.
    public var distinct: [String]?
    /// What 新增 means here; required where the commitment says 新增.
    public var newness: Newness?
    /// For net: the date column of leaving (注销日期).
    public var ended: String?
    /// The date column by which the thing is commonly reported before it counts (进度.签约): those
    /// who have it and not `dated` are listed as left out.
    public var claimed: String?
    /// For first: records that say themselves that there was one before (重新认定).
    public var renewed: [Condition]?
    /// Checks of the registry; what they find does not count.
    public var without: [String]?

    /// Takes every field as it is; nothing is checked.
    public init(
      registry: String, dated: String, where: [Condition]? = nil, distinct: [String]? = nil,
      newness: Newness? = nil, ended: String? = nil, claimed: String? = nil,
      renewed: [Condition]? = nil, without: [String]? = nil
    ) {
      self.registry = registry
      self.dated = dated
      self.where = `where`
      self.distinct = distinct
      self.newness = newness
      self.ended = ended
      self.claimed = claimed
      self.renewed = renewed
      self.without = without
    }
  }

  /// The three things that 新增 can mean.
  public enum Newness: String, Sendable, Codable, CaseIterable {
    /// 毛增: all that came in the period.
    case gross
    /// 净增: came less left.
    case net
    /// 首次: those of `distinct` that never came before the period.
    case first
  }

  /// How many records are valid on a day, or what a field of theirs adds up to.
  public struct Stock: Sendable, Equatable, Codable {
    /// The registry whose records are counted.
    public var registry: String
    /// Date column from which a record is valid; always when nil.
    public var from: String?
    /// Date column from which it no longer is.
    public var until: String?
    /// The records that count; all when nil.
    public var `where`: [Condition]?
    /// Fields that name the thing counted; records that agree in them are counted once.
    public var distinct: [String]?
    /// A number field to add up instead of counting records.
    public var field: String?
    /// Checks of the registry; what they find does not count.
    public var without: [String]?

    /// Takes every field as it is; nothing is checked.
    public init(
      registry: String, from: String? = nil, until: String? = nil, where: [Condition]? = nil,
      distinct: [String]? = nil, field: String? = nil, without: [String]? = nil
    ) {
      self.registry = registry
      self.from = from
      self.until = until
      self.where = `where`
      self.distinct = distinct
      self.field = field
      self.without = without
    }
  }

  /// What a number field adds up to over the records whose event lies in the period.
  public struct Sum: Sendable, Equatable, Codable {
    /// The registry whose records are added up.
    public var registry: String
    /// The number field.
    public var field: String
    /// The date column of the event.
    public var dated: String
    /// The records that count; all when nil.
    public var `where`: [Condition]?
    /// The date column by which it is commonly reported before it counts; see ``Count/claimed``.
    public var claimed: String?
    /// Checks of the registry; what they find does not count.
    public var without: [String]?

    /// Takes every field as it is; nothing is checked.
    public init(
      registry: String, field: String, dated: String, where: [Condition]? = nil,
      claimed: String? = nil, without: [String]? = nil
    ) {
      self.registry = registry
      self.field = field
      self.dated = dated
      self.where = `where`
      self.claimed = claimed
      self.without = without
    }
  }

  /// One measure over another: a share where both count the same, a yield where they do not.
  public struct Ratio: Sendable, Equatable, Codable {
    /// The numerator.
    public var of: Measure
    /// The denominator; where it comes to 0 the ratio cannot be judged.
    public var to: Measure
    /// `%` (the default) for a share of like in like; a compound unit (元/平方米) for a yield.
    public var unit: String?

    /// Takes every field as it is; nothing is checked.
    public init(of: Measure, to: Measure, unit: String? = nil) {
      self.of = of
      self.to = to
      self.unit = unit
    }
  }

  /// One dated deliverable.
  public struct Milestone: Sendable, Equatable, Codable {
    /// Names it within its commitment; proofs point to it.
    public var id: String
    /// What is to be delivered.
    public var title: String
    /// What document proves it: 批复文号, 竣工验收备案表.
    public var proof: String
    /// The last day for it; the commitment's deadline when nil.
    public var due: Day?
    /// False for a later step that is kept and shown but does not decide: 申报 is met by 上报,
    /// whatever becomes of it. True when nil.
    public var decides: Bool?

    /// Takes every field as it is; nothing is checked.
    public init(
      id: String, title: String, proof: String, due: Day? = nil, decides: Bool? = nil
    ) {
      self.id = id
      self.title = title
      self.proof = proof
      self.due = due
      self.decides = decides
    }
  }

  /// One of several things that all have to be done.
  public struct Part: Sendable, Equatable, Codable {
    /// What it is called beside its own number.
    public var title: String
    /// The number that it is held to.
    public var target: Target
    /// How it is measured.
    public var measure: Measure

    /// Takes every field as it is; nothing is checked.
    public init(title: String, target: Target, measure: Measure) {
      self.title = title
      self.target = target
      self.measure = measure
    }
  }
}

/// What a measure rests on, whatever its kind.
///
/// Whoever walks measures (for names, documents, registries) asks this, so that a new kind of measure
/// is taken apart in one place.
extension Measure {
  /// A registry that a measure asks, with what it looks at there.
  public struct Reads: Sendable, Equatable {
    /// The registry's name.
    public let registry: String
    /// Columns whose values are read; `进度.开工` for a stage.
    public let columns: [String]
    /// What has to hold of the records.
    public let conditions: [Condition]

    init(
      _ registry: String, _ columns: [String?], distinct: [String]? = nil,
      _ conditions: [Condition]?...
    ) {
      self.registry = registry
      self.columns = columns.compactMap { $0 } + (distinct ?? [])
      self.conditions = conditions.flatMap { $0 ?? [] }
    }
  }

  /// What one measure rests on by itself; the measures inside it rest on more.
  public struct Basis: Sendable, Equatable {
    /// The published series that answers; nil for none.
    public var series: String?
    /// The registries that answer.
    public var reads: [Reads] = []
    /// What documents prove; nil for what is not proved so.
    public var milestones: [Milestone]?
    /// The measures that it is computed from.
    public var inner: [Measure] = []
  }

  /// What it rests on.
  public var basis: Basis {
    switch self {
    case .reported(let reported): Basis(series: reported.series)
    case .count(let count):
      Basis(reads: [
        Reads(
          count.registry, [count.dated, count.ended, count.claimed], distinct: count.distinct,
          count.where, count.renewed)
      ])
    case .stock(let stock):
      Basis(reads: [
        Reads(
          stock.registry, [stock.from, stock.until, stock.field], distinct: stock.distinct,
          stock.where)
      ])
    case .sum(let sum):
      Basis(reads: [Reads(sum.registry, [sum.field, sum.dated, sum.claimed], sum.where)])
    case .ratio(let ratio): Basis(inner: [ratio.of, ratio.to])
    case .growth(let measure): Basis(inner: [measure])
    case .coverage(let coverage):
      Basis(
        reads: [
          Reads(coverage.facilities, [coverage.from, coverage.until], coverage.where),
          Reads(coverage.population, [coverage.people]),
        ], inner: [coverage.recorded].compactMap { $0 })
    case .milestones(let milestones): Basis(milestones: milestones)
    case .all(let parts): Basis(inner: parts.map(\.measure))
    }
  }

  /// Names of the registries that answer it.
  public var registries: Set<String> {
    let basis = basis
    return Set(basis.reads.map(\.registry)).union(basis.inner.flatMap(\.registries))
  }

  /// Every milestone in it, those of its parts included, in their order.
  public var allMilestones: [Milestone] {
    let basis = basis
    return (basis.milestones ?? []) + basis.inner.flatMap(\.allMilestones)
  }
}
