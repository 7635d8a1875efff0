import Domain

/// A paragraph of the report: one line, or several that were torn apart.
struct Paragraph {
  /// Bytes of the text; behind the source text when the paragraph was mended.
  var range: Range<Int>
  /// Its first line.
  var line: Int
}

/// Makes paragraphs of lines; torn ones are written whole behind the source text.
struct Paragraphs {
  private(set) var text: [UInt8]
  let sourceCount: Int
  private(set) var list: [Paragraph] = []
  private(set) var repairs: [Repair] = []
  private(set) var origin: [Piece] = []

  /// - Parameter next: for every line the line that goes on with its sentence.
  init(text: [UInt8], lines: [Line], next: [Int?]) {
    self.text = text
    sourceCount = text.count
    list.reserveCapacity(lines.count)
    let continued = Set(next.compactMap { $0 })
    for index in lines.indices where continued.isEmpty || !continued.contains(index) {
      let chain = Self.chain(from: index, next)
      let range = chain.count == 1 ? lines[index].range : write(chain, lines)
      if chain.count > 1 { record(chain, lines) }
      list.append(Paragraph(range: range, line: index))
    }
  }

  private static func chain(from index: Int, _ next: [Int?]) -> [Int] {
    var chain = [index]
    while let last = chain.last, let following = next[last] { chain.append(following) }
    return chain
  }

  private mutating func write(_ chain: [Int], _ lines: [Line]) -> Range<Int> {
    let start = text.count
    for (position, index) in chain.enumerated() {
      if position > 0 { separate(lines[chain[position - 1]], lines[index]) }
      origin.append(Piece(start: text.count, source: lines[index].range.lowerBound))
      text += Array(text[lines[index].range])
    }
    return start..<text.count
  }

  /// A space between Latin words, which stands for the newline; nothing between Chinese ones.
  private mutating func separate(_ first: Line, _ second: Line) {
    let before = text[first.range.upperBound - 1]
    let after = text[second.range.lowerBound]
    guard before.isLatin, after.isLatin else { return }
    origin.append(Piece(start: text.count, source: first.range.upperBound))
    text.append(0x20)
  }

  private mutating func record(_ chain: [Int], _ lines: [Line]) {
    for (first, second) in zip(chain, chain.dropFirst()) {
      let removed = lines[first].range.upperBound..<lines[second].range.lowerBound
      let kind: Repair.Kind =
        second > first + 1 ? .interruption : lines[second].blankBefore ? .blankLine : .wrappedLine
      repairs.append(Repair(passage: list.count, kind: kind, removed: removed))
    }
  }
}

extension UInt8 {
  fileprivate var isLatin: Bool {
    (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
}
