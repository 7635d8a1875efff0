import Domain

/// Sets the promises of one report against the claims of the next.
public struct Reconciler: Sendable {
  /// The indicators by which names are told apart.
  public let dictionary: IndicatorDictionary
  private let stages: StageReader

  /// Loads the tables that are built into the program.
  ///
  /// - Throws: ``ReconcilingFault`` where one is damaged.
  public init() throws(ReconcilingFault) {
    dictionary = try IndicatorDictionary.builtIn()
    stages = try StageReader.builtIn()
  }

  /// One pair for each promise of `earlier` that falls due in its year.
  ///
  /// Both readings need statements and sentences; `earlier` also tasks, `later` for what is carried
  /// over.
  public func reconcile(_ earlier: ReportReading, _ later: ReportReading) -> Reconciliation {
    var vocabulary = Vocabulary()
    var own = Clause.all(of: earlier)
    for index in own.indices {
      own[index].pairs = vocabulary.learn(earlier.report.text, own[index].range, isLater: false)
    }
    var clauses = Clause.all(of: later)
    for index in clauses.indices {
      clauses[index].pairs = vocabulary.learn(
        later.report.text, clauses[index].range, isLater: true)
    }
    vocabulary.weigh()
    let search = ClauseSearch(clauses, vocabulary)
    let tasks = TaskPairs(earlier: earlier, later: later, search: search, stages: stages)
    let claims = NumberClaims(
      earlier: earlier, later: later, dictionary: dictionary, vocabulary: vocabulary)
    let numbers = NumberPairs(
      claims: claims, admissions: Admissions(later: later, clauses: clauses), tasks: tasks)
    let words = WordTargets(claims: claims, clauses: clauses, tasks: tasks)
    let carried = Carried(later)
    let pairs = PromiseReader(earlier, dictionary).promises().map { promise in
      var pair =
        switch promise.kind {
        case .number(let index): numbers.pair(promise, earlier.statements[index])
        case .task: words.isAssigned(promise) ? words.pair(promise) : tasks.pair(promise)
        case .words: words.pair(promise)
        }
      pair.carried = carried.range(of: earlier.report.text[promise.range])
      return pair
    }
    return Reconciliation(
      earlier: earlier, later: later, pairs: RestatedBase(earlier, later).noted(pairs))
  }
}

/// Finds promises that a later plan makes again in the same words.
struct Carried {
  private let text: [UInt8]
  private let clauses: [[UInt8]: Range<Int>]

  init(_ later: ReportReading) {
    text = later.report.text
    var clauses: [[UInt8]: Range<Int>] = [:]
    for sentence in later.sentences where sentence.time == .plan && !sentence.isHeading {
      for range in Clause.cut(text, sentence.range) { clauses[Array(text[range])] = range }
    }
    self.clauses = clauses
  }

  /// Where the same words stand in the later plan, or nil; short clauses do not count.
  func range(of words: ArraySlice<UInt8>) -> Range<Int>? {
    words.count >= 18 ? clauses[Array(words)] : nil
  }
}
