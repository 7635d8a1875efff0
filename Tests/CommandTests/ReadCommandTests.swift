import Foundation
import Testing

private let plan = """
  某市某区2023年政府工作报告

  二、2023年工作安排

  地区生产总值增长6%，力争新增高新技术企业52家以上。
  """

struct ReadCommandTests {
  @Test func readsAFile() throws {
    let folder = try Folder()
    let result = try Command.run(["read", folder.file("plan.txt", plan)])
    #expect(result.status == 0)
    #expect(result.output.contains("plan.txt"))
    #expect(result.errors.isEmpty)
  }

  @Test func readsStandardInput() throws {
    let result = try Command.run(["read", "-", "--format", "tree"], input: plan)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("Report "))
  }

  @Test(arguments: ["table", "jsonl", "csv", "xlsx", "html", "tree"], [[], ["--tasks"]])
  func writesEveryForm(_ format: String, _ flags: [String]) throws {
    let folder = try Folder()
    let input = try folder.file("plan.txt", plan)
    let out = folder.path + "/out." + format
    let result = try Command.run(["read", input, "--format", format, "--out", out] + flags)
    #expect(result.status == 0)
    #expect(result.output.isEmpty && result.errors.isEmpty)
    #expect(FileManager.default.fileExists(atPath: out))
    #expect(try folder.entries == ["out." + format, "plan.txt"])
  }

  @Test(arguments: [
    ["read"], ["read", "--format", "doc", "x"], ["read", "x", "--year", "23"], ["write"],
    ["read", "-", "-"], ["explain", "x"], ["explain", "x", "--at", "-1"], ["read", "--nope", "x"],
  ])
  func wrongUsageIs64(_ arguments: [String]) throws {
    let result = try Command.run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty && !result.errors.isEmpty)
  }

  @Test func missingFileIs65WithTheFaultInBothLanguages() throws {
    let result = try Command.run(["read", "/nowhere/plan.txt"])
    #expect(result.status == 65)
    #expect(
      result.errors == """
        D101 无法打开（没有这个文件或文件夹）  /nowhere/plan.txt
             cannot be opened (No such file or directory)

        """)
  }

  @Test func oneBadFileKeepsNoneOfTheOthersFromBeingRead() throws {
    let folder = try Folder()
    try folder.file("a.txt", plan)
    try folder.deadLink("b.txt")
    try folder.file("sub/c.txt", plan)
    try folder.file("index.tsv", "no report")
    let result = try Command.run(["read", folder.path, "--format", "tree"])
    #expect(result.status == 65)
    #expect(result.errors.contains("b.txt") && result.errors.hasPrefix("D101"))
    let reports = result.output.split(separator: "\n").filter { $0.hasPrefix("Report ") }
    #expect(reports.count == 2 && reports[0].contains("a.txt") && reports[1].contains("c.txt"))
  }

  @Test func folderWithoutReportsIs65() throws {
    let folder = try Folder()
    try folder.file("picture.png", "")
    let result = try Command.run(["read", folder.path, "--lang", "en"])
    #expect(result.status == 65)
    #expect(result.errors.hasPrefix("D114 the folder holds no report"))
  }

  @Test func orderIsThatOfTheArguments() throws {
    let folder = try Folder()
    let names = ["z.txt", "a.txt", "m.txt"]
    let paths = try names.map { try folder.file($0, plan) }
    let result = try Command.run(["read", "--format", "tree"] + paths)
    let reports = result.output.split(separator: "\n").filter { $0.hasPrefix("Report ") }
    #expect(zip(reports, names).allSatisfy { $0.contains($1) } && reports.count == 3)
  }
}

struct SavingTests {
  @Test func replacesAFileWholeAndLeavesNothingBeside() throws {
    let folder = try Folder()
    let input = try folder.file("plan.txt", plan)
    let out = try folder.file("out.html", "old")
    #expect(try Command.run(["read", input, "--format", "html", "--out", out]).status == 0)
    #expect(try String(contentsOfFile: out, encoding: .utf8).hasPrefix("<!doctype html>"))
    #expect(try folder.entries == ["out.html", "plan.txt"])
  }

  @Test func keepsTheOldFileWhenNothingWasRead() throws {
    let folder = try Folder()
    let out = try folder.file("out.csv", "old")
    #expect(
      try Command.run(["read", "/nowhere.txt", "--format", "csv", "--out", out]).status == 65)
    #expect(try String(contentsOfFile: out, encoding: .utf8) == "old")
  }

  @Test func followsALink() throws {
    let folder = try Folder()
    let input = try folder.file("plan.txt", plan)
    let target = try folder.file("target.csv", "old")
    let link = folder.path + "/link.csv"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    #expect(try Command.run(["read", input, "--format", "csv", "--out", link]).status == 0)
    #expect(try String(contentsOfFile: target, encoding: .utf8) != "old")
    #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: link)) != nil)
  }

  @Test func outputThatCannotBeWrittenIs73() throws {
    let folder = try Folder()
    let input = try folder.file("plan.txt", plan)
    let result = try Command.run(["read", input, "--out", folder.path + "/none/out.txt"])
    #expect(result.status == 73)
    #expect(result.errors.hasPrefix("P101"))
  }

  @Test func writesToADeviceWithoutReplacingIt() throws {
    let folder = try Folder()
    let input = try folder.file("plan.txt", plan)
    #expect(try Command.run(["read", input, "--out", "/dev/null"]).status == 0)
    #expect(try Command.shell("test -c /dev/null").status == 0)
  }

  @Test func saysNothingWhenTheReaderOfAPipeLeaves() throws {
    let folder = try Folder()
    let long = try folder.file("long.txt", String(repeating: plan + "\n", count: 5000))
    let result = try Command.shell("\"$DUBAN\" read '\(long)' --format tree | head -1")
    #expect(result.output.hasPrefix("Report ") && result.errors.isEmpty)
    let deaf = try Command.shell("trap '' PIPE; \"$DUBAN\" read '\(long)' --format tree | head -1")
    #expect(deaf.errors.isEmpty)
  }
}

struct ExplainCommandTests {
  @Test func saysWhereNothingWasRead() throws {
    let folder = try Folder()
    let input = try folder.file("plan.txt", plan)
    let result = try Command.run(["explain", input, "--at", "1"])
    #expect(result.status == 65)
    #expect(result.errors.hasPrefix("O101"))
    let beyond = try Command.run(["explain", input, "--at", "99999"])
    #expect(beyond.status == 65 && beyond.errors.contains("只有"))
  }
}
