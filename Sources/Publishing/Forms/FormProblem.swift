import Domain

/// What is wrong with one field of a form, in words that tell what to do.
public struct FormProblem: Sendable, Equatable {
  /// The field's name in the form; empty for what concerns the whole.
  public var field: String
  /// What is wrong and what to do.
  public var what: Phrase

  /// Takes both as they are; nothing is checked.
  public init(_ field: String, _ what: Phrase) {
    self.field = field
    self.what = what
  }

  /// The same with both languages by themselves.
  public init(_ field: String, _ chinese: String, _ english: String) {
    self.init(field, Phrase(chinese, english))
  }
}
