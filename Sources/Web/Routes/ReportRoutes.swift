import Domain
import Operations
import Publishing

extension Routes {
  /// 报告、采纳、方案
  static let reports: [Route] =
    reportPages + adoption + planEditing + planSteps + officePlan

  private static let reportPages: [Route] = [
    .page("/reports") { ask in
      .page(try ShowReports(ask.view).list())
    },
    .page("/compare") { ask in
      .page(try ShowComparisons(ask.view).list())
    },
    .page("/compare/:id", lane: .exports) { ask in
      .page(try ShowComparisons(ask.view).one(ask.part("id")))
    },
    .page("/reports/:sha") { ask in
      .page(try ShowReports(ask.view).one(ask.part("sha")))
    },
  ]

  private static let adoption: [Route] = [
    .get("/reports/new", .plan) { _ in .page(ReportUploadPage()) },
    .post("/reports/new", .plan, limit: Route.uploads, lane: .work) { ask in
      let file = ask.form.files.first { $0.field == "report" && !$0.bytes.isEmpty }
      return try ask.answering {
        let id = try AdoptDraft(ask.office).start(
          file.map { ($0.name, $0.bytes) }, ask.form.values, by: ask.caller)
        return .redirect("/reports/draft/\(id)")
      } again: {
        ReportUploadPage()
      }
    },
    .get("/reports/draft/:id", .plan, lane: .work) { ask in
      .page(try AdoptDraft(ask.office).page(ask.part("id"), by: ask.caller))
    },
    .post("/reports/draft/:id", .plan, limit: 1 << 20, lane: .work) { ask in
      let (adopt, id) = (AdoptDraft(ask.office), ask.part("id"))
      guard ask.form["do"] != "save" else {
        try adopt.save(id, ask.form.values, by: ask.caller)
        return .redirect("/reports/draft/\(id)", done: .saved)
      }
      return try ask.answering {
        let report = try adopt.adopt(id, ask.form.values, by: ask.caller)
        return .redirect("/reports/\(report)", done: .adopted)
      } again: {
        try adopt.page(id, by: ask.caller)
      }
    },
    .post("/reports/draft/:id/remove", .plan) { ask in
      try AdoptDraft(ask.office).remove(ask.part("id"), by: ask.caller)
      return .redirect("/reports", done: .removed)
    },
  ]

  private static let planEditing: [Route] = [
    .get("/commitments/:id/edit", .plan) { ask in
      .page(try EditCommitment(ask.office).page(ask.part("id"), by: ask.caller))
    },
    .post("/commitments/:id/edit", .plan, limit: 1 << 18) { ask in
      let (edit, id, typed) = (EditCommitment(ask.office), ask.part("id"), ask.form.values)
      return try ask.answering {
        if let preview = try edit.save(id, typed, by: ask.caller) { return .page(preview) }
        return .redirect(planned(id), done: .saved)
      } again: { typed in
        try edit.page(id, again: &typed, by: ask.caller)
      }
    },
  ]

  private static let planSteps: [Route] = [PlanStepPage.Step.merge, .split, .withdraw].flatMap {
    step -> [Route] in
    [
      .get("/commitments/:id/\(step.rawValue)", .plan) { ask in
        .page(try PlanSteps(ask.office).page(step, ask.part("id"), by: ask.caller))
      },
      .post("/commitments/:id/\(step.rawValue)", .plan) { ask in
        let (steps, id, typed) = (PlanSteps(ask.office), ask.part("id"), ask.form.values)
        return try ask.answering {
          switch step {
          case .merge: try steps.merge(ask.form.all("id"), into: id, typed, by: ask.caller)
          case .split: try steps.split(id, typed, by: ask.caller)
          case .withdraw: try steps.withdraw(id, typed, by: ask.caller)
          }
          return .redirect(planned(id), done: donePlan(step))
        } again: {
          try steps.page(step, id, by: ask.caller)
        }
      },
    ]
  }

  private static func donePlan(_ step: PlanStepPage.Step) -> Done {
    switch step {
    case .merge: .merged
    case .split: .split
    case .withdraw: .withdrawn
    }
  }

  private static let officePlan: [Route] = [
    .get("/office/plan", .plan, query: ["lacks"]) { ask in
      .page(try WorkOnPlan(ask.office).page(lacks: ask.asked("lacks") ?? "", by: ask.caller))
    },
    .post("/office/plan/units", .plan) { ask in
      let plan = WorkOnPlan(ask.office)
      return try ask.answering {
        try plan.assign(ask.form.all("id"), ask.form.values, by: ask.caller)
        let lacks = ask.form.text("lacks").map { "?lacks=" + Links.encoded($0) } ?? ""
        return .redirect("/office/plan" + lacks, done: .saved)
      } again: { typed in
        try plan.page(again: &typed, by: ask.caller)
      }
    },
    .post("/office/plan/issue", .plan) { ask in
      let plan = WorkOnPlan(ask.office)
      return try ask.answering {
        try plan.issue(ask.form.values, by: ask.caller)
        return .redirect("/office/plan", done: .saved)
      } again: { typed in
        try plan.page(again: &typed, by: ask.caller)
      }
    },
    .get("/office/plan.yaml", .plan) { ask in
      .file(
        FileReply(
          bytes: try WorkOnPlan(ask.office).file(by: ask.caller), type: "application/yaml",
          name: "plan.yaml"))
    },
    .get("/office/units", .plan) { ask in
      .page(try WorkOnPlan(ask.office).units(by: ask.caller))
    },
  ]

  private static func planned(_ id: String) -> String {
    "/commitments/" + Links.encoded(id)
  }
}
