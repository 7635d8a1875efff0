import Domain

/// The headings of a document as they come, and where the next passage belongs.
struct Outline {
  private(set) var sections: [Section] = []
  /// Open headings, outermost first.
  private var open: [(index: Int, level: Int, isHeadline: Bool)] = []
  /// Whether the document numbers its parts 一、二、三.
  let numbersParts: Bool

  init(numbersParts: Bool) { self.numbersParts = numbersParts }

  /// The section that a passage belongs to.
  var current: Int? { open.last?.index }

  /// Opens a numbered section and gives its index.
  mutating func add(level: Int, label: String, title: String) -> Int {
    while let last = open.last, last.level >= level { open.removeLast() }
    return push(level: level, label: label, title: title, isHeadline: false)
  }

  /// Opens a headline without a number: a part of its own, or below the numbered part it is in.
  mutating func addHeadline(_ title: String) -> Int {
    if !numbersParts { return add(level: 1, label: "", title: title) }
    while let last = open.last, last.isHeadline { open.removeLast() }
    let level = min((open.last?.level ?? 0) + 1, 4)
    return push(level: level, label: "", title: title, isHeadline: true)
  }

  /// Goes back to the part: who addresses the assembly anew has left the details.
  mutating func returnToPart() {
    while let last = open.last, last.level >= 2 { open.removeLast() }
  }

  /// Closes everything, for what stands behind the report.
  mutating func closeAll() { open.removeAll() }

  /// A section for one paragraph only: 一是…, 第一，…, ——….
  mutating func addPassing(label: String, title: String) -> Int {
    while let last = open.last, last.level >= 4 { open.removeLast() }
    sections.append(Section(level: 4, label: label, title: title, parent: open.last?.index))
    return sections.count - 1
  }

  private mutating func push(level: Int, label: String, title: String, isHeadline: Bool) -> Int {
    sections.append(Section(level: level, label: label, title: title, parent: open.last?.index))
    open.append((sections.count - 1, level, isHeadline))
    return sections.count - 1
  }
}
