import Domain

/// The report in its own paragraphs, with its statements and tasks marked.
struct PageText: Sendable {
  private let map: SourceMap
  private let items: [Int: [PageItem]]
  private let words: Words
  private let mended: Set<Int>
  private let anchor: @Sendable (String) -> String
  private let entry: @Sendable (String) -> String

  /// - Parameters:
  ///   - anchor: where an item's mark is found on the page.
  ///   - entry: where a mark leads to.
  init(
    _ map: SourceMap, items: [PageItem], _ words: Words,
    anchor: @escaping @Sendable (String) -> String = { "m-" + $0 },
    entry: @escaping @Sendable (String) -> String = { $0 }
  ) {
    self.map = map
    self.words = words
    self.anchor = anchor
    self.entry = entry
    self.items = Dictionary(grouping: items, by: \.passage)
    mended = Set(map.report.repairs.map(\.passage))
  }

  func write(into html: inout ByteText) {
    for index in map.report.passages.indices { passage(index, into: &html) }
  }

  private func passage(_ index: Int, into html: inout ByteText) {
    let passage = map.report.passages[index]
    let tag = tag(passage)
    html.add("<\(tag) class=\"\(passage.role.rawValue)\" data-number=\"\(passage.number)\">")
    for piece in Marks(passage.range, items: items[index] ?? []).pieces {
      write(piece, into: &html)
    }
    if mended.contains(index) {
      html.add(" <small class=\"mended\">")
      html.addHTML(words("（原文在此被打断，已接合）", "(broken in the source, joined here)"))
      html.add("</small>")
    }
    html.add("</\(tag)>\n")
  }

  private func tag(_ passage: Passage) -> String {
    guard passage.role == .heading else { return "p" }
    let level = passage.section.map { map.report.sections[$0].level } ?? 1
    return "h\(min(max(level, 1) + 2, 6))"
  }

  private func write(_ piece: Marks.Piece, into html: inout ByteText) {
    let text = map.report.string(piece.range)
    guard let first = piece.items.first else { return html.addHTML(text) }
    for id in piece.starting { html.add("<span id=\"\(anchor(id))\"></span>") }
    let ids = piece.items.map(\.id).joined(separator: " ")
    html.add("<a class=\"mark \(classes(piece))\" href=\"#\(entry(first.id))\" data-ids=\"\(ids)\"")
    html.add(" data-numbers=\"\(piece.quantities)\">")
    html.addHTML(text)
    html.add("</a>")
  }

  /// The strongest kind of statement, `task` where a task covers the piece, `quantity` for numbers.
  private func classes(_ piece: Marks.Piece) -> String {
    let kinds = Set(piece.items.map(\.kind))
    let strongest = [PageItem.Kind.target, .claim, .background].first(where: kinds.contains)
    let parts = [
      strongest?.rawValue, kinds.contains(.task) ? "task" : nil,
      piece.quantities > 0 ? "quantity" : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: " ")
  }
}
