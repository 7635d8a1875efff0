/// Tells menus, share links and page numbers from the lines of a report.
///
/// The words are in `Resources/furniture.txt`. Only short lines are ever furniture.
struct Furniture: Sendable {
  private var whole: Set<[UInt8]> = []
  private var prefixes: [Needle] = []
  private var suffixes: [Needle] = []
  private var closingWhole: Set<[UInt8]> = []
  private var closingPrefixes: [Needle] = []

  /// The list that comes with the product.
  static let standard = Furniture(list: PackageResources.furniture_txt)

  /// The longest line, in bytes, that can be furniture.
  private static let longest = 120

  /// Reads a list as the head of `furniture.txt` explains it.
  init(list: [UInt8]) {
    for line in String(decoding: list, as: UTF8.self).split(separator: "\n") {
      guard let mark = line.first, mark != "#" else { continue }
      let closing = line.hasPrefix("!^")
      let entry = Array(line.dropFirst(closing ? 2 : 1).utf8)
      let word = Furniture.key(entry) + (mark != "=" && line.hasSuffix("：") ? Array("：".utf8) : [])
      guard !word.isEmpty else { continue }
      switch (mark, closing) {
      case ("!", true): closingPrefixes.append(Needle(String(decoding: word, as: UTF8.self)))
      case ("!", false): closingWhole.insert(word)
      case ("^", _): prefixes.append(Needle(String(decoding: word, as: UTF8.self)))
      case ("$", _): suffixes.append(Needle(String(decoding: word, as: UTF8.self)))
      default: whole.insert(word)
      }
    }
  }

  /// The lines that belong to the report.
  func strip(_ lines: [Line], of text: [UInt8]) -> [Line] {
    let kinds = lines.map { kind(of: $0, text) }
    guard kinds.contains(where: { $0 != .content }) else { return lines }
    var dropped = kinds.map { $0 != .content }
    dropBreadcrumbs(&dropped, lines, text)
    if let tail = tailStart(kinds, lines, text) {
      for index in tail..<lines.count { dropped[index] = true }
    }
    return kept(lines, dropped)
  }

  private enum Kind { case content, furniture, closing }

  private func kind(of line: Line, _ text: [UInt8]) -> Kind {
    guard line.count <= Self.longest else { return .content }
    if PageNumber.matches(line.range, of: text) { return .furniture }
    let key = Self.key(Array(text[line.range]))
    if key.isEmpty { return Self.hasFullStop(line, text) ? .content : .furniture }
    let range = 0..<key.count
    if closingWhole.contains(key) { return .closing }
    if whole.contains(key) { return .furniture }
    guard !Self.isSentence(line, text) else { return .content }
    if key.starts(range, withAny: closingPrefixes) { return .closing }
    if key.starts(range, withAny: prefixes) { return .furniture }
    return suffixes.contains { key.ends(range, with: $0) } ? .furniture : .content
  }

  /// A line that ends a sentence is kept whatever it starts with.
  private static func isSentence(_ line: Line, _ text: [UInt8]) -> Bool {
    text.scalar(before: line.range.upperBound, start: line.range.lowerBound)?.scalar.isFullStop
      ?? false
  }

  private static func hasFullStop(_ line: Line, _ text: [UInt8]) -> Bool {
    isSentence(line, text)
  }

  /// The line without white space, without the marks that only decorate, without a colon at its
  /// end, and with full-width colons.
  private static func key(_ line: [UInt8]) -> [UInt8] {
    let colon = Array("：".utf8)
    var key: [UInt8] = []
    var offset = 0
    while let found = line.scalar(at: offset, end: line.count) {
      if found.scalar == ":" {
        key += colon
      } else if !found.scalar.isBlank, !isDecoration(found.scalar) {
        key += line[offset..<found.next]
      }
      offset = found.next
    }
    return key.ends(0..<key.count, with: "：") ? Array(key.dropLast(colon.count)) : key
  }

  private static func isDecoration(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "【", "】", "[", "]", "<", ">", "|", "｜", "·", "»", "›", "/", "＞", "〉", "•":
      true
    default: false
    }
  }

  /// A lone `>` stands between the steps of a path through the site: 首页 > 政务公开 > 报告.
  private func dropBreadcrumbs(_ dropped: inout [Bool], _ lines: [Line], _ text: [UInt8]) {
    for index in lines.indices where Self.isArrow(lines[index], text) {
      for neighbour in [index - 1, index + 1]
      where lines.indices.contains(neighbour) && lines[neighbour].count <= 60 {
        dropped[neighbour] = true
      }
    }
  }

  private static func isArrow(_ line: Line, _ text: [UInt8]) -> Bool {
    [">", ">>", "＞", "»", "›"].contains { (arrow: Needle) in
      arrow.bytes.count == line.count && text.starts(line.range, with: arrow)
    }
  }

  /// Where the report has ended: behind a closing line in the last fifth of the text with nothing
  /// but short lines after it; two of them may be sentences (summaries for search engines).
  private func tailStart(_ kinds: [Kind], _ lines: [Line], _ text: [UInt8]) -> Int? {
    guard let last = lines.last else { return nil }
    var tail: Int?
    var sentences = 0
    for index in lines.indices.reversed() {
      if kinds[index] == .closing { tail = index }
      if kinds[index] == .content, Self.isSentence(lines[index], text) { sentences += 1 }
      let isBody = kinds[index] == .content && lines[index].count > 400
      if sentences > 2 || isBody { break }
      if lines[index].range.lowerBound * 5 < last.range.upperBound * 4 { break }
    }
    return tail
  }

  private func kept(_ lines: [Line], _ dropped: [Bool]) -> [Line] {
    var kept: [Line] = []
    var blank = false
    for (line, isDropped) in zip(lines, dropped) {
      blank = blank || line.blankBefore
      if isDropped { continue }
      kept.append(Line(range: line.range, blankBefore: blank, indented: line.indented))
      blank = false
    }
    return kept
  }
}

/// Bare page numbers: `12`, `- 12 -`, `第3页`, `3/20`, `共20页`, `Page 3 of 20`.
enum PageNumber {
  /// Whether a line holds nothing but a page number.
  static func matches(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    guard range.count <= 40 else { return false }
    var digits = 0
    var offset = range.lowerBound
    while let found = text.scalar(at: offset, end: range.upperBound) {
      if found.scalar.isDigit { digits += 1 } else if !isPart(found.scalar) { return false }
      offset = found.next
    }
    return digits > 0 && digits <= 8 && !isYear(digits, range, text)
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isBlank { return true }
    switch scalar {
    case "第", "页", "共", "-", "—", "–", "－", "─", "·", "/", "～", "~", "P", "p", "a", "g", "e", "o",
      "f", "【", "】", "|":
      return true
    default: return false
    }
  }

  /// `2025` and `2025-01-02` are dates, not pages.
  private static func isYear(_ digits: Int, _ range: Range<Int>, _ text: [UInt8]) -> Bool {
    guard digits == 4 || digits > 5, range.count == digits || digits > 5 else { return false }
    return text.starts(range, with: "20") || text.starts(range, with: "19")
  }
}
