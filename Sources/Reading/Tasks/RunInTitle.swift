/// Tells whether a sentence is a title that runs into its paragraph (着力实施科技创新。).
struct RunInTitle {
  let sentence: TaskSentence
  let opensPassage: Bool
  /// More sentences of the passage follow.
  let isFollowed: Bool
  let passageBytes: Int

  /// Lengths in characters up to which a short sentence is a title.
  static let single = 26
  static let double = 26
  static let inside = 16
  /// Bytes above which a passage holds a whole part of the report, titles and all.
  static let long = 3_000

  /// Whether the sentence with these drafts is a title.
  func isTitle(_ drafts: [SentenceTasks.Placed]) -> Bool {
    guard isFollowed else { return false }
    if opensPassage, isNumbered { return true }
    guard !sentence.holdsQuantity(0..<sentence.tokens.count), !drafts.isEmpty else { return false }
    let segments = ClauseCutter.segments(sentence).count
    let length = sentence.length(0..<sentence.tokens.count)
    if opensPassage {
      return segments == 1 && length <= Self.single
        || segments == 2 && length <= Self.double && drafts.allSatisfy { isPlain($0.draft) }
    }
    let isLong = passageBytes > Self.long
    return isLong && segments == 1 && length <= Self.inside
      && drafts.allSatisfy { isPlain($0.draft) }
  }

  /// （一）, 1.
  private var isNumbered: Bool {
    PassageJudge.isNumbered(sentence.text[sentence.range]) || isBracketed
  }

  private var isBracketed: Bool {
    sentence.isOne(0, of: ["（", "("]) && sentence.kind(2) == .bracket
  }

  /// No name, no state and no event: nothing but a matter.
  private func isPlain(_ draft: TaskDraft) -> Bool {
    Vagueness(sentence: sentence).judge(draft, deadline: nil).vague
  }
}
