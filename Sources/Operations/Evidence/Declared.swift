import Domain

/// Finds what the ledger has declared, or says what it has instead.
struct Declared {
  let books: Books

  init(_ store: any LedgerStore) throws { books = try store.books() }
  init(_ books: Books) { self.books = books }

  func registry(_ name: String) throws(OperationFault) -> Registry {
    guard let registry = books.registries[name] else {
      throw .unknownName(name, kind: .registry, known: books.registries.keys.sorted())
    }
    return registry
  }

  func series(_ name: String) throws(OperationFault) -> Series {
    guard let series = books.series[name] else {
      throw .unknownName(name, kind: .series, known: books.series.keys.sorted())
    }
    return series
  }

  func commitment(_ id: String) throws(OperationFault) -> Commitment {
    guard let commitment = books.commitment(id) else {
      throw .unknownName(id, kind: .commitment, known: books.order)
    }
    return commitment
  }

  /// The rule set of that name; the first one when no name is given; nil without any.
  func lights(_ name: String?) throws(OperationFault) -> LightRules? {
    guard let name else { return books.lights.first }
    guard let rules = books.lights.first(where: { $0.name == name }) else {
      throw .unknownName(name, kind: .lights, known: books.lights.map(\.name))
    }
    return rules
  }

  func scores(_ name: String?) throws(OperationFault) -> ScoreRules? {
    guard let name else { return books.scores.first }
    guard let rules = books.scores.first(where: { $0.name == name }) else {
      throw .unknownName(name, kind: .scores, known: books.scores.map(\.name))
    }
    return rules
  }
}
