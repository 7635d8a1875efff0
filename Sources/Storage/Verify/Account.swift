import Domain

/// What the chain says should be in the other tables.
struct Account {
  /// Batches by entry, of records and of observations (whose registry is empty).
  var batches: [Int: Change.Batch] = [:]
  /// Each registry's declarations, oldest first.
  var tables: [String: [(sequence: Int, table: RecordTable)]] = [:]
  var sources: [(sequence: Int, source: Source)] = []
  /// When keys were removed, by registry.
  var removals: [String: [String: [Int]]] = [:]
  /// Files that entries name, with the entry.
  var files: [(sequence: Int, sha256: String)] = []

  /// A batch and the ids that its rows should have.
  struct Own {
    var sequence: Int
    var batch: Change.Batch
    var ids: Range<Int>
  }

  /// The batches of a registry in order. Ids are given without gaps, so the place of each is known.
  func batches(of registry: String) -> [Own] {
    var next = 1
    return batches.filter { $0.value.registry == registry }.sorted { $0.key < $1.key }.map {
      let first = next
      next += $0.value.added + $0.value.changed + ($0.value.beside ?? 0)
      return Own(sequence: $0.key, batch: $0.value, ids: first..<max(first, next))
    }
  }

  mutating func take(_ change: Change, _ sequence: Int) {
    switch change {
    case .registry(let registry):
      tables[registry.name, default: []].append((sequence, RecordTable(registry)))
    case .source(let source):
      sources.append((sequence, source))
      if let sha256 = source.sha256 { files.append((sequence, sha256)) }
    case .report(let facts): files.append((sequence, facts.sha256))
    case .records(let batch), .observations(let batch): batches[sequence] = batch
    case .removal(let removal):
      for key in removal.keys {
        removals[removal.registry, default: [:]][key, default: []].append(sequence)
      }
    default: break
    }
  }
}
