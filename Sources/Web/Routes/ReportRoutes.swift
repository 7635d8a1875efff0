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
      do {
        let id = try AdoptDraft(ask.office).start(
          file.map { ($0.name, $0.bytes) }, ask.form.values, by: ask.caller)
        return .redirect("/reports/draft/\(id)")
      } catch WorkFault.form(let problems) {
        let form = PlanForm(
          ask.form.values, problems: problems.map { .init($0.field, $0.what) })
        return .page(ReportUploadPage(form), status: 422)
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
      do {
        let report = try adopt.adopt(id, ask.form.values, by: ask.caller)
        return .redirect("/reports/\(report)", done: .adopted)
      } catch WorkFault.form(let problems) {
        return .page(
          try adopt.page(id, ask.form.values, problems: problems, by: ask.caller), status: 422)
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
      do {
        if let preview = try edit.save(id, typed, by: ask.caller) { return .page(preview) }
        return .redirect(planned(id), done: .saved)
      } catch let fault as WorkFault where fault.isOfForm {
        return .page(try edit.page(id, typed, fault, by: ask.caller), status: fault.formStatus)
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
        let others = ask.form.all("id")
        do {
          switch step {
          case .merge: try steps.merge(others, into: id, typed, by: ask.caller)
          case .split: try steps.split(id, typed, by: ask.caller)
          case .withdraw: try steps.withdraw(id, typed, by: ask.caller)
          }
          return .redirect(planned(id), done: donePlan(step))
        } catch let fault as WorkFault where fault.isOfForm {
          return .page(
            try steps.page(step, id, typed, selected: others, fault, by: ask.caller),
            status: fault.formStatus)
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
      let (plan, ids) = (WorkOnPlan(ask.office), ask.form.all("id"))
      do {
        try plan.assign(ids, ask.form.values, by: ask.caller)
        let lacks = ask.form.text("lacks").map { "?lacks=" + Links.encoded($0) } ?? ""
        return .redirect("/office/plan" + lacks, done: .saved)
      } catch let fault as WorkFault where fault.isOfForm {
        return .page(
          try plan.page(ask.form.values, selected: ids, fault, by: ask.caller),
          status: fault.formStatus)
      }
    },
    .post("/office/plan/issue", .plan) { ask in
      let plan = WorkOnPlan(ask.office)
      do {
        try plan.issue(ask.form.values, by: ask.caller)
        return .redirect("/office/plan", done: .saved)
      } catch let fault as WorkFault where fault.isOfForm {
        return .page(
          try plan.page(ask.form.values, selected: [], fault, by: ask.caller),
          status: fault.formStatus)
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

extension WorkFault {
  /// The form is answered again instead of a page that only says what is wrong.
  fileprivate var isOfForm: Bool {
    switch self {
    case .form, .stale, .wrongStep: true
    default: false
    }
  }

  fileprivate var formStatus: Int {
    switch self {
    case .stale, .wrongStep: 409
    default: 422
    }
  }
}
