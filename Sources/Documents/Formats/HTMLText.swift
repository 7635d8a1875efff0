import CLibXML2
import Domain

/// Takes the text out of a web page: one line for each block, a tab between the cells of a row.
///
/// The page is read as UTF-8; its own encoding is handled before (`charset`). Scripts, styles and
/// menus are left out. Events of the parser are handled one after the other, so depth costs no
/// stack.
struct HTMLText {
  /// The page's text, or nil when libxml2 can make nothing of it.
  static func lines(of page: [UInt8]) -> [UInt8]? {
    let sink = Sink()
    guard parse(page, into: sink) else { return nil }
    return sink.text
  }

  private static func parse(_ page: [UInt8], into sink: Sink) -> Bool {
    var handler = xmlSAXHandler()
    handler.startElement = { context, name, attributes in
      Sink.of(context)?.start(Sink.bytes(name), attributes)
    }
    handler.endElement = { context, name in Sink.of(context)?.end(Sink.bytes(name)) }
    handler.characters = { context, words, count in Sink.of(context)?.add(words, count) }
    handler.cdataBlock = handler.characters
    handler.ignorableWhitespace = handler.characters
    return withExtendedLifetime(sink) {
      let pointer = Unmanaged.passUnretained(sink).toOpaque()
      guard
        let parser = htmlCreatePushParserCtxt(
          &handler, pointer, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
      else { return false }
      defer { htmlFreeParserCtxt(parser) }
      htmlCtxtUseOptions(parser, options)
      push(page, parser)
      return true
    }
  }

  private static let options = Int32(
    HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | HTML_PARSE_NODEFDTD.rawValue)

  private static func push(_ page: [UInt8], _ parser: htmlParserCtxtPtr) {
    page.withUnsafeBytes { bytes in
      let step = 65_536
      for start in stride(from: 0, to: bytes.count, by: step) {
        let count = min(step, bytes.count - start)
        let chunk = bytes.baseAddress?.advanced(by: start).assumingMemoryBound(to: CChar.self)
        htmlParseChunk(parser, chunk, Int32(count), 0)
      }
      htmlParseChunk(parser, nil, 0, 1)
    }
  }

  /// Collects the text as the parser meets it.
  private final class Sink {
    private(set) var text: [UInt8] = []
    /// Depth inside an element that is left out; 0 outside.
    private var skipped = 0
    /// The name of the element that is left out.
    private var skipping: [UInt8] = []
    private var cells = 0
    private var isPreformatted = 0

    static func of(_ context: UnsafeMutableRawPointer?) -> Sink? {
      context.map { Unmanaged<Sink>.fromOpaque($0).takeUnretainedValue() }
    }

    static func bytes(_ name: UnsafePointer<xmlChar>?) -> [UInt8] {
      guard let name else { return [] }
      return Array(UnsafeBufferPointer(start: name, count: Int(xmlStrlen(name))))
    }

    func start(
      _ name: [UInt8], _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
      if skipped > 0 {
        if name == skipping { skipped += 1 }
        return
      }
      if Tags.left.contains(name) || (Tags.boxes.contains(name) && Self.isMenu(attributes)) {
        (skipped, skipping) = (1, name)
        breakLine()
        return
      }
      open(name)
    }

    private func open(_ name: [UInt8]) {
      if Tags.cells.contains(name) {
        dropSpace()
        if cells > 0 { text.append(0x09) }
        cells += 1
      } else if name == Tags.row {
        breakLine()
        cells = 0
      } else if Tags.blocks.contains(name) {
        if cells > 0 { addSpace() } else { breakLine() }
      }
      if name == Tags.table { cells = 0 }
      if name == Tags.preformatted { isPreformatted += 1 }
    }

    func end(_ name: [UInt8]) {
      if skipped > 0 {
        if name == skipping { skipped -= 1 }
        return
      }
      if name == Tags.row || name == Tags.table { cells = 0 }
      if name == Tags.preformatted { isPreformatted = max(0, isPreformatted - 1) }
      guard Tags.blocks.contains(name) || name == Tags.row else { return }
      if cells > 0 { addSpace() } else { breakLine() }
    }

    /// Runs of white space are one space, as a browser shows them.
    func add(_ words: UnsafePointer<xmlChar>?, _ count: Int32) {
      guard skipped == 0, let words else { return }
      let bytes = UnsafeBufferPointer(start: words, count: Int(count))
      if isPreformatted > 0 { return text.append(contentsOf: bytes) }
      for byte in bytes {
        if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
          addSpace()
        } else {
          text.append(byte)
        }
      }
    }

    private func addSpace() {
      guard let last = text.last, last != 0x0A, last != 0x20, last != 0x09 else { return }
      text.append(0x20)
    }

    private func breakLine() {
      dropSpace()
      if let last = text.last, last != 0x0A { text.append(0x0A) }
    }

    private func dropSpace() {
      while text.last == 0x20 { text.removeLast() }
    }

    /// `class` and `id` words of menus and other parts that are no text.
    private static func isMenu(
      _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) -> Bool {
      guard let attributes else { return false }
      var index = 0
      while let name = attributes[index] {
        let key = bytes(name)
        if key == Tags.classKey || key == Tags.idKey || key == Tags.roleKey {
          let words = String(decoding: bytes(attributes[index + 1]), as: UTF8.self).lowercased()
          if words.split(whereSeparator: { $0 == " " }).contains(where: {
            Tags.menus.contains(String($0))
          }) {
            return true
          }
        }
        index += 2
      }
      return false
    }
  }

  /// The elements by what is done with them.
  private enum Tags {
    static func set(_ names: String) -> Set<[UInt8]> {
      Set(names.split(separator: " ").map { Array($0.utf8) })
    }

    static let left = set(
      "script style noscript nav select button svg canvas iframe object template textarea title "
        + "audio video map form")
    static let blocks = set(
      "br p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd table tbody thead tfoot caption section article "
        + "header footer main aside blockquote pre hr body figure figcaption address center "
        + "fieldset details summary")
    static let boxes = set("div ul ol section header footer aside p span")
    static let cells = set("td th")
    static let row = Array("tr".utf8)
    static let table = Array("table".utf8)
    static let preformatted = Array("pre".utf8)
    static let classKey = Array("class".utf8)
    static let idKey = Array("id".utf8)
    static let roleKey = Array("role".utf8)
    static let menus: Set<String> = [
      "nav", "menu", "navbar", "navigation", "breadcrumb", "breadcrumbs", "sidebar", "footer",
      "share", "bdsharebuttonbox", "bshare", "pagination", "toolbar", "crumbs", "topnav",
      "location", "weizhi", "dqwz", "copyright", "friendlink", "qrcode", "related",
    ]
  }
}

/// The encoding that a page declares.
enum HTMLCharset {
  /// Whether the page declares GB2312, GBK or GB18030 in its first 4,096 bytes.
  static func isChinese(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }
    guard let charset = head.find("charset", in: 0..<head.count) else { return false }
    let value = charset..<min(head.count, charset + 24)
    return head.contains(any: ["gb2312", "gbk", "gb18030", "gb_2312"], in: value)
  }
}
