import Domain

/// Lists that go on, and numbers that only name a thing.
extension RelationRules {
  /// Nothing but 、 between this number and the one before: it goes on with the same verb.
  func isListItem(_ draft: Draft) -> Bool {
    guard let before, range.isEmpty, window.followsQuantity, !core.isStart else { return false }
    return window.isListed && before.quantity.form != .rank
  }

  func item(_ draft: inout Draft) {
    guard let before else { return }
    draft.relation = before.relation
    draft.isNegative = before.isNegative
    draft.action = before.action
    draft.rule = before.rule
    draft.sharing = before.sharing
    draft.inherits = true
    if hasNounRight || startsWithOf, !isRatio(draft.quantity), !nounRight.isEmpty {
      draft.subject = nounRight
      draft.inherits = false
      draft.sharing = .none
    }
  }

  /// 500万元以上技改项目, 大唐700万吨露天矿: the number is part of a name.
  func isNamePart(_ draft: Draft) -> Bool {
    let quantity = draft.quantity
    if quantity.unitClass.contains(.age) { return !isLifeExpectancy }
    if quantity.boundIsBehind, quantity.unitClass.contains(.money), window.right.isEmpty,
      window.precedesQuantity
    {
      return true  // 其中十亿元以上5个
    }
    guard !window.right.isEmpty else { return false }
    if quantity.bound == .atLeast, startsWithOf, window.precedesQuantity, !nounRight.isEmpty,
      quantity.unitClass.contains(.money) || isCapacity(quantity)
    {
      return true
    }
    guard !startsWithOf else { return false }
    if quantity.boundIsBehind, quantity.unitClass.contains(.money) || isCapacity(quantity) {
      guard hasNounRight else { return false }
      return window.precedesQuantity || isCapacity(quantity)
        || ends(nounRight, reader.lexicon.grammar.sized)
    }
    guard isCapacity(quantity), hasNounRight else { return false }
    return range.isEmpty ? !startsWithActionNoun : !hasVerb(range)
  }

  var isLifeExpectancy: Bool {
    reader.occurs(reader.lexicon.grammar.lifetimes, reader.span(window.left))
  }

  var startsWithActionNoun: Bool {
    guard let first = window.right.first else { return false }
    return tokens[first].has([.actionNoun, .doing])
  }

  func isCapacity(_ quantity: Quantity) -> Bool { quantity.unitClass.contains(.capacity) }

  func name(_ draft: inout Draft) {
    draft.relation = .level
    draft.rule = .levelName
    draft.isBackground = true
    draft.subject = nounRight
  }

  /// 翻一番, 增长5.1倍, 是2015年的2倍.
  func multiple(_ draft: inout Draft) {
    var high = range.upperBound
    while high > range.lowerBound, tokens[high - 1].has([.reach, .rise, .fall, .doing, .of, .time])
    {
      high -= 1
    }
    draft.relation = .multiple
    draft.rule = .multiple
    draft.subject = trimTail(range.lowerBound..<high)
    takeSubject(&draft)
    draft.sharing = sharing(draft)
  }
}
