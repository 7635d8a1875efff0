import Documents
import Domain
import Foundation
import Publishing
import Testing

@testable import Operations
@testable import Web

/// What the office sends out, and matters that come from elsewhere.
@Suite struct LetterTests {
  private let site: TestSite

  init() throws { site = try TestSite() }

  private func office() throws -> Caller { try site.caller(.supervisor) }

  private let matter = [
    "kind": "会议议定事项", "document": "常务会议纪要〔2023〕12号", "from": "区政府", "day": "2023-11-03",
    "title": "建成智慧停车平台", "lead": "科技局", "deadline": "2023-12-15", "test": "milestones",
    "step1": "平台上线", "proof1": "上线验收单",
  ]

  @Test func aMatterIsTreatedLikeEveryCommitment() throws {
    let id = try EnterMatter(site.office).run(matter, by: office())
    #expect(id == "M1")
    #expect(try EnterMatter(site.office).run(matter, by: office()) == "M2")
    let commitment = try found(site.office.books().commitment(id))
    #expect(commitment.matter?.kind == .meeting && commitment.units == ["科技局"])
    let row = try site.office.accounts(asOf: site.office.today, by: office()).rows
      .first { $0.commitment.id == id }
    #expect(row != nil)
    let desk = try ShowUnitDesk(site.office).run(nil, by: site.caller(.clerk))
    let frame = try frame(site.caller(.clerk))
    let json = String(decoding: try found(desk.data(frame)).bytes, as: UTF8.self)
    #expect(json.contains("M1"))
  }

  @Test func everythingThatIsWrongWithAMatterIsSaidAtOnce() throws {
    var typed = matter
    (typed["kind"], typed["lead"], typed["deadline"], typed["step1"]) = ("", "没有局", "明天", "")
    do {
      try EnterMatter(site.office).run(typed, by: office())
      Issue.record("it was taken")
    } catch WorkFault.form(let problems) {
      #expect(Set(problems.map(\.field)) == ["kind", "lead", "deadline", "step1"])
    }
    #expect(try site.office.books().commitment("M1") == nil)
  }

  @Test(arguments: [Role.administrator, .head, .clerk, .reader])
  func onlyTheOfficeEntersAndReminds(_ role: Role) throws {
    let caller = try site.caller(role)
    #expect(throws: WorkFault.notAllowed(.plan)) {
      try EnterMatter(site.office).run(matter, by: caller)
    }
    #expect(throws: WorkFault.notAllowed(.supervise)) { try Remind(site.office).page(by: caller) }
    #expect(throws: WorkFault.notAllowed(.supervise)) {
      try MakeLetters(site.office).bulletin(nil, by: caller)
    }
  }

  @Test func aNoticeIsRecordedForEachUnitAndColour() throws {
    try EnterMatter(site.office).run(matter, by: office())
    let lines: Set<String> = ["matter:M1"]
    try Remind(site.office).send(
      .init(lines: lines, isNotice: true, due: "2023-12-12", text: ""), by: office())
    let notice = try found(site.office.books().notices.last?.value)
    #expect(notice.id == "督2023-12-001")
    #expect(notice.unit == "科技局" && notice.commitments == ["M1"] && notice.kind == .blue)
    // Its own unit reads it, another does not.
    _ = try ShowNotices(site.office).one(notice.id, by: site.caller(.head))
    let other = Caller(Account(login: "x", name: "x", role: .head, unit: "商务局"))
    #expect(throws: WorkFault.notFound) { try ShowNotices(site.office).one(notice.id, by: other) }
  }

  @Test func anOrderWithoutLinesOrWithAPastDayIsRefused() throws {
    #expect(throws: WorkFault.self) {
      try Remind(site.office).send(
        .init(lines: [], isNotice: false, due: "2023-12-12", text: ""), by: office())
    }
    try EnterMatter(site.office).run(matter, by: office())
    #expect(throws: WorkFault.self) {
      try Remind(site.office).send(
        .init(lines: ["matter:M1"], isNotice: false, due: "2023-12-01", text: ""), by: office())
    }
    #expect(try site.office.books().notices.isEmpty)
  }

  @Test func mailGoesToTheProgramAndNowhereElse() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "duban-mail-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let program = folder.appending(path: "sendmail")
    let got = folder.appending(path: "got")
    try Data("#!/bin/sh\necho \"$@\" > \(got.path)\ncat >> \(got.path)\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    let mail = SendMail(
      program: program.path, list: "科技局\tkeji@example.com\n商务局\t-oX/etc@x\n")
    #expect(mail.address(of: "商务局") == nil)
    try EnterMatter(site.office).run(matter, by: office())
    let unsent = try Remind(site.office, mail: mail).send(
      .init(lines: ["matter:M1"], isNotice: false, due: "2023-12-12", text: "请抓紧"), by: office())
    #expect(unsent.isEmpty)
    let text = try String(contentsOf: got, encoding: .utf8)
    #expect(text.hasPrefix("-i -- keji@example.com\n"))
    let body = text.split(separator: "\n\n", maxSplits: 1).last.map(String.init) ?? ""
    let plain = Data(base64Encoded: body, options: .ignoreUnknownCharacters)
    #expect(String(decoding: plain ?? Data(), as: UTF8.self).contains("M1 建成智慧停车平台"))
  }

  @Test func documentsReadBackAndAreTheSameTwice() throws {
    let frame = try frame(office())
    let bulletin = try MakeLetters(site.office).bulletin(nil, by: office())
    let bytes = try bulletin.document(frame)
    #expect(try bulletin.document(frame) == bytes)
    let report = try DocumentReader().read(bytes, name: "通报.docx")
    let text = String(decoding: report.text, as: UTF8.self)
    #expect(text.contains("总体情况") && text.contains("下月到期事项"))
    let table = try MakeLetters(site.office).quarterly(nil, by: office())
    let quarterly = try DocumentReader().read(table.document(frame), name: "季度.docx")
    #expect(String(decoding: quarterly.text, as: UTF8.self).contains("未填报"))
    let sheet = try TableReader().read(table.workbook(frame), name: "季度.xlsx")
    #expect(sheet.rows.count > 80)
  }

  @Test func calendarLinesAreFoldedAndEndAsTheyMust() throws {
    try EnterMatter(site.office).run(matter, by: office())
    let inside = try ShowCalendar(
      site.office.view(asOf: site.office.today, by: office())
    ).run(unit: "科技局").bytes
    let text = String(decoding: inside, as: UTF8.self)
    #expect(text.hasSuffix("END:VCALENDAR\r\n"))
    #expect(text.contains("DTSTART;VALUE=DATE:20231215"))
    for line in inside.split(separator: 0x0A) {
      #expect(line.last == 0x0D && line.count <= 76)
    }
    // What is not from the report is internal.
    let outside = try ShowCalendar(site.office.publicView()).run(unit: nil).bytes
    #expect(!String(decoding: outside, as: UTF8.self).contains("M1"))
  }

  private func frame(_ caller: Caller) throws -> Frame {
    Frame(
      place: "示例区", year: 2023, asOf: site.office.today, today: site.office.today, caller: caller,
      links: .served())
  }
}
