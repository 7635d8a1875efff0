/// How a cell's number is shown, as far as it says what the number means.
enum NumberStyle: Sendable {
  case plain, day, percent
}

/// The styles of a workbook's cells (ECMA-376 Part 1, 18.8).
final class StyleHandler: MarkupHandler {
  /// By a cell's style index.
  private(set) var styles: [NumberStyle] = []
  private var formats: [Int: NumberStyle] = [:]
  private var isCells = false

  func start(_ name: MarkupName, _ attributes: MarkupAttributes) {
    if name == "numFmt", let id = attributes.number("numFmtId") {
      formats[id] = StyleHandler.style(ofFormat: attributes.string("formatCode") ?? "")
    } else if name == "cellXfs" {
      isCells = true
    } else if name == "xf", isCells {
      let id = attributes.number("numFmtId") ?? 0
      styles.append(formats[id] ?? StyleHandler.builtIn(id))
    }
  }

  func end(_ name: MarkupName) { if name == "cellXfs" { isCells = false } }
  func words(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// Formats that every workbook has; 27 to 58 are those of Chinese programs.
  private static func builtIn(_ id: Int) -> NumberStyle {
    switch id {
    case 9, 10: .percent
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: .day
    default: .plain
    }
  }

  /// Tells dates by a year or day in the format, and months by not standing beside hours.
  static func style(ofFormat format: String) -> NumberStyle {
    var letters: Set<UInt8> = []
    var (isQuoted, isBracket, isEscaped) = (false, false, false)
    for byte in format.utf8 {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = byte != 0x22
      } else if isBracket {
        isBracket = byte != 0x5D
      } else {
        switch byte {
        case 0x5C, 0x5F, 0x2A: isEscaped = true
        case 0x22: isQuoted = true
        case 0x5B: isBracket = true
        default: letters.insert(byte | 0x20)
        }
      }
    }
    func has(_ letter: Unicode.Scalar) -> Bool { letters.contains(UInt8(ascii: letter)) }
    if has("%") { return .percent }
    if has("y") || has("d") { return .day }
    return has("m") && !has("h") && !has("s") ? .day : .plain
  }
}
