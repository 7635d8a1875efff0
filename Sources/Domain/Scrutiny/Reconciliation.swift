/// What an earlier report promised beside what a later one says of it.
///
/// Nothing here is proof: a claim is the government's own word. Ranges are bytes of the texts of the
/// two reports.
public struct Reconciliation: Sendable, Equatable {
  /// The report that promises.
  public var earlier: ReportReading
  /// The report that tells what became of it.
  public var later: ReportReading
  /// In reading order of the promises.
  public var pairs: [PromisePair]

  /// Takes every field as it is; nothing is checked.
  public init(earlier: ReportReading, later: ReportReading, pairs: [PromisePair]) {
    self.earlier = earlier
    self.later = later
    self.pairs = pairs
  }

  /// The place as files name it: `province-shandong` of `province-shandong-2025.txt`.
  public var place: String { earlier.report.placeOfFile }

  /// How many promises there are of each verdict.
  public var tally: [PromisePair.Verdict: Int] {
    pairs.reduce(into: [:]) { $0[$1.verdict, default: 0] += 1 }
  }
}

/// One promise, the words that answer it best, and what follows from the two.
public struct PromisePair: Sendable, Equatable {
  /// What was promised.
  public var promise: Promise
  /// Nil where the later report is silent.
  public var claim: ClaimedWords?
  /// What follows from the two.
  public var verdict: Verdict
  /// Where the later report promises the same again in the same words: bytes of its text.
  public var carried: Range<Int>?
  /// The first year in which it was promised in these words, where that was before this one.
  public var since: Int?
  /// The arithmetic, or the reason.
  public var note: Phrase

  /// What follows from promise and claim; DESIGN.md says where each begins.
  public enum Verdict: String, Sendable, CaseIterable, Codable {
    /// The claim reaches it.
    case kept
    /// Some of several parts, or a state short of the promised one.
    case partly
    /// The claim shows that it was not reached.
    case missed
    /// Something answers, but neither kept nor missed follows.
    case notComparable = "not-comparable"
    /// Nothing in the later report answers.
    case silent
  }

  /// Takes every field as it is; nothing is checked.
  public init(
    promise: Promise, claim: ClaimedWords? = nil, verdict: Verdict, carried: Range<Int>? = nil,
    note: Phrase
  ) {
    self.promise = promise
    self.claim = claim
    self.verdict = verdict
    self.carried = carried
    self.note = note
  }
}

/// A target, or a task that somebody could check, of the earlier report.
public struct Promise: Sendable, Equatable {
  /// The clause: bytes of the earlier report's text.
  public var range: Range<Int>
  /// Whether it is a number, a task, or words.
  public var kind: Kind
  /// Standard name of the indicator, else the report's own; for a task its object.
  public var matter: String

  /// What sort of promise it is, with its place in the reading.
  public enum Kind: Sendable, Equatable {
    /// A number: index into the earlier reading's statements.
    case number(Int)
    /// Index into the earlier reading's tasks.
    case task(Int)
    /// A target without a number (居民收入与经济增长同步).
    case words
  }

  /// Takes every field as it is; nothing is checked.
  public init(range: Range<Int>, kind: Kind, matter: String) {
    self.range = range
    self.kind = kind
    self.matter = matter
  }
}

/// The words of the later report that answer a promise.
public struct ClaimedWords: Sendable, Equatable {
  /// The clause: bytes of the later report's text.
  public var range: Range<Int>
  /// Index into the later reading's statements, where a number answers.
  public var statement: Int?
  /// The words stand in the later report's plan, not in its account of what was done.
  public var isPlan: Bool

  /// Takes every field as it is; nothing is checked.
  public init(range: Range<Int>, statement: Int? = nil, isPlan: Bool = false) {
    self.range = range
    self.statement = statement
    self.isPlan = isPlan
  }
}

extension Report {
  /// The file's name without its ending and the year before it: `province-shandong`.
  public var placeOfFile: String {
    var stem = name[...]
    while let dot = stem.lastIndex(of: "."), dot > stem.startIndex {
      stem = stem[..<dot]
      let tail = stem.suffix(5)
      if tail.utf8.count == 5, tail.utf8.first == 0x2D, Int(tail.dropFirst()) != nil {
        return String(stem.dropLast(5))
      }
    }
    return String(stem)
  }
}

extension PromisePair.Verdict {
  /// The verdict as pages and tables write it.
  public var words: Phrase {
    switch self {
    case .kept: Phrase("兑现", "kept")
    case .missed: Phrase("未达", "missed")
    case .partly: Phrase("部分兑现", "partly")
    case .silent: Phrase("未提及", "silent")
    case .notComparable: Phrase("无法比较", "not comparable")
    }
  }
}
