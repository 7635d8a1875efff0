import Domain
import Foundation
import Testing

@testable import Documents

private let samples: [(String, String.Encoding, [UInt8])] = [
  ("UTF-8", .utf8, []), ("UTF-8 with mark", .utf8, [0xEF, 0xBB, 0xBF]),
  ("UTF-16LE with mark", .utf16LittleEndian, [0xFF, 0xFE]),
  ("UTF-16BE with mark", .utf16BigEndian, [0xFE, 0xFF]),
  ("UTF-16LE", .utf16LittleEndian, []), ("UTF-16BE", .utf16BigEndian, []),
  ("GB18030", String.Encoding(rawValue: 0x8000_0632), []),
]

@Suite("Encodings")
struct EncodingTests {
  private static let text = "政府工作报告\n各位代表：\n今年地区生产总值增长5.5%左右，新增就业3万人。\n"

  private func words(_ bytes: [UInt8]) throws -> [String] {
    let report = try DocumentReader().read(bytes, name: "a.txt")
    return report.passages.map { report.string($0.range) }
  }

  @Test("the same text in every encoding", arguments: samples.indices)
  func encodings(_ index: Int) throws {
    let (name, encoding, mark) = samples[index]
    let data = try #require(Self.text.data(using: encoding), "\(name)")
    #expect(try words(mark + [UInt8](data)) == words(Array(Self.text.utf8)), "\(name)")
  }

  @Test("UTF-8 with broken places is read with replacement")
  func brokenUTF8() throws {
    var bytes = Array(Self.text.utf8)
    bytes.insert(contentsOf: [0xE4, 0xB8], at: bytes.count - 4)
    bytes += Array("生态持续改善，空气优良天数比例达到90%以上。".utf8).dropLast(1)
    let words = try words(bytes)
    #expect(words.first == "政府工作报告")
    #expect(words.last?.hasPrefix("生态持续改善") == true)
    #expect(words.joined().contains("\u{FFFD}"))
  }

  @Test("a broken line does not lose a GB18030 file")
  func brokenGB18030() throws {
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    let lines = (1...40).map { "第\($0)项工作完成投资\($0)亿元。" }.joined(separator: "\n")
    var bytes = [UInt8](try #require(lines.data(using: encoding)))
    bytes.append(0xFF)
    let words = try words(bytes)
    #expect(words.first == "第1项工作完成投资1亿元。" && words.count == 40)
  }

  @Test("validity is what the standard says", arguments: [UInt64(1), 2, 3])
  func validity(_ seed: UInt64) {
    var generator = Seeded(seed)
    let lead: [UInt8] = [
      0x41, 0xC2, 0xE0, 0xE4, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0x80, 0xBF, 0x9F, 0xA0,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...7, using: &generator)).map { _ in
        lead.randomElement(using: &generator) ?? 0
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect(UTF8Check.isValid(bytes) == isValid, "\(bytes)")
    }
  }

  @Test(
    "a district report and its GB18030 twin have the same passages",
    .enabled(if: Corpus.isPresent, Corpus.skipped))
  func twin() throws {
    let plain = try Corpus.report("district-hulunbuir-hailar-2012.txt")
    let twin = try Corpus.report("district-hulunbuir-hailar-2012.gb18030.txt")
    #expect(twin.dump == plain.dump)
    #expect(twin.text == plain.text)
  }
}

/// A generator with a seed, so that a failure comes again.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}
