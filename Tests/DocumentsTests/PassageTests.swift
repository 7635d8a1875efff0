import Domain
import Testing

@testable import Documents

@Suite("Passages, roles and sections")
struct PassageTests {
  @Test("a county report from a web page, whole")
  func countyReport() throws {
    let report = try Fixture.report("county-report")
    report.checkInvariants()
    let expected = String(decoding: try Fixture.bytes("county-report/passages.txt"), as: UTF8.self)
    #expect(report.dump == expected.split(separator: "\n").map(String.init))
    #expect(report.repairs.isEmpty)
    #expect(report.text.count == report.sourceCount)
  }

  @Test("its place, year, kind and title")
  func facts() throws {
    let report = try Fixture.report("county-report")
    #expect(report.place == "云溪县")
    #expect(report.year == 2033)
    #expect(report.kind == .workReport)
    #expect(report.title == "政府工作报告")
  }

  @Test("what the caller says goes first")
  func options() throws {
    let reader = DocumentReader(options: .init(place: "甲县", year: 2001, kind: .bulletin))
    let report = try reader.read(Fixture.bytes("county-report/source.txt"), name: "x.txt")
    #expect(report.place == "甲县" && report.year == 2001 && report.kind == .bulletin)
  }

  @Test(
    "labels and their levels",
    arguments: [
      ("一、回顾", 1, "一、"), ("第二部分 安排", 1, "第二部分"), ("第三章 保障", 1, "第三章"),
      ("（十一）安全", 2, "（十一）"), ("(二)开放", 2, "(二)"), ("3.项目", 3, "3."), ("４．项目", 3, "４．"),
      ("5、项目", 3, "5、"), ("一是抓项目", 4, "一是"), ("三要抓落实", 4, "三要"), ("第一，抓项目", 4, "第一，"),
      ("（1）项目", 4, "（1）"), ("——经济", 4, "——"), ("--经济", 4, "--"), ("十二、结尾", 1, "十二、"),
    ])
  func labels(_ line: String, _ level: Int, _ label: String) throws {
    let text = Array(line.utf8)
    let found = try #require(Label.at(0..<text.count, of: text))
    #expect(found.level == level)
    #expect(text.string(found.start..<found.end) == label)
  }

  @Test(
    "what is no label",
    arguments: [
      "一、二、三产业增加值", "5.8%的增长", "2025年工作", "第一季度", "（以下简称规划）", "一年来", "十年磨剑", "12个项目",
      "三农工作", "—", "3", "一",
    ])
  func noLabels(_ line: String) {
    let text = Array(line.utf8)
    #expect(Label.at(0..<text.count, of: text) == nil)
  }

  @Test("white space of every kind is outside a passage")
  func trimming() throws {
    let report = try read(
      "\u{FEFF}\u{3000}\u{A0}各位代表：\u{200B}\r\n\r\n\u{3000}今年增长5%。\u{3000}\r第二段。")
    #expect(report.passages.map { report.string($0.range) } == ["各位代表：", "今年增长5%。", "第二段。"])
    #expect(!report.text.contains(0x0D))
  }

  @Test("a salutation with text in its line is body")
  func salutation() throws {
    let report = try read("政府工作报告\n各位代表：\n工作如下。\n各位代表！让我们前进！\n各位代表！\n再见。")
    #expect(report.words(.salutation) == ["各位代表：", "各位代表！"])
    #expect(report.words(.body).contains("各位代表！让我们前进！"))
  }

  @Test("sentences are never furniture")
  func sentencesStay() throws {
    let text = "政府工作报告\n各位代表：\n下载政务客户端的群众达到5万人。\n打印\n评论。\n来源于工业的税收增长3%。\n第3页\n7"
    let words = try read(text).passages.map(\.range).map { Array(text.utf8).string($0) }
    #expect(words == ["政府工作报告", "各位代表：", "下载政务客户端的群众达到5万人。", "评论。", "来源于工业的税收增长3%。"])
  }

  @Test("headlines nest below numbered parts and stand alone without them")
  func headlines() throws {
    let numbered = try read(
      "政府工作报告\n各位代表：\n一、2030年工作回顾\n成绩显著。\n工业经济提质增效\n增长5%。\n二、今年安排\n增长6%。")
    #expect(numbered.dump.contains("body [一、2030年工作回顾 › 工业经济提质增效] 增长5%。"))
    #expect(numbered.dump.contains("body [二、今年安排] 增长6%。"))
    let plain = try read("政府工作报告\n各位代表：\n过去一年回顾\n成绩显著。\n今年工作安排\n增长6%。")
    #expect(plain.sections.map(\.level) == [1, 1])
  }
}
