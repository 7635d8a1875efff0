import CLibXLSXWriter
import Domain
import Foundation

/// One workbook being made by libxlsxwriter: its file, its formats, its first error.
///
/// The same content gives the same bytes: it bears no hour of its making, but the one that the
/// entries of its archive bear, the first of 1980. Text is written as text, never as a formula. A cell holds at most 32,767 UTF-16 units; longer
/// text is cut.
final class Workbook {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let path: String
  private var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]

  /// How a cell looks.
  struct Style: Hashable {
    var isHead = false
    var isTitle = false
    var isNumber = false
    var isSuggestion = false
    var isBold = false
    /// Digits behind the point of a number; nil for text.
    var decimals: Int?
  }

  init() throws {
    let name = "duban-\(UUID().uuidString).xlsx"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    guard let book = workbook_new(path) else {
      throw PublishingFault.workbook(reason: "workbook_new")
    }
    self.book = book
    var properties = lxw_doc_properties()
    properties.created = 315_532_800
    workbook_set_properties(book, &properties)
  }

  deinit { unlink(path) }

  /// Adds a sheet with a valid name of at most 31 characters.
  func sheet(_ name: String) throws -> UnsafeMutablePointer<lxw_worksheet> {
    guard let sheet = workbook_add_worksheet(book, name) else {
      throw PublishingFault.workbook(reason: "workbook_add_worksheet")
    }
    return sheet
  }

  /// Closes the workbook and gives its bytes; it cannot be used afterwards.
  func close() throws -> [UInt8] {
    let error = workbook_close(book)
    guard error == LXW_NO_ERROR, let data = FileManager.default.contents(atPath: path) else {
      throw PublishingFault.workbook(reason: String(cString: lxw_strerror(error)))
    }
    return [UInt8](data)
  }

  func format(_ style: Style) -> UnsafeMutablePointer<lxw_format>? {
    if let format = formats[style] { return format }
    guard let format = workbook_add_format(book) else { return nil }
    Self.dress(format, style)
    formats[style] = format
    return format
  }

  private static func dress(_ format: UnsafeMutablePointer<lxw_format>, _ style: Style) {
    format_set_font_name(format, style.isTitle ? "黑体" : "仿宋")
    format_set_font_size(format, style.isTitle ? 16 : 11)
    format_set_text_wrap(format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    guard !style.isTitle else { return center(format) }
    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_border_color(format, 0xB4BAC3)
    if style.isHead {
      format_set_bold(format)
      format_set_bg_color(format, 0xF0F2F5)
      center(format)
    }
    if style.isNumber { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
    if style.isSuggestion { format_set_italic(format) }
    if style.isBold { format_set_bold(format) }
    if let decimals = style.decimals {
      let places = decimals > 0 ? "." + String(repeating: "0", count: decimals) : ""
      format_set_num_format(format, "#,##0" + places)
    }
  }

  private static func center(_ format: UnsafeMutablePointer<lxw_format>) {
    format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
  }
}

extension String {
  /// At most what a workbook's cell holds, without splitting a character.
  var fittingCell: String {
    guard utf8.count > 32_000, utf16.count > 32_000 else { return self }
    return String(decoding: Array(utf16.prefix(32_000)), as: UTF16.self)
  }
}
