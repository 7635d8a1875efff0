import Domain
import Testing

@testable import Reading

/// Numbers keep every digit that was written, however many or however small.
@Suite struct ExactNumberTests {
  private func statements(_ text: String) throws -> [Statement] {
    let bytes = Array(text.utf8)
    let report = Report(
      name: "r.txt", year: 2024, text: bytes,
      passages: [Passage(range: 0..<bytes.count, section: 0, number: 1)],
      sections: [Section(level: 1, label: "一、", title: "2024年工作安排", parent: nil)])
    return try Reader().statements(in: report)
  }

  @Test(arguments: [
    ("不良率控制在0.00005%以内", "0.00005"), ("贷款余额达到12345678901234567890元", "12345678901234567890"),
    ("存款余额达到1,234,567,890,123,456,789.25元", "1234567890123456789.25"),
    ("地区生产总值增长6.123456789012345678%", "6.123456789012345678"),
    ("地区生产总值增长６．５％", "6.5"), ("会议数量压减三分之一以上", "-1/3"),
    ("社会消费品零售总额增长百分之十二", "12"), ("社会消费品零售总额增长百分之六点五", "6.5"),
  ])
  func everyDigitIsKept(_ text: String, _ value: String) throws {
    let found = try statements(text + "。")
    #expect(found.first?.value == Exact(value), "\(text): \(found.map(\.value))")
  }

  @Test("a run of digits beyond every number is none, and costs no more than its length")
  func endless() throws {
    let clock = ContinuousClock()
    for digit in ["7", "七", "７"] {
      let text = "达到" + String(repeating: digit, count: 200_000) + "家，新增企业52家。"
      let start = clock.now
      let values = try statements(text).map(\.value)
      #expect(values == [52], "\(digit)")
      #expect(clock.now - start < .seconds(20))
    }
  }

  @Test(
    "a length of digits reads as it is written",
    arguments: [1, 14, 15, 16, 17, 18, 19, 37, 38, 39, 200])
  func lengths(_ count: Int) throws {
    let digits = String("1234567890987654321".prefix(1)) + String(repeating: "3", count: count - 1)
    let statement = try #require(try statements("贷款余额达到\(digits)元。").first)
    #expect(statement.value.description == digits)
    let decimal = "0." + digits
    #expect(
      try statements("不良率控制在\(decimal)%以内。").first?.value.description == decimal)
  }
}
