/// Something that input got wrong: a stable code, the place, and what was expected.
///
/// Each target has its own faults as an enum and one file that turns them into sentences.
public protocol Fault: Error, Sendable {
  /// The stable code that docs/faults.md explains.
  var code: FaultCode { get }
  /// Where the fault is, or nil when it concerns the whole document.
  var place: FaultPlace? { get }
  /// What is wrong and what was expected, in one or two sentences.
  func sentence(_ language: Language) -> String
}

/// Stable codes of faults; a retired code is never used again.
public enum FaultCode: String, Sendable, CaseIterable {
  // Documents
  case unreadableFile = "D101"
  case emptyDocument = "D102"
  case unknownEncoding = "D103"
  case tooLarge = "D104"
  case damagedArchive = "D105"
  case missingPart = "D106"
  case archiveLimit = "D107"
  case malformedMarkup = "D108"
  case encryptedPDF = "D109"
  case noTextInPDF = "D110"
  case pdfToolMissing = "D111"
  case damagedPDF = "D112"
  case unknownFormat = "D113"
  case noReportInFolder = "D114"
  // Reading
  case damagedLexicon = "R101"
  // Publishing
  case cannotWrite = "P101"
  // Operations
  case nothingReadThere = "O101"
}

/// A place that a person can find: file, passage, column, and the line with a caret under it.
public struct FaultPlace: Sendable, Equatable {
  /// Name or path as it was given.
  public var file: String
  /// 1-based passage or line, where known.
  public var line: Int?
  /// 1-based column in characters, where known.
  public var column: Int?
  /// The line's text, for the caret.
  public var excerpt: String?

  /// Takes every field as it is; nothing is checked.
  public init(file: String, line: Int? = nil, column: Int? = nil, excerpt: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.excerpt = excerpt
  }
}

/// The languages that Duban speaks; Chinese first.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}
