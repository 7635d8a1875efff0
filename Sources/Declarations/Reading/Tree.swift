/// A declaration as it was written: values in order, each with its place; no meaning yet.
struct Tree: Sendable {
  /// Unlike any other node's in its document.
  var id = 0
  var place = Place()
  var content: Content
  /// For writing: goes on one line where it fits.
  var isCompact = false

  /// 1-based line and column; columns count Unicode scalars.
  struct Place: Sendable, Equatable {
    var line = 1
    var column = 1
  }

  indirect enum Content: Sendable {
    case scalar(Scalar)
    case list([Tree])
    case map([Pair])
  }

  struct Scalar: Sendable {
    var text: String
    /// Written without quotes; for writing: may go without them even if it looks like a number.
    var isPlain: Bool

    var isNull: Bool { isPlain && ["", "~", "null", "Null", "NULL"].contains(text) }
  }

  struct Pair: Sendable {
    var key: String
    var place = Place()
    var value: Tree
  }

  init(_ content: Content, at place: Place = Place(), id: Int = 0) {
    self.content = content
    self.place = place
    self.id = id
  }

  static func text(_ text: String, isPlain: Bool = false) -> Tree {
    Tree(.scalar(Scalar(text: text, isPlain: isPlain)))
  }

  var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  var list: [Tree]? {
    if case .list(let items) = content { items } else { nil }
  }

  var pairs: [Pair]? {
    if case .map(let pairs) = content { pairs } else { nil }
  }

  var isNull: Bool { scalar?.isNull == true }

  subscript(key: String) -> Tree? { pairs?.first { $0.key == key }?.value }

  /// The innermost node that the path leads to, as far as it goes.
  func node(at path: [any CodingKey]) -> Tree {
    var node = self
    for step in path {
      if let index = step.intValue, let list = node.list {
        guard list.indices.contains(index) else { return node }
        node = list[index]
      } else {
        guard let next = node[step.stringValue] else { return node }
        node = next
      }
    }
    return node
  }
}
