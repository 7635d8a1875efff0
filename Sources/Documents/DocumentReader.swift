import Domain

/// What a caller may say about a document instead of having it found.
public struct DocumentOptions: Sendable, Equatable {
  public var place: String?
  public var year: Int?
  public var kind: Report.Kind?

  public init(place: String? = nil, year: Int? = nil, kind: Report.Kind? = nil) {
    self.place = place
    self.year = year
    self.kind = kind
  }
}

/// Turns the bytes of one document (txt, html, docx, pdf) into a report with its passages.
public struct DocumentReader: Sendable {
  public let options: DocumentOptions

  /// The largest file, in bytes, that is read.
  public static let limit = 268_435_456

  public init(options: DocumentOptions = DocumentOptions()) {
    self.options = options
  }

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, at most `limit`.
  ///   - name: file name without folders; its extension is a hint, the bytes decide.
  /// - Throws: `DocumentFault`, with nothing read.
  public func read(_ bytes: [UInt8], name: String) throws -> Report {
    guard bytes.count <= Self.limit else {
      throw DocumentFault.tooLarge(file: name, bytes: bytes.count, limit: Self.limit)
    }
    guard !bytes.isEmpty else { throw DocumentFault.empty(file: name) }
    guard let text = TextDecoder.decode(bytes) else { throw DocumentFault.encoding(file: name) }
    let report = Layout(text).report(name: name)
    guard !report.passages.isEmpty else { throw DocumentFault.empty(file: name) }
    return FactFinder(report).filled(options)
  }
}
