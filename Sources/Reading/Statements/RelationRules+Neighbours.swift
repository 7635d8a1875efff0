import Domain

/// The nouns and verbs around a number.
extension RelationRules {
  func firstVerb(_ range: Range<Int>) -> Int? { range.first { isVerb($0) } }
  func lastVerb(_ range: Range<Int>) -> Int? { range.last { isVerb($0) } }
  func hasVerb(_ range: Range<Int>) -> Bool { firstVerb(range) != nil }

  /// Behind the verbs that follow each other: 培育认定, 新建和改造.
  func verbsEnd(_ verb: Int) -> Int {
    var end = verb + 1
    while end < range.upperBound {
      if tokens[end].has([.doing, .rise]), !tokens[end].has(.noun), end + 1 < range.upperBound {
        end += 1
      } else if isJoin(end), end + 2 < range.upperBound, tokens[end + 1].has(.doing) {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  func isVerb(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.has([.doing, .rise, .fall]), !token.has(.noun) else { return false }
    // 改造, 建设 at the end of a noun phrase name what is measured.
    if token.has(.actionNoun), index > range.lowerBound { return false }
    return true
  }

  var endsWithEtcetera: Bool {
    guard let last = range.last else { return false }
    return tokens[last].has(.etcetera)
  }

  var startsWithVerb: Bool {
    guard let first = window.right.first else { return false }
    let token = tokens[first]
    return token.has([.doing, .ranking, .reach, .rise, .fall, .compare])
      && !token.has([.noun, .actionNoun])
  }

  var hasNounRight: Bool {
    guard let first = window.right.first else { return false }
    let token = tokens[first]
    if startsWithVerb || token.kind == .listMark { return false }
    if token.has(.adverb), first + 1 < window.right.upperBound {
      let next = tokens[first + 1]
      return !next.has([.doing, .rise, .fall, .reach]) || next.has([.noun, .actionNoun])
    }
    return !token.has([
      .conjunction, .of, .preposition, .adverb, .modal, .time, .respectively, .each,
    ])
      || token.has(.noun)
  }

  /// The noun phrase behind the number, without 的.
  var nounRight: Range<Int> {
    let right = nounWindow
    var low = right.lowerBound
    if low < right.upperBound, tokens[low].has(.of) { low += 1 }
    var high = low
    while high < right.upperBound, isNounPart(high, first: low) { high += 1 }
    return trimTail(low..<high)
  }

  /// Nothing, or a verb of doing, stands before the number.
  var opensNoun: Bool {
    let isMedal = reader.quantities[tokens[window.index].quantity].unitClass.contains(.medal)
    return !isMedal && (range.last.map { tokens[$0].has(.doing) } ?? true)
  }

  /// The right side; behind an age or size class where that stands in between.
  var nounWindow: Range<Int> {
    let next = window.right.lowerBound
    if window.precedesQuantity,
      let mark = window.right.last(where: { tokens[$0].kind == .listMark }), mark > next
    {
      return next..<mark  // the list's next item has a number of its own
    }
    guard window.right.isEmpty, window.precedesQuantity, next + 1 < tokens.count, opensNoun,
      reader.quantities[tokens[next].quantity].unitClass.contains(.classifier)
        || reader.quantities[tokens[next].quantity].boundIsBehind
    else { return window.right }
    var high = next + 1
    while high < tokens.count, !tokens[high].isBreak, tokens[high].kind != .quantity { high += 1 }
    return next + 1..<high
  }

  func isNounPart(_ index: Int, first: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .name: return true
    case .listMark:
      return index > first && index + 1 < tokens.count && !tokens[index + 1].has(.dependent)
    case .unknown: return true
    case .word: break
    default: return false
    }
    if token.has([.noun, .actionNoun, .aggregate, .dependent, .shareNoun]) { return true }
    if token.has([.conjunction, .etcetera, .of]) { return index > first }
    if token.has([.doing, .rise, .fall, .reach, .ranking, .compare, .each]) {
      return index == first ? !startsWithVerb : endsFragment(index - 1)
    }
    return !token.has([.preposition, .adverb, .modal, .time, .of]) || index == first
  }

  /// One unknown character before a verb is more likely the first half of a noun (运+动员).
  func endsFragment(_ index: Int) -> Bool {
    let token = tokens[index]
    return token.kind == .unknown && token.end - token.start == 3
  }

  /// The verb behind the noun phrase on the right.
  var verbRight: Int? {
    let noun = nounRight
    guard !noun.isEmpty else { return nil }
    let end = max(noun.upperBound, nounWindow.upperBound)
    return (noun.upperBound..<end).first {
      tokens[$0].has([.doing, .rise, .fall])
    }
  }

  /// Leaves out adverbs, 的, 同比 and the like at the end, and at the start.
  func trimTail(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while high > low, isTrailing(high - 1) { high -= 1 }
    while low < high, isLeading(low) { low += 1 }
    return low..<high
  }

  func isTrailing(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.has([.noun, .aggregate]) { return false }
    return token.kind == .listMark || token.kind == .quote
      || token.has([
        .adverb, .modal, .time, .of, .respectively, .each, .total, .preposition, .conjunction,
        .etcetera,
      ])
  }

  func isLeading(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.has([.noun, .aggregate]) { return false }
    return token.kind == .quote || token.kind == .listMark
      || token.has([
        .adverb, .modal, .time, .place, .of, .preposition, .conjunction, .total, .etcetera, .each,
      ])
  }

  /// Carries the subject over where the clause names none, or only a noun that needs one.
  func takeSubject(_ draft: inout Draft) {
    if draft.subject.isEmpty, draft.tail.isEmpty {
      draft.inherits = true
    } else if draft.subject.count == 1, tokens[draft.subject.lowerBound].has(.dependent),
      before != nil
    {
      draft.tail = draft.subject
      draft.subject = 0..<0
      draft.inherits = true
    } else if draft.subject.isEmpty {
      draft.inherits = true
    }
  }

  /// How a list of subjects shares the number.
  func sharing(_ draft: Draft) -> Draft.Sharing {
    if window.left.contains(where: { tokens[$0].has(.respectively) }) { return .respectively }
    let isList = draft.subject.contains { tokens[$0].kind == .listMark }
    let hasEach = window.left.contains { tokens[$0].has(.each) }
    if hasEach, draft.subject.contains(where: { isJoin($0) }) { return .each }
    let mark = draft.subject.first { tokens[$0].has(.etcetera) }
    guard isList, mark == nil || ends(draft.subject, reader.lexicon.grammar.indicators) else {
      return .none
    }
    // 「A、B 90%以上由企业牵头」 says it of each.
    let isEach = draft.relation == .share && draft.rule == .shareNoun && !window.right.isEmpty
    return draft.relation == .growth || draft.relation == .rank || isEach ? .each : .none
  }

  func isJoin(_ index: Int) -> Bool {
    tokens[index].kind == .listMark || tokens[index].has(.conjunction)
  }

  func ends(_ range: Range<Int>, _ words: WordList) -> Bool {
    reader.endsWith(words, reader.span(range))
  }
}
