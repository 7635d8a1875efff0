import Documents
import Domain

/// A file that is kept, for those who may see something that refers to it.
public struct ShowFile: Sendable {
  private let view: View

  /// Shows what a view may know, and asks nothing else.
  public init(_ view: View) { self.view = view }

  /// A file with what a browser needs to know of it.
  public struct Kept: Sendable {
    /// The whole file.
    public var bytes: [UInt8]
    /// The name to save it under.
    public var name: String
    /// Nil for anything that is not to be shown by a browser.
    public var type: String?
  }

  /// - Throws: ``WorkFault/notFound`` where there is none, and where it is not the caller's to see.
  public func run(_ sha256: String) throws -> Kept {
    let name = try view.isInside ? insideName(sha256) : publicName(sha256)
    guard let name, let bytes = try view.file(sha256) else { throw WorkFault.notFound }
    return Kept(bytes: bytes, name: name, type: Self.type(of: bytes))
  }

  /// Its name where anything refers to it.
  private func insideName(_ sha256: String) throws -> String? {
    let books = view.books
    let attached =
      books.filings.values.joined().lazy.map(\.value.attachments)
      .first { $0.contains { $0.sha256 == sha256 } }
      ?? books.closings.values.joined().lazy.map(\.value.attachments)
      .first { $0.contains { $0.sha256 == sha256 } }
    if let attachment = attached?.first(where: { $0.sha256 == sha256 }) { return attachment.name }
    if let source = books.sources.values.first(where: { $0.sha256 == sha256 }) {
      return Self.name(of: source, try view.file(sha256))
    }
    return reportName(sha256, books)
  }

  /// Outside only published or accepted sources of what was released, never a registry with personal
  /// fields, and the reports that the accounts are of.
  private func publicName(_ sha256: String) throws -> String? {
    let books = view.books
    let source = books.sources.values.first {
      $0.sha256 == sha256 && $0.grade >= .published && !isPersonal($0.id, books)
    }
    if let source { return Self.name(of: source, try view.file(sha256)) }
    return reportName(sha256, books)
  }

  private func isPersonal(_ source: String, _ books: Books) -> Bool {
    (books.registriesOfSource[source] ?? []).contains { name in
      books.registries[name]?.fields.contains { $0.kind == .personal } ?? true
    }
  }

  private func reportName(_ sha256: String, _ books: Books) -> String? {
    books.reports.first { $0.sha256 == sha256 }?.name
  }

  /// The source's title with the ending that its bytes have.
  private static func name(of source: Source, _ bytes: [UInt8]?) -> String {
    let title = source.title.isEmpty ? source.id : source.title
    let leaf = title.map { "/\\:*?\"<>|".contains($0) || $0.isNewline ? "_" : String($0) }.joined()
    guard let bytes, let kind = FileKind(bytes), !kind.fits(leaf) else { return leaf }
    return leaf + "." + (kind == .text ? "txt" : kind.rawValue)
  }

  private static func type(of bytes: [UInt8]) -> String? {
    switch FileKind(bytes) {
    case .pdf: "application/pdf"
    case .png: "image/png"
    case .jpg: "image/jpeg"
    default: nil
    }
  }
}
