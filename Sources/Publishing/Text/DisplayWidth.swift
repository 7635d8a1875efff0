/// How many columns of a terminal text takes: Han and full-width characters two, marks none.
///
/// East Asian Width W and F of Unicode 15.1 count two; ambiguous characters (≥, “, …) count one, as
/// terminals in UTF-8 draw them.
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + of($1) }
  }

  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    if value >= 0x4E00, value <= 0x9FFF { return 2 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return isWide(value) ? 2 : 1
    }
  }

  private static func isWide(_ value: UInt32) -> Bool {
    var low = 0
    var high = wide.count
    while low < high {
      let middle = (low + high) / 2
      if wide[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    return low < wide.count && wide[low].contains(value)
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0...0x23F0,
    0x23F3...0x23F3, 0x25FD...0x25FE, 0x2614...0x2615, 0x2648...0x2653, 0x267F...0x267F,
    0x2693...0x2693, 0x26A1...0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
    0x26CE...0x26CE, 0x26D4...0x26D4, 0x26EA...0x26EA, 0x26F2...0x26F3, 0x26F5...0x26F5,
    0x26FA...0x26FA, 0x26FD...0x26FD, 0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728,
    0x274C...0x274C, 0x274E...0x274E, 0x2753...0x2755, 0x2757...0x2757, 0x2795...0x2797,
    0x27B0...0x27B0, 0x27BF...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B50, 0x2B55...0x2B55,
    0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F004...0x1F004, 0x1F0CF...0x1F0CF,
    0x1F18E...0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F265, 0x1F300...0x1F320,
    0x1F32D...0x1F335, 0x1F337...0x1F37C, 0x1F37E...0x1F393, 0x1F3A0...0x1F3CA,
    0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4...0x1F3F4, 0x1F3F8...0x1F43E,
    0x1F440...0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E,
    0x1F550...0x1F567, 0x1F57A...0x1F57A, 0x1F595...0x1F596, 0x1F5A4...0x1F5A4,
    0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC...0x1F6CC, 0x1F6D0...0x1F6D2,
    0x1F6D5...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7F0,
    0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAFF,
    0x20000...0x3FFFD,
  ]
}

extension String {
  /// The text on one line: control characters, which could steer a terminal, become spaces, and
  /// invisible direction marks, which could reorder a line, are left out.
  var onOneLine: String {
    String(String.UnicodeScalarView(unicodeScalars.compactMap(Self.shown)))
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: " "
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: nil
    default: scalar
    }
  }

  /// Cut to `width` columns; what was cut is shown by an ellipsis.
  func cut(to width: Int) -> String {
    guard DisplayWidth.of(self) > width else { return self }
    guard width > 0 else { return "" }
    let head = wrapped(to: width - 1, keepingWords: false).first ?? ""
    return (DisplayWidth.of(head) < width ? head : "") + "…"
  }

  /// Broken into lines of at most `width` columns (a character wider than that has its own line);
  /// no line begins with a closing mark where the character before it can come along, and words and
  /// numbers in Latin letters and digits stay whole where they fit a line.
  func wrapped(to width: Int, keepingWords: Bool = true) -> [String] {
    var lines: [[Unicode.Scalar]] = []
    var line: [Unicode.Scalar] = []
    var used = 0
    for scalar in unicodeScalars {
      let own = DisplayWidth.of(scalar)
      if used + own > width, used > 0 {
        let carried = Self.carried(from: &line, before: scalar, width, keepingWords)
        lines.append(line)
        line = carried
        used = carried.reduce(0) { $0 + DisplayWidth.of($1) }
      }
      line.append(scalar)
      used += own
    }
    return (lines + [line]).map { String(String.UnicodeScalarView($0)) }
  }

  /// What of a full line goes to the next one with `scalar`.
  private static func carried(
    from line: inout [Unicode.Scalar], before scalar: Unicode.Scalar, _ width: Int,
    _ keepingWords: Bool
  ) -> [Unicode.Scalar] {
    var count = closing.contains(scalar) && line.count > 1 && !isOfWord(scalar) ? 1 : 0
    if keepingWords, count > 0 || isOfWord(scalar) {
      while count < line.count, isOfWord(line[line.count - count - 1]) { count += 1 }
    }
    let used = line.suffix(count).reduce(DisplayWidth.of(scalar)) { $0 + DisplayWidth.of($1) }
    if count == line.count || used > width {
      count = closing.contains(scalar) && line.count > 1 ? 1 : 0
    }
    defer { line.removeLast(count) }
    return line.suffix(count)
  }

  /// Letters and digits of Latin words, and what stands within numbers.
  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || "0123456789.,%-".unicodeScalars.contains(scalar))
  }

  private static let closing = Set("，。、；：！？）》」』”’%％,.;:!?)".unicodeScalars)
}
