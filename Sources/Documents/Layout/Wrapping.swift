/// Lines of fixed width, as pdf files and old text files have them.
struct Wrapping {
  let text: [UInt8]
  let lines: [Line]
  let shapes: [Shape]
  let front: Int

  /// The width of a full line in columns (a Chinese character has two), or nil when paragraphs
  /// are whole lines.
  var columns: Int? {
    let body = front..<max(front, lines.count)
    let open = body.count { !shapes[$0].isTerminated }
    guard body.count >= 6, open * 10 >= body.count * 4 else { return nil }
    guard body.allSatisfy({ lines[$0].count <= 400 }) else { return nil }
    var histogram = [Int](repeating: 0, count: 401)
    for index in body where !shapes[index].isTerminated { histogram[width(index)] += 1 }
    let wide = (24...400).max { near($0, histogram) < near($1, histogram) } ?? 24
    return near(wide, histogram) * 10 >= open * 5 ? wide : nil
  }

  /// Unterminated lines of this width or a little less.
  private func near(_ width: Int, _ histogram: [Int]) -> Int {
    histogram[max(0, width - slack(width))...width].reduce(0, +)
  }

  /// How much shorter a full line may be: punctuation and Latin words are not divided.
  private func slack(_ width: Int) -> Int { max(4, width / 12) }

  private func width(_ index: Int) -> Int {
    var columns = 0
    var offset = lines[index].range.lowerBound
    while let found = text.scalar(at: offset, end: lines[index].range.upperBound) {
      columns += found.scalar.value >= 0x1100 || found.scalar == "“" || found.scalar == "”" ? 2 : 1
      offset = found.next
    }
    return min(400, columns + (lines[index].indented ? 4 : 0))
  }

  /// Joins every full line to the next one that does not start a paragraph.
  func join(_ next: inout [Int?], width: Int) {
    let indents = startsAreIndented
    for index in front..<max(front, lines.count - 1) {
      guard self.width(index) >= width - slack(width), follows(index + 1, indents) else { continue }
      next[index] = index + 1
    }
  }

  private var startsAreIndented: Bool {
    let indented = lines.indices.dropFirst(front).count { lines[$0].indented }
    return indented * 20 >= lines.count - front
  }

  private func follows(_ index: Int, _ indents: Bool) -> Bool {
    let line = lines[index]
    let before = shapes[index - 1]
    if shapes[index].isSalutation || before.isSalutation { return false }
    if text.contains("\t", in: line.range) { return false }
    if indents && line.indented { return false }
    if let label = shapes[index].label, label.level < 4 || before.isTerminated { return false }
    return before.isTerminated ? indents && !line.blankBefore : true
  }
}
