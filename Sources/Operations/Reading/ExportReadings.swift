import Domain
import Publishing

/// Writes readings in one of the export's forms.
public struct ExportReadings: Sendable {
  private let exporter: Exporter

  /// Writes as `exporter` does, reports side by side where its form allows.
  public init(_ exporter: Exporter) { self.exporter = exporter }

  /// The bytes of the export, in pieces to be written one behind the other.
  ///
  /// - Throws: ``PublishingFault``.
  public func pieces(_ readings: [ReportReading]) async throws -> [[UInt8]] {
    guard exporter.isPerReport else { return [try exporter.bytes(readings)] }
    let exporter = exporter
    return [exporter.head()] + (await inParallel(readings) { exporter.piece($0) })
  }
}
