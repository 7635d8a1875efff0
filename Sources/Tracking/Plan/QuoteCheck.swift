import Domain

/// Whether quotes are a stored report's own words at the places that they name.
public struct QuoteCheck: Sendable {
  private let report: Report
  private let scalars: ScalarIndex
  /// The whole text without line breaks, where sentences are looked for.
  private let line: [UInt8]

  /// - Parameter report: as it is read from the ledger's own copy of the file.
  public init(_ report: Report) {
    self.report = report
    scalars = ScalarIndex(report.text, count: report.sourceCount)
    line = Self.oneLine(report.string(0..<report.text.count))
  }

  /// What of an origin the report does not say; nil where it is the report's own.
  ///
  /// - Parameter id: of the commitment that has the origin.
  public func fault(_ id: String, _ origin: Commitment.Origin) -> TrackingFault? {
    guard words(origin).map(Self.oneLine) == Array(origin.quote.utf8) else {
      return .quoteDiffers(id, start: origin.start, quote: origin.quote)
    }
    let sentence = Array(origin.sentence.utf8)
    guard sentence.isEmpty || line.firstRange(of: sentence) != nil else {
      return .quoteDiffers(id, start: origin.start, quote: origin.sentence)
    }
    return nil
  }

  /// The source's words from `start` to `end`, in Unicode scalars; nil outside the text.
  private func words(_ origin: Commitment.Origin) -> String? {
    guard origin.start >= 0, origin.start <= origin.end, let from = byte(origin.start),
      let to = byte(origin.end)
    else { return nil }
    return report.string(from..<to)
  }

  private func byte(_ scalar: Int) -> Int? {
    let count = report.sourceCount
    if scalar == scalars.scalars(before: count) { return count }
    return scalars.byte(ofScalar: scalar, count: count)
  }

  private static func oneLine(_ text: String) -> [UInt8] {
    text.split { $0.isNewline }.flatMap(\.utf8)
  }
}
