import Documents
import Domain

/// Whether every version of every commitment quotes the ledger's own copy of its report: the very
/// words, at the very place.
struct VerifyQuotes {
  private let store: any LedgerStore
  private let books: Books

  init(_ store: any LedgerStore, _ books: Books) { (self.store, self.books) = (store, books) }

  func findings() throws -> [LedgerFinding] {
    var sources: [String: QuotedReport?] = [:]
    var found: [LedgerFinding] = []
    for id in books.order {
      var seen: [Commitment.Origin] = []
      for version in books.commitments[id] ?? [] {
        for origin in version.commitment.origins where !seen.contains(origin) {
          seen.append(origin)
          if sources[origin.report] == nil { sources[origin.report] = try report(origin.report) }
          guard let report = sources[origin.report] ?? nil else {
            found.append(Self.finding(version.sequence, id, origin, isKept: false))
            continue
          }
          if !report.has(origin) {
            found.append(Self.finding(version.sequence, id, origin, isKept: true))
          }
        }
      }
    }
    return found
  }

  /// Nil for one that the ledger does not have, or that cannot be read any more.
  private func report(_ sha256: String) throws -> QuotedReport? {
    guard let facts = books.reports.first(where: { $0.sha256 == sha256 }),
      let bytes = try store.file(sha256)
    else { return nil }
    let reader = DocumentReader(options: DocumentOptions(place: facts.place, year: facts.year))
    return (try? reader.read(bytes, name: facts.name)).map(QuotedReport.init)
  }

  private static func finding(
    _ sequence: Int, _ id: String, _ origin: Commitment.Origin, isKept: Bool
  ) -> LedgerFinding {
    LedgerFinding(
      sequence: sequence,
      what: isKept
        ? Phrase(
          "\(id) 的原句「\(origin.quote)」不是所存报告第 \(origin.start) 字起的原文",
          "the quote of \(id) is not what the stored report says at character \(origin.start)")
        : Phrase(
          "\(id) 的原句所出的报告（\(origin.report.prefix(12))）不在账本里",
          "the report that \(id) quotes (\(origin.report.prefix(12))) is not in the ledger"))
  }
}

/// A report with the places of its characters.
private struct QuotedReport {
  private let report: Report
  private let scalars: ScalarIndex

  init(_ report: Report) {
    self.report = report
    scalars = ScalarIndex(report.text, count: report.sourceCount)
  }

  /// Line breaks do not count: quotes are kept on one line.
  func has(_ origin: Commitment.Origin) -> Bool {
    guard let start = byte(origin.start), let end = byte(origin.end), start <= end else {
      return false
    }
    return Self.oneLine(report.string(start..<end)) == Self.oneLine(origin.quote)
  }

  private func byte(_ scalar: Int) -> Int? {
    scalar == scalars.scalars(before: report.sourceCount)
      ? report.sourceCount : scalars.byte(ofScalar: scalar, count: report.sourceCount)
  }

  private static func oneLine(_ text: String) -> [UInt8] {
    text.split { $0.isNewline }.flatMap(\.utf8)
  }
}
