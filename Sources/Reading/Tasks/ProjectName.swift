/// Finds the proper name of what a task acts on.
///
/// A name is words that reports of other places do not share (山东水泥厂, 党杨路) with the noun that
/// ends it, or a quotation or title (“链长制”, 《条例》).
struct ProjectName {
  let sentence: TaskSentence

  /// What sort of thing the name names.
  enum Sort { case work, area, quoted }
  /// The tokens of the name and its sort.
  typealias Found = (tokens: Range<Int>, sort: Sort)

  /// The name in an object: a work before an area before a quotation.
  func find(_ object: Range<Int>) -> Found? {
    if let work = named(object, .facility) {
      return (work, isArea(object, work) ? .area : .work)
    }
    if let area = named(object, .area) { return (area, .area) }
    guard let quoted = object.first(where: { sentence.isQuoted($0) }) else { return nil }
    return (widen(quoted, object), .quoted)
  }

  /// The last noun decides: 物流园区建设 is an area though 园 is a facility.
  private func isArea(_ object: Range<Int>, _ name: Range<Int>) -> Bool {
    let tail = object.last { sentence.has($0, [.facility, .area]) }
    guard let tail else { return false }
    return sentence.has(tail, .area)
      || (sentence.isOne(tail, of: ["项目", "工程"]) && sentence.has(tail - 1, .area))
  }

  private func named(_ object: Range<Int>, _ ending: WordClass) -> Range<Int>? {
    for end in object where sentence.has(end, ending) {
      if let start = nameStart(before: end, object) { return start..<end + 1 }
    }
    return nil
  }

  /// Walks back over the noun to a word that nobody else uses; over 、 where 等 ends a list.
  private func nameStart(before end: Int, _ object: Range<Int>) -> Int? {
    var found: Int? = nil
    var inList = false
    var index = end - 1
    while index >= object.lowerBound, end - index < (inList ? 24 : 8) {
      if sentence.is(index, "等") { inList = true }
      if isWall(index, inList) { break }
      if isRare(index) { found = index }
      index -= 1
    }
    return found
  }

  private func isWall(_ index: Int, _ inList: Bool) -> Bool {
    switch sentence.tokens[index].kind {
    case .comma, .semicolon: true
    case .listMark: !inList
    default:
      (sentence.is(index, "的") && !inList)
        || (sentence.isOne(index, of: ["和", "与", "及", "以及"]) && !inList)
    }
  }

  /// Two characters or more that are in no list of common words; one before 江, 路, 山 will do.
  private func isRare(_ index: Int) -> Bool {
    let token = sentence.tokens[index]
    guard token.kind == .unknown else { return false }
    if token.end - token.start >= 6 { return true }
    let next = index + 1
    return sentence.has(next, .facility) && sentence.tokens[next].range.count == 3
  }

  private func widen(_ quoted: Int, _ object: Range<Int>) -> Range<Int> {
    var end = quoted + 1
    while end < object.upperBound, end < quoted + 4,
      sentence.has(end, [.programme, .noun, .actionNoun])
    {
      end += 1
    }
    return quoted..<end
  }
}
