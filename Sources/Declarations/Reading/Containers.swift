/// A mapping's values by key.
struct KeyedValues<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let decoder: TreeDecoder
  private let names: [String]
  private let values: [String: Tree]

  init(decoder: TreeDecoder, pairs: [Tree.Pair]) {
    self.decoder = decoder
    names = pairs.map(\.key)
    values = Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    decoder.record.enter(decoder.tree.id)
  }

  var codingPath: [any CodingKey] { decoder.codingPath }
  var allKeys: [Key] { names.compactMap(Key.init(stringValue:)) }

  func contains(_ key: Key) -> Bool {
    decoder.record.asks(key.stringValue, of: decoder.tree.id)
    return values[key.stringValue] != nil
  }

  func decodeNil(forKey key: Key) throws -> Bool {
    decoder.record.uses(key.stringValue, of: decoder.tree.id)
    return values[key.stringValue]?.isNull ?? true
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try child(key).value(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> {
    try child(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try child(key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { decoder }
  func superDecoder(forKey key: Key) throws -> any Decoder { try child(key) }

  private func child(_ key: Key) throws -> TreeDecoder {
    decoder.record.uses(key.stringValue, of: decoder.tree.id)
    guard let tree = values[key.stringValue] else {
      throw decoder.record.keep(Misfit(missing: key, in: decoder))
    }
    return decoder.child(tree, key)
  }
}

/// A list's values in order.
struct ListedValues: UnkeyedDecodingContainer {
  private let decoder: TreeDecoder
  private let list: [Tree]
  private(set) var currentIndex = 0

  init(decoder: TreeDecoder, list: [Tree]) {
    self.decoder = decoder
    self.list = list
  }

  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { list.count }
  var isAtEnd: Bool { currentIndex >= list.count }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, list[currentIndex].isNull else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next().value(type)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try next().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try next() }

  private mutating func next() throws -> TreeDecoder {
    guard !isAtEnd else { throw decoder.misfit(.list) }
    defer { currentIndex += 1 }
    return decoder.child(list[currentIndex], ListIndex(currentIndex))
  }
}

/// One value that is not looked into.
struct SingleValue: SingleValueDecodingContainer {
  let decoder: TreeDecoder

  var codingPath: [any CodingKey] { decoder.codingPath }
  func decodeNil() -> Bool { decoder.tree.isNull }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.value(type) }
}

/// A place in a list, as a step of a path.
struct ListIndex: CodingKey {
  let index: Int
  init(_ index: Int) { self.index = index }
  init?(intValue: Int) { index = intValue }
  init?(stringValue: String) { nil }
  var stringValue: String { String(index) }
  var intValue: Int? { index }
}
