import ArgumentParser

@main
struct Duban: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duban",
    abstract: "把政府工作报告读成承诺事项。 Reads government work reports into commitments.",
    discussion: """
      退出状态 Exit status: 0; 64 用法有误 wrong usage; 65 有文件无法读取 a document could not be read \
      (the others are); 73 无法写出 the output could not be written.
      """,
    subcommands: [ReadCommand.self, ExplainCommand.self])
}

/// Exit statuses of sysexits.h.
extension ExitCode {
  static let unreadable = ExitCode(65)
  static let cannotCreate = ExitCode(73)
}
