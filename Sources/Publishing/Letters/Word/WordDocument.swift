import Domain

/// A docx in the making: an official document on A4 with the margins and faces of GB/T 9704-2012.
///
/// Equal content gives equal bytes: nothing in it tells when it was made.
struct WordDocument: Sendable {
  /// For the file's properties.
  var title: String
  var language: Language = .chinese
  /// True for wide tables.
  var isAcross = false
  var blocks: [Block] = []

  /// What stands one below the other.
  enum Block: Sendable {
    /// 标题: 方正小标宋, 22 pt, centred.
    case title(String)
    /// A line between title and text: number, period.
    case centred(String)
    /// 黑体, 16 pt.
    case heading(String)
    /// 仿宋, 16 pt, its first line indented by two characters.
    case paragraph([Run])
    /// Without indent, for labels and notes.
    case line([Run])
    /// 署名 and 成文日期, at the right.
    case signature(String)
    /// A coloured band with its word, bordered so that it is seen without colour.
    case band(String, Band)
    case table(Table)
  }

  struct Run: Sendable {
    var text: String
    var isBold = false

    init(_ text: String, isBold: Bool = false) {
      self.text = text
      self.isBold = isBold
    }
  }

  enum Band: Sendable { case blue, yellow, red, plain }

  struct Table: Sendable {
    /// Shares of the width, at least 1 each.
    var widths: [Int]
    /// Repeated on each page; empty for none.
    var header: [String] = []
    var rows: [[[Run]]]
  }

  /// The finished file.
  ///
  /// - Throws: ``PublishingFault``.
  func bytes() throws -> [UInt8] {
    let markup = WordMarkup(self)
    return try ZipFile.bytes([
      ("[Content_Types].xml", Self.types), ("_rels/.rels", Self.relations),
      ("docProps/core.xml", markup.properties), ("word/document.xml", markup.document),
      ("word/styles.xml", WordStyles.bytes(language)), ("word/footer1.xml", markup.footer),
      ("word/_rels/document.xml.rels", Self.parts),
    ])
  }

  static let declaration = #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
  private static let office = "application/vnd.openxmlformats-officedocument.wordprocessingml."
  private static let package = "http://schemas.openxmlformats.org/package/2006/"
  private static let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

  private static let types = Array(
    (declaration + """
      <Types xmlns="\(package)content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/word/document.xml" ContentType="\(office)document.main+xml"/>\
      <Override PartName="/word/styles.xml" ContentType="\(office)styles+xml"/>\
      <Override PartName="/word/footer1.xml" ContentType="\(office)footer+xml"/>\
      <Override PartName="/docProps/core.xml" \
      ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
      """).utf8)

  private static let relations = Array(
    (declaration + """
      <Relationships xmlns="\(package)relationships">\
      <Relationship Id="rId1" Type="\(kinds)officeDocument" Target="word/document.xml"/>\
      <Relationship Id="rId2" Type="\(package)relationships/metadata/core-properties" \
      Target="docProps/core.xml"/></Relationships>
      """).utf8)

  private static let parts = Array(
    (declaration + """
      <Relationships xmlns="\(package)relationships">\
      <Relationship Id="rId1" Type="\(kinds)styles" Target="styles.xml"/>\
      <Relationship Id="rId2" Type="\(kinds)footer" Target="footer1.xml"/></Relationships>
      """).utf8)
}
