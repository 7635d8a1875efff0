import Domain

/// Finds the clauses of a report that speak of the same matter as some words.
struct ClauseSearch {
  let clauses: [Clause]
  let vocabulary: Vocabulary
  /// The clauses that hold each pair.
  private let postings: [[Int32]]

  struct Hit {
    /// Index into `clauses`.
    var clause: Int
    /// Part of what the words tell that stands in the clause, 0...1.
    var recall: Float
    /// What stands in both tells in all.
    var shared: Float
  }

  init(_ clauses: [Clause], _ vocabulary: Vocabulary) {
    self.clauses = clauses
    self.vocabulary = vocabulary
    var postings = [[Int32]](repeating: [], count: vocabulary.weights.count)
    for (index, clause) in clauses.enumerated() {
      for pair in clause.pairs { postings[Int(pair)].append(Int32(index)) }
    }
    self.postings = postings
  }

  /// Every clause that shares a pair with `pairs`, the best first.
  func hits(_ pairs: [Int32], where admits: (Clause) -> Bool) -> [Hit] {
    let total = vocabulary.weight(pairs)
    guard total > 0 else { return [] }
    var shared: [Int32: Float] = [:]
    for pair in pairs {
      let weight = vocabulary.weights[Int(pair)]
      for clause in postings[Int(pair)] { shared[clause, default: 0] += weight }
    }
    var hits: [Hit] = []
    for (clause, weight) in shared where admits(clauses[Int(clause)]) {
      hits.append(Hit(clause: Int(clause), recall: weight / total, shared: weight))
    }
    return hits.sorted { ($0.shared, -$0.clause) > ($1.shared, -$1.clause) }
  }
}
