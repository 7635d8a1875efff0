import Domain
import GRDB

extension SQLiteLedger {
  /// Checks the file's pages, the chain, and all that is derived from it, in one read transaction.
  /// - Parameter progress: gets the number of checks done and of all.
  /// - Returns: the first entry that does not fit, or nil.
  public func verify(progress: Progress? = nil) throws -> LedgerFinding? {
    do {
      return try read { try Verification($0, progress: progress).run() }
    } catch StorageFault.damaged(_, let reason) {
      return LedgerFinding(sequence: nil, what: reason)
    } catch StorageFault.database(_, let reason) {
      return LedgerFinding(
        sequence: nil, what: Phrase("数据库结构不符（\(reason)）", "the tables do not fit (\(reason))"))
    } catch StorageFault.entry(let sequence, _) {
      return LedgerFinding(sequence: sequence, what: Phrase("内容无法读懂", "its content cannot be read"))
    } catch StorageFault.undeclared(let name) {
      return LedgerFinding(sequence: nil, what: Phrase("没有「\(name)」的声明", "\(name) is not declared"))
    }
  }
}

/// Does not fit; ends the verification.
struct Mismatch: Error {
  var finding: LedgerFinding

  init(_ sequence: Int?, _ chinese: String, _ english: String) {
    finding = LedgerFinding(sequence: sequence, what: Phrase(chinese, english))
  }
}

/// One run over a ledger. Rows are streamed; memory holds a few words for each entry and removal.
struct Verification {
  let db: Database
  let progress: Progress?

  init(_ db: Database, progress: Progress?) {
    self.db = db
    self.progress = progress
  }

  func run() throws -> LedgerFinding? {
    do {
      try checkPages()
      let account = try ChainCheck(db).run()
      let tables = account.tables.keys.sorted()
      let checks: [() throws -> Void] =
        [
          { try SourceCheck(db: db, account: account).run() },
          { try ObservationCheck(db: db, account: account).run() },
          { try FileCheck(db: db, account: account).run() },
        ]
        + tables.map { name in { try RecordCheck(db: db, account: account, name: name).run() } }
      for (done, check) in checks.enumerated() {
        try check()
        progress?(done + 1, checks.count)
      }
      return nil
    } catch let mismatch as Mismatch { return mismatch.finding }
  }

  private func checkPages() throws {
    let result = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
    guard result == ["ok"] else {
      let words = result.first ?? ""
      throw Mismatch(nil, "数据库文件的页不符（\(words)）", "pages of the file do not fit (\(words))")
    }
    if let row = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
      let table: String = row[0]
      throw Mismatch(nil, "「\(table)」指向不存在的来源", "\(table) refers to a source that is not there")
    }
  }
}
