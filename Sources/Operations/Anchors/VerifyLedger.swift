import Domain
import Tracking

/// Verifies all that can be verified of a ledger: what the store recomputes, the quotes of
/// commitments against the ledger's own copy of the report, signatures, the clock; and says what no
/// verification of it can tell.
public struct VerifyLedger: Sendable {
  private let store: any LedgerStore
  private let watch: LedgerWatch?

  /// - Parameter watch: nil where access data and marks are left alone.
  public init(_ store: any LedgerStore, watch: LedgerWatch? = nil) {
    (self.store, self.watch) = (store, watch)
  }

  /// What came of it.
  public struct Outcome: Sendable, Equatable {
    /// The last entry that was there.
    public var head: LedgerHead
    /// What does not fit.
    public var findings: [LedgerFinding]
    /// What somebody should look at, though it fits.
    public var notes: [Phrase]
    /// What was not and cannot be verified here.
    public var uncovered: [Phrase]
  }

  /// - Parameter progress: gets the number of checks done and of all.
  public func run(progress: Domain.Progress? = nil) throws -> Outcome {
    let look = watch?.look
    let head = LedgerHead(try store.head())
    var outcome = Outcome(
      head: head, findings: try store.findings(progress: progress), notes: [],
      uncovered: uncovered())
    if let books = try? store.books() {
      outcome.findings += try VerifyQuotes(store, books).findings()
      let signatures = CheckSignatures(books, key: watch?.key?.publicKey)
      outcome.findings += signatures.findings
      outcome.notes += signatures.notes
    }
    let times = try store.times()
    outcome.findings += ClockNotes(times).findings
    outcome.notes += ClockNotes(times).notes
    if outcome.findings.isEmpty, let watch, let look { watch.keep(head, look) }
    return outcome
  }

  private func uncovered() -> [Phrase] {
    [
      watch?.key == nil
        ? Phrase(
          "没有密钥文件：密码、令牌、会话、联系方式、备注是否在程序之外被改动，未核验",
          "no key file: whether passwords, tokens, sessions, contacts, notes were changed outside the "
            + "program was not checked") : nil,
      Phrase(
        "存取数据只能看出在程序之外的改动；由别的密钥封存的、整个退回到从前的，以及填写中的草稿，未核验",
        "of access data only changes outside the program are seen; not what another key sealed, not an "
          + "earlier state put back whole, not drafts"),
      Phrase(
        "第一条记账和每份材料当初是否属实，账本本身不能证明",
        "whether the first entry, or any document, was true when it was entered"),
      Phrase(
        "持有账本和密钥的人可以从某一条起整个重写：请把链头抄存在别处，用 --against 比对",
        "whoever has ledger and key can write it anew from some entry on: keep the head elsewhere and "
          + "compare it with --against"),
    ].compactMap(\.self)
  }
}

/// What the clock of the entries says.
struct ClockNotes {
  var findings: [LedgerFinding]
  var notes: [Phrase]

  init(_ times: EntryTimes) {
    findings = times.corrections.compactMap { correction in
      correction.refusal.map { refusal in
        let words = refusal.words
        return LedgerFinding(
          sequence: correction.entry,
          what: Phrase(
            "这一条时钟更正不成立：\(words.chinese)",
            "this correction of the clock does not hold: \(words.english)"))
      }
    }
    notes = times.ahead.map { Self.ahead($0, times) }
    notes += times.corrections.filter { $0.refusal == nil }.map { Self.mended($0, times) }
  }

  private static func ahead(_ range: ClosedRange<Int>, _ times: EntryTimes) -> Phrase {
    let (stamp, next) = (times.stamp(of: range.upperBound), times.stamp(of: range.upperBound + 1))
    return Phrase(
      "第 \(range.lowerBound)–\(range.upperBound) 条的时间（至 \(stamp)）晚于其后一条（\(next)）："
        + "当时时钟走快，或其后被调慢。确系走快的，用 duban clock mend 更正",
      "entries \(range.lowerBound)–\(range.upperBound) bear times (up to \(stamp)) after the next one "
        + "(\(next)): the clock had jumped ahead, or was turned back since. If it had jumped, duban "
        + "clock mend corrects it")
  }

  private static func mended(
    _ correction: (entry: Int, mend: ClockMend, refusal: ClockMend.Refusal?), _ times: EntryTimes
  ) -> Phrase {
    let (mend, counts) = (correction.mend, times.time(of: correction.mend.through))
    return Phrase(
      "第 \(correction.entry) 条更正了第 \(mend.from)–\(mend.through) 条的时间：自称 \(mend.time)，按 \(counts) 算作已知",
      "entry \(correction.entry) corrects the time of \(mend.from)–\(mend.through): said to be "
        + "\(mend.time); they count as known from \(counts)")
  }
}

/// Whether releases are signed, and by whom.
struct CheckSignatures {
  private(set) var findings: [LedgerFinding] = []
  private(set) var notes: [Phrase] = []

  init(_ books: Books, key: String?) {
    for signed in books.signatures { check(signed, books) }
    var own = key
    for signed in books.signatures {
      if let own, own != signed.key { notes.append(Self.other(signed, own)) }
      own = signed.key
    }
    let first = books.signatures.map(\.head.sequence).min() ?? .max
    let unsigned = zip(books.releases, books.releaseHeads).filter { _, head in
      !books.signatures.contains { $0.head == head && $0.isValid }
    }
    findings += unsigned.filter { $0.1.sequence > first }.map { release, head in
      LedgerFinding(
        sequence: head.sequence,
        what: Phrase("\(release.month) 的发布没有签名", "the release of \(release.month) is not signed"))
    }
    let before = unsigned.filter { $0.1.sequence < first }.map(\.0.month.description)
    if !before.isEmpty {
      let months = before.joined(separator: "、")
      notes.append(
        Phrase("开始签名以前的发布没有签名：\(months)", "releases of before anything was signed: \(months)"))
    }
  }

  private mutating func check(_ signed: SignedHead, _ books: Books) {
    guard !signed.isValid || !books.releaseHeads.contains(signed.head) else { return }
    findings.append(
      LedgerFinding(
        sequence: signed.head.sequence, what: Phrase("这一条的签名不符", "the signature of it does not fit")
      ))
  }

  private static func other(_ signed: SignedHead, _ own: String) -> Phrase {
    Phrase(
      "第 \(signed.head.sequence) 条由另一把密钥签署（\(signed.key.prefix(16))…，不是 \(own.prefix(16))…）；若本单位没有换过密钥，请查明",
      "entry \(signed.head.sequence) is signed by another key (\(signed.key.prefix(16))…, not "
        + "\(own.prefix(16))…); find out why unless the office has changed its key")
  }
}
