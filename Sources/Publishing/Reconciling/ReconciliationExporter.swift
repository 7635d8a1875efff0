import Domain

/// The forms that promises beside claims can be written in.
public enum ReconciliationFormat: String, Sendable, CaseIterable {
  case table, jsonl, csv, xlsx
  /// One page that needs nothing else.
  case html

  /// True where a terminal cannot show it.
  public var isBinary: Bool { self == .xlsx }
}

/// Writes promises beside the claims that answer them.
public struct ReconciliationExporter: Sendable {
  private let format: ReconciliationFormat
  private let width: Int
  private let words: Words

  /// - Parameter width: columns of the screen, for `table`.
  public init(format: ReconciliationFormat, language: Language = .chinese, width: Int = 120) {
    self.format = format
    self.width = width
    words = Words(language)
  }

  /// - Throws: ``PublishingFault``, only for workbooks.
  public func bytes(_ all: [Reconciliation]) throws -> [UInt8] {
    let sheet = ReconciliationSheet(all, words)
    switch format {
    case .table: return try sheet.bytes(.table, width: width)
    case .jsonl: return try sheet.bytes(.jsonl, width: width)
    case .csv: return try sheet.bytes(.csv, width: width)
    case .xlsx: return try sheet.bytes(.xlsx, width: width)
    case .html: return WriteReconciliations(all, words).bytes()
    }
  }
}
