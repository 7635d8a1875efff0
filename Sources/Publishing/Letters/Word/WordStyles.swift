import Domain

/// Styles of official documents: 标题 2号小标宋, 正文 3号仿宋, 一级标题 3号黑体, 22 lines of 28 characters
/// a page (GB/T 9704-2012, 7.3).
enum WordStyles {
  static func bytes(_ language: Language) -> [UInt8] {
    let styles = [
      style(
        "Title", "Title", line(650) + centred + space(before: 0, after: 400), face("方正小标宋简体", 44)),
      style("Centred", "Centred", line(579) + centred, ""),
      style("Heading1", "heading 1", "<w:keepNext/>" + line(579) + indent + level, face("黑体", 32)),
      style("BodyText", "Body Text", line(579) + justified + indent, ""),
      style("Signature", "Signature", line(579) + right + #"<w:ind w:right="640"/>"#, ""),
      style("Band", "Band", space(before: 200, after: 300) + centred, face("黑体", 36)),
      style("TableText", "Table Text", space(before: 40, after: 40), face("仿宋_GB2312", 24)),
      style("TableHead", "Table Head", space(before: 60, after: 60) + centred, face("黑体", 24)),
    ]
    let lang = language == .chinese ? "zh-CN" : "en-US"
    return Array(
      (WordDocument.declaration
        + #"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#
        + "<w:docDefaults><w:rPrDefault><w:rPr>" + fonts("仿宋_GB2312") + size(32)
        + #"<w:lang w:val="\#(lang)" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>"#
        + #"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>"#
        + line(579) + "</w:pPr></w:style>" + styles.joined() + grid + "</w:styles>").utf8)
  }

  private static func style(_ id: String, _ name: String, _ shape: String, _ face: String) -> String
  {
    #"<w:style w:type="paragraph" w:styleId="\#(id)"><w:name w:val="\#(name)"/>"#
      + #"<w:basedOn w:val="Normal"/><w:pPr>\#(sorted(shape))</w:pPr><w:rPr>\#(face)</w:rPr></w:style>"#
  }

  /// The schema asks for one order: keepNext, spacing, ind, jc, outlineLvl.
  private static func sorted(_ shape: String) -> String {
    let order = ["<w:keepNext", "<w:spacing", "<w:ind", "<w:jc", "<w:outlineLvl"]
    let parts = shape.split(separator: "/>").map { $0 + "/>" }
    return order.flatMap { name in parts.filter { $0.hasPrefix(name) }.suffix(1) }.joined()
  }

  /// Exactly so many twentieths of a point.
  private static func line(_ height: Int) -> String {
    #"<w:spacing w:before="0" w:after="0" w:line="\#(height)" w:lineRule="exact"/>"#
  }

  private static func space(before: Int, after: Int) -> String {
    #"<w:spacing w:before="\#(before)" w:after="\#(after)" w:line="240" w:lineRule="auto"/>"#
  }

  private static let centred = #"<w:jc w:val="center"/>"#
  private static let right = #"<w:jc w:val="right"/>"#
  private static let justified = #"<w:jc w:val="both"/>"#
  private static let indent = #"<w:ind w:firstLineChars="200" w:firstLine="640"/>"#
  private static let level = #"<w:outlineLvl w:val="0"/>"#

  private static func face(_ font: String, _ halfPoints: Int) -> String {
    fonts(font) + size(halfPoints)
  }

  private static func fonts(_ font: String) -> String {
    #"<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="\#(font)" w:cs="Times New Roman"/>"#
  }

  private static func size(_ halfPoints: Int) -> String {
    #"<w:sz w:val="\#(halfPoints)"/><w:szCs w:val="\#(halfPoints)"/>"#
  }

  private static var grid: String {
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      #"<w:\#($0) w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#
    }
    return #"<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr>"#
      + "<w:tblBorders>" + sides.joined() + "</w:tblBorders><w:tblCellMar>"
      + #"<w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>"#
      + "</w:tblPr></w:style>"
  }
}
