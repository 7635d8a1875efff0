/// A tree as YAML that people read and edit: blocks, short lists on one line, text as it is and in
/// quotes only where it would otherwise be taken for something else.
enum WriteYAML {
  private static let width = 90

  /// Lines without line breaks; the first is not indented.
  static func lines(_ tree: Tree) -> [String] {
    if let line = inline(tree) { return [line] }
    switch tree.content {
    case .scalar(let scalar): return [text(scalar, inFlow: false)]
    case .list(let items): return items.flatMap(item)
    case .map(let pairs): return pairs.flatMap(pair)
    }
  }

  /// An element of a list, behind its dash.
  static func item(_ tree: Tree) -> [String] {
    let lines = lines(tree)
    return ["- " + (lines.first ?? "")] + lines.dropFirst().map { "  " + $0 }
  }

  static func pair(_ pair: Tree.Pair) -> [String] {
    let key = text(.init(text: pair.key, isPlain: false), inFlow: true) + ":"
    if pair.value.isNull { return [key] }
    if let line = inline(pair.value) { return [key + " " + line] }
    return [key] + lines(pair.value).map { "  " + $0 }
  }

  /// On one line: scalars, empty or short lists of scalars, and what is marked as compact.
  private static func inline(_ tree: Tree) -> String? {
    switch tree.content {
    case .scalar(let scalar): return text(scalar, inFlow: false)
    case .list(let items):
      guard tree.isCompact || items.allSatisfy({ $0.scalar != nil }) else { return nil }
    case .map(let pairs):
      guard tree.isCompact || pairs.isEmpty else { return nil }
    }
    let line = flow(tree)
    return line.count <= width ? line : nil
  }

  private static func flow(_ tree: Tree) -> String {
    switch tree.content {
    case .scalar(let scalar): return text(scalar, inFlow: true)
    case .list(let items): return "[" + items.map(flow).joined(separator: ", ") + "]"
    case .map(let pairs):
      let parts = pairs.map { pair in
        text(.init(text: pair.key, isPlain: false), inFlow: true) + ": " + flow(pair.value)
      }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }
}

extension WriteYAML {
  private static func text(_ scalar: Tree.Scalar, inFlow: Bool) -> String {
    if scalar.isPlain && !scalar.isNull { return scalar.text }
    if scalar.isNull && scalar.isPlain { return inFlow ? "~" : "" }
    return mayBePlain(scalar.text, inFlow: inFlow) ? scalar.text : quoted(scalar.text)
  }

  private static func mayBePlain(_ text: String, inFlow: Bool) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last,
      !"-?:,[]{}#&*!|>'\"%@`<= \t~.+".unicodeScalars.contains(first), last != " ", last != ":",
      !looksLikeAnother(text)
    else { return false }
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if isSpecial(scalar) || (before == ":" && scalar == " ") || (before == " " && scalar == "#") {
        return false
      }
      if inFlow, ",[]{}:".unicodeScalars.contains(scalar) { return false }
      before = scalar
    }
    return true
  }

  /// Numbers, dates and the words for yes, no and nothing.
  private static func looksLikeAnother(_ text: String) -> Bool {
    if text.utf8.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || "+-./:_eExXoO".utf8.contains($0) }) {
      return true
    }
    if text.utf8.first.map({ $0 >= 0x30 && $0 <= 0x39 }) == true,
      text.utf8.allSatisfy({ $0 < 0x80 && $0 > 0x20 })
    {
      return true
    }
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    return words.contains(text.lowercased())
  }

  /// Line breaks, tabs, what is invisible or not allowed in YAML.
  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x200B...0x200F, 0x202A...0x202E, 0xFEFF,
      0xFFFE, 0xFFFF:
      true
    default: false
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case _ where isSpecial(scalar):
        let hex = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
