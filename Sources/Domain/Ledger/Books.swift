/// What the ledger's entries amount to at one point: declarations, sources, and every version of
/// every commitment. Derived by folding entries in order; rows of registries are left in the store.
public struct Books: Sendable {
  /// The last entry folded in.
  public private(set) var sequence = 0
  /// Why the data is invented, or nil for a real ledger.
  public private(set) var synthetic: String?
  /// Reports that were adopted, oldest first.
  public private(set) var reports: [Change.ReportFacts] = []
  /// Units in the order in which they were entered, each in its last version.
  public private(set) var units: [WorkUnit] = []
  /// Registries by name, as declared last.
  public private(set) var registries: [String: Registry] = [:]
  /// Series by name, as declared last.
  public private(set) var series: [String: Series] = [:]
  /// Sources by id, each in its last version.
  public private(set) var sources: [String: Source] = [:]
  /// Versions of each commitment, oldest first.
  public private(set) var commitments: [String: [Version]] = [:]
  /// Ids in the order of adoption.
  public private(set) var order: [String] = []
  /// What proves milestones, in the order of entry; one for each milestone, the last that was
  /// entered.
  public private(set) var proofs: [Proof] = []
  /// Every version of every proof with the entry that brought it, oldest first.
  public private(set) var proofVersions: [(proof: Proof, sequence: Int)] = []
  /// The entry that first brought each source.
  public private(set) var sourceSince: [String: Int] = [:]
  /// Every time that a document was given a stronger grade than before, oldest first.
  public private(set) var raises: [Raise] = []
  /// The registries that records of each source went into.
  public private(set) var registriesOfSource: [String: Set<String>] = [:]
  /// Rule sets for lights, one for each name, in the order of entry.
  public private(set) var lights: [LightRules] = []
  /// Rule sets for scores, one for each name, in the order of entry.
  public private(set) var scores: [ScoreRules] = []
  /// Releases, oldest first; a month is released once.
  public private(set) var releases: [Release] = []
  /// The entry that brought each release, in the order of `releases`.
  public private(set) var releaseHeads: [LedgerHead] = []
  /// What the office has signed, oldest first.
  public private(set) var signatures: [SignedHead] = []
  /// Who released each of ``releases`` and when.
  public private(set) var releaseNotes: [Note] = []
  /// The last entry that everybody may know of at once: a release, or the office's signature under
  /// one; 0 before the first.
  public private(set) var published = 0
  /// Versions of every road network with the entry that brought each, oldest first.
  public private(set) var networks: [(network: RoadNetwork, sequence: Int)] = []
  /// Accounts by what they sign in with, closed ones too.
  public private(set) var accounts: [String: Account] = [:]
  /// What the district has set for its own work.
  public private(set) var settings = OfficeSettings()
  /// Who signed for what, and when.
  public private(set) var receipts: [Receipt: Note] = [:]
  /// Versions of each filing, oldest first.
  public private(set) var filings: [Filing.Key: [Noted<Filing>]] = [:]
  /// Steps of closing out, oldest first, by commitment.
  public private(set) var closings: [String: [Noted<Closing>]] = [:]
  /// Versions of each objection, oldest first.
  public private(set) var objections: [String: [Noted<Objection>]] = [:]
  /// Reminders and 督办单 that went out, oldest first.
  public private(set) var notices: [Noted<Notice>] = []
  /// Forms of filings that have arrived, with the filing that each brought.
  public private(set) var forms: [String: Filing.Key] = [:]
  /// Sequences of the entries that can alter a judgement, in order.
  public private(set) var evidence: [Int] = []
  /// When the plan was issued, and versions of what it rests on.
  public private(set) var plan = PlanHistory()

  /// Who entered something and when.
  public struct Note: Sendable, Equatable {
    /// The entry's number.
    public var sequence: Int
    /// When it counts as recorded.
    public var time: Instant
    /// Who entered it.
    public var actor: String
    /// The reason given with it; nil where none was.
    public var reason: String?
  }

  /// A stronger grade for a document that was known by a weaker one: the same id, or the same file.
  public struct Raise: Sendable, Equatable {
    /// The source's id.
    public var source: String
    /// The grade that it had.
    public var from: Grade
    /// The grade that it was given.
    public var to: Grade
    /// Who gave it and when.
    public var note: Note
  }

