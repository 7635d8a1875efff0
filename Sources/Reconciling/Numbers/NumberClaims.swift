import Domain

/// Finds the number of the later report that answers a promised one.
struct NumberClaims {
  let earlier: ReportReading
  let later: ReportReading
  let dictionary: IndicatorDictionary
  let vocabulary: Vocabulary
  /// Statements of the later report that tell of what was done by the end of the promised year.
  private let claims: [Measured]

  /// A statement that answers, and how well.
  struct Candidate {
    var index: Int
    var fit: Fit
    /// 0...1
    var likeness: Float
  }

  /// What stands between the two.
  enum Fit: Int, Comparable {
    /// The same matter, measured in the same way.
    case same
    /// The same matter over several years, in another unit, as level against growth.
    case otherMeasure
    /// A part of it, or what it is a part of.
    case otherScope

    static func < (left: Fit, right: Fit) -> Bool { left.rawValue < right.rawValue }
  }

  init(
    earlier: ReportReading, later: ReportReading, dictionary: IndicatorDictionary,
    vocabulary: Vocabulary
  ) {
    self.earlier = earlier
    self.later = later
    self.dictionary = dictionary
    self.vocabulary = vocabulary
    let year = earlier.report.year
    claims = later.statements.indices.compactMap { index in
      let statement = later.statements[index]
      guard statement.kind == .claim, !later.isStart(index) else { return nil }
      if let year, let last = statement.lastYear, last != year { return nil }
      return Measured(statement, index, later.report, dictionary, vocabulary)
    }
  }

  /// Names of no dictionary that are this alike name the same.
  static let alike: Float = 0.62
  /// Names that are this alike may name the same: nothing follows, silence neither.
  static let grey: Float = 0.42
  /// Nobody is accused over names that are less alike than this.
  static let accusing: Float = 0.72

  /// The best answer to a promised number, or nil.
  func best(for promise: Measured) -> Candidate? {
    var best: Candidate? = nil
    for claim in claims {
      guard let candidate = candidate(claim, promise) else { continue }
      if isBetter(candidate, best) { best = candidate }
    }
    return best
  }

  /// A promised number with what finding its answer asks of it.
  func measured(_ promise: Statement) -> Measured {
    Measured(promise, 0, earlier.report, dictionary, vocabulary)
  }

  /// Growth of one indicator in the promised year.
  func growth(_ indicator: String) -> [Int] {
    claims.filter {
      $0.indicator?.name == indicator && $0.statement.relation == .growth && !$0.isOfYears
        && $0.statement.value.magnitude < Self.implausible
    }.map(\.index)
  }

  /// Every claim about one indicator, of whatever time and measure.
  func any(_ indicator: String) -> [Int] {
    claims.filter { $0.indicator?.name == indicator }.map(\.index)
  }

  /// What a claim's number is to be multiplied with to be in the promise's unit; posts (个) and
  /// persons of one indicator count alike.
  func unitFactor(_ claim: Measured, _ promise: Measured) -> Exact? {
    if let factor = claim.scale.factor(to: promise.scale) { return factor }
    let counted: Set<String> = ["个", "人"]
    guard promise.indicator?.basis == .count, counted.contains(claim.scale.base),
      counted.contains(promise.scale.base)
    else { return nil }
    return claim.scale.factor / promise.scale.factor
  }

  /// The claim behind a candidate.
  func claim(_ candidate: Candidate) -> Measured {
    Measured(
      later.statements[candidate.index], candidate.index, later.report, dictionary, vocabulary)
  }

  // MARK: Likeness

  private func isBetter(_ candidate: Candidate, _ best: Candidate?) -> Bool {
    guard let best else { return true }
    if candidate.fit != best.fit { return candidate.fit < best.fit }
    return candidate.likeness > best.likeness + 0.05
  }

  private func candidate(_ claim: Measured, _ promise: Measured) -> Candidate? {
    if let indicator = promise.indicator { return known(claim, promise, indicator) }
    guard claim.indicator == nil else { return nil }
    let likeness = likeness(promise.name, claim.name)
    guard likeness >= Self.grey else { return nil }
    let isSame = isSameMeasure(claim, promise)
    guard isSame || likeness >= Self.alike else { return nil }
    return Candidate(
      index: claim.index, fit: isSame ? .same : .otherMeasure, likeness: likeness)
  }

  private func known(
    _ claim: Measured, _ promise: Measured, _ indicator: Indicator
  ) -> Candidate? {
    guard let other = claim.indicator else { return nil }
    if other.name == indicator.name {
      // 利用外资、投资分别增长45%、20%: a bare 投资 may be that of a part of the place.
      if claim.isBare, other.name != "地区生产总值" {
        return Candidate(index: claim.index, fit: .otherScope, likeness: 0.9)
      }
      let isSame = isSameMeasure(claim, promise)
      // A change of a rate says where it came from, not where it is.
      let isChange = claim.statement.relation == .change && promise.statement.relation != .change
      return Candidate(
        index: claim.index, fit: isSame ? .same : .otherMeasure, likeness: isChange ? 0.5 : 1)
    }
    let isPart = indicator.parts.contains(other.name) || other.parts.contains(indicator.name)
    guard isPart, claim.statement.relation == promise.statement.relation else { return nil }
    return Candidate(index: claim.index, fit: .otherScope, likeness: 1)
  }

