import Domain
import Foundation
import TestSupport
import Testing

@testable import Storage

/// What a registry's table shows is what a plain filter over all records gives.
@Suite struct BrowsingTests {
  private static let registry = Registry(
    name: "试验", unit: "个", key: ["编号"],
    fields: [
      Field(name: "编号", kind: .text, required: true), Field(name: "名称", kind: .text),
      Field(name: "类型", kind: .choice, choices: ["甲", "乙"]), Field(name: "日期", kind: .date),
      Field(name: "数", kind: .number), Field(name: "姓名", kind: .personal),
    ])

  private func store() throws -> (SQLiteLedger, [Domain.Record]) {
    let path = FileManager.default.temporaryDirectory.appending(path: "browse-\(UUID()).ledger")
    let store = try SQLiteLedger(path: path.path)
    let author = Author(actor: "t")
    try store.append([.registry(Self.registry)], by: author)
    let names = ["中山科技", "山东", "科技中心", "平安"]
    let start = try #require(Day("2023-01-01"))
    let source = Source(id: "s", title: "s", issuer: "s", date: start, grade: .departmental)
    _ = try store.importRecords(of: Self.registry, from: source, by: author) { sink in
      for index in 0..<200 {
        try sink.add(
          key: "\(index)",
          values: [
            .text("\(index)"), .text(names[index % 4] + "\(index * 7 % 50)"),
            .text(index % 3 == 0 ? "甲" : "乙"),
            index % 5 == 0 ? .none : .day(start.adding(days: index * 13 % 300)),
            .number(index * 31 % 97), .text("张三"),
          ])
      }
    }
    return (store, try store.page(Browsing(registry: "试验"), offset: 0, limit: 1000))
  }

  @Test func pagesAreThoseOfAPlainFilter() throws {
    let (store, all) = try store()
    #expect(all.count == 200)
    let cases = [
      Browsing(registry: "试验", words: ["科技"]), Browsing(registry: "试验", words: ["山", "1"]),
      Browsing(registry: "试验", equal: ["类型": "甲"], sort: "数", isDescending: true),
      Browsing(
        registry: "试验",
        between: [.init(column: "日期", from: Day("2023-03-01"), to: Day("2023-06-30"))],
        sort: "名称"),
    ]
    for browsing in cases {
      let wanted = all.filter { matches($0, browsing) }
      #expect(try store.count(browsing) == wanted.count)
      let pages = try stride(from: 0, to: 240, by: 40).flatMap {
        try store.page(browsing, offset: $0, limit: 40)
      }
      #expect(Set(pages.map(\.key)) == Set(wanted.map(\.key)))
      #expect(pages.count == wanted.count)
      if browsing.sort == "数" {
        let numbers = pages.map { record -> Int in
          if case .number(let number) = record.values[4] { return number }
          return -1
        }
        #expect(numbers == numbers.sorted(by: >))
      }
    }
  }

  @Test func whatIsPersonalCannotBeSearchedOrSortedBy() throws {
    let (store, _) = try store()
    #expect(try store.count(Browsing(registry: "试验", words: ["张三"])) == 0)
    #expect(try store.count(Browsing(registry: "试验", equal: ["姓名": "李四"])) == 200)
    #expect(try store.tally(Browsing(registry: "试验"), by: "姓名", limit: 9).isEmpty)
    let odd = Browsing(registry: "试验", words: ["' OR 1=1 --"], sort: "名称\"; DROP TABLE entry; --")
    #expect(try store.count(odd) == 0)
    #expect(try store.verify(progress: nil) == nil)
  }

  private func matches(_ record: Domain.Record, _ browsing: Browsing) -> Bool {
    let texts = [0, 1, 2].compactMap { index -> String? in
      if case .text(let text) = record.values[index] { return text }
      return nil
    }
    let hasWords = browsing.words.allSatisfy { word in texts.contains { $0.contains(word) } }
    let isEqual = browsing.equal["类型"].map { record.values[2] == .text($0) } ?? true
    let isBetween = browsing.between.allSatisfy { span in
      guard case .day(let day) = record.values[3] else { return false }
      return (span.from.map { $0 <= day } ?? true) && (span.to.map { day <= $0 } ?? true)
    }
    return hasWords && isEqual && isBetween
  }
}
