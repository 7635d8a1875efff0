import Documents
import Domain
import Reading
import Synchronization

/// Reads reports that are shown again and again; the last few stay in memory.
final class ReportReadings: Sendable {
  /// The same bytes, name, place and year always give the same reading.
  struct Key: Hashable {
    var sha256: String
    var name: String
    var place: String?
    var year: Int?
  }

  static let shared = ReportReadings()

  /// Readings that are kept at most; one of a work report takes about 2 MB.
  private static let most = 16
  private let kept = Mutex<[(key: Key, reading: ReportReading)]>([])
  private let reader = Mutex<Reader?>(nil)

  /// - Parameter bytes: asked for only where the reading is not at hand.
  /// - Throws: a `Fault` of reading, and what `bytes` throws.
  func reading(_ key: Key, bytes: () throws -> [UInt8]) throws -> ReportReading {
    if let found = kept.withLock({ $0.first { $0.key == key } }) { return found.reading }
    let options = DocumentOptions(place: key.place, year: key.year)
    let report = try DocumentReader(options: options).read(bytes(), name: key.name)
    let reader = try builtIn()
    let statements = reader.statements(in: report)
    let reading = ReportReading(
      report: report, statements: statements,
      tasks: reader.tasks(in: report, statements: statements),
      sentences: reader.sentences(in: report))
    kept.withLock { kept in
      kept.append((key, reading))
      if kept.count > Self.most { kept.removeFirst() }
    }
    return reading
  }

  private func builtIn() throws -> Reader {
    try reader.withLock { reader in
      if let reader { return reader }
      let made = try Reader()
      reader = made
      return made
    }
  }
}

extension Office {
  /// An adopted report, read again from the ledger's own copy.
  ///
  /// - Throws: ``WorkFault/notFound`` where the ledger does not have the file.
  func reading(of facts: Change.ReportFacts) throws -> ReportReading {
    let key = ReportReadings.Key(
      sha256: facts.sha256, name: facts.name, place: facts.place, year: facts.year)
    return try ReportReadings.shared.reading(key) {
      guard let bytes = try store.file(facts.sha256) else { throw WorkFault.notFound }
      return bytes
    }
  }
}
