import Domain

/// Writes the judged table: one row a commitment, the counts of the states below, baselines apart.
public struct AccountsExporter: Sendable {
  private let format: SheetFormat
  private let width: Int
  private let words: Words
  private let synthetic: String?

  /// - Parameters:
  ///   - width: columns of the screen, for `table`.
  ///   - synthetic: why the data is invented; every form then says that it is.
  public init(
    format: SheetFormat, language: Language = .chinese, width: Int = 120, synthetic: String? = nil
  ) {
    self.format = format
    self.width = width
    self.synthetic = synthetic
    words = Words(language)
  }

  /// Rows in the given order, those of one theme together.
  ///
  /// - Throws: ``PublishingFault``, only for workbooks.
  public func bytes(_ rows: [AccountRow], _ heading: AccountHeading) throws -> [UInt8] {
    try AccountSheet(rows: rows, heading: heading, words: words, synthetic: synthetic)
      .bytes(format, width: width)
  }
}
