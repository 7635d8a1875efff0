import Domain

/// Tests lay out a ledger without deciding anything: what they append goes on top of whatever is there.
extension LedgerStore {
  @discardableResult
  func append(_ changes: [Change], files: [[UInt8]] = [], by author: Author) throws -> [Entry] {
    let entries = try append(
      changes, files: files, beside: [], onTopOf: head().sequence, by: author)
    return try found(entries)
  }

  /// A file that nothing names.
  func keep(_ bytes: [UInt8]) throws -> String {
    _ = try append([], files: [bytes], by: Author(actor: "files"))
    return sha256(bytes)
  }

  func importRecords(
    of registry: Registry, from source: Source, by author: Author,
    fill: (inout any RecordSink) throws -> Void
  ) throws -> Change.Batch {
    try found(
      importRecords(
        of: registry, from: source, file: nil, onTopOf: head().sequence, by: author, fill: fill))
  }
}
