/// Reads the drafts of one sentence: segments, lists, lead-ins and words left out.
struct SentenceTasks {
  let sentence: TaskSentence
  let parser: ClauseParser

  /// - Parameter ownNames: how the report calls its own place.
  init(_ sentence: TaskSentence, ownNames: [String]) {
    self.sentence = sentence
    parser = ClauseParser(sentence: sentence, ownNames: ownNames)
  }

  /// A draft and where it stands.
  struct Placed {
    var draft: TaskDraft
    /// Number of its segment in the sentence.
    var segment: Int
    /// It stands in the last segment of the sentence.
    var isLast: Bool
  }

  /// The drafts of the sentence in order.
  func read() -> [Placed] {
    let segments = ClauseCutter.segments(sentence)
    let splitter = ListSplitter(sentence: sentence, parser: parser)
    var out: [Placed] = []
    var lead: Int? = nil
    for (number, segment) in segments.enumerated() {
      let isLast = number == segments.count - 1
      if !isLast, let start = leadIn(segment.tokens),
        parser.parse(segments[number + 1].tokens) != nil
      {
        lead = lead ?? start
        continue
      }
      defer { lead = nil }
      if isPredicate(segment.tokens) {
        out.removeAll()
        continue
      }
      guard var draft = parser.parse(segment.tokens), fits(draft, number, after: out.last),
        isLast || !isTheme(draft, before: segments[number + 1].tokens)
      else { continue }
      if let lead { draft.tokens = lead..<draft.tokens.upperBound }
      for part in splitter.split(draft) {
        out.append(Placed(draft: part, segment: number, isLast: isLast))
      }
    }
    return out
  }

  /// 仍然是…, 是…: the sentence says something of the clauses before.
  private func isPredicate(_ segment: Range<Int>) -> Bool {
    sentence.is(segment.lowerBound, "是")
      || (sentence.is(segment.lowerBound + 1, "是") && sentence.has(segment.lowerBound, .adverb))
  }

  /// 转型升级都市工业,市中区着力打造…: the actor comes behind the theme.
  private func isTheme(_ draft: TaskDraft, before next: Range<Int>) -> Bool {
    let lead = ClauseLead(sentence: sentence, ownNames: parser.ownNames)
    return lead.isActor(next.lowerBound) && lead.skip(next) > next.lowerBound
      && !sentence.holdsQuantity(draft.tokens)
  }

  /// A number without a verb goes on with the verb of the segment right before it.
  private func fits(_ draft: TaskDraft, _ segment: Int, after last: Placed?) -> Bool {
    guard draft.shape == .numberOnly, draft.modal == nil else { return true }
    if startsNew(draft) { return true }
    guard let last else { return false }
    return last.segment == segment - 1
  }

  /// 新（改）建300万亩, 再增500户: a count without a verb that the lexicon knows.
  private func startsNew(_ draft: TaskDraft) -> Bool {
    guard let first = draft.object.first else { return false }
    let word = sentence.text[sentence.tokens[first].range]
    return ["新", "再", "净"].contains { word.starts(with: $0.utf8) }
  }

  /// Where a segment starts that only leads into the next: 年内; 投资1亿元; 对符合条件的企业.
  private func leadIn(_ segment: Range<Int>) -> Int? {
    let start = ClauseLead(sentence: sentence, ownNames: parser.ownNames).skip(segment)
    let body = start..<segment.upperBound
    if isTime(body) || isMoney(body) { return start }
    let isTopic = sentence.isOne(start, of: ["对", "对于"])
    return isTopic && parser.parse(segment) == nil ? start : nil
  }

  private func isTime(_ body: Range<Int>) -> Bool {
    let isWish = body.contains { sentence.has($0, .modal) || sentence.is($0, "年内") }
    return isWish && body.allSatisfy { sentence.has($0, [.modal, .time, .adverb]) }
  }

  private func isMoney(_ body: Range<Int>) -> Bool {
    let rest = body.drop { sentence.has($0, [.time, .modal, .adverb]) }
    guard let verb = rest.first, sentence.isOne(verb, of: ["投资", "投入", "总投资"]) else { return false }
    return rest.count == 2 && sentence.kind(verb + 1) == .quantity
  }
}
