import Domain

/// Looks up references to other records; each key is asked for once.
struct References {
  /// The registry that is read: its records may stand further down in the same table.
  let own: String
  private var known: [String: [String: Bool]] = [:]
  private var pending: [(key: String, row: Int, column: Int)] = []

  init(own: String) { self.own = own }

  /// The key as the other registry has it (in narrow letters where only those are there); nil when
  /// it has none. A reference within the registry is kept for `missing`.
  mutating func find(
    _ key: String, in registry: String, _ row: Int, _ column: Int, _ sink: inout any RecordSink
  ) throws -> String? {
    if registry == own {
      pending.append((key, row, column))
      return key
    }
    if try has(key, registry, &sink) { return key }
    let bytes = Array(key.utf8)
    let narrow = String(decoding: bytes.span.narrow(0..<bytes.count), as: UTF8.self)
    return try narrow != key && has(narrow, registry, &sink) ? narrow : nil
  }

  private mutating func has(
    _ key: String, _ registry: String, _ sink: inout any RecordSink
  ) throws -> Bool {
    if let found = known[registry]?[key] { return found }
    let found = try sink.has(key, in: registry)
    known[registry, default: [:]][key] = found
    return found
  }

  /// References within the registry that neither the table nor the ledger has.
  mutating func missing(
    _ seen: [String: Int32], _ cells: CellReader, _ sink: inout any RecordSink
  ) throws -> [Problem] {
    try pending.compactMap { key, row, column in
      guard seen[key] == nil, try !has(key, own, &sink) else { return nil }
      return cells.problem(.reference(registry: own), row, column)
    }
  }
}
