import Domain

/// What has come to differ from a month's release, old and new side by side. The release itself
/// never changes.
public struct ReleaseDiff: Sendable {
  /// One field of one commitment that differs.
  public struct Difference: Sendable, Equatable {
    public var commitment: String
    public var field: Field
    /// Nil where the commitment was not in the release.
    public var released: Judgement?
    /// Nil where it is no longer judged.
    public var now: Judgement?
  }

  /// What can differ.
  public enum Field: String, Sendable, CaseIterable {
    case presence, state, actual, target, pace, data, proof, light, traces, amendment
  }

  private let format: SheetFormat
  private let width: Int
  private let words: Words
  private let synthetic: String?

  /// - Parameters:
  ///   - width: columns of the screen, for `table`.
  ///   - synthetic: why the data is invented; every form then says that it is.
  public init(
    format: SheetFormat, language: Language = .chinese, width: Int = 120, synthetic: String? = nil
  ) {
    self.format = format
    self.width = width
    self.synthetic = synthetic
    words = Words(language)
  }

  /// Judgements of the same month by what is known now, against the released ones; in the order of
  /// the release, new ones last.
  public static func differences(_ release: Release, _ now: [Judgement]) -> [Difference] {
    let current = Dictionary(now.map { ($0.commitment, $0) }, uniquingKeysWith: { $1 })
    let released = Set(release.judgements.map(\.commitment))
    let changed = release.judgements.flatMap { old -> [Difference] in
      guard let judged = current[old.commitment] else {
        return [.init(commitment: old.commitment, field: .presence, released: old, now: nil)]
      }
      let new = news(of: judged, since: release.known)
      return Field.allCases.filter { differs($0, old, new) }.map {
        Difference(commitment: old.commitment, field: $0, released: old, now: new)
      }
    }
    let added = now.filter { !released.contains($0.commitment) }.map {
      Difference(commitment: $0.commitment, field: .presence, released: nil, now: $0)
    }
    return changed + added
  }

  /// With what was changed of the plan after the release, and nothing before.
  private static func news(of judgement: Judgement, since known: Int) -> Judgement {
    var judgement = judgement
    judgement.turns = judgement.turns?.filter { $0.sequence > known }
    return judgement
  }

  private static func differs(_ field: Field, _ old: Judgement, _ new: Judgement) -> Bool {
    switch field {
    case .presence: false
    case .state: old.state != new.state
    case .actual: old.actual != new.actual || (old.unit != new.unit && new.actual != nil)
    case .target: old.target != new.target
    case .pace: old.pace != new.pace
    case .data: old.data != new.data
    case .proof: old.proof != new.proof
    case .light: old.light != new.light
    case .traces: old.traced != new.traced
    case .amendment: new.turns?.isEmpty == false
    }
  }

  /// - Parameters:
  ///   - titles: of the commitments, by id.
  ///   - departures: what left the plan, so that what is no longer listed says why.
  /// - Throws: ``PublishingFault``, only for workbooks.
  public func bytes(
    _ release: Release, now: [Judgement], titles: [String: String], departures: [Departure] = []
  ) throws -> [UInt8] {
    try DifferenceSheet(
      month: release.month, count: release.judgements.count,
      differences: Self.differences(release, now), titles: titles, departures: departures,
      words: words, synthetic: synthetic
    ).bytes(format, width: width)
  }
}

extension Judgement {
  /// How many records were removed and altered, by kind.
  fileprivate var traced: [Trace.Kind: Int] {
    (traces ?? []).reduce(into: [:]) { $0[$1.kind, default: 0] += $1.count }
  }
}

struct DifferenceSheet: Publication {
  let month: Period
  let count: Int
  let differences: [ReleaseDiff.Difference]
  let titles: [String: String]
  var departures: [Departure] = []
  let words: Words
  let synthetic: String?

  var title: String {
    words("\(month) 发布与现在所知的差异", "Release \(month) against what is known now")
  }

  var tab: String { words("差异", "Differences") }

