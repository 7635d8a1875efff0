/// What a document is, told by its bytes.
enum DocumentFormat: Sendable, Equatable {
  case text
  case html
  case docx
  case pdf
  /// Something else, with its name when it is known.
  case other(String?)

  /// The name's extension only decides between html and text that show no mark of their own.
  init(_ bytes: [UInt8], name: String) {
    if DocumentFormat.hasPDFMark(bytes) {
      self = .pdf
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || bytes.starts(with: [0x50, 0x4B, 5, 6])
    {
      self = .docx
    } else if let known = DocumentFormat.known.first(where: { bytes.starts(with: $0.mark) }) {
      self = .other(known.name)
    } else {
      self = DocumentFormat.isHTML(bytes, name) ? .html : .text
    }
  }

  private static let known: [(mark: [UInt8], name: String)] = [
    ([0xD0, 0xCF, 0x11, 0xE0], "doc / xls / wps"), ([0x89, 0x50, 0x4E, 0x47], "png"),
    ([0xFF, 0xD8, 0xFF], "jpeg"), ([0x47, 0x49, 0x46, 0x38], "gif"),
    ([0x1F, 0x8B, 0x08], "gzip"), ([0x52, 0x61, 0x72, 0x21], "rar"),
    ([0x37, 0x7A, 0xBC, 0xAF], "7z"), (Array("{\\rtf".utf8), "rtf"),
    ([0x7F, 0x45, 0x4C, 0x46], "elf"),
  ]

  /// `%PDF-` may stand a little behind the start.
  private static func hasPDFMark(_ bytes: [UInt8]) -> Bool {
    bytes.find("%PDF-", in: 0..<min(bytes.count, 1024)) != nil
      && bytes.first.map { $0 < 0x80 || $0 == 0xEF } == true
  }

  private static func isHTML(_ bytes: [UInt8], _ name: String) -> Bool {
    let start = bytes.prefix(64).first { $0 > 0x20 && $0 < 0xBB || $0 > 0xBF && $0 < 0xEF }
    let isNamed = [".html", ".htm", ".xhtml", ".shtml"].contains { name.lowercased().hasSuffix($0) }
    guard isNamed || start == 0x3C else { return false }
    let head = lowercased(bytes.prefix(4096).filter { $0 != 0 })
    let all = 0..<head.count
    let marks: [Needle] = ["<!doctype html", "<html", "<head", "<body"]
    if head.contains(any: marks, in: all) { return true }
    return isNamed && head.contains("<", in: all)
  }

  private static func lowercased(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
  }
}
