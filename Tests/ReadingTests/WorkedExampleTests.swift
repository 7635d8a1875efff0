import Domain
import Foundation
import TestSupport
import Testing

@testable import Reading

/// The word that CONTRIBUTING.md adds, added.
@Suite struct WorkedExampleTests {
  @Test func aWordIsOneLineAndItsExample() throws {
    let example = try #require(try WorkedExample.named("A reading rule"))
    let line = try RuleExample(
      try #require(example.blocks["text"]).trimmingCharacters(in: .newlines))
    let units = try WorkedExample.text(example.files[0].path)
    let place = example.files[0].place
    let longer = units.replacing(place + "\n", with: place + "\n尾 ", maxReplacements: 1)
    #expect(!line.isRead(by: try Reader(), .countObject))
    #expect(line.isRead(by: try Reader(["units.txt": Array(longer.utf8)]), .countObject))
  }
}
