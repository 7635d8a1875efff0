import Domain

/// What has changed in the public accounts, as an Atom feed (RFC 4287).
public struct ChangeFeed: Sendable {
  private let language: Language
  private let place: String
  private let entries: [Entry]
  private let anchor: Anchor?

  public struct Entry: Sendable, Equatable {
    /// Lasting and the same in every language: `release/2023-11`.
    public var id: String
    public var title: Phrase
    public var time: Instant
    /// The page that shows it.
    public var path: String
    /// What it says, line by line.
    public var lines: [Phrase]

    public init(id: String, title: Phrase, time: Instant, path: String, lines: [Phrase]) {
      self.id = id
      self.title = title
      self.time = time
      self.path = path
      self.lines = lines
    }
  }

  /// - Parameters:
  ///   - entries: newest first.
  ///   - anchor: what the feed rests on, the last release's entry.
  public init(_ entries: [Entry], place: String, anchor: Anchor? = nil, _ language: Language) {
    self.entries = entries
    self.anchor = anchor
    self.place = place
    self.language = language
  }

  /// A commitment whose state has turned, in words.
  public static func turn(
    _ commitment: Commitment, from old: Judgement.State, to new: Judgement.State
  ) -> Phrase {
    let (chinese, english) = (Words(.chinese), Words(.english))
    let name = commitment.english ?? commitment.title
    return Phrase(
      "\(commitment.id) \(commitment.title)：\(chinese.name(old)) → \(chinese.name(new))",
      "\(commitment.id) \(name): \(english.name(old)) → \(english.name(new))")
  }

  public enum Form: Sendable {
    /// Addresses below the server's root.
    case served
    /// Addresses relative to the feed's own file.
    case site
  }

  public func bytes(_ form: Form) -> [UInt8] {
    let links = form == .served ? Links.served(language) : Links.site(language, from: "/feed")
    var text = ByteText(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(language == .chinese ? "zh-CN" : "en")">

      """)
    element("id", urn("feed/" + language.rawValue), &text)
    element(
      "title", Phrase("\(place)督办：公开账目的变化", "\(place): changes in the public accounts"), &text)
    element("updated", Self.stamp(entries.first?.time), &text)
    text.add("<author>")
    element("name", Phrase("\(place)督办", "Duban, \(place)"), &text)
    text.add("</author>\n")
    addAnchor(&text)
    link("self", links.feed(language), &text)
    link("alternate", links.to("/"), &text)
    for entry in entries { add(entry, links, &text) }
    text.add("</feed>\n")
    return text.bytes
  }

  /// In a namespace of its own, as RFC 4287, section 6, has it.
  private func addAnchor(_ text: inout ByteText) {
    guard let anchor else { return }
    text.add("<ledger xmlns=\"urn:duban:ledger\"")
    if let signed = anchor.signed {
      text.add(" key=\"\(signed.key)\" signature=\"\(signed.signature)\"")
    }
    text.add(">\(anchor.head)</ledger>\n")
  }

  private func add(_ entry: Entry, _ links: Links, _ text: inout ByteText) {
    text.add("<entry>\n")
    element("id", urn(entry.id), &text)
    element("title", entry.title, &text)
    element("updated", Self.stamp(entry.time), &text)
    link("alternate", links.to(entry.path), &text)
    let lines = entry.lines.map { $0(language) }.joined(separator: "\n")
    element("summary", lines.isEmpty ? entry.title(language) : lines, &text)
    text.add("</entry>\n")
  }

  private func urn(_ name: String) -> String {
    "urn:duban:" + Links.encoded(place) + ":" + Links.encoded(name, keeping: "/")
  }

  private func element(_ name: String, _ words: Phrase, _ text: inout ByteText) {
    element(name, words(language), &text)
  }

  private func element(_ name: String, _ value: String, _ text: inout ByteText) {
    text.add("<\(name)>")
    text.addHTML(value)
    text.add("</\(name)>\n")
  }

  private func link(_ relation: String, _ address: String, _ text: inout ByteText) {
    text.add("<link rel=\"\(relation)\" href=\"")
    text.addHTML(address)
    text.add("\"/>\n")
  }

  /// RFC 3339: `2023-12-05T09:00:00.000+08:00`.
  private static func stamp(_ time: Instant?) -> String {
    (time ?? Instant(milliseconds: 0)).description.replacing(" ", with: "T", maxReplacements: 1)
  }
}
