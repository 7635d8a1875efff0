import ArgumentParser
import Domain
import Storage

/// `duban backup`: a copy of the ledger while it is in use.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "备份账本，使用中也可以。 Copies the ledger while it is in use.")

  @Argument(help: "备份写到哪里；已有的文件不覆盖。 Where to; an existing file is not overwritten.")
  var path: String

  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    try ledger.telling { try ledger.openChecked().backup(to: path) }
  }
}

/// `duban restore`: a verified backup becomes the ledger.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "核验备份，再恢复成账本。 Verifies a backup and makes it the ledger.")

  @Argument(help: "备份文件。 The backup.")
  var path: String

  @Flag(help: "覆盖已有的账本。 Replace a ledger that is there.")
  var overwrite = false

  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    try ledger.telling {
      try SQLiteLedger.restore(from: path, to: ledger.ledger, overwrite: overwrite)
    }
  }
}

/// `duban export`: the whole ledger as plain files.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "把账本写成普通文件。 Writes the whole ledger as plain files.",
    discussion: "含个人信息，只供本单位使用。 Personal data is in it: for the office's own use.")

  @Argument(help: "写到哪个目录。 The folder to write to.")
  var directory: String

  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    try ledger.telling { try ledger.openChecked().export(to: directory) }
  }
}

/// `duban import`: plain files become an equal ledger.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "由导出的文件重建账本。 Rebuilds the ledger from exported files.")

  @Argument(help: "导出的目录。 The exported folder.")
  var directory: String

  @OptionGroup var ledger: LedgerArguments

  func run() throws {
    try ledger.telling { try SQLiteLedger.import(from: directory, to: ledger.ledger) }
  }
}