  /// Something entered, with who and when.
  public struct Noted<Value: Sendable & Equatable>: Sendable, Equatable {
    /// What was entered.
    public var value: Value
    /// Who entered it and when.
    public var note: Note
  }

  /// One version of a commitment.
  public struct Version: Sendable, Equatable {
    /// The commitment, whole.
    public var commitment: Commitment
    /// The decision that the version rests on; nil where nothing moved that needs one.
    public var decision: Decision?
    /// The entry that brought it.
    public var sequence: Int
    /// When that counts as recorded.
    public var time: Instant
    /// Who entered it.
    public var actor: String
    /// The reason given with it; nil where none was.
    public var reason: String?
  }

  /// Books without any entry.
  public init() {}

  /// Folds entries, which are to come in order and from the first one on.
  public init(_ entries: some Sequence<Entry>) {
    for entry in entries { fold(entry) }
  }

  /// Current versions in the order of adoption, those merged, split or withdrawn left out.
  public var active: [Commitment] {
    order.compactMap { commitments[$0]?.last?.commitment }.filter { $0.state == .active }
  }

  /// The version of a network that was known at an entry; of the last declared one where no name is
  /// given.
  public func network(_ name: String?, known: Int = .max) -> RoadNetwork? {
    networks.last { $0.sequence <= known && (name == nil || $0.network.name == name) }?.network
  }

  /// The current version, whatever its state.
  public func commitment(_ id: String) -> Commitment? { commitments[id]?.last?.commitment }

  /// The version whose target was the first one, and the decision of each later target.
  public func targetHistory(_ id: String) -> [Version] {
    (commitments[id] ?? []).reduce(into: []) { history, version in
      if history.last?.commitment.target != version.commitment.target { history.append(version) }
    }
  }

  /// The entry of a month's release, with the office's signature where it has one; nil for a month
  /// that was not released.
  public func anchor(of month: Period) -> Anchor? {
    guard let index = releases.lastIndex(where: { $0.month == month }) else { return nil }
    return anchor(releaseHeads[index])
  }

  /// The entry of the release that was made last; nil before the first.
  public var lastAnchor: Anchor? { releaseHeads.last.map(anchor) }

  private func anchor(_ head: LedgerHead) -> Anchor {
    Anchor(head: head, signed: signatures.last { $0.head == head })
  }

  /// English names of units, by their own names.
  public var unitNames: [String: String] {
    Dictionary(units.compactMap { unit in unit.english.map { (unit.name, $0) } }) { $1 }
  }

  /// Takes in the next entry.
  public mutating func fold(_ entry: Entry) {
    sequence = entry.sequence
    if entry.change.isEvidence { evidence.append(entry.sequence) }
    plan.fold(entry)
    switch entry.change {
    case .synthetic(let why): synthetic = why
    case .report(let facts): reports.append(facts)
    case .unit(let unit): replace(&units, unit) { $0.name == unit.name }
    case .registry(let registry): registries[registry.name] = registry
    case .series(let value): series[value.name] = value
    case .source(let source):
      noteRaise(to: source, entry)
      sources[source.id] = source
      sourceSince[source.id] = sourceSince[source.id] ?? entry.sequence
    case .records(let batch):
      registriesOfSource[batch.source, default: []].insert(batch.registry)
    case .removal, .observations: break
    case .commitment(let commitment, let decision): add(commitment, decision, entry)
    case .proof(let proof):
      proofVersions.append((proof, entry.sequence))
      replace(&proofs, proof) {
        $0.commitment == proof.commitment && $0.milestone == proof.milestone
      }
    case .lights(let rules): replace(&lights, rules) { $0.name == rules.name }
    case .scores(let rules): replace(&scores, rules) { $0.name == rules.name }
    case .release(let release):
      releases.append(release)
      releaseHeads.append(LedgerHead(sequence: entry.sequence, hash: entry.hash))
      releaseNotes.append(Self.note(entry))
      published = entry.sequence
    case .roads(let network): networks.append((network, entry.sequence))
    default: foldWork(entry)
    }
  }

  private static func note(_ entry: Entry) -> Note {
    Note(sequence: entry.sequence, time: entry.time, actor: entry.actor, reason: entry.reason)
  }