  private func likeness(_ promise: [Int32], _ claim: [Int32]) -> Float {
    let likeness = vocabulary.likeness(promise, claim)
    if likeness < 0.8, vocabulary.bothDiffer(promise, claim) {
      return min(likeness, Self.alike - 0.01)
    }
    return vocabulary.isWithin(promise, claim) ? max(likeness, Self.accusing) : likeness
  }

  // MARK: Measure

  /// A yearly rate that is so many points above what was promised tells of several years.
  private static let implausible = Exact(25)

  /// Both can be set against each other as numbers.
  private func isSameMeasure(_ claim: Measured, _ promise: Measured) -> Bool {
    let (own, other) = (promise.statement, claim.statement)
    guard unitFactor(claim, promise) != nil, isPlausible(claim, promise) else { return false }
    let isLevel = other.relation == .level || other.relation == .share
    if claim.isOfYears, !isLevel || other.note != nil { return false }
    if other.relation == own.relation {
      // A standard indicator's name says itself whether it counts what came on top.
      return promise.indicator != nil || other.relation != .count || !own.isAddition
        || other.isAddition
    }
    if isLevel, own.relation == .level || own.relation == .share { return true }
    let kinds: Set<Statement.Relation> = [other.relation, own.relation]
    return kinds == [.level, .count] && !other.isAddition && !own.isAddition
  }

  private func isPlausible(_ claim: Measured, _ promise: Measured) -> Bool {
    guard claim.statement.relation == .growth, promise.statement.relation == .growth,
      let indicator = promise.indicator, indicator.basis != .count
    else { return true }
    return claim.statement.value - promise.statement.value < Self.implausible
  }
}

/// A statement with what comparing it asks for, found once.
struct Measured {
  let statement: Statement
  /// Index among the statements of its report.
  let index: Int
  let indicator: Indicator?
  /// The pairs of its name.
  let name: [Int32]
  let scale: UnitScale
  /// It speaks of several years together.
  let isOfYears: Bool
  /// Its name is two characters that may mean more than the indicator: 投资.
  let isBare: Bool

  init(
    _ statement: Statement, _ index: Int, _ report: Report, _ dictionary: IndicatorDictionary,
    _ vocabulary: Vocabulary
  ) {
    self.statement = statement
    self.index = index
    indicator = dictionary.find(statement)
    name = indicator == nil ? vocabulary.pairs(name: statement) : []
    scale = UnitScale(statement.unit)
    isOfYears =
      statement.isOfYears
      || Words.holds(
        report.text, statement.clause,
        ["五年", "5年", "“十四五”", "“十三五”", "“十二五”", "三年", "3年", "近年", "年均", "累计"])
      || Words.holds(
        report.text, statement.sentence.lowerBound..<statement.range.lowerBound,
        ["五年来", "五年间", "过去五年", "5年来"])
    isBare =
      statement.action == nil && IndicatorName.core(statement.indicator).unicodeScalars.count <= 2
  }
}

extension ReportReading {
  /// The value that a change began with: 2.77% in 「从2.77%提高到3.3%」.
  func isStart(_ index: Int) -> Bool {
    if statements[index].isStart { return true }
    let range = statements[index].range
    let before = max(statements[index].clause.lowerBound, range.lowerBound - 3)..<range.lowerBound
    return Words.holds(report.text, before, ["从", "由"])
  }
}

extension Statement {
  /// What came on top: 新增, 净增.
  var isAddition: Bool {
    guard relation == .count, let action else { return false }
    return action.contains("新") || action.contains("增")
  }
}

extension Vocabulary {
  /// The pairs of a statement's name with its verb.
  func pairs(name statement: Statement) -> [Int32] {
    pairs((statement.action ?? "") + statement.indicator)
  }

  func pairs(_ words: String) -> [Int32] {
    let bytes = Array(words.utf8)
    return pairs(bytes, 0..<bytes.count)
  }

  /// Each name has something of its own that the other has not: 农牧业项目, 工业项目.
  func bothDiffer(_ left: [Int32], _ right: [Int32]) -> Bool {
    let common = shared(left, right)
    return common < 0.8 * min(weight(left), weight(right))
  }

  /// The whole of a telling name stands in another: 蔬菜大棚 in 奋斗镇蔬菜大棚.
  func isWithin(_ name: [Int32], _ other: [Int32]) -> Bool {
    let all = weight(name)
    return all >= 16 && shared(name, other) >= 0.95 * all
  }

  /// How alike two names are, 0...1 (Dice coefficient of weighted pairs).
  func likeness(_ left: [Int32], _ right: [Int32]) -> Float {
    let total = weight(left) + weight(right)
    return total > 0 ? 2 * shared(left, right) / total : 0
  }
}
