/// Finds the sentences that layout has torn apart.
///
/// A line is joined to a later one only when both say so: the first breaks off inside a sentence,
/// the second goes on with one. Lines of fixed width (pdf) are told by their width instead.
struct Mending {
  let text: [UInt8]
  let lines: [Line]
  let shapes: [Shape]
  /// Lines before this one are front matter and stay as they are.
  let front: Int

  /// Points that join two lines.
  static let enough = 4
  /// A sentence goes on within this many lines.
  private static let reach = 6

  /// For every line the line that goes on with its sentence, or nil.
  func continuations() -> [Int?] {
    var next = [Int?](repeating: nil, count: lines.count)
    let wrapping = Wrapping(text: text, lines: lines, shapes: shapes, front: front)
    if let width = wrapping.columns { wrapping.join(&next, width: width) }
    joinBroken(&next)
    return next
  }

  private func joinBroken(_ next: inout [Int?]) {
    var blocks = Blocks(next)
    let isIndented = paragraphsAreIndented
    var words = WordSearch(text: text)
    for index in front..<max(front, lines.count)
    where next[index] == nil && !shapes[index].isTerminated {
      guard let open = opening(index, blocks) else { continue }
      let follower = followers(of: index, blocks).first { candidate in
        open.points + points(candidate, behind: open.range, isIndented, &words) >= Self.enough
      }
      guard let follower else { continue }
      next[index] = follower.line
      blocks.join(index, follower.line)
    }
  }

  private var openness: Openness { Openness(text: text) }

  /// The block that ends in a line, and its points for breaking off there; nil for none.
  private func opening(_ index: Int, _ blocks: Blocks) -> (range: Range<Int>, points: Int)? {
    let head = blocks.head[index]
    guard front <= head, canBreak(head, index) else { return nil }
    let range =
      lines[blocks.isMended(index) ? index : head].range.lowerBound..<lines[index].range.upperBound
    let points = max(openness.open(range), blocks.isMended(index) ? 3 : 0)
    return points > 0 ? (range, points) : nil
  }

  private func canBreak(_ head: Int, _ index: Int) -> Bool {
    let shape = shapes[head]
    if shape.isSalutation || shape.isCaption || shape.isByline { return false }
    let range = lines[head].range.lowerBound..<lines[index].range.upperBound
    if text.contains("\t", in: lines[index].range) { return false }
    return shape.label == nil || !isHeading(range)
  }

  /// A label and a few words without a stop: it says no sentence that could be torn.
  private func isHeading(_ range: Range<Int>) -> Bool {
    guard range.count <= 180 else { return false }
    let clauses = Clauses(range, of: text)
    let last = text.scalar(before: range.upperBound, start: range.lowerBound)?.scalar
    return clauses.stops == 0 && clauses.depth <= 0 && last?.isComma != true
  }

  /// The lines that could go on with a sentence: up to the next heading, without captions and
  /// news leads; `passed` counts the ordinary blocks between.
  private func followers(of index: Int, _ blocks: Blocks) -> [(line: Int, passed: Int)] {
    var found: [(line: Int, passed: Int)] = []
    var seen = 0
    for line in (index + 1)..<max(index + 1, lines.count) where blocks.head[line] == line {
      let shape = shapes[line]
      seen += 1
      if seen > Self.reach || shape.label != nil || shape.isSalutation { break }
      if text.contains("\t", in: lines[line].range) { break }
      let isLead = shape.isDated && shapes[blocks.last[line]].isTerminated
      if shape.isCaption || shape.isByline || isLead { continue }
      found.append((line, found.count))
    }
    return found
  }

  private func points(
    _ candidate: (line: Int, passed: Int), behind open: Range<Int>, _ isIndented: Bool,
    _ words: inout WordSearch
  ) -> Int {
    let line = lines[candidate.line]
    var points = openness.continues(line.range, behind: open)
    if isIndented { points += line.indented ? -3 : 2 }
    if points >= 0, words.joins(open, line.range) { points += 1 }
    // The next line as it always comes: rather a forgotten full stop than a torn sentence.
    if points <= 0, !line.blankBefore, line.count > 30 || shapes[candidate.line].isTerminated {
      points -= 3
    }
    if candidate.passed > 0 { points -= 1 + candidate.passed }
    return points
  }

  /// Whether this document sets its paragraphs in.
  private var paragraphsAreIndented: Bool {
    let body = lines.indices.dropFirst(front).filter { lines[$0].count > 120 }
    return body.count { lines[$0].indented } * 10 > body.count * 7
  }
}

/// Which lines are one block: the first line of every line's block, and the last of every first.
private struct Blocks {
  private(set) var head: [Int]
  private(set) var last: [Int]
  private var mended: Set<Int> = []

  /// Blocks of lines of fixed width.
  init(_ next: [Int?]) {
    head = Array(next.indices)
    last = Array(next.indices)
    for (index, following) in next.enumerated() {
      guard let following else { continue }
      head[following] = head[index]
      last[head[index]] = following
    }
  }

  /// Whether a line was joined to a broken one.
  func isMended(_ index: Int) -> Bool { mended.contains(index) }

  mutating func join(_ index: Int, _ following: Int) {
    mended.insert(following)
    let end = last[following]
    head[following] = head[index]
    head[end] = head[index]
    last[head[index]] = end
  }
}

/// Asks the document itself whether the characters at a break make a word.
struct WordSearch {
  let text: [UInt8]
  private var left = 500
  private static let reach = 65_536

  init(text: [UInt8]) { self.text = text }

  /// Whether the last character of one line and the first of another stand together elsewhere
  /// nearby. At most 500 questions a document.
  mutating func joins(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    guard left > 0,
      let end = text.scalar(before: first.upperBound, start: first.lowerBound), end.scalar.isHan,
      let start = text.scalar(at: second.lowerBound, end: second.upperBound), start.scalar.isHan
    else { return false }
    left -= 1
    let word = Array(text[end.start..<first.upperBound]) + text[second.lowerBound..<start.next]
    let from = max(0, first.lowerBound - Self.reach)
    let to = min(text.count, second.upperBound + Self.reach)
    return text.contains(Needle(String(decoding: word, as: UTF8.self)), in: from..<to)
  }
}
