import Domain
import Testing

@Suite("Ways of writing one thing are one")
struct FoldingTests {
  private let folding = Folding(place: "济南市市中区")

  @Test(
    "one address, written in different ways",
    arguments: [
      ["经十路120号", "经十路一百二十号", "济南市市中区经十路120号", "市中区经十路１２０号", "山东省济南市市中区经十路120#", "经十路 120"],
      ["舜耕路28号3栋", "舜耕路28号3幢", "舜耕路二十八号3号楼", "舜耕路28号3#楼"],
      ["英雄山路5弄2号", "英雄山路五弄二号"],
    ])
  func sameAddress(_ ways: [String]) {
    #expect(Set(ways.map { folding.address($0) }).count == 1, "\(ways.map { folding.address($0) })")
  }

  @Test(
    "other addresses stay others",
    arguments: [
      ["经十路120号", "经十路12号"], ["经四路1号", "经十路1号"], ["3号楼", "13号楼"],
      ["济南路5号", "路5号"], ["历下区经十路120号", "经十路120号"], ["A座", "B座"],
    ])
  func otherAddress(_ pair: [String]) {
    #expect(folding.address(pair[0]) != folding.address(pair[1]))
  }

  @Test("numbers of documents and agreements: width, brackets, spaces, case")
  func numbers() {
    let ways = ["济科〔2023〕12号", "济科[2023]12号", "济科（2023）12号", "济科 【2023】 12号", "济科［２０２３］１２号"]
    #expect(Set(ways.map { Folding.text($0) }).count == 1)
    #expect(Folding.text("ht-001a") == Folding.text("ＨＴ—００１Ａ"))
    #expect(Folding.text("HT-001") != Folding.text("HT-010"))
  }

  @Test("the year in a document's number, and none where there is no single one")
  func years() {
    #expect(DocumentNumber.year("济政征〔2021〕3号") == 2021)
    #expect(DocumentNumber.year("2023年第5号") == 2023)
    #expect(DocumentNumber.year("GR202337000123") == 2023)
    #expect(DocumentNumber.year("XM2023001") == nil)
    #expect(DocumentNumber.year("鲁2022-2023号") == nil)
    #expect(DocumentNumber.year("第12号") == nil)
  }

  @Test("what a title says of its document, and what a milestone asks for")
  func kinds() {
    #expect(DocumentKind.guess(fromTitle: "关于水泥厂更新方案的批复.pdf") == .approval)
    #expect(DocumentKind.guess(fromTitle: "水泥厂更新实施方案（合成）") == .plan)
    #expect(DocumentKind.guess(fromTitle: "关于印发更新方案的通知") == .plan)
    #expect(DocumentKind.guess(fromTitle: "关于2023年度考核结果的通知") == .recognition)
    #expect(DocumentKind.guess(fromTitle: "区政府常务会议纪要〔2023〕8号") == .minutes)
    #expect(DocumentKind.guess(fromTitle: "材料") == nil)
    #expect(DocumentKind.expected(by: "更新方案批复文号或开工令") == [.approval, .permit])
    #expect(DocumentKind.expected(by: "文件文号").isEmpty)
    #expect(DocumentKind.expected(by: "竣工验收报告或备案表") == [.acceptance, .filing])
  }
}

@Suite("An amount far from all others")
struct AmountsTests {
  private func amounts(_ list: [Int]) -> Amounts {
    let sorted = list.sorted(by: >)
    return Amounts(
      greatest: sorted.prefix(Amounts.listed).map { ("k\($0)", Exact($0)) }, count: list.count,
      median: Exact(sorted[sorted.count / 2]), total: Exact(list.reduce(0, +)))
  }

  @Test("one contract of 500 亿 among thousands of 100 万 is told; so are two")
  func outlier() {
    let usual = (0..<2000).map { 80 + $0 % 40 }
    #expect(amounts(usual + [5_000_000]).apart == 1)
    #expect(amounts(usual + [5_000_000, 4_000_000]).apart == 2)
  }

  @Test("ordinary unequal amounts are not: investments, plots, a handful of records")
  func skewed() {
    let investments = (1...200).map { 3_000_000 / $0 }
    #expect(amounts(investments).apart == 0)
    #expect(amounts((0..<60).map { 1 << ($0 / 3) }).apart == 0)
    #expect(amounts([1, 1, 1, 100_000]).apart == 0)
    #expect(amounts(Array(repeating: 5, count: 50)).apart == 0)
  }
}
