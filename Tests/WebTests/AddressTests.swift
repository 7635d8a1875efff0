import Domain
import Publishing
import Testing

@testable import Web

/// What is asked for, told apart from everything else: by random queries in random writings.
@Suite struct AddressTests {
  /// What a query means to a route, found in another way than ``Address`` does.
  private struct Meaning: Hashable {
    var route: String
    var single: [String: [UInt8]] = [:]
    var sets: [String: Set<[UInt8]>] = [:]
    var columns: [[UInt8]: [UInt8]] = [:]
  }

  /// Texts that are easily taken for one another: separators, signs that look alike, empty ones.
  static let texts = [
    "", "a", "b", "a&b=c", "a=b", "=", "&", "\u{e9}", "e\u{301}", "科技局", "1", "01", "a b", "a+b",
    "%", "%26", "a\u{1F}b", "~", "/", "?", ";", "null", String(repeating: "长", count: 700),
  ]

  @Test func equalMeaningsShareAnAddressAndNoOthersDo() throws {
    var random = Seeded(20_231_130)
    let routes = Routes.all.filter { $0.method == .get }
    var (addresses, meanings): ([Address: Meaning], [Meaning: Address]) = ([:], [:])
    for _ in 0..<20_000 {
      let route = try found(routes.randomElement(using: &random))
      let pairs = Self.query(of: route, &random)
      let sent = Self.written(pairs, &random)
      let decoded = try found(Encoded.pairs(sent.utf8))
      let address = try found(Address(route, [:], decoded, .chinese))
      let meaning = Self.meaning(route, pairs)
      #expect(addresses.updateValue(meaning, forKey: address) ?? meaning == meaning, "\(sent)")
      #expect(meanings.updateValue(address, forKey: meaning) ?? address == address, "\(sent)")
    }
    #expect(meanings.count > 1000 && meanings.count < 19_000, "\(meanings.count)")
  }

  private static func meaning(_ route: Route, _ pairs: [(name: String, value: String)]) -> Meaning {
    var meaning = Meaning(route: route.path)
    for known in route.query {
      for (name, value) in pairs.reversed() {
        let bytes = Array(value.utf8)
        switch known {
        case .once(name):
          meaning.single[name] = value.trimmed.isEmpty ? nil : Array(value.trimmed.utf8)
        case .each(name) where !value.isEmpty: meaning.sets[name, default: []].insert(bytes)
        case .column(let sign) where name.count > 1 && name.first == sign && !value.isEmpty:
          meaning.columns[Array(name.utf8)] = meaning.columns[Array(name.utf8)] ?? bytes
        default: break
        }
      }
    }
    return meaning
  }

  /// Some of what the route knows and some that it does not, in any order, some twice.
  static func query(of route: Route, _ random: inout Seeded) -> [(name: String, value: String)] {
    var names = ["x", "utm_source", "Q", "q ", "", "as", "q[]"]
    for known in route.query {
      switch known {
      case .once(let name), .each(let name): names += [name, name, name]
      case .column(let sign): names += ["a", "b", ""].map { String(sign) + $0 }
      }
    }
    return (0..<Int.random(in: 0...5, using: &random)).map { _ in
      (names.randomElement(using: &random) ?? "", texts.randomElement(using: &random) ?? "")
    }
  }

  /// The same in one of the many ways in which it may be sent.
  static func written(
    _ pairs: [(name: String, value: String)], _ random: inout Seeded
  ) -> String {
    pairs.map { name, value in
      let isBare = value.isEmpty && !name.isEmpty && Bool.random(using: &random)
      return encoded(name, &random) + (isBare ? "" : "=" + encoded(value, &random))
    }.joined(separator: Bool.random(using: &random) ? "&" : "&&")
  }

  private static func encoded(_ text: String, _ random: inout Seeded) -> String {
    text.utf8.map { byte -> String in
      let isPlain = byte > 0x20 && byte < 0x7F && !"%&=+?#".utf8.contains(byte)
      if isPlain, Int.random(in: 0..<4, using: &random) > 0 {
        return String(UnicodeScalar(byte))
      }
      if byte == 0x20, Bool.random(using: &random) { return "+" }
      let digits = String(byte, radix: 16, uppercase: Bool.random(using: &random))
      return "%" + (byte < 16 ? "0" : "") + digits
    }.joined()
  }

  @Test func partsOfAPathAreNotTakenForOneAnother() throws {
    let record = try found(Routes.all.first { $0.path == "/registries/:name/records/:key" })
    let table = try found(Routes.all.first { $0.path == "/registries/:name" })
    let all = [
      Address(record, ["name": "a", "key": "b%2Fc"], [], .chinese),
      Address(record, ["name": "a%2Fb", "key": "c"], [], .chinese),
      Address(record, ["name": "a", "key": "b/c"], [], .english),
      Address(table, ["name": "a/records/b%2Fc"], [], .chinese),
      Address(record, ["name": "%C3%A9", "key": "c"], [], .chinese),
      Address(record, ["name": "e%CC%81", "key": "c"], [], .chinese),
    ]
    #expect(Set(all.compactMap { $0 }).count == all.count)
    #expect(
      Address(record, ["name": "a", "key": "b"], [], .chinese)
        == Address(record, ["key": "%62", "name": "%61"], [("x", "y")], .chinese))
    #expect(Address(record, ["name": "%FF", "key": "b"], [], .chinese) == nil)
  }

  @Test func whatIsDescribedIsKnown() {
    for data in DataRoute.all {
      for route in Routes.all where route.path == data.path && route.hasData {
        let known = route.query.compactMap { name -> String? in
          switch name {
          case .once(let name), .each(let name): name
          case .column: nil
          }
        }
        #expect(Set(data.query.map(\.name)) == Set(known), "\(data.path)")
      }
    }
  }
}
