import Domain

/// Starting values of a change, and percentages without a verb of change.
extension RelationRules {
  /// 起征点从3万元提高到10万元, 16%的税率降至13%: the verb to the next number tells of a change.
  var startsChange: Bool {
    guard window.precedesQuantity, let verb = window.right.last, tokens[verb].has(.reach) else {
      return false
    }
    if core.isStart || fromMark != nil { return true }
    return startsWithOf && reader.token(verb, isOneOf: reader.lexicon.grammar.changeVerbs)
  }

  var fromMark: Int? {
    range.last { tokens[$0].kind == .word && tokens[$0].quantity == Token.fromMark }
  }

  func start(_ draft: inout Draft) {
    draft.isStart = true
    draft.rule = .levelStart
    var low = range.lowerBound
    let high = fromMark ?? range.upperBound
    if low < high, isVerb(low) { low += 1 }
    draft.subject = trimTail(low..<max(low, high))
    if startsWithOf { draft.tail = nounRight }
    if isRatio(draft.quantity) {
      draft.relation = reader.ends(draft.subject, with: .levelRate) ? .level : .share
      if draft.subject.isEmpty || !reader.ends(draft.subject, with: [.shareNoun, .levelRate]) {
        draft.relation = .level
      }
    } else {
      draft.relation = .level
    }
    takeSubject(&draft)
  }

  func isRatio(_ quantity: Quantity) -> Bool {
    !quantity.unitClass.isDisjoint(with: [.percent, .point])
  }

  /// A percentage without a verb: 报销比例60%, 85%以上农户参与.
  func ratio(_ draft: inout Draft) {
    if range.isEmpty || isNounGoverned, hasNounRight || startsWithOf {
      draft.relation = .share
      draft.rule = .shareOf
      draft.subject = nounRight.isEmpty ? range : nounRight
      if !range.isEmpty, !hasVerb(range) { draft.subject = range }
    } else if let verb = firstVerb(range), tokens[verb].has([.rise, .fall]),
      verb == range.lowerBound
    {
      change(&draft, verb, verb + 1..<range.upperBound)
      return
    } else {
      draft.subject = trimTail(range)
      rate(&draft, draft.subject)
      if let last = range.last, tokens[last].has(.doing) {
        draft.action = last..<last + 1
        draft.subject = trimTail(range.lowerBound..<last)
      }
    }
    takeSubject(&draft)
    draft.sharing = sharing(draft)
  }

  var startsWithOf: Bool {
    guard let first = window.right.first else { return false }
    return tokens[first].has(.of)
  }

  var isNounGoverned: Bool {
    guard let first = window.right.first else { return false }
    return !tokens[first].has(.of)
  }
}
