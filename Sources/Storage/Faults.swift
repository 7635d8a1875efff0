import Domain

/// What can be wrong with a ledger's file or with what is asked of it, as facts;
/// `Faults+Sentences.swift` has the words. Whatever the fault, the ledger is as it was.
public enum StorageFault: Fault, Equatable {
  /// The file cannot be opened or read; `reason` is the system's word.
  case cannotOpen(file: String, reason: String)
  /// A file that is no ledger.
  case notALedger(file: String)
  /// A ledger of a later version of the program.
  case newer(file: String)
  /// Another program is writing and did not finish in time.
  case locked(file: String)
  /// The ledger was opened for reading only, or its file may not be written.
  case readOnly(file: String)
  case diskFull(file: String)
  /// The file is damaged, or does not fit its own chain.
  case damaged(file: String, reason: Phrase)
  /// An entry of a kind, or with a content, that this program cannot read.
  case entry(sequence: Int, kind: String)
  /// `append` was given a change that brings rows.
  case bringsRows(kind: String)
  /// A registry or series that has not been declared.
  case undeclared(name: String)
  /// A declaration that what is stored does not fit.
  case declaration(registry: String, field: String?, reason: Phrase)
  /// The same key twice in one batch; `row` is its second row, 1-based.
  case duplicateKey(registry: String, key: String, row: Int)
  /// A row whose values do not fit the registry's columns; `column` is nil for their number.
  case row(registry: String, row: Int, column: String?)
  /// A record that is not there.
  case noRecord(registry: String, key: String)
  /// A source or report whose file was not kept before it.
  case noFile(sha256: String)
  /// Something is already where a file or folder was to be made.
  case exists(file: String)
  /// An export that is incomplete or was changed.
  case export(file: String, line: Int?, reason: Phrase)
  /// A question about a column that the registry does not have in that type.
  case question(registry: String, column: String)
  /// A file that is no corpus.
  case notACorpus(file: String)
  /// It cannot be replaced: these programs have it open.
  case inUse(file: String, by: [LedgerHolder])
  /// It cannot be opened: somebody is replacing it.
  case beingReplaced(file: String, by: [LedgerHolder])
  /// The file was replaced, moved or deleted after it was opened; nothing that is written to it now
  /// would be found under its name.
  case replaced(file: String)
  /// The database gave up; `reason` is its word.
  case database(file: String, reason: String)

  /// The stable code of the fault.
  public var code: FaultCode {
    switch self {
    case .cannotOpen: .cannotOpenLedger
    case .notALedger: .notALedger
    case .newer: .newerLedger
    case .locked: .lockedLedger
    case .readOnly: .readOnlyLedger
    case .diskFull: .diskFull
    case .damaged: .damagedLedger
    case .entry: .unknownEntry
    case .bringsRows: .bringsRows
    case .undeclared: .undeclared
    case .declaration: .conflictingDeclaration
    case .duplicateKey: .duplicateKey
    case .row: .rowDoesNotFit
    case .noRecord: .noSuchRecord
    case .noFile: .fileNotKept
    case .exists: .alreadyThere
    case .export: .damagedExport
    case .question: .questionDoesNotFit
    case .notACorpus: .notACorpus
    case .inUse: .ledgerInUse
    case .beingReplaced: .ledgerBeingReplaced
    case .replaced: .ledgerReplaced
    case .database: .databaseFailed
    }
  }

  /// The file, with the line of an export; for a row of an import its registry and row.
  public var place: FaultPlace? {
    switch self {
    case .cannotOpen(let file, _), .notALedger(let file), .newer(let file), .locked(let file),
      .readOnly(let file), .diskFull(let file), .damaged(let file, _), .exists(let file),
      .notACorpus(let file), .database(let file, _), .inUse(let file, _),
      .beingReplaced(let file, _), .replaced(let file):
      FaultPlace(file: file)
    case .export(let file, let line, _): FaultPlace(file: file, line: line)
    case .duplicateKey(let registry, _, let row), .row(let registry, let row, _):
      FaultPlace(file: registry, line: row)
    case .entry, .bringsRows, .undeclared, .declaration, .noRecord, .noFile, .question: nil
    }
  }
}
