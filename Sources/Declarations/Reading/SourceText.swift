import Domain

/// The text of a declaration and where its lines are, for showing a place to a person.
struct SourceText: Sendable {
  let file: String
  let text: String
  private let lines: [Substring.UnicodeScalarView]

  /// Breaks lines where YAML does: LF, CR, CR LF, NEL, LS, PS.
  init(file: String, _ text: String) {
    self.file = file
    self.text = text
    var lines: [Substring.UnicodeScalarView] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var index = start
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      defer { index = max(index, next) }
      guard Self.breaks.contains(scalars[index].value) else { continue }
      let isPair = scalars[index] == "\r" && next < scalars.endIndex && scalars[next] == "\n"
      lines.append(scalars[start..<index])
      start = isPair ? scalars.index(after: next) : next
      if isPair { index = start }
    }
    lines.append(scalars[start...])
    self.lines = lines
  }

  private static let breaks: Set<UInt32> = [0x0A, 0x0D, 0x85, 0x2028, 0x2029]

  func place(_ place: Tree.Place) -> FaultPlace {
    guard lines.indices.contains(place.line - 1) else {
      return FaultPlace(file: file, line: place.line, column: place.column)
    }
    let line = lines[place.line - 1]
    let before = String(String.UnicodeScalarView(line.prefix(max(0, place.column - 1))))
    return FaultPlace(
      file: file, line: place.line, column: before.count + 1,
      excerpt: String(String.UnicodeScalarView(line)))
  }

  /// The first tab that stands where a line is indented, or nil.
  func indentingTab(line: Int) -> Tree.Place? {
    guard lines.indices.contains(line - 1) else { return nil }
    let indent = lines[line - 1].prefix { $0 == " " || $0 == "\t" }
    guard let tab = indent.firstIndex(of: "\t") else { return nil }
    return Tree.Place(line: line, column: indent.distance(from: indent.startIndex, to: tab) + 1)
  }

  /// The first character that YAML does not allow, or nil.
  var forbidden: Tree.Place? {
    guard text.unicodeScalars.contains(where: Self.isForbidden) else { return nil }
    for (index, line) in lines.enumerated() {
      if let column = line.enumerated().first(where: { Self.isForbidden($0.element) })?.offset {
        return Tree.Place(line: index + 1, column: column + 1)
      }
    }
    return nil
  }

  static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
