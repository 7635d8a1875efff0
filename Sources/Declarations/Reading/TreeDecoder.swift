import Domain

/// Gives a tree's values to `Decodable` types and keeps note of the keys that they asked for.
struct TreeDecoder: Decoder {
  let tree: Tree
  let record: DecodingRecord
  var codingPath: [any CodingKey] = []
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard let pairs = tree.pairs else { throw misfit(.mapping) }
    return KeyedDecodingContainer(KeyedValues(decoder: self, pairs: pairs))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard let list = tree.list else { throw misfit(.list) }
    return ListedValues(decoder: self, list: list)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    SingleValue(decoder: self)
  }

  func child(_ tree: Tree, _ key: any CodingKey) -> TreeDecoder {
    TreeDecoder(tree: tree, record: record, codingPath: codingPath + [key])
  }

  /// Every value comes through here; what does not fit leaves as a ``Misfit``.
  func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if let plain = type as? any PlainValue.Type {
      guard let scalar = tree.scalar, let value = plain.init(plain: scalar) as? Value else {
        throw misfit(plain.expected)
      }
      return value
    }
    do {
      return try Value(from: self)
    } catch let error as DecodingError {
      throw record.keep(Misfit(error, of: type, in: tree, at: codingPath))
    }
  }

  func misfit(_ expected: Phrase) -> Misfit {
    record.keep(
      Misfit(
        place: tree.place, path: codingPath.map(\.stringValue),
        problem: .value(found: tree.shown, expected: expected), isScalar: tree.scalar != nil))
  }
}

/// What was asked of each mapping, by its node's id, and what did not fit.
final class DecodingRecord {
  private(set) var known: [Int: [String]] = [:]
  private(set) var used: [Int: Set<String>] = [:]
  private var misfits: [Misfit] = []

  func enter(_ id: Int) { used[id, default: []].formUnion([]) }

  func asks(_ key: String, of id: Int) {
    if known[id]?.contains(key) != true { known[id, default: []].append(key) }
  }

  func uses(_ key: String, of id: Int) {
    asks(key, of: id)
    used[id, default: []].insert(key)
  }

  func keep(_ misfit: Misfit) -> Misfit {
    misfits.append(misfit)
    return misfit
  }

  /// Types that try one form and then another complain of the last; where a list or mapping did
  /// not fit as text, what was wrong inside it says more.
  func telling(_ last: Misfit) -> Misfit {
    guard !last.isScalar else { return last }
    let inside = misfits.last {
      $0.path.count > last.path.count && $0.path.starts(with: last.path)
    }
    return inside ?? last
  }
}

/// Values that stand in one scalar.
protocol PlainValue {
  init?(plain: Tree.Scalar)
  static var expected: Phrase { get }
}

extension String: PlainValue {
  init?(plain: Tree.Scalar) {
    guard !plain.isNull else { return nil }
    self = plain.text
  }

  static var expected: Phrase { Phrase("文字", "text") }
}

extension Int: PlainValue {
  init?(plain: Tree.Scalar) {
    guard plain.isPlain, let value = Int(plain.text) else { return nil }
    self = value
  }

  static var expected: Phrase { Phrase("整数", "a whole number") }
}

extension Double: PlainValue {
  init?(plain: Tree.Scalar) {
    guard plain.isPlain, let value = Double(plain.text), value.isFinite else { return nil }
    self = value
  }

  static var expected: Phrase { Phrase("数", "a number") }
}

extension Bool: PlainValue {
  init?(plain: Tree.Scalar) {
    guard plain.isPlain, let value = Bool(plain.text) else { return nil }
    self = value
  }

  static var expected: Phrase { Phrase("true 或 false", "true or false") }
}

extension Phrase {
  static var mapping: Phrase { Phrase("若干“键: 值”", "keys with values") }
  static var list: Phrase { Phrase("清单（每项前有“- ”，或写作 [甲, 乙]）", "a list (- items, or [a, b])") }
}

extension Tree {
  /// For a person: a short text in quotes, or what kind of thing it is.
  var shown: Phrase {
    switch content {
    case .scalar(let scalar) where scalar.isNull: Phrase("空值", "nothing")
    case .scalar(let scalar):
      Phrase("“\(Self.short(scalar.text))”", "\"\(Self.short(scalar.text))\"")
    case .list: Phrase("清单", "a list")
    case .map: Phrase("“键: 值”", "keys with values")
    }
  }

  private static func short(_ text: String) -> String {
    text.count > 40 ? text.prefix(39) + "…" : text
  }
}
