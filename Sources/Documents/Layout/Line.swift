/// One line that holds text.
struct Line: Sendable {
  /// Its bytes without white space at either end; never empty.
  var range: Range<Int>
  /// Whether a line without text stands before it.
  var blankBefore: Bool
  /// Whether it starts with at least two columns of white space.
  var indented: Bool

  /// Length in bytes; a Chinese character has three.
  var count: Int { range.count }
}

extension Line {
  /// Cuts text into the lines that hold something. `text` has `\n` as its only newline.
  static func cut(_ text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var blank = false
    var start = 0
    while start < text.count {
      let end = text.first(0x0A, in: start..<text.count) ?? text.count
      let range = text.trimmed(start..<end)
      if range.isEmpty {
        blank = true
      } else {
        let indented = range.lowerBound - start >= 2
        lines.append(Line(range: range, blankBefore: blank, indented: indented))
        blank = false
      }
      start = end + 1
    }
    return lines
  }
}
