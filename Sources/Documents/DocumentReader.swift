import Domain

/// What a caller may say about a document instead of having it found.
public struct DocumentOptions: Sendable, Equatable {
  /// The place whose government reports, instead of the one that is found.
  public var place: String?
  /// The year that the report plans for.
  public var year: Int?
  /// What kind of document it is.
  public var kind: Report.Kind?

  /// Says what is known; nil for what is to be found.
  public init(place: String? = nil, year: Int? = nil, kind: Report.Kind? = nil) {
    self.place = place
    self.year = year
    self.kind = kind
  }
}

/// Turns the bytes of one document (txt, html, docx, pdf) into a report with its passages.
public struct DocumentReader: Sendable {
  /// What the caller has said.
  public let options: DocumentOptions

  /// The largest file, in bytes, that is read.
  public static let limit = 268_435_456

  /// A reader for documents that all have the same `options`.
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
    let text = try text(of: bytes, name: name)
    let report = Layout(text).report(name: name)
    guard !report.passages.isEmpty else { throw DocumentFault.empty(file: name) }
    return FactFinder(report).filled(options)
  }

  private func text(of bytes: [UInt8], name: String) throws -> [UInt8] {
    switch DocumentFormat(bytes, name: name) {
    case .text: return try decoded(bytes, name)
    case .html: return try page(bytes, name)
    case .docx: return Newlines.normalized(try WordText.lines(of: bytes, name: name))
    case .pdf:
      let lines = try PDFText.lines(of: bytes, name: name)
      return TextDecoder.decode(lines) ?? Newlines.normalized(UTF8Damage(lines).replaced)
    case .other(let found): throw DocumentFault.format(file: name, found: found)
    }
  }

  private func decoded(_ bytes: [UInt8], _ name: String) throws -> [UInt8] {
    if let text = TextDecoder.decode(bytes) { return text }
    guard TextDecoder.isPlain(bytes) else { throw DocumentFault.format(file: name, found: nil) }
    throw DocumentFault.encoding(file: name)
  }

  private func page(_ bytes: [UInt8], _ name: String) throws -> [UInt8] {
    let isChinese = HTMLCharset.isChinese(bytes) && !TextDecoder.isUTF8(bytes)
    let page = try (isChinese ? GB18030.decode(bytes) : nil) ?? decoded(bytes, name)
    guard let lines = HTMLText.lines(of: page) else {
      throw DocumentFault.markup(file: name, line: nil)
    }
    return Newlines.normalized(lines)
  }
}
