import Domain

/// The WordprocessingML (ECMA-376) of a document's parts.
struct WordMarkup {
  private let content: WordDocument

  init(_ document: WordDocument) { content = document }

  private static let names = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    """

  var document: [UInt8] {
    var text = ByteText(WordDocument.declaration)
    text.add("<w:document \(Self.names)><w:body>")
    for (index, block) in content.blocks.enumerated() {
      add(block, to: &text)
      if case .table = block, index + 1 == content.blocks.count { text.add("<w:p/>") }
    }
    text.add(section)
    text.add("</w:body></w:document>")
    return text.bytes
  }

  /// Twentieths of a point. 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm (GB/T 9704-2012, 5.2); across,
  /// the sheet is turned.
  private var section: String {
    let size =
      content.isAcross
      ? #"<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>"#
      : #"<w:pgSz w:w="11906" w:h="16838"/>"#
    let margins =
      content.isAcross
      ? #"w:top="1588" w:right="1984" w:bottom="1474" w:left="2098""#
      : #"w:top="2098" w:right="1474" w:bottom="1984" w:left="1588""#
    return
      #"<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>\#(size)<w:pgMar \#(margins) "#
      + #"w:header="851" w:footer="1400" w:gutter="0"/></w:sectPr>"#
  }

  /// Width of the text, in twentieths of a point.
  private var width: Int { content.isAcross ? 16838 - 1984 - 2098 : 11906 - 1474 - 1588 }

  private func add(_ block: WordDocument.Block, to text: inout ByteText) {
    switch block {
    case .title(let words): paragraph([.init(words)], "Title", to: &text)
    case .centred(let words): paragraph([.init(words)], "Centred", to: &text)
    case .heading(let words): paragraph([.init(words)], "Heading1", to: &text)
    case .paragraph(let runs): paragraph(runs, "BodyText", to: &text)
    case .line(let runs): paragraph(runs, nil, to: &text)
    case .signature(let words): paragraph([.init(words)], "Signature", to: &text)
    case .band(let words, let band): add(words, band, to: &text)
    case .table(let table): add(table, to: &text)
    }
  }

  private func paragraph(
    _ runs: [WordDocument.Run], _ style: String?, to text: inout ByteText
  ) {
    text.add("<w:p>")
    if let style { text.add(#"<w:pPr><w:pStyle w:val="\#(style)"/></w:pPr>"#) }
    for run in runs { add(run, to: &text) }
    text.add("</w:p>")
  }

  private func add(_ run: WordDocument.Run, colour: String? = nil, to text: inout ByteText) {
    text.add("<w:r>")
    if run.isBold || colour != nil {
      text.add("<w:rPr>" + (run.isBold ? "<w:b/>" : ""))
      if let colour { text.add(#"<w:color w:val="\#(colour)"/>"#) }
      text.add("</w:rPr>")
    }
    let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      text.add((index > 0 ? "<w:br/>" : "") + #"<w:t xml:space="preserve">"#)
      text.addXML(String(line))
      text.add("</w:t>")
    }
    text.add("</w:r>")
  }

  /// Borders differ too, as paper may have no colours.
  private func add(_ words: String, _ band: WordDocument.Band, to text: inout ByteText) {
    let (fill, ink, border) =
      switch band {
      case .blue: ("1F5FA8", "FFFFFF", "single")
      case .yellow: ("F2C744", "000000", "dashed")
      case .red: ("B02A25", "FFFFFF", "double")
      case .plain: ("FFFFFF", "000000", "single")
      }
    let line = #"w:val="\#(border)" w:sz="12" w:space="4" w:color="000000""#
    text.add(
      #"<w:p><w:pPr><w:pStyle w:val="Band"/><w:pBdr><w:top \#(line)/><w:bottom \#(line)/></w:pBdr>"#
        + #"<w:shd w:val="clear" w:color="auto" w:fill="\#(fill)"/></w:pPr>"#)
    add(.init(words, isBold: true), colour: ink, to: &text)
    text.add("</w:p>")
  }

  private func add(_ table: WordDocument.Table, to text: inout ByteText) {
    let whole = max(1, table.widths.reduce(0, +))
    let widths = table.widths.map { width * $0 / whole }
    text.add(
      #"<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="\#(widths.reduce(0, +))" w:type="dxa"/>"#
        + #"<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>"#)
    for width in widths { text.add(#"<w:gridCol w:w="\#(width)"/>"#) }
    text.add("</w:tblGrid>")
    if !table.header.isEmpty {
      row(table.header.map { [.init($0)] }, widths, isHeader: true, to: &text)
    }
    for cells in table.rows { row(cells, widths, isHeader: false, to: &text) }
    text.add("</w:tbl>")
  }

  private func row(
    _ cells: [[WordDocument.Run]], _ widths: [Int], isHeader: Bool, to text: inout ByteText
  ) {
    text.add("<w:tr><w:trPr><w:cantSplit/>" + (isHeader ? "<w:tblHeader/>" : "") + "</w:trPr>")
    for (cell, width) in zip(cells, widths) {
      text.add(
        #"<w:tc><w:tcPr><w:tcW w:w="\#(width)" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>"#)
      paragraph(cell, isHeader ? "TableHead" : "TableText", to: &text)
      text.add("</w:tc>")
    }
    text.add("</w:tr>")
  }

  /// 页码: 宋体, 14 pt, between dashes.
  var footer: [UInt8] {
    let font =
      #"<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>"#
    func run(_ words: String) -> String {
      #"<w:r>\#(font)<w:t xml:space="preserve">\#(words)</w:t></w:r>"#
    }
    return Array(
      (WordDocument.declaration + "<w:ftr \(Self.names)><w:p>"
        + #"<w:pPr><w:pStyle w:val="TableText"/><w:jc w:val="center"/></w:pPr>"#
        + run("— ") + #"<w:fldSimple w:instr="PAGE">\#(run("1"))</w:fldSimple>"# + run(" —")
        + "</w:p></w:ftr>").utf8)
  }

  var properties: [UInt8] {
    var text = ByteText(WordDocument.declaration)
    text.add(
      #"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" "#
        + #"xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>"#)
    text.addXML(content.title)
    text.add("</dc:title><dc:language>")
    text.add(content.language == .chinese ? "zh-CN" : "en")
    text.add("</dc:language></cp:coreProperties>")
    return text.bytes
  }
}

extension ByteText {
  /// Text of XML 1.0: what html escapes, and without the two code points that XML does not have.
  mutating func addXML(_ text: String) {
    let scalars = text.unicodeScalars.filter { $0.value != 0xFFFE && $0.value != 0xFFFF }
    addHTML(String(String.UnicodeScalarView(scalars)))
  }
}
