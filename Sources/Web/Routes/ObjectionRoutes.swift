import Domain
import Operations
import Publishing
import Synchronization

extension Routes {
  /// 异议
  static let objections: [Route] = [
    .page("/objections") { ask in .page(ShowObjections(ask.view).list()) },
    .get("/objections/receipts/:token", .readPublic) { ask in
      .page(try ObjectionReceipt(ask.office).page(ask.part("token")))
    },
    .get("/commitments/:id/object", .object) { ask in
      .page(try RaiseObjection(ask.office).form(ask.part("id"), in: ask.view))
    },
    .post("/commitments/:id/object", .object) { ask in
      // People leave the hidden field empty; programs that fill in every field do not.
      guard ask.form.text("website") == nil else { return .redirect("/objections", done: .sent) }
      try objectionLimit.take(ask.remote, now: ask.office.now)
      return try ask.answering {
        let raised = try RaiseObjection(ask.office).run(
          ask.part("id"), text: ask.form["text"], contact: ask.form["contact"], in: ask.view)
        return .redirect("/objections/receipts/" + raised.receipt, done: .sent)
      } again: {
        try RaiseObjection(ask.office).form(ask.part("id"), in: ask.view)
      }
    },
    .get("/office/objections", .supervise) { ask in
      .page(try AnswerObjection(ask.office).desk(by: ask.caller))
    },
    .get("/office/objections/:id", .supervise) { ask in
      .page(try AnswerObjection(ask.office).form(ask.part("id"), by: ask.caller))
    },
    .post("/office/objections/:id", .supervise) { ask in
      let answer = AnswerObjection(ask.office)
      let basis = Int(ask.form["basis"]) ?? 0
      return try ask.answering {
        if ask.form["what"] == "withhold" {
          try answer.withhold(
            ask.part("id"), reason: ask.form["reason"], basis: basis, by: ask.caller)
          return .redirect("/office/objections", done: .withheld)
        }
        try answer.answer(ask.part("id"), ask.form["answer"], basis: basis, by: ask.caller)
        return .redirect("/office/objections", done: .answered)
      } again: {
        try answer.form(ask.part("id"), by: ask.caller)
      }
    },
  ]

  private static let objectionLimit = HourlyLimit(most: 20)
}

/// So many an hour from one address; addresses are forgotten after the hour.
final class HourlyLimit: Sendable {
  private let most: Int
  private let taken = Mutex<[String: [Instant]]>([:])

  init(most: Int) { self.most = most }

  /// - Throws: ``WorkFault/throttled(seconds:)``.
  func take(_ address: String, now: Instant) throws {
    let hour = 3_600_000
    try taken.withLock { taken in
      if taken.count > 10_000 { taken.removeAll() }
      var times = (taken[address] ?? []).filter { now.milliseconds - $0.milliseconds < hour }
      if times.count >= most, let first = times.first {
        throw WorkFault.throttled(
          seconds: (hour - now.milliseconds + first.milliseconds) / 1000 + 1)
      }
      times.append(now)
      taken[address] = times
    }
  }
}
