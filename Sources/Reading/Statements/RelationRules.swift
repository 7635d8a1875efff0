import Domain

/// Decides what a quantity says of its subject: the grammar around one number.
struct RelationRules {
  let reader: SentenceReader
  let window: Window
  let core: Core
  let before: Draft?

  var tokens: [Token] { reader.tokens }
  var range: Range<Int> { core.range }

  /// Fills relation, subject, action and rule.
  func apply(_ draft: inout Draft) {
    if draft.quantity.form == .rank { return rank(&draft) }
    if draft.quantity.unitClass.contains(.multiple) { return multiple(&draft) }
    if isNamePart(draft) { return name(&draft) }
    if isListItem(draft) { return item(&draft) }
    if startsChange { return start(&draft) }
    if compare(&draft) || portion(&draft) || predicate(&draft) || growthNoun(&draft) { return }
    if core.isStart { return start(&draft) }
    if isRatio(draft.quantity) { return ratio(&draft) }
    amount(&draft)
  }
}