  /// Changed and unchanged ones of the release add up.
  var summary: [String] {
    let changed = Set(differences.filter { $0.released != nil }.map(\.commitment)).count
    let added = differences.filter { $0.released == nil }.count
    let line = words(
      "发布 \(count) 项 = \(changed) 有差异 + \(count - changed) 无差异",
      "\(count) released = \(changed) differ + \(count - changed) do not")
    return [line] + (added == 0 ? [] : [words("另有新列 \(added) 项", "new besides: \(added)")])
  }

  var screen: Sheet { sheet }
  var whole: Sheet { sheet }

  private var sheet: Sheet {
    let columns: [Sheet.Column] = [
      .init(title: words("编号", "id"), width: 4...8, characters: 8),
      .init(
        title: words("事项", "commitment"), width: 12...40, wraps: true, rank: 8, characters: 32),
      .init(title: words("内容", "what"), width: 6...10, characters: 10),
      .init(title: words("发布时", "as released"), width: 10...30, wraps: true, characters: 20),
      .init(title: words("现在", "now"), width: 10...30, wraps: true, characters: 20),
    ]
    let rows = differences.map { item -> [Cell] in
      [
        .text(item.commitment), Cell(titles[item.commitment]), .text(name(item.field)),
        .text(released(item)), .text(now(item)),
      ]
    }
    return Sheet(columns: columns, groups: [.init(title: "", rows: rows)])
  }

  private func name(_ field: ReleaseDiff.Field) -> String {
    switch field {
    case .presence: words("列入", "listed")
    case .state: words("状态", "state")
    case .actual: words("实际", "actual")
    case .target: words("目标", "target")
    case .pace: words("序时", "pace")
    case .data: words("数据", "data")
    case .proof: words("佐证", "proof")
    case .light: words("灯", "light")
    case .traces: words("留痕", "traces")
    case .amendment: words("计划变更", "amended")
    }
  }

  /// What was changed stands whole on the side of now.
  private func released(_ item: ReleaseDiff.Difference) -> String {
    item.field == .amendment
      ? words("发布时未变", "not changed then")
      : text(item.field, item.released, other: item.now)
  }

  /// What is no longer listed says by which decision it left.
  private func now(_ item: ReleaseDiff.Difference) -> String {
    let left = departures.first { $0.commitment.id == item.commitment }
    guard item.now == nil, let left else {
      return text(item.field, item.now, other: item.released)
    }
    return words.state(left.commitment.state) + words("；", "; ") + left.turn.ground(words.language)
  }

  /// - Parameter other: what stands in the other column, from which a number must be told apart.
  private func text(
    _ field: ReleaseDiff.Field, _ judgement: Judgement?, other: Judgement?
  ) -> String {
    guard let judgement else { return words("未列入", "not listed") }
    let none = words("无", "none")
    switch field {
    case .presence, .state:
      return words.sign(judgement.state) + " " + words.name(judgement.state)
    case .actual:
      let beside = judgement.beside + [other?.actual].compactMap { $0 }
      return amount(judgement.actual, judgement.unit, beside) ?? none
    case .target:
      let beside = [judgement.actual, other?.target].compactMap { $0 }
      return amount(judgement.target, judgement.unit, beside) ?? none
    case .pace:
      let pace = words.pace(judgement.pace)
      return pace.isEmpty ? none : pace
    case .data: return words.data(judgement.data)
    case .proof: return judgement.proof.map(words.proof) ?? none
    case .light: return judgement.light.map(words.light) ?? none
    case .traces:
      let counts = TraceWords(words: words).counts(judgement.traces ?? [])
      return counts.isEmpty ? none : counts
    case .amendment: return TurnWords(words).short(judgement.turns)
    }
  }

  private func amount(_ value: Exact?, _ unit: String, _ beside: [Exact]) -> String? {
    value.map {
      ExactText.shown($0, beside: beside, asPublished: unit == "%")
        + (unit == "%" ? "%" : " " + unit)
    }
  }

  var objects: [JSONValue] {
    differences.map { item in
      .object([
        ("month", .text(month.description)), ("id", .text(item.commitment)),
        ("title", JSONValue(titles[item.commitment])), ("field", .text(item.field.rawValue)),
        ("released", .text(released(item))), ("now", .text(now(item))),
      ])
    }
  }
}
