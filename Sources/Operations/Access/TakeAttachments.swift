import Documents
import Domain

/// Takes files that came with a form: their kind is found from their bytes, never believed.
public enum TakeAttachments {
  /// Bytes that one file may have.
  public static let limit = 10 << 20
  /// Files that one form may bring.
  public static let most = 20

  /// Keeps the files and tells what they are; the same bytes again are kept once. All are looked at
  /// before the first is kept.
  ///
  /// - Throws: ``WorkFault/fileTooLarge(name:limit:)``, ``WorkFault/wrongFileType(name:)`` for a file
  ///   that is no pdf, docx, xlsx, csv, txt, png or jpg or not what its name says.
  public static func take(
    _ files: [(name: String, bytes: [UInt8])], store: any LedgerStore
  ) throws -> [Attachment] {
    guard files.count <= most else {
      throw WorkFault.form([
        FormProblem("files", "一次最多 \(most) 个文件", "at most \(most) files at a time")
      ])
    }
    for file in files { try check(file.name, file.bytes) }
    return try files.map { file in
      Attachment(sha256: try store.keep(file.bytes), name: file.name, size: file.bytes.count)
    }
  }

  /// The same check without keeping anything.
  public static func check(_ name: String, _ bytes: [UInt8]) throws(WorkFault) {
    guard bytes.count <= limit else { throw .fileTooLarge(name: name, limit: limit) }
    guard name.unicodeScalars.count <= 200, let kind = FileKind(bytes), kind.fits(name) else {
      throw .wrongFileType(name: name)
    }
  }
}
