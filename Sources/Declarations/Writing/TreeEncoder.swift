import Domain

/// Turns `Encodable` values into a tree, keys in the order of the type's own fields.
final class TreeEncoder: Encoder {
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  private var form = Form.nothing

  private enum Form {
    case nothing
    case tree(Tree)
    case map(Growing<(key: String, node: TreeEncoder)>)
    case list(Growing<TreeEncoder>)
  }

  /// Containers add to it after they were handed out.
  final class Growing<Item> {
    var items: [Item] = []
  }

  init(_ path: [any CodingKey] = []) { codingPath = path }

  static func tree(_ value: any Encodable) throws -> Tree {
    let encoder = TreeEncoder()
    try encoder.write(value)
    return encoder.tree
  }

  var tree: Tree {
    switch form {
    case .nothing: .text("", isPlain: true)
    case .tree(let tree): tree
    case .map(let map):
      Tree(.map(map.items.map { Tree.Pair(key: $0.key, value: $0.node.tree) }))
    case .list(let list): Tree(.list(list.items.map(\.tree)))
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .map(let map) = form {
      return KeyedEncodingContainer(KeyedWriter(map: map, codingPath: codingPath))
    }
    let map = Growing<(key: String, node: TreeEncoder)>()
    form = .map(map)
    return KeyedEncodingContainer(KeyedWriter(map: map, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    let list = Growing<TreeEncoder>()
    form = .list(list)
    return ListWriter(list: list, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleWriter(encoder: self) }

  /// Text keeps its quotes where it looks like a number; what is a number or a date does not.
  func write(_ value: any Encodable) throws {
    switch value {
    case let text as String: form = .tree(.text(text))
    case let flag as Bool: form = .tree(.text("\(flag)", isPlain: true))
    case let number as any BinaryInteger: form = .tree(.text("\(number)", isPlain: true))
    case let number as Double: form = .tree(.text("\(number)", isPlain: true))
    case let number as Exact: form = .tree(.text(number.description, isPlain: true))
    case let day as Day: form = .tree(.text(day.description, isPlain: true))
    case let period as Period: form = .tree(.text(period.description, isPlain: true))
    default: try writeParts(value)
    }
  }

  private func writeParts(_ value: any Encodable) throws {
    try value.encode(to: self)
    var tree = tree
    if value is any NamedValues, case .map(let pairs) = tree.content {
      tree = Tree(.map(pairs.sorted { $0.key < $1.key }))
    }
    tree.isCompact = value is Condition || value is Path.Node
    form = .tree(tree)
  }
}

/// Dictionaries have no order of their own; they are written by name.
private protocol NamedValues {}
extension Dictionary: NamedValues where Key == String {}

struct KeyedWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let map: TreeEncoder.Growing<(key: String, node: TreeEncoder)>
  let codingPath: [any CodingKey]

  private func child(_ key: any CodingKey) -> TreeEncoder {
    let node = TreeEncoder(codingPath + [key])
    map.items.append((key.stringValue, node))
    return node
  }

  func encodeNil(forKey key: Key) { _ = child(key) }
  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try child(key).write(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    child(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    child(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { child(ListIndex(map.items.count)) }
  func superEncoder(forKey key: Key) -> any Encoder { child(key) }
}

struct ListWriter: UnkeyedEncodingContainer {
  let list: TreeEncoder.Growing<TreeEncoder>
  let codingPath: [any CodingKey]

  var count: Int { list.items.count }

  private func child() -> TreeEncoder {
    let node = TreeEncoder(codingPath + [ListIndex(count)])
    list.items.append(node)
    return node
  }

  func encodeNil() { _ = child() }
  func encode<Value: Encodable>(_ value: Value) throws { try child().write(value) }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    child().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { child().unkeyedContainer() }
  func superEncoder() -> any Encoder { child() }
}

struct SingleWriter: SingleValueEncodingContainer {
  let encoder: TreeEncoder

  var codingPath: [any CodingKey] { encoder.codingPath }
  func encodeNil() {}
  func encode<Value: Encodable>(_ value: Value) throws { try encoder.write(value) }
}
