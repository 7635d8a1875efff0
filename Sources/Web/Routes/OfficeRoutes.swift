import Domain
import Operations
import Publishing

extension Routes {
  /// 督查工作台: filings, releases, closing out.
  static let desks: [Route] = [
    .page("/office", .supervise, isKept: false, query: ["month"]) { ask in
      .page(try ShowOfficeDesk(ask.office).run(deskMonth(ask), by: ask.caller))
    },
    .get("/office/filings/:id/:month", .supervise) { ask in
      .page(
        try ShowOfficeDesk(ask.office)
          .review(ask.part("id"), month: monthPart(ask), by: ask.caller))
    },
    .post("/office/filings/:id/:month/accept", .supervise) { ask in
      try review(ask, done: .accepted) { key, basis in
        try AcceptFiling(ask.office).run(key, basis: basis, by: ask.caller)
      }
    },
    .post("/office/filings/:id/:month/return", .supervise) { ask in
      try review(ask, done: .returned) { key, basis in
        try ReturnFiling(ask.office)
          .run(key, reason: ask.form["reason"], basis: basis, by: ask.caller)
      }
    },
    .post("/office/filings/:id/:month/unlock", .supervise) { ask in
      try review(ask, done: .unlocked) { key, basis in
        try UnlockFiling(ask.office)
          .run(key, reason: ask.form["reason"], basis: basis, by: ask.caller)
      }
    },
    back("/office/filings/:id/:month/accept", .supervise),
    back("/office/filings/:id/:month/return", .supervise),
    back("/office/filings/:id/:month/unlock", .supervise),
    .page("/office/release", .release, isKept: false, query: ["month"], lane: .work) { ask in
      .page(try PublishMonth(ask.office).draft(releaseMonth(ask), by: ask.caller))
    },
    .post("/office/release", .release, lane: .work, release),
    .page("/office/closing", .supervise) { ask in
      .page(try ShowClosings(ask.office).board(by: ask.caller))
    },
    .get("/office/closing/:id", .supervise) { ask in
      .page(try ShowClosings(ask.office).one(ask.part("id"), isOffice: true, by: ask.caller))
    },
    .post("/office/closing/:id", .supervise, limit: Route.uploads) { ask in
      try closing(ask, isOffice: true)
    },
  ]

  /// A step of the office on one unit's answer, with the page again where it is refused.
  private static func review(
    _ ask: Ask, done: Done, _ step: (Filing.Key, Int) throws -> Void
  ) throws -> Reply {
    let (id, month, unit) = (ask.part("id"), try monthPart(ask), ask.form["unit"])
    return try ask.answering {
      try step(Filing.Key(commitment: id, month: month, unit: unit), basis(ask))
      return .redirect("/office?month=\(month)", done: done)
    } again: {
      try ShowOfficeDesk(ask.office).review(id, month: month, by: ask.caller)
    }
  }

  private static func releaseMonth(_ ask: Ask) throws -> Period {
    guard let month = try deskMonth(ask) else { throw WorkFault.notFound }
    return month
  }

  @Sendable private static func release(_ ask: Ask) throws -> Reply {
    guard let month = Period(ask.form["month"]) else { throw WorkFault.badRequest }
    return try ask.answering {
      try PublishMonth(ask.office).run(month, basis: basis(ask), by: ask.caller)
      return .redirect("/office/release?month=\(month)", done: .released)
    } again: {
      try PublishMonth(ask.office).draft(month, by: ask.caller)
    }
  }
}
