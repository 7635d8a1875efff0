import Testing

@testable import Documents

/// Names of places and their codes (GB/T 2260).
@Suite struct DivisionTests {
  @Test(arguments: [
    ("济南市市中区", "370103"), ("山东省", "370000"), ("内蒙古呼伦贝尔市海拉尔区", "150702"), ("广西", "450000"),
    ("广西壮族自治区", "450000"), ("乐山市市中区", "511102"),
  ])
  func placesHaveTheirCode(_ place: String, _ code: String) {
    #expect(Divisions.builtIn.find(place)?.code == code)
  }

  @Test(arguments: ["市中区", "没有这个县", "甲市市中区", ""])
  func whatIsNotClearHasNone(_ place: String) { #expect(Divisions.builtIn.find(place) == nil) }

  @Test func rungs() {
    #expect(Divisions.builtIn.level("国务院") == .state)
    #expect(Divisions.builtIn.level("山东省") == .province)
    #expect(Divisions.builtIn.level("济南市") == .prefecture)
    #expect(Divisions.builtIn.level("某某镇") == .township)
  }
}
