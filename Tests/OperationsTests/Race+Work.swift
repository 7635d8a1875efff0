import Domain

@testable import Operations

extension Verb {
  /// What units and the supervision office do with what is in the plan.
  static var work: [Verb] {
    [
      Verb(
        file: "SignForTask", name: "sign", traits: [.needsTarget, .idempotent],
        run: { try SignForTask($0.office).run([$0.target], by: $0.member(.clerk)) }),
      Verb(
        file: "FileProgress", name: "file", traits: [.needsTarget, .once("file"), .carriesBasis],
        run: { racer in try file(racer, by: racer.member(.clerk)) }),
      Verb(
        file: "FilingStep", name: "confirm", traits: [.once("file"), .carriesBasis],
        prepare: { racer in try file(racer, by: racer.clerk("setup")) },
        run: { racer in
          let basis = try racer.office.books().filings[racer.filing]?.last?.note.sequence ?? 0
          try ConfirmFiling(racer.office).run(racer.filing, basis: basis, by: racer.member(.head))
        }),
      Verb(
        file: "TakeClosingStep", name: "ask to close",
        traits: [.needsTarget, .once("close"), .carriesBasis],
        run: { racer in
          var answer = TakeClosingStep.Answer(.requested)
          answer.note = "已完成"
          try TakeClosingStep(racer.office).run(answer, on: racer.target, by: racer.member(.head))
        }),
      Verb(
        file: "RaiseObjection", name: "object",
        run: { racer in
          try RaiseObjection(racer.office).run(
            racer.target, text: "有不同意见", contact: racer.name,
            in: racer.office.view(asOf: racer.office.today, by: racer.caller))
        }),
      Verb(
        file: "AnswerObjection", name: "answer", traits: [.once("answer"), .carriesBasis],
        prepare: { racer in
          try RaiseObjection(racer.office).run(
            racer.target, text: "待答复", contact: "",
            in: racer.office.view(asOf: racer.office.today, by: setup))
        },
        run: { racer in
          let all = try racer.office.books().objections.values.compactMap(\.last)
          let open = try found(
            all.filter { $0.value.text == "待答复" && $0.value.state == .received }.max {
              $0.note.sequence < $1.note.sequence
            })
          try AnswerObjection(racer.office).answer(
            open.value.id, "答复", basis: open.note.sequence, by: racer.caller)
        }),
      Verb(
        file: "Remind", name: "remind", traits: [.needsTarget, .carriesBasis],
        run: { racer in
          try Remind(racer.office).send(
            .init(
              lines: ["matter:" + racer.target], isNotice: true, due: "2030-01-20", text: ""),
            by: racer.caller)
        }),
    ]
  }

  private static func file(_ racer: Racer, by caller: Caller) throws {
    var answer = FileProgress.Answer()
    (answer.progress, answer.isOpen, answer.form) = ("进展", true, Secrets.text())
    try FileProgress(racer.office).run(
      answer, on: racer.target, month: racer.filing.month, by: caller)
  }

  /// What administrators do.
  static var office: [Verb] {
    [
      Verb(
        file: "KeepAccounts", name: "demote each other", traits: [.once("administrators")],
        prepare: { racer in
          for login in ["root0", "root1"] {
            try KeepAccounts(racer.office).save(
              Account(login: login, name: login, role: .administrator), password: nil, by: setup)
          }
        },
        run: { racer in
          let other = "root\(1 - racer.side)"
          try KeepAccounts(racer.office).save(
            Account(login: other, name: other, role: .reader), password: nil, by: racer.caller)
        }),
      Verb(
        file: "KeepAccounts", name: "add", traits: [.carriesBasis],
        run: { racer in
          try KeepSystem(racer.office).saveAccount(
            nil,
            [
              "login": "u\(racer.round)", "name": racer.name, "role": "reader",
              "password": "0123456789",
            ], by: racer.caller)
        }),
      Verb(
        file: "MachineTokens", name: "token", traits: [.beside],
        prepare: { racer in
          try KeepAccounts(racer.office).save(
            Account(login: "machine", name: "机器", role: .reader), password: nil, by: setup)
        },
        run: { racer in
          _ = try MachineTokens(racer.office).make(
            name: racer.name, login: "machine", days: 1, by: racer.caller)
        }),
      Verb(
        file: "KeepSystem+Settings", name: "settings", traits: [.carriesBasis],
        run: { racer in
          let page = try KeepSystem(racer.office).settings(by: racer.caller)
          let basis = page.forms[0].hidden.first { $0.0 == "basis" }?.1
          try KeepSystem(racer.office).saveSettings(
            [
              "filing": "5", "objection": "15", "cell": "3", "reminder": "30",
              "office": "督查室\(racer.name)", "basis": basis ?? "",
            ], by: racer.caller)
        }),
      Verb(
        file: "KeepSystem+Units", name: "unit",
        run: { racer in
          try KeepSystem(racer.office).saveUnit(
            ["name": "新单位\(racer.name)", "kind": "department"], by: racer.caller)
        }),
    ]
  }
}

extension Racer {
  fileprivate func clerk(_ login: String) -> Caller {
    Caller(Account(login: login, name: login, role: .clerk, unit: "甲局"))
  }
}
