import Domain

/// Tests lay out a ledger without deciding anything: what they append goes on top of whatever is there.
extension LedgerStore {
  /// Appends on top of the head.
  @discardableResult
  package func append(_ changes: [Change], files: [[UInt8]] = [], by author: Author) throws
    -> [Entry]
  {
    let entries = try append(
      changes, files: files, beside: [], onTopOf: head().sequence, by: author)
    return try found(entries)
  }

  /// A file that nothing names.
  package func keep(_ bytes: [UInt8]) throws -> String {
    _ = try append([], files: [bytes], by: Author(actor: "files"))
    return sha256(bytes)
  }

  /// Imports records on top of the head.
  package func importRecords(
    of registry: Registry, from source: Source, by author: Author,
    fill: (inout any RecordSink) throws -> Void
  ) throws -> Change.Batch {
    try found(
      importRecords(
        of: registry, from: source, file: nil, onTopOf: head().sequence, by: author, fill: fill))
  }

  /// Imports figures on top of the head.
  package func importObservations(
    _ observations: [Observation], from source: Source, by author: Author
  ) throws -> Change.Batch {
    try found(
      importObservations(
        observations, from: source, file: nil, onTopOf: head().sequence, by: author))
  }

  /// Removes records on top of the head.
  package func removeRecords(_ keys: [String], of registry: String, by author: Author) throws {
    _ = try removeRecords(keys, of: registry, onTopOf: head().sequence, by: author)
  }
}

/// What came of an append on top of the head.
private func found<Value>(_ value: Value?) throws -> Value {
  guard let value else { throw AnotherWriter() }
  return value
}

private struct AnotherWriter: Error {}
