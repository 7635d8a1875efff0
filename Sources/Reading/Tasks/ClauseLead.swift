/// Leaves out what stands before a task: labels, who acts, 要 and 将, plain dates.
struct ClauseLead {
  let sentence: TaskSentence
  /// How the report calls its own place: 济南市市中区, 市中区, 市中.
  let ownNames: [String]

  /// Where the task itself starts.
  func skip(_ segment: Range<Int>) -> Int {
    var index = label(segment)
    index = date(index, segment)
    index = subject(index, segment)
    while index + 1 < segment.upperBound, isParticle(index) { index += 1 }
    return index
  }

  /// 一是, 二要, 第三 before the clause; not 第七届.
  private func label(_ segment: Range<Int>) -> Int {
    let start = segment.lowerBound
    guard start + 1 < segment.upperBound, isLabelEnd(start) else { return start }
    let next = sentence.tokens[start + 1]
    let isOrdinal =
      sentence.text[next.range].starts(with: "届".utf8)
      || sentence.text[next.range].starts(with: "次".utf8)
    return isOrdinal ? start : start + 1
  }

  private func isLabelEnd(_ index: Int) -> Bool {
    let bytes = sentence.bytes(index..<index + 1)
    let word = sentence.text[bytes]
    return Self.labels.contains { word.elementsEqual($0.utf8) }
  }

  private static let labels: [String] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    .flatMap { ["\($0)是", "\($0)要", "第\($0)"] }

  /// 2023年: leaves out a year that only repeats the section's.
  private func date(_ start: Int, _ segment: Range<Int>) -> Int {
    guard start + 1 < segment.upperBound, sentence.kind(start) == .unknown else { return start }
    let bytes = sentence.bytes(start..<start + 1)
    guard sentence.text[bytes.lowerBound] &- 0x30 < 10 else { return start }
    return sentence.is(start + 1, "年") ? start + 2 : start
  }

  /// 市中区将, 我们要, 各相关部门: who acts, where 将, 要 or a verb follows.
  private func subject(_ start: Int, _ segment: Range<Int>) -> Int {
    var index = start
    while index < segment.upperBound, sentence.has(index, [.time]),
      isActor(index + 1) || isParticle(index + 1)
    {
      index += 1
    }
    if isActor(index) { return pastSubject(index, segment) }
    let limit = min(segment.upperBound, start + 6)
    guard index < limit, !sentence.has(index, .preposition), !sentence.has(index, .anyTask),
      let will = (index..<limit).first(where: { isWill($0) }), will > index,
      will + 1 < segment.upperBound, sentence.length(index..<will) <= 10
    else { return start }
    return sentence.has(will + 1, [.anyTask, .adverb, .preposition]) ? will + 1 : start
  }

  private func pastSubject(_ start: Int, _ segment: Range<Int>) -> Int {
    var index = start
    while index + 1 < segment.upperBound, isActor(index) { index += 1 }
    let follows = sentence.has(index, [.anyTask, .adverb, .preposition, .modal, .manner, .time])
    return follows || isParticle(index) ? index : start
  }

  /// Whether a token names who acts.
  func isActor(_ index: Int) -> Bool {
    sentence.has(index, .place) || sentence.isOne(index, of: ownNames)
  }

  private func isWill(_ index: Int) -> Bool { sentence.isOne(index, of: ["将", "要", "须", "必须"]) }

  /// 要, 将, 还要 before the clause; 将 only where it does not govern an object.
  private func isParticle(_ index: Int) -> Bool {
    if sentence.isOne(index, of: ["要", "还要", "也要", "同时", "并", "必须", "就要", "更要", "应"]) {
      return true
    }
    return sentence.is(index, "将") && sentence.has(index + 1, [.anyTask, .adverb, .time])
  }
}
