import Domain

/// What a milestone's document is, against what would prove it.
enum Papers {
  /// As it was said, else as its title has it.
  static func kind(of source: Source) -> DocumentKind? {
    source.kind ?? DocumentKind.guess(fromTitle: source.title)
  }

  /// A plan or a request for what had to be granted or finished: it proves nothing of it.
  static func isIntent(_ source: Source, for milestone: Measure.Milestone) -> Bool {
    guard let kind = kind(of: source), kind.isIntent else { return false }
    let expected = DocumentKind.expected(by: milestone.proof)
    return !expected.isEmpty && !expected.contains(kind)
  }

  /// Why the document may not be of the kind that the milestone asks for; nil where it is, or where
  /// neither says.
  static func doubt(_ source: Source, for milestone: Measure.Milestone) -> Phrase? {
    let title = DocumentKind.guess(fromTitle: source.title)
    if let said = source.kind, said != .other, let title, said != title, title.isIntent {
      return Phrase(
        "说是\(said.rawValue)，名称却是\(title.rawValue)",
        "said to be \(said.english), but its title is that of a \(title.english)")
    }
    let expected = DocumentKind.expected(by: milestone.proof)
    guard let kind = kind(of: source), ![.other, .notice].contains(kind), !expected.isEmpty,
      !expected.contains(kind)
    else { return nil }
    return Phrase(
      "应为「\(milestone.proof)」，实为\(kind.rawValue)",
      "asked for: \(milestone.proof); it is a \(kind.english)")
  }
}
