import Domain
import Testing

@testable import Declarations

@Suite("Bytes that mean harm get a fault")
struct HostileTests {
  private let reader = DeclarationReader(file: "f")

  private func code(_ bytes: [UInt8]) -> FaultCode? {
    do throws(DeclarationFaults) {
      _ = try reader.units(bytes)
      return nil
    } catch {
      return error.faults.first?.code
    }
  }

  private func code(_ text: String) -> FaultCode? { code(Array(text.utf8)) }

  @Test func bombs() {
    var bomb = "- &a0 [x, x]\n"
    for level in 1..<40 {
      let names = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "- &a\(level) [\(names)]\n"
    }
    #expect(code(bomb) == .declarationForbidden)
    #expect(code(bomb + "- {? *a39 : 1, ? *a38 : 2}\n") == .declarationForbidden)
    #expect(code("- &a [*a]\n") == .declarationForbidden)
  }

  @Test func depths() {
    for count in [65, 999, 1001, 20_000, 200_000] {
      #expect(code(String(repeating: "[", count: count)) != nil)
      #expect(
        code(String(repeating: "[", count: count) + String(repeating: "]", count: count)) != nil)
      #expect(code(String(repeating: "- ", count: count) + "a") != nil)
      #expect(code(String(repeating: "{a: ", count: count)) != nil)
    }
    #expect(code(String(repeating: "- ", count: 70) + "a") == .declarationLimit)
  }

  @Test func sizes() {
    #expect(code(Array(repeating: 0x20, count: (4 << 20) + 1)) == .declarationLimit)
    #expect(code(String(repeating: "- a\n", count: 300_000)) == .declarationLimit)
    #expect(code("- name: " + String(repeating: "长", count: 1 << 20)) == .missingKey)
    let keys = (0..<50_000).map { "  k\($0): 1\n" }.joined()
    #expect(code("-\n" + keys) == .missingKey)
    #expect(code("- name: a\n  kind: other\n" + keys) == .unknownKey)
  }

  @Test func encodings() {
    #expect(code([0xB8, 0xDF, 0xD0, 0xC2]) == .declarationEncoding)
    #expect(code([0xFF, 0xFE, 0x2D, 0x00]) == .declarationEncoding)
    #expect(code([0x2D, 0x20, 0x00]) == .declarationSyntax)
    #expect(code(Array("- \"\\ud800\"".utf8)) != nil)
  }

  /// Changed, doubled, cut and shuffled bytes of good files: a value or a fault, never anything else.
  @Test("random changes", arguments: 0..<24)
  func mutations(_ seed: UInt64) throws {
    var maker = Maker(seed: seed)
    let seeds =
      [Samples.registryFile, Samples.lightFile, Samples.planFile].map { Array($0.utf8) } + [
        try DeclarationWriter().plan(maker.plan()), try DeclarationWriter().scores(Samples.scores),
      ]
    for _ in 0..<250 {
      var bytes = maker.pick(seeds)
      for _ in 0..<maker.number(1..<5) { change(&bytes, &maker) }
      check(bytes)
    }
  }

  private func change(_ bytes: inout [UInt8], _ maker: inout Maker) {
    guard !bytes.isEmpty else { return }
    let at = maker.number(0..<bytes.count)
    let end = min(bytes.count, at + maker.number(1..<30))
    switch maker.number(0..<6) {
    case 0: bytes[at] = UInt8(maker.number(0..<256))
    case 1: bytes.removeSubrange(at..<end)
    case 2: bytes.insert(contentsOf: bytes[at..<end], at: maker.number(0..<bytes.count))
    case 3: bytes.insert(contentsOf: Array(maker.pick(Maker.nasty).utf8), at: at)
    case 4:
      let marks = Array("&*!|>'\"%@`[]{},:-?#\n\t<~".utf8)
      bytes.insert(maker.pick(marks), at: at)
    default: bytes.removeLast(bytes.count - at)
    }
  }

  private func check(_ bytes: [UInt8]) {
    let readers: [([UInt8]) throws -> Void] = [
      { _ = try reader.registries($0) }, { _ = try reader.lights($0) }, { _ = try reader.plan($0) },
      { _ = try reader.scores($0) }, { _ = try reader.templates($0) },
    ]
    for read in readers {
      do {
        try read(bytes)
      } catch let error as DeclarationFaults {
        #expect(!error.faults.isEmpty)
        for fault in error.faults {
          #expect(!fault.sentence(.chinese).isEmpty && !fault.sentence(.english).isEmpty)
        }
      } catch {
        Issue.record("\(error)")
      }
    }
  }
}
