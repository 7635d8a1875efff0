import Domain
import GRDB

extension SQLiteLedger {
  /// Checks the file's pages, the chain, and all that is derived from it, in one read transaction.
  /// - Parameter progress: gets the number of checks done and of all.
  /// - Returns: everything that does not fit, in the order of the checks; of one table not more than
  ///   some twenty things.
  public func findings(progress: Progress? = nil) throws -> [LedgerFinding] {
    try telling { try read { try Verification($0, seal: seal, progress: progress).run() } }
  }

  /// Hashes, sources and digests of rows of what came after an entry that was verified.
  public func finding(since head: LedgerHead?) throws -> LedgerFinding? {
    try telling { try read { try RecentCheck(db: $0, head: head).run() } }.first
  }

  /// Faults of a ledger that is too broken to be checked are findings too.
  private func telling(_ body: () throws -> [LedgerFinding]) throws -> [LedgerFinding] {
    do { return try body() } catch StorageFault.damaged(_, let reason) {
      return [LedgerFinding(sequence: nil, what: reason)]
    } catch StorageFault.database(_, let reason) {
      return [.tables(reason)]
    } catch StorageFault.entry(let sequence, _) {
      return [
        LedgerFinding(sequence: sequence, what: Phrase("内容无法读懂", "its content cannot be read"))
      ]
    } catch StorageFault.undeclared(let name) {
      return [
        LedgerFinding(sequence: nil, what: Phrase("没有「\(name)」的声明", "\(name) is not declared"))
      ]
    }
  }
}

extension LedgerFinding {
  /// The tables are not those that the program made.
  static func tables(_ reason: String, registry: String? = nil) -> LedgerFinding {
    LedgerFinding(
      sequence: nil, registry: registry,
      what: Phrase("数据库结构不符（\(reason)）", "the tables do not fit (\(reason))"))
  }
}

/// Does not fit; ends the check that throws it.
struct Mismatch: Error {
  var finding: LedgerFinding

  init(_ sequence: Int?, _ chinese: String, _ english: String) {
    finding = LedgerFinding(sequence: sequence, what: Phrase(chinese, english))
  }
}

/// One run over a ledger. Rows are streamed; memory holds a few words for each entry and removal.
struct Verification {
  let db: Database
  let seal: (any Seal)?
  let progress: Progress?

  init(_ db: Database, seal: (any Seal)?, progress: Progress?) {
    self.db = db
    self.seal = seal
    self.progress = progress
  }

  func run() throws -> [LedgerFinding] {
    // What lies on pages that do not fit cannot be read safely.
    if let page = try checkPages() { return [page] }
    var found = try Self.found { try checkReferences() + foreignObjects() }
    let (account, broken) = try ChainCheck(db).run()
    if let broken { found.append(broken) }
    let checks = self.checks(account)
    for (done, check) in checks.enumerated() {
      found += try Self.found(in: check.registry, check.run)
      progress?(done + 1, checks.count)
    }
    return found
  }

  private func checks(_ account: Account) -> [(
    registry: String?, run: () throws -> [LedgerFinding]
  )] {
    let own: [() throws -> [LedgerFinding]] = [
      {
        try SourceCheck(db: db, account: account).run()
        return []
      },
      { try ObservationCheck(db: db, account: account).run() },
      { try FileCheck(db: db, account: account).run() },
      { try AccessCheck(db: db, seal: seal).run() },
    ]
    return own.map { (nil, $0) }
      + account.tables.keys.sorted().map { name in
        (name, { try RecordCheck(db: db, account: account, name: name).run() })
      }
  }

  /// What a check found; that it could not be carried out is a finding too.
  static func found(in registry: String? = nil, _ check: () throws -> [LedgerFinding]) throws
    -> [LedgerFinding]
  {
    do { return try check() } catch let mismatch as Mismatch { return [mismatch.finding] } catch let
      error as DatabaseError where error.resultCode == .SQLITE_ERROR
    {
      return [.tables(error.message ?? "SQLite", registry: registry)]
    }
  }

  private func checkPages() throws -> LedgerFinding? {
    let result = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
    if result == ["ok"] { return nil }
    let words = result.first ?? ""
    return LedgerFinding(
      sequence: nil,
      what: Phrase("数据库文件的页不符（\(words)）", "pages of the file do not fit (\(words))"))
  }

  private func checkReferences() throws -> [LedgerFinding] {
    var found: [LedgerFinding] = []
    if let row = try Row.fetchOne(db, sql: "PRAGMA foreign_key_check") {
      let table = String.fromDatabaseValue(row[0]) ?? ""
      found.append(
        LedgerFinding(
          sequence: nil,
          what: Phrase("「\(table)」指向不存在的来源", "\(table) refers to a source that is not there")))
    }
    return found
  }

  /// The program makes no triggers or views; one that is there changes what is written or read.
  private func foreignObjects() throws -> [LedgerFinding] {
    try Row.fetchAll(
      db, sql: "SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')"
    ).map { row in
      let (type, name): (String, String) = (row[0], row[1])
      return .tables("\(type) \(name)")
    }
  }
}

/// Looks at what came after an entry that was verified; at everything but pages and files where that
/// entry is not there.
struct RecentCheck {
  let db: Database
  let head: LedgerHead?

  func run() throws -> [LedgerFinding] {
    let known = try isThere() ? head : nil
    let (account, broken) = try ChainCheck(db).run(after: known)
    if let broken { return [broken] }
    let after = known?.sequence ?? 0
    var found: [LedgerFinding] = []
    if after == 0 { found += try Verification.found { try checkSources(account) } }
    found += try Verification.found {
      try ObservationCheck(db: db, account: account, after: after).run()
    }
    for name in account.tables.keys.sorted() where found.isEmpty {
      found += try Verification.found(in: name) {
        try RecordCheck(db: db, account: account, name: name, after: after).run()
      }
    }
    return found
  }

  private func checkSources(_ account: Account) throws -> [LedgerFinding] {
    try SourceCheck(db: db, account: account).run()
    return []
  }

  private func isThere() throws -> Bool {
    guard let head else { return false }
    let hash = try String.fetchOne(
      db, sql: "SELECT hash FROM entry WHERE sequence = ?", arguments: [head.sequence])
    return hash == head.hash
  }
}
