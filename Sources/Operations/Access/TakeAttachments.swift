import Documents
import Domain

/// Takes files that came with a form: their kind is found from their bytes, never believed.
public enum TakeAttachments {
  /// Bytes that one file may have.
  public static let limit = 10 << 20
  /// Files that one form may bring.
  public static let most = 20

  /// - Throws: ``WorkFault/fileTooLarge(name:limit:)``, ``WorkFault/wrongFileType(name:)`` for a file
  ///   that is no pdf, docx, xlsx, csv, txt, png or jpg or not what its name says.
  public static func check(_ name: String, _ bytes: [UInt8]) throws(WorkFault) {
    guard bytes.count <= limit else { throw .fileTooLarge(name: name, limit: limit) }
    guard name.unicodeScalars.count <= 200, let kind = FileKind(bytes), kind.fits(name) else {
      throw .wrongFileType(name: name)
    }
  }
}
