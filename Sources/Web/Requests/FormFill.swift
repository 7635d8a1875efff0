import Domain
import Publishing

/// Puts what was typed before into the form of a page that was made anew, whatever page it is: after
/// a session ran out nothing has to be typed twice.
struct FormFill {
  /// What has not found its place yet.
  private var typed: [(name: String, value: String)]
  /// Where the form was sent.
  private let target: String
  /// Names of which one of several was found to be chosen.
  private var chosenNames: Set<String> = []

  /// - Parameter path: where the form was sent, as in its address.
  init(_ fields: [(name: String, value: String)], sentTo path: String) {
    typed = fields.filter { $0.name != "csrf" }
    target = Self.path(path)
  }

  /// The page with what was typed. Text that has no place on it any more stands at its head.
  mutating func fill(_ body: String, _ language: Language) -> String {
    let filled = fillForm(body)
    let left = typed.filter { !$0.value.trimmed.isEmpty && !Self.unseen.contains($0.name) }
    guard !left.isEmpty else { return filled }
    let words = Phrase(
      "先前填写的这些内容，本页现在没有地方填：", "What you had typed that has no place on this page now:")
    let quotes = left.map { "<blockquote class=\"quote\">\(Escapes.html($0.value))</blockquote>" }
    return "<div class=\"notice\"><p>\(words(language))</p>\(quotes.joined())</div>\n" + filled
  }

  /// Fields that nobody types.
  private static let unseen: Set = [
    "as", "basis", "columns", "do", "draft", "form", "id", "kept", "lacks", "lang", "line", "month",
    "seen", "step", "test", "to", "unit", "website", "what",
  ]

  private mutating func fillForm(_ body: String) -> String {
    var before = String.UnicodeScalarView()
    var rest = body.unicodeScalars[...]
    while let start = rest.firstRange(of: "<form".unicodeScalars)?.lowerBound,
      let end = rest[start...].firstRange(of: "</form>".unicodeScalars)?.upperBound
    {
      let parts = Self.parts(rest[start..<end])
      before += rest[..<start]
      if fits(parts) {
        return Self.opened(before) + filled(parts) + String(rest[end...])
      }
      before += rest[start..<end]
      rest = rest[end...]
    }
    return body
  }

  /// The form that was sent goes to the same address, for the same unit, to do the same.
  private func fits(_ parts: [Part]) -> Bool {
    guard case .tag(let form)? = parts.first, form["method"] == "post",
      Self.path(form["action"] ?? "") == target
    else { return false }
    return parts.allSatisfy { part in
      guard case .tag(let tag) = part, tag["type"] == "hidden", let name = tag["name"],
        ["unit", "what", "step", "month"].contains(name)
      else { return true }
      return !typed.contains { $0.name == name && $0.value != tag["value"] }
    }
  }

  private static func path(_ address: String) -> String {
    Encoded.text(address.utf8.prefix { $0 != 0x3F }) ?? address
  }

  /// A fold that the form is in is opened.
  private static func opened(_ before: String.UnicodeScalarView) -> String {
    let text = String(before)
    let parts = parts(before[...])
    let last = parts.lastIndex { part in
      switch part {
      case .tag(let tag): tag.name == "details"
      case .text(let text): text.hasPrefix("</details>")
      }
    }
    guard let last, case .tag(var fold) = parts[last] else { return text }
    fold.set("open", true)
    return (parts[..<last].map(\.html) + [fold.html] + parts[(last + 1)...].map(\.html)).joined()
  }
}

extension FormFill {
  /// A page's html, cut before and behind every start tag.
  enum Part {
    case tag(StartTag)
    case text(String)

    var html: String {
      switch self {
      case .tag(let tag): tag.html
      case .text(let text): text
      }
    }
  }

  static func parts(_ html: Substring.UnicodeScalarView) -> [Part] {
    var parts: [Part] = []
    var rest = html
    while let first = rest.first {
      if first == "<", let tag = StartTag(&rest) {
        parts.append(.tag(tag))
      } else {
        let text = rest.dropFirst().prefix { $0 != "<" }
        parts.append(.text(String(first) + String(text)))
        rest = rest.dropFirst(text.count + 1)
      }
    }
    return parts
  }

  private mutating func filled(_ parts: [Part]) -> String {
    var html = ""
    var chosen: String?
    var isReplaced = false
    for (place, part) in parts.enumerated() {
      switch part {
      case .text(let text):
        // What stood in a text area goes; its end stays.
        if !isReplaced || text.hasPrefix("</") { html += text }
        isReplaced = false
      case .tag(let tag) where tag.name == "textarea":
        html += tag.html
        guard let value = take(tag["name"]) else { continue }
        // A browser drops the first line break.
        html += (value.utf8.first == 0x0A ? "\n" : "") + Escapes.html(value)
        isReplaced = true
      case .tag(let tag) where tag.name == "select":
        chosen = take(tag["name"])
        html += tag.html
      case .tag(var tag) where tag.name == "option":
        if let chosen {
          let text = place + 1 < parts.count ? Escapes.plain(parts[place + 1].html).trimmed : ""
          tag.set("selected", (tag["value"] ?? text) == chosen)
        }
        html += tag.html
      case .tag(let tag): html += filled(tag).html
      }
    }
    return html
  }

  private mutating func filled(_ tag: StartTag) -> StartTag {
    var tag = tag
    guard let name = tag["name"], ["input", "button"].contains(tag.name) else { return tag }
    switch tag.name == "button" ? "submit" : tag["type"] ?? "text" {
    case "file", "password": break
    case "submit": _ = take(name, tag["value"])
    case "checkbox": tag.set("checked", take(name, tag["value"]) != nil)
    case "radio":
      // Which was chosen is known from the one that is found; others are asked after it too.
      if typed.contains(where: { $0.name == name }) || chosenNames.contains(name) {
        let isOn = take(name, tag["value"]) != nil
        if isOn { chosenNames.insert(name) }
        tag.set("checked", isOn)
      }
    default:
      if name != "csrf", name != "lang", let value = take(name) { tag.set("value", value) }
    }
    return tag
  }

  /// The first value of a name, or the one that is asked for; it has found its place.
  private mutating func take(_ name: String?, _ value: String? = nil) -> String? {
    let place = typed.firstIndex { $0.name == name && (value == nil || $0.value == value) }
    return place.map { typed.remove(at: $0).value }
  }
}
