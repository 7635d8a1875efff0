import ArgumentParser
import Domain
import Operations
import Publishing
import Storage

/// `duban bulletin`: a month's bulletin as docx.
struct BulletinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bulletin", abstract: "月度通报（docx、xlsx）。 A month's bulletin as docx or xlsx.")

  @Argument(help: "月份，如 2023-11。 The month.")
  var month: Period

  @Option(help: "docx 或 xlsx。")
  var format: LetterFormat = .docx

  @Option(help: "写入的文件。 The file to write.")
  var out: String

  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    try ledger.telling {
      let (letters, caller, frame) = try LetterOffice.open(ledger)
      let page = try letters.bulletin(month, by: caller)
      try Output.write(
        format == .docx ? page.document(frame) : page.workbook(frame), to: out)
    }
  }
}

/// `duban quarterly`: the quarterly table in the office's own columns.
struct QuarterlyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quarterly",
    abstract: "季度公开表（docx、xlsx）。 The quarterly table as docx or xlsx.")

  @Argument(help: "季度，如 2023Q4。 The quarter.")
  var quarter: String

  @Option(help: "docx 或 xlsx。")
  var format: LetterFormat = .docx

  @Option(help: "写入的文件。 The file to write.")
  var out: String

  @OptionGroup var ledger: LedgerArguments

  func validate() throws {
    guard MakeLetters.quarter(quarter) != nil else {
      throw ValidationError("季度应如 2023Q4 / a quarter is written 2023Q4")
    }
  }

  func run() throws {
    try ledger.telling {
      let (letters, caller, frame) = try LetterOffice.open(ledger)
      let page = try letters.quarterly(MakeLetters.quarter(quarter), by: caller)
      try Output.write(
        format == .docx ? page.document(frame) : page.workbook(frame), to: out)
    }
  }
}

/// What an office program opens.
enum LetterFormat: String, CaseIterable, ExpressibleByArgument { case docx, xlsx }

/// The command line works as the supervision office does.
private enum LetterOffice {
  static func open(_ ledger: LedgerArguments) throws -> (MakeLetters, Caller, Frame) {
    let store = try ledger.openChecked()
    let office = Office(store, access: store)
    let caller = Caller(Account(login: "cli", name: "", role: .supervisor))
    let books = try office.books()
    let report = books.reports.last
    let frame = Frame(
      language: ledger.lang, place: report?.place, year: report?.year, asOf: office.today,
      today: office.today, caller: caller, links: .served(ledger.lang),
      synthetic: books.synthetic)
    return (MakeLetters(office), caller, frame)
  }
}
