import Mustache

/// An empty text in a template: shows nothing, and `{{#name}}` passes it over. (Mustache itself takes
/// an empty text for something, and a missing name for that of the context around.)
struct Blank: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }

  /// The context with every empty text, at any depth, made blank.
  static func filling(_ context: [String: Any]) -> [String: Any] {
    context.mapValues(filling)
  }

  private static func filling(_ value: Any) -> Any {
    switch value {
    case let text as String: text.isEmpty ? Blank() : text
    case let context as [String: Any]: filling(context)
    case let contexts as [[String: Any]]: contexts.map { filling($0) }
    default: value
    }
  }
}
