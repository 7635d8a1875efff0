import Domain
import Testing

@testable import Operations

@Suite struct NumberTests {
  @Test(arguments: [
    ("46", "46"), ("1,890", "1890"), ("1，890.50", "1890.5"), ("１２．５", "12.5"), ("-3.2", "-3.2"),
    ("−0.4", "-0.4"), ("1 046", "1046"), ("12,345,678", "12345678"), ("0", "0"),
    ("99999999999999999999999", "99999999999999999999999"),
  ])
  func numbersAsPeopleTypeThem(_ text: String, _ value: String) {
    #expect(NumberAsWritten.value(text) == Exact(value))
  }

  @Test(arguments: [
    "", "四十六", "46家", "3,5", "1,23,456", "1,2345", "1.234,5", "1e5", "--3", "1.", ".", "1.2.3",
    "12/5", "NaN", "1\u{0}", "0x10", ",123", "123,", "１，２",
  ])
  func everythingElseIsAskedAgain(_ text: String) {
    #expect(NumberAsWritten.value(text) == nil, "\(text)")
  }
}
