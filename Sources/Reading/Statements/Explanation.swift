import Domain

/// Tells why a statement was read as it was: the rule, the words it rests on, the era.
extension StatementReader {
  /// The derivation of the statement whose quantity lies at byte `offset`, or, where none does, of
  /// the nearest one in the same sentence; nil where the sentence has no quantity.
  func explain(at offset: Int) -> Derivation? {
    var found: Derivation? = nil
    var walker = ReportWalker(report, cues: cues)
    walker.walk { context in
      guard found == nil, context.range.contains(offset) else { return }
      found = derivation(in: context, at: offset)
    }
    return found
  }

  private func derivation(in context: SentenceContext, at offset: Int) -> Derivation? {
    var sentence = sentence(context)
    let drafts = sentence.drafts()
    let nearest = drafts.min { distance($0, offset) < distance($1, offset) }
    guard let draft = nearest else { return nil }
    var statements: [Statement] = []
    append(context, &statements)
    let place = draft.quantity.range
    guard let statement = statements.first(where: { $0.range == place }) else { return nil }
    return Derivation(
      rule: statement.rule, range: statement.clause, conclusion: conclusion(statement),
      parts: parts(draft, statement, sentence, context))
  }

  private func distance(_ draft: Draft, _ offset: Int) -> Int {
    let range = draft.quantity.range
    return range.contains(offset)
      ? 0 : min(abs(range.lowerBound - offset), abs(range.upperBound - offset))
  }

  private func conclusion(_ statement: Statement) -> String {
    var words = [
      "kind=\(statement.kind.rawValue)", "relation=\(statement.relation.rawValue)",
      "indicator=\(statement.indicator)",
    ]
    if let action = statement.action { words.append("action=\(action)") }
    if let period = statement.period { words.append("period=\(period)") }
    return words.joined(separator: " ")
  }

  private func parts(
    _ draft: Draft, _ statement: Statement, _ sentence: SentenceReader, _ context: SentenceContext
  ) -> [Derivation] {
    var parts = [quantity(statement)]
    parts.append(subject(draft, statement, sentence))
    if let action = draft.action, !action.isEmpty {
      parts.append(part("action", sentence.span(action), "verb of doing"))
    }
    if draft.sharing != .none {
      let how = draft.sharing == .each ? "each of the list" : "分别: each in turn"
      parts.append(part("sharing", sentence.span(draft.window.left), how))
    }
    parts.append(era(context))
    return parts
  }

  private func quantity(_ statement: Statement) -> Derivation {
    var words = "value=\(statement.value) unit=\(statement.unit) bound=\(statement.bound.rawValue)"
    if let second = statement.value2 { words += " value2=\(second)" }
    if statement.strict { words += " strict" }
    return part("quantity", statement.range, words)
  }

  private func subject(
    _ draft: Draft, _ statement: Statement, _ sentence: SentenceReader
  ) -> Derivation {
    let own = sentence.span(draft.subject)
    guard own.isEmpty || draft.inherits else { return part("subject", own, "named in the clause") }
    return part("subject", context(own, statement), "carried over: \(statement.indicator)")
  }

  private func context(_ own: Range<Int>, _ statement: Statement) -> Range<Int> {
    own.isEmpty ? statement.sentence : own
  }

  /// The section that the sentence stands in and what it says of time.
  private func era(_ context: SentenceContext) -> Derivation {
    let passage = report.passages[context.passage]
    let path = report.path(of: passage.section).map { $0.label + $0.title }
    let section = path.isEmpty ? "no section" : path.joined(separator: " / ")
    let period = context.era.period ?? "not stated"
    return part("era", context.range, "\(context.era.kind) \(period) ← \(section)")
  }

  private func part(_ rule: String, _ range: Range<Int>, _ conclusion: String) -> Derivation {
    Derivation(rule: rule, range: range, conclusion: conclusion)
  }
}
