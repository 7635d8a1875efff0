import Domain

/// For which days, on which day, and with what known a measure is taken.
struct Frame {
  var commitment: String
  /// From the first day of the period to the deadline.
  var window: Period
  var asOf: Day
  var known: Int
  /// Sources that are dated later do not count.
  var seen: Day
  var proof: Grade
  /// The day by which evidence of the period is in.
  var settles: Day
  /// Entries that came as news of the period.
  var news: ClosedRange<Int>?
  /// The numbers that the value is held against, in the measure's unit; none for a part of it.
  var beside: [Exact] = []

  init(_ commitment: Commitment, asOf: Day, known: Int, seen: Day, news: ClosedRange<Int>? = nil) {
    self.commitment = commitment.id
    let last = max(commitment.period.first, min(commitment.period.last, commitment.deadline))
    window = Period(commitment.period.first, last) ?? commitment.period
    self.asOf = asOf
    self.known = known
    self.seen = seen
    proof = commitment.proof ?? .departmental
    self.news = news
    settles = commitment.deadline.adding(months: (commitment.settles ?? 0) + 1)
  }

  /// The day on which what is valid is counted.
  var day: Day { min(asOf, window.last) }

  var scope: Question.Scope {
    Question.Scope(
      asOf: asOf, known: known, seen: seen, proof: proof, newsSince: news?.lowerBound,
      newsUntil: news?.upperBound)
  }

  /// For a measure that is a part of another.
  var inner: Frame {
    var frame = self
    frame.beside = []
    return frame
  }

  /// The same days one year before, as far as they have gone by.
  var yearBefore: Frame {
    var frame = self
    let gone = Period(window.first, max(window.first, day)) ?? window
    frame.window = gone.yearBefore
    frame.settles = settles.adding(months: -12)
    (frame.news, frame.beside) = (nil, [])
    return frame
  }
}

/// What a measure gives: a value with everything that explains it.
struct Measured {
  /// In `unit`; nil where there is nothing to measure.
  var value: Exact?
  var unit: String
  var grades: [Grade: Int] = [:]
  var leftOut: [LeftOut] = []
  var lines: [Phrase] = []
  var traces: [Trace] = []
  var findings: [Finding] = []
  var figures: Figures?
  /// Why there is no value.
  var missing: Phrase?

  /// The weakest grade that decides.
  var proof: Grade? { grades.filter { $0.value > 0 }.keys.min() }

  /// Takes over what explains another value, but not the value.
  mutating func explain(by other: Measured) {
    grades.merge(other.grades, uniquingKeysWith: +)
    leftOut = LeftOut.merged(leftOut + other.leftOut)
    lines += other.lines
    traces = (traces + other.traces).merged
    findings += other.findings
    missing = missing ?? other.missing
    figures = figures ?? other.figures
  }
}

extension LeftOut {
  /// One line for each reason, none without a record, in the order of the reasons.
  static func merged(_ items: [LeftOut]) -> [LeftOut] {
    Reason.allCases.compactMap { reason in
      let same = items.filter { $0.reason == reason }
      let count = same.reduce(0) { $0 + $1.count }
      guard count > 0 else { return nil }
      return LeftOut(
        reason: reason, count: count, examples: Array(same.flatMap(\.examples).prefix(3)))
    }
  }

  var words: Phrase {
    let why: Phrase
    switch reason {
    case .outsidePeriod: why = Phrase("发生在期外", "lie outside the period")
    case .recordedLater: why = Phrase("在研判日之后才录入", "were recorded after the judged date")
    case .sourceLater: why = Phrase("佐证晚于研判日", "rest on a source after the judged date")
    case .tooWeak: why = Phrase("佐证等级不够", "rest on too weak a source")
    case .sameThing: why = Phrase("与已计的是同一个", "are the same thing again")
    case .notFirst: why = Phrase("期前已经有过，不是首次", "came before the period and are no first")
    case .notYetThere: why = Phrase("已报告但尚未办成", "are reported but not there yet")
    case .otherPublisher:
      why = Phrase("不是该指标公布机构的数", "are figures of somebody who does not publish them")
    case .basisUnstated:
      why = Phrase("未写明币种或价格口径", "do not say their currency or price basis")
    case .doubtful: why = Phrase("有疑点，口径写明不计", "are in doubt, which the measure does not count")
    case .otherKind: why = Phrase("文件种类不能证明这件事", "rest on a document of another kind")
    }
    return Phrase("未计入 \(count) 条：\(why.chinese)", "left out \(count): they \(why.english)")
  }
}
