import Domain

/// A value of a JSON object, keys in order.
public indirect enum JSONValue: Sendable {
  case null
  case flag(Bool)
  case whole(Int)
  /// Written as a decimal; with six digits where no decimal says it.
  case number(Exact)
  case text(String)
  case list([JSONValue])
  case object([(String, JSONValue)])

  init(_ text: String?) { self = text.map { .text($0) } ?? .null }
  init(_ number: Exact?) { self = number.map { .number($0) } ?? .null }
  init(_ number: Int?) { self = number.map { .whole($0) } ?? .null }
  init(_ day: Day?) { self.init(day?.description) }

  /// The object with one more key.
  func with(_ key: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let pairs) = self else { return self }
    return .object(pairs + [(key, value)])
  }
}

extension JSONValue {
  /// UTF-8 text.
  public var bytes: [UInt8] {
    var text = ByteText()
    text.add(self)
    return text.bytes
  }
}

extension ByteText {
  mutating func add(_ value: JSONValue) {
    switch value {
    case .null: add("null")
    case .flag(let flag): add(flag ? "true" : "false")
    case .whole(let number): add(number: number)
    case .number(let number): add(ExactText.decimal(number))
    case .text(let text): addJSON(text)
    case .list(let values): addParts("[", values, "]") { $0.add($1) }
    case .object(let pairs):
      addParts("{", pairs, "}") { text, pair in
        text.addJSON(pair.0)
        text.add(": ")
        text.add(pair.1)
      }
    }
  }

  private mutating func addParts<Part>(
    _ open: String, _ parts: [Part], _ close: String, write: (inout ByteText, Part) -> Void
  ) {
    add(open)
    for (index, part) in parts.enumerated() {
      if index > 0 { add(", ") }
      write(&self, part)
    }
    add(close)
  }
}
