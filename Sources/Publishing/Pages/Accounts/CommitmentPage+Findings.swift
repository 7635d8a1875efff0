import Domain

extension CommitmentPage {
  /// Doubts, with the records concerned, and the parts with their own numbers.
  func findings(_ frame: Frame) -> [String: Any] {
    let lines = FindingLines(words: frame.words, isInside: frame.caller.may(.readInternal))
    let findings = account.judgement?.findings
    let parts = (account.judgement?.parts ?? []).map { part in
      [
        "title": part.title, "text": PartLines(words: frame.words).text(part),
        "state": part.state.rawValue,
      ]
    }
    return [
      "findings": lines.lines(findings), "has-findings": !(findings ?? []).isEmpty,
      "findings-summary": lines.summary(findings), "parts": parts, "has-parts": !parts.isEmpty,
    ]
  }
}

extension Words {
  /// What kind of document a source is, as it was said or as its title has it; nil for none.
  func kind(of source: Source) -> String? {
    let kind = source.kind ?? DocumentKind.guess(fromTitle: source.title)
    return kind.map { self($0.rawValue, $0.english) }
  }
}
