import Domain

/// Turns decoded text into a report: lines, front matter, mended paragraphs, headings, roles.
struct Layout {
  private let lines: [Line]
  private let shapes: [Shape]
  private let front: Int
  private let paragraphs: Paragraphs

  /// - Parameter text: UTF-8 with `\n` as its only newline and no byte order mark.
  init(_ text: [UInt8]) {
    lines = Furniture.standard.strip(Line.cut(text), of: text)
    let shapes = lines.map { Shape($0.range, of: text) }
    front = Front(text: text, lines: lines, shapes: shapes).end
    let mending = Mending(text: text, lines: lines, shapes: shapes, front: front)
    paragraphs = Paragraphs(text: text, lines: lines, next: mending.continuations())
    self.shapes = shapes
  }

  /// The report with everything but its place, year, kind and title.
  func report(name: String) -> Report {
    var roles = Roles(
      headings: Headings(
        text: paragraphs.text, paragraphs: paragraphs.list, shapes: shapes,
        front: paragraphs.list.firstIndex { $0.line >= front } ?? paragraphs.list.count))
    let passages = roles.passages()
    return Report(
      name: name, text: paragraphs.text, sourceCount: paragraphs.sourceCount, passages: passages,
      sections: roles.outline.sections, repairs: paragraphs.repairs, origin: paragraphs.origin)
  }
}

/// Gives every paragraph its role and section.
struct Roles {
  let headings: Headings
  private(set) var outline: Outline
  private var part = Passage.Role.body
  private let headlines: [Bool]

  init(headings: Headings) {
    self.headings = headings
    headlines = headings.headlines()
    outline = Outline(numbersParts: Roles.numbersParts(headings))
  }

  private static func numbersParts(_ headings: Headings) -> Bool {
    headings.paragraphs.contains { headings.shapes[$0.line].label?.level == 1 }
  }

  /// The paragraphs as passages, in order.
  mutating func passages() -> [Passage] {
    var passages: [Passage] = []
    passages.reserveCapacity(headings.paragraphs.count)
    for index in headings.paragraphs.indices {
      var passage = passage(index)
      passage.number = index + 1
      passages.append(passage)
    }
    return passages
  }

  private mutating func passage(_ index: Int) -> Passage {
    let range = headings.paragraphs[index].range
    let shape = headings.shapes[headings.paragraphs[index].line]
    if index < headings.front { return Passage(range: range, role: .front) }
    if part == .body, headings.text.starts(range, with: "各位代表") { outline.returnToPart() }
    if shape.isSalutation {
      return Passage(range: range, role: .salutation, section: outline.current)
    }
    if opensPart(index, range) {
      return Passage(range: range, role: .heading, section: outline.current)
    }
    if part == .glossary {
      return Passage(range: range, role: .glossary, section: outline.current)
    }
    if let label = shape.label { return numbered(index, label) }
    guard headlines[index], part == .body else {
      return Passage(range: range, role: part, section: outline.current)
    }
    let section = outline.addHeadline(headings.title(range, from: range.lowerBound))
    return Passage(range: range, role: .heading, section: section)
  }

  /// Opens the glossary or an annex when the paragraph is its title.
  private mutating func opensPart(_ index: Int, _ range: Range<Int>) -> Bool {
    let text = headings.text
    guard range.count <= 150, index > headings.front else { return false }
    if AnnexWords.opensGlossary(range, of: text) {
      part = .glossary
    } else if AnnexWords.opensAnnex(range, of: text), isBehindReport(index) {
      part = .annex
    } else {
      return false
    }
    outline.closeAll()
    _ = outline.add(level: 1, label: "", title: headings.title(range, from: range.lowerBound))
    return true
  }

  /// Annexes stand in the second half.
  private func isBehindReport(_ index: Int) -> Bool { index * 2 >= headings.paragraphs.count }

  private mutating func numbered(_ index: Int, _ label: Label) -> Passage {
    let range = headings.paragraphs[index].range
    let label = label.moved(to: range.lowerBound)
    let shown = label.isDash ? "——" : headings.text.string(label.start..<label.end)
    let kind = headings.numbered(index, label)
    let title = headings.title(range, from: label.end)
    let isItem = part == .annex && label.level >= 3
    if isItem { return Passage(range: range, role: .annex, section: outline.current) }
    if label.level >= 4, kind == .runIn {
      let section = outline.addPassing(label: shown, title: title)
      return Passage(range: range, role: part, section: section)
    }
    let section = outline.add(level: label.level, label: shown, title: title)
    return Passage(range: range, role: kind == .heading ? .heading : part, section: section)
  }
}
