import Domain

/// One cell of a sheet while it is read, and the text that all cells point into.
struct SheetCell {
  /// Shared strings, then what stands in cells themselves.
  private(set) var text: [UInt8]
  private let strings: [Range<Int>]
  private let styles: [NumberStyle]
  private let is1904: Bool

  private var form = Form.number
  private var style = NumberStyle.plain
  private var hasFormula = false
  private var value: [UInt8] = []
  private var isReading = false

  private enum Form { case number, shared, inline, string, logical, error, day }

  init(strings: StringHandler, styles: [NumberStyle], is1904: Bool) {
    text = strings.text
    self.strings = strings.ranges
    self.styles = styles
    self.is1904 = is1904
  }

  mutating func open(_ attributes: MarkupAttributes) {
    let index = attributes.number("s") ?? -1
    style = styles.indices.contains(index) ? styles[index] : .plain
    form = attributes["t"].map(SheetCell.form) ?? .number
    hasFormula = false
    value.removeAll(keepingCapacity: true)
  }

  private static func form(_ type: UnsafeBufferPointer<UInt8>) -> Form {
    switch (type.first, type.count) {
    case (0x73, 1): .shared
    case (0x73, _): .string
    case (0x69, _): .inline
    case (0x62, _): .logical
    case (0x65, _): .error
    case (0x64, _): .day
    default: .number
    }
  }

  mutating func start(_ name: MarkupName) {
    if name == "v" || (name == "t" && form == .inline) {
      isReading = true
    } else if name == "f" {
      hasFormula = true
    } else if name == "rPh" {
      isReading = false
    }
  }

  mutating func end(_ name: MarkupName) { isReading = false }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isReading else { return }
    value += bytes.prefix(TableReader.cellLimit + 1 - value.count)
  }

  /// The cell; nil when it is empty.
  mutating func close() -> Table.Cell? {
    switch form {
    case .shared: return shared()
    case .string where value.isEmpty: return nil
    case .number where value.isEmpty, .logical where value.isEmpty, .error where value.isEmpty:
      return hasFormula ? Table.Cell(0..<0, .formula) : nil
    case .number: return number()
    case .inline, .string: return value.isEmpty ? nil : append(value, .text)
    case .logical: return append(Array((value == [0x31] ? "TRUE" : "FALSE").utf8), .logical)
    case .error: return append(value, .error)
    case .day: return append(Array(value.prefix { $0 != 0x54 }), .day)
    }
  }

  private func shared() -> Table.Cell? {
    guard let index = Int(String(decoding: value, as: UTF8.self)), strings.indices.contains(index)
    else { return Table.Cell(0..<0, .error) }
    return strings[index].isEmpty ? nil : Table.Cell(strings[index])
  }

  private mutating func number() -> Table.Cell {
    if style == .plain, value.count <= 15, value.allSatisfy({ (0x30...0x39).contains($0) }) {
      return append(value, .number)
    }
    guard let decimal = DecimalText(value) else { return append(value, .number) }
    let plain = decimal.text()
    if style == .day, let day = SerialDay.day(plain, is1904: is1904) {
      return append(Array(day.description.utf8), .day)
    }
    if style == .percent { return append(decimal.text(shift: 2) + [0x25], .number) }
    return append(plain, .number)
  }

  private mutating func append(_ bytes: [UInt8], _ kind: Table.Kind) -> Table.Cell {
    let start = text.count
    text += bytes
    return Table.Cell(start..<text.count, kind)
  }
}
