import ArgumentParser

@main
struct Duban: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duban",
    abstract: "把政府的承诺记成账，凭证据查账。 Keeps the accounts of a government's word.",
    discussion: """
      退出状态 Exit status: 0; 64 用法有误 wrong usage; 65 有文件无法读取 a document could not be read \
      (the others are), 或输入不合要求 or input was refused; 73 无法写出 the output could not be \
      written; 74 账本读写失败 the ledger could not be read or written.
      """,
    groupedSubcommands: [
      CommandGroup(
        name: "读报告 Reading:",
        subcommands: [ReadCommand.self, ExplainCommand.self]),
      CommandGroup(
        name: "对照 Comparing:",
        subcommands: [
          ReconcileCommand.self, AuditCommand.self, LintCommand.self, CorpusCommand.self,
        ]),
      CommandGroup(
        name: "到达 Travel times:", subcommands: [CircleCommand.self, RoadsCommand.self]),
      CommandGroup(
        name: "记账 Accounts:",
        subcommands: [
          PlanCommand.self, RegistryCommand.self, DataCommand.self, ProofCommand.self,
          LightsCommand.self, PackCommand.self, DemoCommand.self,
        ]),
      CommandGroup(
        name: "查账 Judging:",
        subcommands: [
          JudgeCommand.self, ShowCommand.self, ReleaseCommand.self, BulletinCommand.self,
          QuarterlyCommand.self, AssessCommand.self,
        ]),
      CommandGroup(
        name: "网站 The web:",
        subcommands: [ServeCommand.self, PublishCommand.self, AccountCommand.self]),
      CommandGroup(
        name: "账本 The ledger:",
        subcommands: [
          VerifyCommand.self, KeyCommand.self, ClockCommand.self, BackupCommand.self,
          RestoreCommand.self, ExportCommand.self,
          ImportCommand.self,
        ]),
    ])
}

/// Exit statuses of sysexits.h.
extension ExitCode {
  static let unreadable = ExitCode(65)
  static let cannotCreate = ExitCode(73)
}
