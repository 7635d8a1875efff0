import CLibXML2
import Domain

/// Takes the text out of a Word document: a line for each paragraph, a tab between the cells of a
/// table's row. Headers, footers, notes and deleted text are left out; text boxes follow the
/// paragraph that holds them.
struct WordText {
  static let part = "word/document.xml"

  /// The document's text.
  ///
  /// - Throws: `DocumentFault` for a damaged archive, a missing part, a broken limit or markup
  ///   that breaks off, is nested more than 256 deep, or has a document type (which Word
  ///   documents must not have).
  static func lines(of bytes: [UInt8], name: String) throws -> [UInt8] {
    let xml = try WordArchive(bytes: bytes, name: name).part(part)
    return try xml.withUnsafeBytes { buffer in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let reader = xmlReaderForMemory(start, Int32(buffer.count), nil, nil, options) else {
        throw DocumentFault.markup(file: name, line: nil)
      }
      defer { xmlFreeTextReader(reader) }
      return try walk(reader, name)
    }
  }

  private static let options = Int32(
    XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | XML_PARSE_COMPACT.rawValue)

  private static func walk(_ reader: xmlTextReaderPtr, _ name: String) throws -> [UInt8] {
    var writer = WordWriter()
    var state = xmlTextReaderRead(reader)
    while state == 1 {
      let type = xmlTextReaderNodeType(reader)
      if type == documentType { throw broken(reader, name) }
      let isLeftOut = type == start && WordWriter.left.contains(local(reader))
      if !isLeftOut { step(reader, type, &writer) }
      state = isLeftOut ? xmlTextReaderNext(reader) : xmlTextReaderRead(reader)
    }
    guard state == 0 else { throw broken(reader, name) }
    return writer.finished()
  }

  private static func broken(_ reader: xmlTextReaderPtr, _ name: String) -> DocumentFault {
    let line = xmlTextReaderGetParserLineNumber(reader)
    return .markup(file: name, line: line > 0 ? Int(line) : nil)
  }

  private static let documentType = Int32(XML_READER_TYPE_DOCUMENT_TYPE.rawValue)

  private static let start = Int32(XML_READER_TYPE_ELEMENT.rawValue)
  private static let end = Int32(XML_READER_TYPE_END_ELEMENT.rawValue)
  private static let words: Set<Int32> = [
    Int32(XML_READER_TYPE_TEXT.rawValue), Int32(XML_READER_TYPE_CDATA.rawValue),
    Int32(XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue),
    Int32(XML_READER_TYPE_WHITESPACE.rawValue),
  ]

  private static func step(
    _ reader: xmlTextReaderPtr, _ type: Int32, _ writer: inout WordWriter
  ) {
    if words.contains(type) {
      writer.add(string(xmlTextReaderConstValue(reader)))
    } else if type == start {
      let name = local(reader)
      writer.start(name)
      if xmlTextReaderIsEmptyElement(reader) == 1 { writer.end(name) }
    } else if type == end {
      writer.end(local(reader))
    }
  }

  private static func local(_ reader: xmlTextReaderPtr) -> String {
    String(decoding: string(xmlTextReaderConstLocalName(reader)), as: UTF8.self)
  }

  private static func string(_ words: UnsafePointer<xmlChar>?) -> [UInt8] {
    guard let words else { return [] }
    return Array(UnsafeBufferPointer(start: words, count: Int(xmlStrlen(words))))
  }
}

/// Writes lines from the elements of a Word document as they come.
struct WordWriter {
  /// Elements whose content is no text of the document, or is there twice.
  static let left: Set<String> = ["Fallback", "moveFrom", "del", "instrText", "delText", "pict"]

  /// The text of every open text box, the document itself first.
  private var texts: [[UInt8]] = [[]]
  /// Closed text boxes that wait for the end of their paragraph.
  private var waiting: [UInt8] = []
  private var isWord = false
  /// Cells seen in every open row, the innermost table last.
  private var cells: [Int] = []

  mutating func start(_ name: String) {
    switch name {
    case "t": isWord = true
    case "tab": append(0x09)
    case "br", "cr": append(0x0A)
    case "noBreakHyphen": append(0x2D)
    case "tr": cells.append(0)
    case "tc": startCell()
    case "txbxContent": texts.append([])
    default: break
    }
  }

  mutating func end(_ name: String) {
    switch name {
    case "t": isWord = false
    case "p": endParagraph()
    case "tr": endRow()
    case "txbxContent": endTextBox()
    default: break
    }
  }

  mutating func add(_ words: [UInt8]) {
    if isWord { texts[texts.count - 1] += words }
  }

  /// The whole text.
  func finished() -> [UInt8] { Array(texts.joined()) + waiting }

  private mutating func append(_ byte: UInt8) {
    texts[texts.count - 1].append(byte)
  }

  private mutating func startCell() {
    guard let count = cells.last else { return }
    if count > 0 {
      dropSpace()
      append(0x09)
    }
    cells[cells.count - 1] = count + 1
  }

  /// Paragraphs of one cell stay in its row.
  private mutating func endParagraph() {
    append(cells.isEmpty ? 0x0A : 0x20)
    guard texts.count == 1, cells.isEmpty, !waiting.isEmpty else { return }
    texts[0] += waiting
    waiting = []
  }

  private mutating func endRow() {
    guard !cells.isEmpty else { return }
    cells.removeLast()
    dropSpace()
    append(cells.isEmpty ? 0x0A : 0x20)
  }

  private mutating func endTextBox() {
    guard texts.count > 1 else { return }
    waiting += texts.removeLast()
  }

  private mutating func dropSpace() {
    while texts[texts.count - 1].last == 0x20 { texts[texts.count - 1].removeLast() }
  }
}
