import Domain

/// What is wrong with a form that is shown again, for the head of the page and for its fields.
public struct DeskProblems: Sendable {
  public var title: Phrase
  public var items: [Item]

  public struct Item: Sendable {
    /// The field's name in the form; nil for what concerns the whole page.
    public var field: String?
    public var what: Phrase

    public init(_ field: String?, _ what: Phrase) {
      self.field = field
      self.what = what
    }
  }

  public init(_ title: Phrase, _ items: [Item]) {
    self.title = title
    self.items = items
  }

  /// Keys of the partial `problems`, and `wrong-FIELD` for each field.
  func add(to context: inout [String: Any], _ frame: Frame) {
    context["has-problems"] = true
    context["problems-title"] = title(frame.language)
    context["problems"] = items.map { item in
      var problem: [String: Any] = ["what": item.what(frame.language)]
      problem["field"] = item.field
      return problem
    }
    for item in items {
      if let field = item.field { context["wrong-" + field] = item.what(frame.language) }
    }
  }
}
