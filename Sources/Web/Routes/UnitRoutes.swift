import Domain
import Operations
import Publishing

extension Routes {
  /// 单位工作台
  static let unit: [Route] = [
    .page("/unit", .file, isKept: false, query: ["month"]) { ask in
      .page(try ShowUnitDesk(ask.office).run(deskMonth(ask), by: ask.caller))
    },
    .post("/unit/sign", .file) { ask in
      try ask.answering {
        try SignForTask(ask.office).run(ask.form.all("id"), by: ask.caller)
        return .redirect("/unit" + monthQuery(ask), done: .signed)
      } again: {
        try ShowUnitDesk(ask.office).run(month(ask.form.text("month")), by: ask.caller)
      }
    },
    .get("/unit/filings/:id/:month", .file) { ask in
      .page(
        try ShowFilingForm(ask.office)
          .run(ask.part("id"), month: monthPart(ask), by: ask.caller))
    },
    .post("/unit/filings/:id/:month", .file, limit: Route.uploads, file),
    .post("/unit/filings/:id/:month/confirm", .confirm) { ask in
      try head(ask, done: .confirmed) { key in
        try ConfirmFiling(ask.office).run(key, basis: basis(ask), by: ask.caller)
      }
    },
    .post("/unit/filings/:id/:month/return", .confirm) { ask in
      try head(ask, done: .returned) { key in
        try ReturnFiling(ask.office)
          .run(key, reason: ask.form["reason"], basis: basis(ask), by: ask.caller)
      }
    },
    back("/unit/sign", .file),
    back("/unit/filings/:id/:month/confirm", .file),
    back("/unit/filings/:id/:month/return", .file),
    .get("/unit/closing/:id", .file) { ask in
      .page(
        try ShowClosings(ask.office).one(ask.part("id"), isOffice: false, by: ask.caller))
    },
    .post("/unit/closing/:id", .confirm, limit: Route.uploads) { ask in
      try closing(ask, isOffice: false)
    },
    .page("/filings/:id/:month/:unit", .readInternal) { ask in
      let key = Filing.Key(
        commitment: ask.part("id"), month: try monthPart(ask), unit: ask.part("unit"))
      return .page(try ShowFilingHistory(ask.office).run(key, by: ask.caller))
    },
  ]

  @Sendable private static func file(_ ask: Ask) throws -> Reply {
    let month = try monthPart(ask)
    var answer = FileProgress.Answer()
    answer.value = ask.form["value"]
    answer.progress = ask.form["progress"]
    answer.next = ask.form["next"]
    answer.kept = ask.form.all("kept")
    answer.files = ask.form.files.filter { $0.field == "files" }.map { ($0.name, $0.bytes) }
    answer.isOpen = ask.form["open"] == "yes"
    answer.basis = try basis(ask)
    answer.form = ask.form["form"]
    return try ask.answering {
      try FileProgress(ask.office).run(answer, on: ask.part("id"), month: month, by: ask.caller)
      return .redirect("/unit?month=\(month)", done: .sent)
    } again: {
      try ShowFilingForm(ask.office)
        .run(ask.part("id"), month: month, form: answer.form, by: ask.caller)
    }
  }

  /// A step of the unit's head, with the form's page again where it is refused.
  private static func head(
    _ ask: Ask, done: Done, _ step: (Filing.Key) throws -> Void
  ) throws -> Reply {
    let month = try monthPart(ask)
    let unit = ask.caller.account?.unit ?? ""
    return try ask.answering {
      try step(Filing.Key(commitment: ask.part("id"), month: month, unit: unit))
      return .redirect("/unit?month=\(month)", done: done)
    } again: {
      try ShowFilingForm(ask.office).run(ask.part("id"), month: month, by: ask.caller)
    }
  }

  private static func monthQuery(_ ask: Ask) -> String {
    ask.form.text("month").flatMap { Period($0) }.map { "?month=\($0)" } ?? ""
  }
}

/// What routes of both desks share.
extension Routes {
  /// Where a form was sent is no page of its own: a reload or another language leads to the page.
  static func back(_ path: String, _ act: Act) -> Route {
    var route = Route.get(path, act) { ask in
      let parts = ask.path.split(separator: "/").dropLast()
      return .redirect("/" + parts.map { Links.encoded(String($0)) }.joined(separator: "/"))
    }
    route.leadsBack = true
    return route
  }

  /// The month that is asked for, or the one before the page's day.
  static func deskMonth(_ ask: Ask) throws -> Period? {
    try month(ask.asked("month")) ?? DueList.month(before: ask.asOf)
  }

  /// A month as it was written; nil where none is.
  static func month(_ text: String?) throws -> Period? {
    guard let text else { return nil }
    guard let month = Period(text) else { throw WorkFault.notFound }
    return month
  }

  static func monthPart(_ ask: Ask) throws -> Period {
    guard let month = Period(ask.part("month")) else { throw WorkFault.notFound }
    return month
  }

  /// The entry of the version that a form was made from.
  static func basis(_ ask: Ask) throws -> Int {
    guard let basis = Int(ask.form["basis"]), basis >= 0 else { throw WorkFault.badRequest }
    return basis
  }

  /// A step of closing out, from the one desk or the other.
  static func closing(_ ask: Ask, isOffice: Bool) throws -> Reply {
    let id = ask.part("id")
    return try ask.answering {
      guard let step = Closing.Step(rawValue: ask.form["step"]) else {
        throw WorkFault.form([FormProblem("step", "请选择这一步", "choose the step")])
      }
      var answer = TakeClosingStep.Answer(step)
      answer.note = ask.form["note"]
      answer.method = Closing.Method(rawValue: ask.form["method"])
      answer.successor = ask.form["successor"]
      answer.files = ask.form.files.filter { $0.field == "files" }.map { ($0.name, $0.bytes) }
      answer.basis = try basis(ask)
      try TakeClosingStep(ask.office).run(answer, on: id, by: ask.caller)
      let desk = isOffice ? "/office/closing/" : "/unit/closing/"
      return .redirect(desk + Links.encoded(id), done: .closed)
    } again: {
      try ShowClosings(ask.office).one(id, isOffice: isOffice, by: ask.caller)
    }
  }
}
