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
    let width = Wrapping(text: text, lines: lines, shapes: shapes, front: front)
    if let width = width.columns {
      Wrapping(text: text, lines: lines, shapes: shapes, front: front).join(&next, width: width)
    }
    joinBroken(&next)
    return next
  }

  private func joinBroken(_ next: inout [Int?]) {
    var taken = Set(next.compactMap { $0 })
    let isIndented = paragraphsAreIndented
    var words = WordSearch(text: text)
    for index in front..<max(front, lines.count) where next[index] == nil {
      guard canBreak(index), !shapes[index].isTerminated else { continue }
      let open = max(openness.open(lines[index].range), taken.contains(index) ? 3 : 0)
      guard open > 0 else { continue }
      let follower = followers(of: index).first { candidate in
        !taken.contains(candidate.line)
          && open + points(candidate, behind: index, isIndented, &words) >= Self.enough
      }
      guard let follower else { continue }
      next[index] = follower.line
      taken.insert(follower.line)
    }
  }

  private var openness: Openness { Openness(text: text) }

  private func canBreak(_ index: Int) -> Bool {
    let shape = shapes[index]
    if shape.isSalutation || shape.isCaption || shape.isByline { return false }
    if text.contains("\t", in: lines[index].range) { return false }
    guard shape.label != nil else { return true }
    return !isHeading(index)
  }

  /// A label and a few words without a stop: it says no sentence that could be torn.
  private func isHeading(_ index: Int) -> Bool {
    let clauses = Clauses(lines[index].range, of: text)
    return lines[index].count <= 180 && clauses.stops == 0 && clauses.depth <= 0
      && !endsInComma(lines[index].range)
  }

  private func endsInComma(_ range: Range<Int>) -> Bool {
    text.scalar(before: range.upperBound, start: range.lowerBound)?.scalar.isComma ?? false
  }

  /// The lines that could go on with a sentence: up to the next heading, without captions and
  /// news leads; `passed` counts the ordinary lines between.
  private func followers(of index: Int) -> [(line: Int, passed: Int)] {
    var found: [(line: Int, passed: Int)] = []
    for line in (index + 1)..<max(index + 1, min(lines.count, index + 1 + Self.reach)) {
      let shape = shapes[line]
      if shape.label != nil || shape.isSalutation { break }
      if text.contains("\t", in: lines[line].range) { break }
      if shape.isCaption || shape.isByline || (shape.isDated && shape.isTerminated) { continue }
      found.append((line, found.count))
    }
    return found
  }

  private func points(
    _ candidate: (line: Int, passed: Int), behind index: Int, _ isIndented: Bool,
    _ words: inout WordSearch
  ) -> Int {
    let line = lines[candidate.line]
    var points = openness.continues(line.range, behind: lines[index].range)
    if isIndented { points += line.indented ? -3 : 2 }
    if points >= 0, words.joins(lines[index].range, line.range) { points += 1 }
    if candidate.passed > 0 { points -= 1 + candidate.passed }
    return points
  }

  /// Whether this document sets its paragraphs in.
  private var paragraphsAreIndented: Bool {
    let body = lines.indices.dropFirst(front).filter { lines[$0].count > 120 }
    return body.count { lines[$0].indented } * 10 > body.count * 7
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
