import ArgumentParser
import Domain
import Foundation
import Operations
import Storage

/// Which ledger, who works on it, and in which language it answers.
struct LedgerArguments: ParsableArguments {
  @Option(help: "账本文件；否则用 DUBAN_LEDGER，再否则 duban.ledger。 The ledger's file.")
  var ledger: String = ProcessInfo.processInfo.environment["DUBAN_LEDGER"] ?? "duban.ledger"

  @Option(help: "密钥文件；否则用 DUBAN_KEY，再否则账本文件名加 .key。 The key's file, outside the ledger.")
  var key: String?

  @Option(help: "输出语言 zh 或 en。 Language of titles and words.")
  var lang: Language = .chinese

  /// Where the office's key is.
  var keyPath: String {
    key ?? ProcessInfo.processInfo.environment["DUBAN_KEY"] ?? OfficeKey.path(besides: ledger)
  }

  /// Opens it; it is made at first use, and so is the office's key.
  func open() throws -> SQLiteLedger {
    let key: OfficeKey
    do { key = try OfficeKey.make(keyPath) } catch {
      // What is wrong with the ledger itself says more.
      try SQLiteLedger(path: ledger).close()
      throw error
    }
    do { return try SQLiteLedger(path: ledger, seal: key) } catch {
      if key.isNew { unlink(keyPath) }
      throw error
    }
  }

  /// Opens it to be changed, as the server does: whatever is decided is written on top of the books
  /// that it was decided on.
  func office() throws -> Office {
    let store = try open()
    return Office(store, access: store, watch: watch(store))
  }

  /// Opens one that is there; nothing is made or changed.
  func openToRead() throws -> SQLiteLedger {
    try SQLiteLedger(path: ledger, readOnly: true, seal: try OfficeKey.read(keyPath))
  }

  /// The same, with what was entered since the last time checked first.
  func openChecked() throws -> SQLiteLedger {
    let store = try openToRead()
    try watch(store).check()
    return store
  }

  /// Keeps watch over an open ledger with the office's key.
  func watch(_ store: SQLiteLedger) -> LedgerWatch {
    LedgerWatch(store, path: ledger, key: store.seal)
  }

  /// Carries out `work` and tells a fault in the user's language.
  func telling(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let fault as any Fault {
      Screen.tell(fault, lang)
      throw ExitCode(fault)
    } catch let list as any FaultList {
      for fault in list.all { Screen.tell(fault, lang) }
      throw ExitCode.unreadable
    }
  }
}

/// Who changes the ledger, and why.
struct AuthorArguments: ParsableArguments {
  @Option(help: "经办人；否则为登录名。 Who does it; the login name by default.")
  var actor: String = NSUserName()

  @Option(help: "理由。 Why.")
  var reason: String?

  var caller: Caller { .commandLine(actor) }
}

/// The decision by which what can move a verdict changes once the plan is issued.
struct DecisionArguments: ParsableArguments {
  @Option(help: "决定所在的文件，名称或文号。 The document that decides.")
  var document: String?

  @Option(help: "作出决定的机关。 Who decided.")
  var authority: String?

  @Option(
    name: [.customLong("date"), .customLong("decided")], help: "决定的日期。 The day of the decision.")
  var date: Day?

  func validate() throws {
    let given = [document != nil, authority != nil, date != nil]
    guard Set(given).count == 1 else {
      throw ValidationError(
        "决定要写全：--document、--authority、--date / a decision needs all three")
    }
  }

  /// Nil where none is given.
  var decision: Decision? {
    guard let document, let authority, let date else { return nil }
    return Decision(document: document, authority: authority, date: date)
  }
}

/// The document that evidence comes from.
struct SourceArguments: ParsableArguments {
  @Option(help: "材料出自谁。 Who issued the document.")
  var issuer: String

  @Option(help: "材料的日期，如 2023-11-15。 The day that the document bears.")
  var date: Day

  @Option(help: "等级：自报、部门台账、统计发布、验收或第三方。 How strong it is.")
  var grade: Grade = .departmental

  @Option(help: "材料的名称；否则为文件名。 Its title; the file's name by default.")
  var title: String?

  @Option(help: "材料的编号；否则取自 SHA-256。 Its id; made from its SHA-256 by default.")
  var sourceID: String?

  @Option(help: "网址。 Where it can be found.")
  var address: String?

  @Option(help: "文号、备案号、证书号。 The number that its issuer gave it.")
  var number: String?

  @Option(
    help: "文件种类：批复、备案表、验收、许可证、合同、发票、证书、公告、认定、请示、方案、通知、会议纪要、照片、其他；否则看名称。 What kind of document."
  )
  var kind: DocumentKind?
}

extension ExitCode {
  static let failedIO = ExitCode(74)

  /// 73 where nothing could be written, 74 where the ledger failed, else 65.
  init(_ fault: any Fault) {
    switch fault.code.rawValue.first {
    case "P": self = .cannotCreate
    case "S": self = .failedIO
    default: self = .unreadable
    }
  }
}

extension Day: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Period: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Grade: ExpressibleByArgument {
  public init?(argument: String) {
    guard let grade = Grade.allCases.first(where: { $0.chinese == argument }) else { return nil }
    self = grade
  }

  public var defaultValueDescription: String { chinese }
  public static var allValueStrings: [String] { allCases.map(\.chinese) }
  public static var allValueDescriptions: [String: String] {
    Dictionary(uniqueKeysWithValues: allCases.map { ($0.chinese, $0.english) })
  }
}

extension DocumentKind: ExpressibleByArgument {
  public init?(argument: String) { self.init(rawValue: argument) }
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}

extension Day {
  /// Today in China.
  static var today: Day {
    Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000)).day
  }
}
