import Mustache

/// Escapes texts in templates byte by byte. (The library does it character by character, and a quote
/// with a combining mark behind it is one character to Swift, but the end of the attribute to a
/// browser.)
struct PageEscape: MustacheContentType {
  /// Put before a template, which is then escaped so.
  static let pragma = "{{% CONTENT_TYPE:duban}}\n"

  /// To be called before a template with the pragma is read.
  static func register() { MustacheContentTypes.register(PageEscape(), named: "duban") }

  func escapeText(_ text: String) -> String {
    guard text.utf8.contains(where: Self.isSpecial) else { return text }
    var escaped = ByteText(capacity: text.utf8.count + 16)
    escaped.addHTML(text)
    return String(decoding: escaped.bytes, as: UTF8.self)
  }

  /// What ``ByteText/addHTML(_:)`` does not write as it is.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x26, 0x3C, 0x3E, 0x22, 0x27, 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F: true
    default: false
    }
  }
}
