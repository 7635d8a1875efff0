import Domain
import Operations
import Publishing

extension Routes {
  /// Signing in and out, and one's own password.
  static let session: [Route] = [
    .get("/login", .readPublic, query: ["to"]) { ask in
      .page(SignInPage(to: local(ask.asked("to"))))
    },
    .post("/login", .readPublic, signIn),
    .post("/logout", .readPublic) { ask in
      if let cookie = ask.cookie { try SignIn(ask.office).end(cookie: cookie) }
      return .session(nil, to: "/?done=signedOut")
    },
    .get("/account", .ownAccount) { ask in .page(try accountPage(ask)) },
    .post("/account", .ownAccount, changePassword),
  ]

  /// The page that was asked for; for what was typed before the session ran out the form again,
  /// filled in, where it is the same person who signs in.
  private static func signIn(_ ask: Ask) throws -> Reply {
    let to = local(ask.form.text("to"))
    let (login, id) = (ask.form["login"], ask.form.text("draft"))
    do {
      let cookie = try SignIn(ask.office).start(
        login: login, password: untrimmed("password", ask), from: ask.remote, ending: ask.cookie)
      let caller = try SignIn(ask.office).caller(cookie: cookie)
      guard let id, let draft = try KeepDraft(ask.office).draft(id, by: caller) else {
        return .session(cookie, to: to)
      }
      return .session(
        cookie, to: joined(local(draft.address), ["draft=\(draft.id)", "done=restored"]))
    } catch let fault as WorkFault {
      var typed = ask.form.typed(at: ask.path)
      typed.title = Phrase("登录没有成功", "Signing in failed")
      typed.problems = [fault.problem(of: "login")]
      return .page(
        SignInPage(to: to, login: login, draft: id), status: Dispatcher.status(of: fault),
        typed: typed)
    }
  }

  private static func changePassword(_ ask: Ask) throws -> Reply {
    do {
      let cookie = try ChangePassword(ask.office).run(
        old: untrimmed("password-old", ask), new: untrimmed("password-new", ask),
        again: untrimmed("password-again", ask), from: ask.remote, by: ask.caller)
      return .session(cookie, to: "/account?done=passwordChanged")
    } catch let fault as WorkFault {
      var typed = ask.form.typed(at: ask.path)
      if case .form(let problems) = fault {
        typed.problems = problems
      } else {
        typed.problems = [fault.problem(of: "password-old")]
      }
      return .page(try accountPage(ask), status: Dispatcher.status(of: fault), typed: typed)
    }
  }

  private static func accountPage(_ ask: Ask) throws -> AccountPage {
    guard let account = ask.caller.account else { throw WorkFault.notSignedIn }
    return AccountPage(account)
  }

  /// Spaces belong to a password.
  private static func untrimmed(_ name: String, _ ask: Ask) -> String {
    ask.form.fields.first { $0.name == name }?.value ?? ""
  }

  /// A path of this site, never another's: `//host`, `/\host` and addresses with a scheme are not.
  static func local(_ address: String?) -> String {
    guard let address, address.hasPrefix("/"), !address.hasPrefix("//"),
      !address.utf8.contains(where: { $0 == 0x5C || $0 < 0x20 || $0 > 0x7E })
    else { return "/" }
    return address
  }
}

extension WorkFault {
  /// The fault as what is wrong with a field.
  fileprivate func problem(of field: String) -> FormProblem {
    FormProblem(field, Phrase(sentence(.chinese), sentence(.english)))
  }
}
