import ArgumentParser
import Domain
import Foundation
import Operations

/// `duban account`: who may sign in. The first account of a ledger can only come from here.
struct AccountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "帐号：谁可以登录。 Who may sign in.",
    subcommands: [Add.self, Close.self, List.self])

  /// `duban account add LOGIN`: also changes one that is there.
  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "新增或修改帐号，并设密码。 Adds or changes an account and sets its password.",
      discussion: """
        密码从标准输入读一行；没有输入时生成一个，只显示这一次。 The password is one line of standard input; \
        without one it is made and shown this once.
        """)

    @Argument(help: "用户名。 What to sign in with.")
    var login: String

    @Option(help: "姓名或岗位。 Name or post.")
    var name: String

    @Option(help: "administrator、supervisor、head、clerk、reader。")
    var role: Role

    @Option(help: "head 和 clerk 所属的单位。 The unit of a head or clerk.")
    var unit: String?

    @OptionGroup var author: AuthorArguments
    @OptionGroup var ledger: LedgerArguments

    func run() throws {
      try ledger.telling {
        let office = try ledger.office()
        let typed = isatty(0) == 0 ? readLine() ?? "" : ""
        let password = typed.isEmpty ? String(Secrets.text().prefix(16)) : typed
        let account = Account(login: login, name: name, role: role, unit: unit)
        try ledger.tellingProblems {
          try KeepAccounts(office).save(
            account, password: password, by: author.caller, reason: author.reason)
        }
        print(ledger.lang == .chinese ? "帐号 \(login) 可以登录了" : "\(login) may sign in")
        if typed.isEmpty {
          print(
            (ledger.lang == .chinese ? "密码（只显示这一次）：" : "Password (shown this once): ") + password)
        }
      }
    }
  }

  struct Close: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "停用帐号；帐号不删除，因为账本里有它的名字。 Closes an account; it is never deleted.")

    @Argument(help: "用户名。 The login.")
    var login: String

    @OptionGroup var author: AuthorArguments
    @OptionGroup var ledger: LedgerArguments

    func run() throws {
      try ledger.telling {
        let office = try ledger.office()
        let isThere = try ledger.tellingProblems {
          try KeepAccounts(office).close(login, by: author.caller, reason: author.reason)
        }
        guard isThere else {
          throw ValidationError(
            ledger.lang == .chinese ? "没有帐号 \(login)" : "there is no account \(login)")
        }
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "列出帐号。 Lists the accounts.")

    @OptionGroup var ledger: LedgerArguments

    func run() throws {
      try ledger.telling {
        let accounts = try LedgerBooks(ledger.open()).books.accounts.values
        for account in accounts.sorted(by: { $0.login < $1.login }) {
          let closed = account.isActive ? "" : ledger.lang == .chinese ? "（已停用）" : " (closed)"
          print(
            "\(account.login)\t\(account.role.rawValue)\t\(account.unit ?? "-")\t\(account.name)\(closed)"
          )
        }
      }
    }
  }
}

extension LedgerArguments {
  /// Says what is wrong with each thing that was given.
  fileprivate func tellingProblems<Value>(_ work: () throws -> Value) throws -> Value {
    do {
      return try work()
    } catch WorkFault.form(let problems) {
      throw ValidationError(problems.map { $0.what(lang) }.joined(separator: "\n"))
    }
  }
}

extension Role: ExpressibleByArgument {}
