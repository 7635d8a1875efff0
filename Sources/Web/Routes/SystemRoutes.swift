import Domain
import Operations
import Publishing

extension Routes {
  /// Files that are kept, and what the administrator works with.
  static let system: [Route] = [file] + looking + keeping + safety

  private static let file: Route = .get("/files/:sha256", .readPublic) { ask in
    let file = try ShowFile(ask.view).run(ask.part("sha256"))
    return .file(
      FileReply(bytes: file.bytes, type: file.type ?? "application/octet-stream", name: file.name))
  }

  private static let looking: [Route] = [
    .page("/system", .readTrail, isKept: false) { ask in
      .page(try ShowSystem(ask.office).home(by: ask.caller))
    },
    .page("/system/roles", .readTrail) { ask in
      .page(try ShowSystem(ask.office).roles(by: ask.caller))
    },
    .page("/system/rules", .readTrail) { ask in
      .page(try ShowSystem(ask.office).rules(by: ask.caller))
    },
    .page(
      "/system/trail", .readTrail, isKept: false,
      query: ["actor", "about", "day", "kind", "page"]
    ) { ask in
      let names = ["actor", "about", "day", "kind"]
      let filter = Dictionary(names.map { ($0, ask.asked($0) ?? "") }) { $1 }
      let number = ask.asked("page").flatMap { Int($0) } ?? 1
      return .page(
        try ShowSystem(ask.office).trail(
          filter, page: max(1, min(number, 1 << 20)), by: ask.caller))
    },
  ]

  private static let keeping: [Route] = [
    .page("/system/units", .readTrail, isKept: false) { ask in
      .page(try KeepSystem(ask.office).units(by: ask.caller))
    },
    .post("/system/units", .administer) { ask in
      try saving(ask, "/system/units") { keep in
        try keep.saveUnit(ask.form.values, by: ask.caller)
      } again: {
        try $0.units(by: ask.caller)
      }
    },
    .page("/system/accounts", .administer, isKept: false) { ask in
      .page(try KeepSystem(ask.office).accounts(by: ask.caller))
    },
    .post("/system/accounts", .administer) { ask in
      try saving(ask, "/system/accounts") { keep in
        try keep.saveAccount(nil, ask.form.values, by: ask.caller)
      } again: {
        try $0.accounts(by: ask.caller)
      }
    },
    .get("/system/accounts/:login", .administer) { ask in
      .page(try KeepSystem(ask.office).account(ask.part("login"), by: ask.caller))
    },
    .post("/system/accounts/:login", .administer) { ask in
      try saving(ask, "/system/accounts") { keep in
        try keep.saveAccount(ask.part("login"), ask.form.values, by: ask.caller)
      } again: {
        try $0.account(ask.part("login"), by: ask.caller)
      }
    },
    .get("/system/tokens", .administer) { ask in
      .page(try KeepSystem(ask.office).tokens(by: ask.caller))
    },
    .post("/system/tokens", .administer) { ask in
      try ask.answering {
        let made = try MachineTokens(ask.office).make(
          name: ask.form["name"], login: ask.form["login"], days: Int(ask.form["days"]),
          by: ask.caller)
        return .page(try KeepSystem(ask.office).tokens(made: made, by: ask.caller))
      } again: {
        try KeepSystem(ask.office).tokens(by: ask.caller)
      }
    },
    .post("/system/tokens/end", .administer) { ask in
      try MachineTokens(ask.office).end(ask.form["token"], by: ask.caller)
      return .redirect("/system/tokens", done: .removed)
    },
    back("/system/tokens/end", .administer),
    .get("/system/settings", .administer) { ask in
      .page(try KeepSystem(ask.office).settings(by: ask.caller))
    },
    .post("/system/settings", .administer) { ask in
      try saving(ask, "/system") { keep in
        try keep.saveSettings(ask.form.values, by: ask.caller)
      } again: {
        try $0.settings(by: ask.caller)
      }
    },
  ]

  private static let safety: [Route] = [
    .post("/system/verify", .administer) { ask in
      try VerifyChain(ask.office).start(by: ask.caller)
      return .redirect("/system")
    },
    back("/system/verify", .administer),
    .post("/system/backup", .administer, lane: .work) { ask in
      let backup = try BackUp(ask.office, by: ask.caller)
      let name = "duban-\(ask.office.today).ledger"
      return .stream(FileReply(type: "application/octet-stream", name: name)) { try backup.next() }
    },
    back("/system/backup", .administer),
  ]

  /// What somebody else has saved meanwhile is said, and it is sent on top of theirs.
  private static func saving(
    _ ask: Ask, _ path: String, _ save: (KeepSystem) throws -> Void,
    again: (KeepSystem) throws -> any Page
  ) throws -> Reply {
    let keep = KeepSystem(ask.office)
    return try ask.answering {
      try save(keep)
      return .redirect(path, done: .saved)
    } again: {
      try again(keep)
    }
  }
}
