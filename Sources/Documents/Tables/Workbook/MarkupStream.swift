import CLibXML2

/// Gets the elements and words of a part in order.
protocol MarkupHandler: AnyObject {
  func start(_ name: MarkupName, _ attributes: MarkupAttributes) throws
  func end(_ name: MarkupName) throws
  func words(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

/// The local name of an element or attribute while a handler looks at it.
struct MarkupName {
  let start: UnsafePointer<UInt8>?

  static func == (name: MarkupName, word: StaticString) -> Bool {
    guard let start = name.start else { return false }
    let count = word.utf8CodeUnitCount
    // The words end with a zero, so the comparison never goes beyond the name's own.
    for index in 0...count where start[index] != word.utf8Start[index] { return false }
    return true
  }
}

/// The attributes of an element while a handler looks at it.
struct MarkupAttributes {
  fileprivate let start: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  fileprivate let count: Int

  /// The bytes of an attribute's value, by its local name.
  subscript(_ name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    guard let start else { return nil }
    for index in 0..<count where MarkupName(start: start[index * 5]) == name {
      guard let first = start[index * 5 + 3], let last = start[index * 5 + 4] else { return nil }
      return UnsafeBufferPointer(start: first, count: last - first)
    }
    return nil
  }

  func string(_ name: StaticString) -> String? {
    self[name].map { String(decoding: $0, as: UTF8.self) }
  }

  func number(_ name: StaticString) -> Int? { string(name).flatMap { Int($0) } }

  func isTrue(_ name: StaticString) -> Bool {
    string(name).map { $0 == "1" || $0 == "true" } ?? false
  }
}

/// Parses a part as it is unpacked and hands everything to a handler; keeps nothing itself.
///
/// Refuses document types, which workbooks must not have, and with them every entity of a
/// document's own.
final class MarkupStream {
  private let handler: any MarkupHandler
  private var context: xmlParserCtxtPtr?
  private var failure: (any Error)?

  /// Parses one part of an archive.
  ///
  /// - Throws: `TableFault` for a broken part, or what the handler throws.
  static func parse(
    _ path: String, of archive: WorkbookArchive, file: String, _ handler: any MarkupHandler
  ) throws {
    let stream = MarkupStream(handler)
    guard let context = stream.open() else { throw TableFault.archive(file: file) }
    defer { xmlFreeParserCtxt(context) }
    func feed(_ bytes: [UInt8], _ count: Int, _ isLast: Bool) throws {
      let state = bytes.withUnsafeBytes {
        xmlParseChunk(
          context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(count),
          isLast ? 1 : 0)
      }
      if let failure = stream.failure, !(failure is DocumentType) { throw failure }
      guard state == 0, stream.failure == nil else {
        let line = Int(xmlSAX2GetLineNumber(context))
        throw TableFault.markup(file: file, part: path, line: line > 0 ? line : nil)
      }
    }
    try archive.stream(path) { try feed($0, $1, false) }
    try feed([0], 0, true)
  }

  private init(_ handler: any MarkupHandler) { self.handler = handler }

  private func open() -> xmlParserCtxtPtr? {
    var calls = MarkupStream.calls
    context = xmlCreatePushParserCtxt(
      &calls, Unmanaged.passUnretained(self).toOpaque(), nil, 0, nil)
    // Attributes come with their entities replaced; there are none but the five of XML.
    xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
    return context
  }

  private func call(_ body: (any MarkupHandler) throws -> Void) {
    guard failure == nil else { return }
    do {
      try body(handler)
    } catch {
      failure = error
      xmlStopParser(context)
    }
  }

  private static func stream(_ data: UnsafeMutableRawPointer?) -> MarkupStream? {
    data.map { Unmanaged<MarkupStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private static var calls: xmlSAXHandler {
    var calls = xmlSAXHandler()
    calls.initialized = 0xDEED_BEAF
    calls.startElementNs = { data, name, _, _, _, _, count, _, attributes in
      MarkupStream.stream(data)?.call {
        try $0.start(
          MarkupName(start: name), MarkupAttributes(start: attributes, count: Int(count)))
      }
    }
    calls.endElementNs = { data, name, _, _ in
      MarkupStream.stream(data)?.call { try $0.end(MarkupName(start: name)) }
    }
    calls.characters = { data, words, count in
      MarkupStream.stream(data)?.call {
        try $0.words(UnsafeBufferPointer(start: words, count: Int(count)))
      }
    }
    calls.ignorableWhitespace = calls.characters
    calls.cdataBlock = calls.characters
    calls.internalSubset = { data, _, _, _ in
      MarkupStream.stream(data)?.call { _ in throw MarkupStream.DocumentType() }
    }
    return calls
  }

  /// A part has a document type.
  struct DocumentType: Error {}
}
