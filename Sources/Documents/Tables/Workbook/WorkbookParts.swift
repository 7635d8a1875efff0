/// What a workbook says of itself: its sheets, where its parts are, and since when it counts days.
struct WorkbookParts {
  struct Sheet {
    let name: String
    let path: String
    let isHidden: Bool
  }

  let sheets: [Sheet]
  let strings: String?
  let styles: String?
  /// Days are counted from 1904 (old Macintosh) and not from 1900.
  let is1904: Bool

  static let workbook = "xl/workbook.xml"
  private static let links = "xl/_rels/workbook.xml.rels"

  init(_ archive: WorkbookArchive, file: String) throws {
    guard archive.has(Self.workbook) else {
      throw TableFault.missingPart(file: file, part: Self.workbook)
    }
    let book = BookHandler()
    let links = LinkHandler()
    try MarkupStream.parse(Self.workbook, of: archive, file: file, book)
    try MarkupStream.parse(Self.links, of: archive, file: file, links)
    sheets = book.sheets.compactMap { sheet in
      links.paths[sheet.id].map {
        Sheet(name: sheet.name, path: $0, isHidden: sheet.isHidden)
      }
    }
    strings = links.path(ofKind: "/sharedStrings")
    styles = links.path(ofKind: "/styles")
    is1904 = book.is1904
  }
}

private final class BookHandler: MarkupHandler {
  private(set) var sheets: [(name: String, id: String, isHidden: Bool)] = []
  private(set) var is1904 = false

  func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
    if name == "sheet", let title = attributes.string("name"), let id = attributes.string("id") {
      sheets.append((title, id, (attributes.string("state") ?? "visible") != "visible"))
    } else if name == "workbookPr" {
      is1904 = attributes.isTrue("date1904")
    }
  }

  func end(_ name: MarkupName) {}
  func words(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

private final class LinkHandler: MarkupHandler {
  private(set) var paths: [String: String] = [:]
  private var kinds: [(kind: String, path: String)] = []

  func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
    guard name == "Relationship", let id = attributes.string("Id"),
      let target = attributes.string("Target")
    else { return }
    let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
    paths[id] = path
    kinds.append((attributes.string("Type") ?? "", path))
  }

  func path(ofKind kind: String) -> String? { kinds.first { $0.kind.hasSuffix(kind) }?.path }
  func end(_ name: MarkupName) {}
  func words(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
