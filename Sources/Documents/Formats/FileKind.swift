import CLibZip
import Foundation

/// Kinds of files that people attach, told by the bytes alone.
public enum FileKind: String, Sendable, CaseIterable {
  case pdf, docx, xlsx, png, jpg
  /// UTF-8 or GB18030, as in txt and csv files.
  case text

  /// Nil for anything else, and for a file without bytes.
  public init?(_ bytes: [UInt8]) {
    guard !bytes.isEmpty else { return nil }
    if let mark = FileKind.marks.first(where: { bytes.starts(with: $0.bytes) }) {
      guard let kind = mark.kind ?? FileKind.packed(bytes) else { return nil }
      self = kind
    } else if FileKind.isText(bytes) {
      self = .text
    } else {
      return nil
    }
  }

  /// Endings of names that go with the kind, in lower case.
  public var endings: Set<String> {
    switch self {
    case .pdf, .docx, .xlsx, .png: [rawValue]
    case .jpg: ["jpg", "jpeg"]
    case .text: ["txt", "csv"]
    }
  }

  /// Whether a file of the kind may have a name.
  public func fits(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return endings.contains(name[name.index(after: dot)...].lowercased())
  }

  /// First bytes; a zip's parts tell the rest.
  private static let marks: [(bytes: [UInt8], kind: FileKind?)] = [
    (Array("%PDF-".utf8), .pdf), ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .png),
    ([0xFF, 0xD8, 0xFF], .jpg), ([0x50, 0x4B, 0x03, 0x04], nil),
  ]

  private static func packed(_ bytes: [UInt8]) -> FileKind? {
    bytes.withUnsafeBytes { buffer in
      guard let source = zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, nil)
      else { return nil }
      guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
        zip_source_free(source)
        return nil
      }
      defer { zip_discard(archive) }
      guard zip_name_locate(archive, "[Content_Types].xml", 0) >= 0 else { return nil }
      // Macros are not taken, whatever the name says.
      guard zip_name_locate(archive, "vbaProject.bin", UInt32(ZIP_FL_NODIR)) < 0 else { return nil }
      if zip_name_locate(archive, "word/document.xml", 0) >= 0 { return .docx }
      return zip_name_locate(archive, "xl/workbook.xml", 0) >= 0 ? .xlsx : nil
    }
  }

  private static func isText(_ bytes: [UInt8]) -> Bool {
    guard !bytes.contains(0), TextDecoder.isPlain(bytes) else { return false }
    if TextDecoder.isUTF8(bytes) { return true }
    return String(data: Data(bytes), encoding: .init(rawValue: 0x8000_0632)) != nil
  }
}
