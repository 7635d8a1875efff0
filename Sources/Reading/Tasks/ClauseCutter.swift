/// Cuts the tokens of a sentence into segments at ，；： and leaves brackets and quotations whole.
struct ClauseCutter {
  /// One stretch between two marks.
  struct Segment: Equatable {
    var tokens: Range<Int>
    /// ；or ： stands before it.
    var startsAnew: Bool
  }

  /// The segments of a sentence in order, none of them empty.
  static func segments(_ sentence: TaskSentence) -> [Segment] {
    var out: [Segment] = []
    var start = 0
    var startsAnew = true
    var depth = 0
    for (index, token) in sentence.tokens.enumerated() {
      depth = max(0, depth + change(sentence, index))
      guard depth == 0, isBreak(sentence, index) else { continue }
      append(start..<index, startsAnew, to: &out)
      start = index + 1
      startsAnew = token.kind == .semicolon
    }
    append(start..<sentence.tokens.count, startsAnew, to: &out)
    return out
  }

  /// A comma or a mark of more weight; a single dash between words is none (岷江—长江).
  private static func isBreak(_ sentence: TaskSentence, _ index: Int) -> Bool {
    switch sentence.tokens[index].kind {
    case .comma: true
    case .semicolon:
      !sentence.is(index, "—") || sentence.is(index + 1, "—") || sentence.is(index - 1, "—")
    default: false
    }
  }

  private static func append(_ tokens: Range<Int>, _ startsAnew: Bool, to out: inout [Segment]) {
    if !tokens.isEmpty { out.append(Segment(tokens: tokens, startsAnew: startsAnew)) }
  }

  /// How a token changes the depth of brackets and long quotations.
  private static func change(_ sentence: TaskSentence, _ index: Int) -> Int {
    switch sentence.tokens[index].kind {
    case .bracket: isOpening(sentence, index) ? 1 : -1
    case .quote: isOpening(sentence, index) ? 1 : -1
    default: 0
    }
  }

  private static func isOpening(_ sentence: TaskSentence, _ index: Int) -> Bool {
    sentence.isOne(index, of: ["（", "(", "【", "[", "“", "「", "‘", "《", "〔"])
  }
}
