import Domain
import Operations
import Publishing

extension Routes {
  /// 通报、季度表、催办、督办单、交办事项、日历
  static let letters: [Route] = published + reminding + matters

  private static let published: [Route] = [
    .page("/office/bulletin", .supervise, query: ["month"]) { ask in .page(try bulletin(ask)) },
    .get("/office/bulletin/docx", .supervise, query: ["month"], lane: .work) { ask in
      let page = try bulletin(ask)
      return .file(.document(try page.document(ask.frame()), page.name + ".docx"))
    },
    .get("/office/bulletin/xlsx", .supervise, query: ["month"], lane: .work) { ask in
      let page = try bulletin(ask)
      return .file(.workbook(try page.workbook(ask.frame()), page.name + ".xlsx"))
    },
    .page("/office/quarterly", .supervise, query: ["quarter"]) { ask in .page(try quarterly(ask)) },
    .get("/office/quarterly/docx", .supervise, query: ["quarter"], lane: .work) { ask in
      let page = try quarterly(ask)
      return .file(.document(try page.document(ask.frame()), page.name + ".docx"))
    },
    .get("/office/quarterly/xlsx", .supervise, query: ["quarter"], lane: .work) { ask in
      let page = try quarterly(ask)
      return .file(.workbook(try page.workbook(ask.frame()), page.name + ".xlsx"))
    },
  ]

  private static let reminding: [Route] = [
    .get("/office/reminders", .supervise) { ask in
      .page(try Remind(ask.office, mail: ask.mail).page(by: ask.caller))
    },
    .post("/office/reminders", .supervise, lane: .work) { ask in
      let lines = Set(ask.form.all("line"))
      let remind = Remind(ask.office, mail: ask.mail)
      return try ask.answering {
        try remind.send(
          .init(
            lines: lines, isNotice: ask.form["as"] == "notice", due: ask.form["due"],
            text: ask.form["text"]), by: ask.caller)
        return .redirect("/office/notices", done: .reminded)
      } again: {
        try remind.page(by: ask.caller)
      }
    },
    .get("/office/notices", .readInternal) { ask in
      .page(try ShowNotices(ask.office).list(by: ask.caller))
    },
    .get("/office/notices/:id", .readInternal) { ask in
      .page(try ShowNotices(ask.office).one(ask.part("id"), by: ask.caller))
    },
    .get("/office/notices/:id/docx", .readInternal, lane: .work) { ask in
      let page = try ShowNotices(ask.office).one(ask.part("id"), by: ask.caller)
      return .file(.document(try page.document(ask.frame()), page.id + ".docx"))
    },
    .get("/calendar.ics", .readPublic, query: ["unit"]) { ask in
      let calendar = ShowCalendar(ask.view).run(unit: ask.asked("unit"))
      return .file(
        FileReply(
          bytes: calendar.bytes, type: "text/calendar; charset=utf-8", name: "duban.ics"))
    },
  ]

  private static let matters: [Route] = [
    .page("/office/matters", .readInternal, isKept: false) { ask in
      .page(try EnterMatter(ask.office).list(by: ask.caller))
    },
    .get("/office/matters/new", .plan) { ask in
      .page(try EnterMatter(ask.office).form(by: ask.caller))
    },
    .post("/office/matters", .plan, form: "/office/matters/new") { ask in
      try ask.answering {
        let id = try EnterMatter(ask.office).run(ask.form.values, by: ask.caller)
        return .redirect("/commitments/" + Links.encoded(id), done: .saved)
      } again: {
        try EnterMatter(ask.office).form(by: ask.caller)
      }
    },
  ]

  private static func bulletin(_ ask: Ask) throws -> BulletinPage {
    try MakeLetters(ask.office).bulletin(try month(ask.asked("month")), by: ask.caller)
  }

  private static func quarterly(_ ask: Ask) throws -> QuarterlyPage {
    let text = ask.asked("quarter")
    let quarter = text.flatMap(MakeLetters.quarter)
    guard text == nil || quarter != nil else { throw WorkFault.notFound }
    return try MakeLetters(ask.office).quarterly(quarter, by: ask.caller)
  }
}
