import Foundation
import TestSupport
import Testing

@Suite("What CONTRIBUTING.md says is touched, is there")
struct WorkedExampleTests {
  @Test("there is an example of each kind of thing that is added")
  func allKindsAreThere() throws {
    #expect(
      try WorkedExample.all().map(\.name) == [
        "A registry", "An indicator", "A reading rule", "A measure kind", "A public page",
        "A report format",
      ])
  }

  @Test("every file that an example names holds the place that it names")
  func placesAreThere() throws {
    for example in try WorkedExample.all() {
      for (path, place) in example.files {
        #expect(try Repository.text(path).contains(place), "\(example.name): \(path), \(place)")
      }
    }
  }

  @Test("the number in a heading is the number of files under it")
  func numbersAreTrue() throws {
    for example in try WorkedExample.all() {
      #expect(example.told == example.files.count, "\(example.name)")
      #expect(Set(example.files.map(\.path)).count == example.files.count, "\(example.name)")
    }
  }

  /// A switch that names a kind beside others has to be thought of when there is one more.
  @Test("no other file takes every kind of measure apart")
  func measuresAreTakenApartInFewPlaces() throws {
    let example = try #require(try WorkedExample.named("A measure kind"))
    let kinds = ["reported", "stock", "ratio", "coverage"]
    let switching = try Repository.files.filter { file in
      guard file.hasPrefix("Sources/"), file.hasSuffix(".swift") else { return false }
      let cases = try Repository.text(file).split(separator: "\n").filter {
        $0.prefixMatch(of: /\s*case \./) != nil
      }
      return kinds.allSatisfy { kind in cases.contains { $0.contains(".\(kind)") } }
    }
    #expect(!switching.isEmpty)
    let unlisted = Set(switching).subtracting(example.files.map(\.path))
    #expect(unlisted.isEmpty, "\(unlisted.sorted())")
  }
}
