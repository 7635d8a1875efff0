import Domain

/// What does not fit between a ledger and what stands outside of it, or within the ledger itself.
public enum AnchorFault: Fault, Equatable {
  /// The ledger does not fit its own chain.
  case doesNotFit(LedgerFinding)
  /// The ledger ends before an entry that it had.
  case rolledBack(to: Int, from: LedgerHead)
  /// The entry of that number is another.
  case forked(LedgerHead, own: String)
  /// A signature that its key did not make; `what` says of what.
  case wrongSignature(what: Phrase)
  /// Signed, but not by the key of this ledger.
  case otherKey(theirs: String, own: String)
  /// The site to be replaced shows a longer or another chain.
  case siteOfOtherChain(path: String, site: LedgerHead)
  /// A key file that cannot be read or made; `reason` is the system's word or what was expected.
  case badKeyFile(path: String, reason: Phrase)
  /// Neither a head nor a file that carries one.
  case notAnAnchor(String)
  /// A correction of the clock that does not hold.
  case clockDoesNotFit(ClockMend.Refusal)
  /// Material in the ledger is dated after the day of the machine's clock.
  case clockBehind(source: String, date: Day)

  /// The stable code that the documentation explains.
  public var code: FaultCode {
    switch self {
    case .doesNotFit: .doesNotFit
    case .rolledBack: .rolledBack
    case .forked: .forked
    case .wrongSignature: .wrongSignature
    case .otherKey: .otherKey
    case .siteOfOtherChain: .siteOfOtherChain
    case .badKeyFile: .badKeyFile
    case .notAnAnchor: .notAnAnchor
    case .clockDoesNotFit, .clockBehind: .clockDoesNotFit
    }
  }

  /// The file concerned, as it was given.
  public var place: FaultPlace? {
    switch self {
    case .siteOfOtherChain(let path, _), .badKeyFile(let path, _), .notAnAnchor(let path):
      FaultPlace(file: path)
    default: nil
    }
  }

  /// What does not fit and, where it helps, what to do.
  public func sentence(_ language: Language) -> String { words(language) }

  private var words: Phrase {
    switch self {
    case .doesNotFit(let finding):
      Phrase(
        "账本对不上：\(finding.sentence.chinese)。请用 duban verify 查看全部，再用备份恢复。",
        "The ledger does not fit: \(finding.sentence.english). See all with duban verify, then "
          + "restore a backup.")
    case .rolledBack(let last, let head):
      Phrase(
        "账本被退回：原有第 \(head.sequence) 条，现在只到第 \(last) 条。",
        "The ledger was rolled back: it had entry \(head.sequence) and now ends at \(last).")
    case .forked(let head, let own):
      Phrase(
        "账本被改写：第 \(head.sequence) 条的散列原为 \(head.hash)，现在是 \(own)。",
        "The ledger was rewritten: the hash of entry \(head.sequence) was \(head.hash) and is \(own)."
      )
    case .wrongSignature(let what):
      Phrase(
        "签名不符：\(what.chinese)。它不是这把密钥签的，或者签后被改动。",
        "The signature does not fit: \(what.english). Its key did not sign it, or it was changed since."
      )
    case .otherKey(let theirs, let own):
      Phrase(
        "签名用的是另一把密钥：\(theirs)，这个账本的是 \(own)。",
        "It was signed by another key: \(theirs); this ledger's is \(own).")
    case .siteOfOtherChain(_, let site):
      Phrase(
        "原有网站载有第 \(site.sequence) 条（\(site.hash)），这个账本里没有，未替换。"
          + "确实要用这个账本的网站替换它，请加 --replace-other-chain。",
        "The site there rests on entry \(site.sequence) (\(site.hash)), which this ledger does not "
          + "have; it was not replaced. Use --replace-other-chain to do so on purpose.")
    default: wordsOfUse
    }
  }

  private var wordsOfUse: Phrase {
    switch self {
    case .badKeyFile(_, let reason):
      Phrase("密钥文件不能用（\(reason.chinese)）。", "The key file cannot be used (\(reason.english)).")
    case .notAnAnchor:
      Phrase(
        "这里没有账本的锚点；应为“条号:散列”，或载有它的文件（site.json、发布的 json、通报的文字）。",
        "There is no anchor of a ledger here; expected NUMBER:HASH or a file that carries one "
          + "(site.json, a release's json, a bulletin's text).")
    case .clockDoesNotFit(let refusal): refusal.words
    case .clockBehind(let source, let date):
      Phrase(
        "本机时钟早于账本里已有的材料（\(source)，\(date)），请先校准本机时钟。",
        "This machine's clock is before material that the ledger has (\(source), \(date)). Set it right "
          + "first.")
    default: Phrase("", "")
    }
  }
}

extension ClockMend.Refusal {
  /// Why it does not hold, in one or two sentences.
  public var words: Phrase {
    switch self {
    case .noSuchEntries:
      Phrase("账本里没有这些记账，或它们在更正之后。", "The entries are not there, or come after the correction.")
    case .mendedBefore:
      Phrase("其中有记账已经更正过时间。", "The time of some of them was corrected before.")
    case .notAhead(let next):
      Phrase(
        "这些记账的时间没有比其后一条（\(next)）晚一小时以上，不能更正。",
        "They are not more than an hour ahead of the entry after them (\(next)); nothing to correct."
      )
    case .nextIsEarlier(let before, let next):
      Phrase(
        "其后一条（\(next)）早于其前一条（\(before)）：是后来的时钟慢了，不能更正。",
        "The entry after them (\(next)) is before the one before them (\(before)): it is the later clock "
          + "that is slow; nothing is corrected.")
    case .stepDoesNotFit:
      Phrase(
        "时间在其后退回的比在其前跳进的多：是后来的时钟被调慢，不能更正。",
        "Time steps back after them by more than it stepped ahead before them: it is the later clock that "
          + "was turned back; nothing is corrected.")
    case .outside(let before, let next):
      Phrase(
        "真实时间应在\(before.map { " \($0) " } ?? "")至 \(next) 之间。",
        "The true time must lie between \(before.map { "\($0)" } ?? "the start") and \(next).")
    }
  }
}
