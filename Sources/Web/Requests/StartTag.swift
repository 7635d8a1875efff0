/// A start tag of a page of this program's: attributes in double quotes, or without a value.
struct StartTag {
  let name: String
  /// Values as they stand in the page, escaped.
  private var attributes: [(name: String, value: String?)] = []

  /// Takes a tag off the front; nil, with nothing taken, where none stands there.
  init?(_ text: inout Substring.UnicodeScalarView) {
    var rest = text.dropFirst()
    guard text.first == "<", let first = rest.first, first.isASCII,
      first.properties.isAlphabetic
    else {
      return nil
    }
    name = StartTag.word(&rest)
    while let next = rest.first, next != ">" {
      guard !next.properties.isWhitespace else {
        rest.removeFirst()
        continue
      }
      let name = StartTag.word(&rest)
      guard !name.isEmpty else { return nil }
      guard rest.first == "=" else {
        attributes.append((name, nil))
        continue
      }
      rest.removeFirst()
      guard rest.popFirst() == "\"", let end = rest.firstIndex(of: "\"") else { return nil }
      attributes.append((name, String(rest[..<end])))
      rest = rest[rest.index(after: end)...]
    }
    guard rest.popFirst() == ">" else { return nil }
    text = rest
  }

  private static func word(_ rest: inout Substring.UnicodeScalarView) -> String {
    let word = rest.prefix { $0 != "=" && $0 != ">" && $0 != "\"" && !$0.properties.isWhitespace }
    rest = rest.dropFirst(word.count)
    return String(word)
  }

  /// Without its escapes; nil where there is no such attribute.
  subscript(_ name: String) -> String? {
    attributes.first { $0.name == name }.map { Escapes.plain($0.value ?? "") }
  }

  mutating func set(_ name: String, _ value: String) {
    let value = Escapes.html(value)
    if let place = attributes.firstIndex(where: { $0.name == name }) {
      attributes[place].value = value
    } else {
      attributes.append((name, value))
    }
  }

  /// `checked`, `selected`, `open`.
  mutating func set(_ name: String, _ isOn: Bool) {
    attributes.removeAll { $0.name == name }
    if isOn { attributes.append((name, nil)) }
  }

  var html: String {
    let parts = attributes.map { name, value in value.map { "\(name)=\"\($0)\"" } ?? name }
    return "<" + ([name] + parts).joined(separator: " ") + ">"
  }
}

/// The five characters that html gives a meaning.
enum Escapes {
  private static let all: [(Unicode.Scalar, String)] = [
    ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
  ]

  static func html(_ text: String) -> String {
    var html = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let escape = all.first(where: { $0.0 == scalar })?.1 {
        html.append(contentsOf: escape.unicodeScalars)
      } else {
        html.append(scalar)
      }
    }
    return String(html)
  }

  static func plain(_ html: String) -> String {
    var plain = String.UnicodeScalarView()
    var rest = html.unicodeScalars[...]
    while let next = rest.first {
      let escape = all.first { next == "&" && rest.starts(with: $0.1.unicodeScalars) }
      plain.append(escape?.0 ?? next)
      rest = rest.dropFirst(escape?.1.unicodeScalars.count ?? 1)
    }
    return String(plain)
  }
}