  /// How the work is done: nothing here is evidence.
  private mutating func foldWork(_ entry: Entry) {
    let note = Self.note(entry)
    switch entry.change {
    case .account(let account): accounts[account.login] = account
    case .settings(let value): settings = value
    case .receipt(let receipt): receipts[receipt] = receipts[receipt] ?? note
    case .filing(let filing):
      filings[filing.key, default: []].append(Noted(value: filing, note: note))
      if filing.state == .filed { forms[filing.form] = filing.key }
    case .closing(let closing):
      closings[closing.commitment, default: []].append(Noted(value: closing, note: note))
    case .objection(let objection):
      objections[objection.id, default: []].append(Noted(value: objection, note: note))
    case .notice(let notice): notices.append(Noted(value: notice, note: note))
    case .signed(let head):
      signatures.append(head)
      if releaseHeads.contains(head.head) { published = entry.sequence }
    default: break
    }
  }

  /// The last entry up to `known` that can alter a judgement; 0 for none. Two moments with the same
  /// one have the same judgements.
  public func evidence(known: Int) -> Int {
    var (low, high) = (0, evidence.count)
    while low < high {
      let middle = (low + high) / 2
      if evidence[middle] <= known { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : evidence[low - 1]
  }

  /// The weaker grade under which a document is known; nil where it is new or was as strong.
  public func weakerGrade(of source: Source) -> Grade? {
    let same = sources[source.id].map { [$0] } ?? []
    let file =
      source.sha256 == nil
      ? []
      : sources.values.filter { other in
        // The same list, sent again by a body above with its own number, is another document.
        other.sha256 == source.sha256 && (other.issuer == source.issuer || source.number == nil)
      }
    return (same.isEmpty ? file : same).map(\.grade).max().flatMap { $0 < source.grade ? $0 : nil }
  }

  private mutating func noteRaise(to source: Source, _ entry: Entry) {
    guard let from = weakerGrade(of: source) else { return }
    raises.append(
      Raise(
        source: source.id, from: from, to: source.grade,
        note: Note(
          sequence: entry.sequence, time: entry.time, actor: entry.actor, reason: entry.reason)))
  }

  private mutating func add(_ commitment: Commitment, _ decision: Decision?, _ entry: Entry) {
    if commitments[commitment.id] == nil { order.append(commitment.id) }
    commitments[commitment.id, default: []].append(
      Version(
        commitment: commitment, decision: decision, sequence: entry.sequence, time: entry.time,
        actor: entry.actor, reason: entry.reason))
  }

  private func replace<Item>(_ items: inout [Item], _ item: Item, where same: (Item) -> Bool) {
    if let index = items.firstIndex(where: same) { items[index] = item } else { items.append(item) }
  }
}

extension Books {
  /// The same books as everybody may read them: nobody's name, of filings those that were accepted,
  /// of closing out its end, of objections the words that were answered; nothing of who signed in,
  /// signed for or was reminded.
  public var forEverybody: Books {
    var books = self
    (books.accounts, books.receipts, books.notices, books.forms) = ([:], [:], [], [:])
    books.filings = filings.compactMapValues { versions in
      versions.last.flatMap { $0.value.state == .accepted ? [$0.unnamed(Self.published)] : nil }
    }
    books.closings = closings.mapValues { steps in
      steps.filter { $0.value.step.isEnd }.map { $0.unnamed(Self.published) }
    }.filter { !$0.value.isEmpty }
    books.objections = objections.mapValues { versions in
      versions.suffix(1).map { $0.unnamed(Self.published) }
    }
    books.commitments = commitments.mapValues { versions in
      versions.map { version in
        var version = version
        version.actor = ""
        return version
      }
    }
    books.releaseNotes = releaseNotes.map(\.unnamed)
    return books
  }

  private static func published(_ filing: inout Filing) {
    (filing.attachments, filing.reason, filing.form) = ([], nil, "")
  }

  private static func published(_ closing: inout Closing) {
    (closing.attachments, closing.note, closing.method) = ([], "", nil)
  }

  private static func published(_ objection: inout Objection) {
    if objection.state != .answered { (objection.text, objection.answer) = ("", nil) }
  }
}

extension Books.Note {
  fileprivate var unnamed: Books.Note {
    Books.Note(sequence: sequence, time: time, actor: "", reason: nil)
  }
}

extension Books.Noted {
  fileprivate func unnamed(_ edit: (inout Value) -> Void) -> Self {
    var value = value
    edit(&value)
    return Self(value: value, note: note.unnamed)
  }
}
