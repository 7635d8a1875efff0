import Domain
import Foundation
import Testing

@testable import Publishing

struct PageTests {
  private func page(_ readings: [ReportReading], _ language: Language = .chinese) throws -> String {
    String(decoding: try Exporter(format: .html, language: language).bytes(readings), as: UTF8.self)
  }

  /// Tags in order; `script` and `style` are skipped as their content is no markup.
  private func tags(_ page: String) -> [(name: String, closes: Bool)] {
    var tags: [(String, Bool)] = []
    var rest = Substring(page)
    while let open = rest.firstIndex(of: "<") {
      rest = rest[rest.index(after: open)...]
      if rest.hasPrefix("!") { continue }
      let closes = rest.hasPrefix("/")
      let name = String(rest.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
      tags.append((name, closes))
      if !closes, name == "script" || name == "style", let end = rest.range(of: "</\(name)>") {
        rest = rest[end.lowerBound...]
      }
    }
    return tags
  }

  @Test(arguments: Language.allCases)
  func tagsAreBalancedEvenAroundHostileText(_ language: Language) throws {
    let void: Set = ["meta", "link", "input"]
    var open: [String] = []
    for tag in tags(try page([Fixture.reading, Fixture.hostile], language)) {
      if void.contains(tag.name) { continue }
      if tag.closes { #expect(open.popLast() == tag.name) } else { open.append(tag.name) }
    }
    #expect(open.isEmpty)
  }

  @Test func hostileTextBringsNoTagOfItsOwn() throws {
    let page = try page([Fixture.hostile])
    let known: Set = [
      "html", "head", "meta", "title", "link", "style", "body", "a", "header", "h1", "h2", "h3",
      "p", "div", "main", "article", "span", "aside", "form", "button", "fieldset", "legend",
      "label", "input", "select", "option", "output", "section", "ol", "li", "footer", "script",
    ]
    #expect(Set(tags(page).map(\.name)).subtracting(known).isEmpty)
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(!page.contains("\u{1B}"))
  }

  @Test func asksNothingOfTheNetwork() throws {
    let page = try page([Fixture.reading])
    for words in ["http://", "https://", "url(", "@import", "src="] {
      #expect(!page.contains(words), "\(words)")
    }
  }

  @Test func everyEntryHasItsMarkAndNoIdIsTwice() throws {
    let page = try page([Fixture.reading, Fixture.reading])
    let ids = page.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
    for link in page.components(separatedBy: "href=\"#").dropFirst() {
      #expect(ids.contains(link.prefix { $0 != "\"" }))
    }
    #expect(ids.filter { $0.hasPrefix("m-r1") }.count == 16)
  }

  @Test func marksKeepTheParagraphsWords() {
    let map = SourceMap(Fixture.reading)
    let items = PageItem.all(in: Fixture.reading, report: 0)
    for (index, passage) in map.report.passages.enumerated() {
      let own = items.filter { $0.passage == index }
      let pieces = Marks(passage.range, items: own).pieces
      #expect(
        pieces.map { map.report.string($0.range) }.joined() == map.report.string(passage.range))
      #expect(Set(pieces.flatMap(\.starting)) == Set(own.map(\.id)))
    }
  }

  @Test func fillsSlotsWithoutLookingIntoThem() {
    let template = Template(Array("a{{x}}b{{none}}c{{x".utf8))
    #expect(template.filled(["x": ByteText("{{y}}")]) == Array("a{{y}}bc{{y}}".utf8))
  }
}
