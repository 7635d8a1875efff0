import Domain

/// What can be wrong with a document, as facts; `Faults+Sentences.swift` has the words.
public enum DocumentFault: Fault, Equatable {
  /// The file could not be opened or read; `reason` is the system's word.
  case unreadable(file: String, reason: String)
  /// No bytes, or nothing but white space.
  case empty(file: String)
  /// Neither UTF-8, UTF-16 nor GB18030.
  case encoding(file: String)
  /// More bytes than the limit; both in bytes.
  case tooLarge(file: String, bytes: Int, limit: Int)
  /// A docx whose zip cannot be read.
  case archive(file: String)
  /// A docx without a part that it needs.
  case missingPart(file: String, part: String)
  /// A docx that unpacks to more than a document can hold.
  case archiveLimit(file: String, limit: ArchiveLimit)
  /// Markup that breaks off or is nested beyond the limit.
  case markup(file: String, line: Int?)
  /// A pdf that asks for a password.
  case encrypted(file: String)
  /// A pdf of images.
  case noText(file: String)
  /// `pdftotext` is not installed.
  case toolMissing(file: String)
  /// A pdf that cannot be read, or not within what one may use up.
  case damagedPDF(file: String, reason: PDFDamage)
  /// As many files as may be are being read by other programs.
  case busy(file: String)
  /// Bytes that are no text, html, docx or pdf.
  case format(file: String, found: String?)

  /// Which limit of an archive was broken.
  public enum ArchiveLimit: Sendable, Equatable {
    /// Bytes of a part when unpacked.
    case size(Int)
    /// Unpacked bytes for one packed byte.
    case ratio(Int)
    /// Files in the archive.
    case files(Int)
  }

  /// Why a pdf was given up.
  public enum PDFDamage: Sendable, Equatable {
    /// No text can be read from it.
    case unreadable
    /// Limit in seconds.
    case time(Int)
    /// Limit in bytes of memory.
    case memory(Int)
    /// Limit in bytes of text.
    case output(Int)
  }

  /// The stable code of the fault.
  public var code: FaultCode {
    switch self {
    case .unreadable: .unreadableFile
    case .empty: .emptyDocument
    case .encoding: .unknownEncoding
    case .tooLarge: .tooLarge
    case .archive: .damagedArchive
    case .missingPart: .missingPart
    case .archiveLimit: .archiveLimit
    case .markup: .malformedMarkup
    case .encrypted: .encryptedPDF
    case .noText: .noTextInPDF
    case .toolMissing: .pdfToolMissing
    case .damagedPDF: .damagedPDF
    case .busy: .readersBusy
    case .format: .unknownFormat
    }
  }

  /// The file, and the line of broken markup where it is known.
  public var place: FaultPlace? {
    if case .markup(let file, let line) = self { return FaultPlace(file: file, line: line) }
    return FaultPlace(file: file)
  }

  private var file: String {
    switch self {
    case .unreadable(let file, _), .empty(let file), .encoding(let file),
      .tooLarge(let file, _, _), .archive(let file), .missingPart(let file, _),
      .archiveLimit(let file, _), .markup(let file, _), .encrypted(let file), .noText(let file),
      .toolMissing(let file), .damagedPDF(let file, _), .busy(let file), .format(let file, _):
      file
    }
  }
}
