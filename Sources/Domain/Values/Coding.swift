extension Decoder {
  /// A value that is written as text; what does not fit is a fault that says what was expected.
  func text<Value>(_ expected: String, _ make: (String) -> Value?) throws -> Value {
    let container = try singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = make(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\" is not \(expected)")
    }
    return value
  }
}

extension Encoder {
  func write(_ text: String) throws {
    var container = singleValueContainer()
    try container.encode(text)
  }
}

/// A key of a mapping that is only known when it is read.
struct AnyKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(_ text: String) { stringValue = text }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}

/// The same thing said in both languages.
public struct Phrase: Sendable, Hashable, Codable {
  /// The Chinese words.
  public var chinese: String
  /// The English words.
  public var english: String

  /// Takes both as they are; the two must say the same.
  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The words in one language.
  public func callAsFunction(_ language: Language) -> String {
    language == .chinese ? chinese : english
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}

extension Int {
  /// Reads digits and nothing else, no sign.
  init?(digits text: some StringProtocol) {
    guard text.utf8.allSatisfy(\.isDigit) else { return nil }
    self.init(text)
  }
}
