import Domain

/// The published figures of a series that were out on the judged date (with hindsight: on the day
/// whose knowledge is used), for a period counted from
/// its first day (1–n months).
struct Figures {
  /// The figure that counts now; of the longest period that is out.
  var latest: Observation?
  /// The period that the commitment is for is covered by `latest`.
  var isWhole = false
  /// An earlier publication for the same period had another value.
  var earlier: Observation?
  /// The last period whose figure should be out by now.
  var due: Period?
  /// The day by which the whole period's figure should be out.
  var wholeDue: Day
  var leftOut: [LeftOut] = []

  /// Whether a figure that should be out is not.
  var isLate: Bool {
    guard let due else { return false }
    return latest.map { $0.period.last < due.last } ?? true
  }

  /// What can be said of the data: until the whole period's figure is out, it is provisional.
  var state: Judgement.DataState {
    guard let latest else { return due == nil ? .noneDue : .late }
    if isLate { return .late }
    if earlier != nil { return .revised }
    switch latest.vintage {
    case .preliminary: return .provisional
    case .final: return isWhole ? .final : .provisional
    case .revised: return .revised
    }
  }
}

/// Picks from the observations of a series.
struct FigurePicker {
  var books: Books
  var evidence: any EvidenceStore

  func pick(_ wanted: Measure.Reported, _ frame: Frame) throws -> Figures {
    let series = books.series[wanted.series]
    let known = try evidence.observations(of: wanted.series, known: frame.known)
      .filter { fits($0, wanted, series) && $0.period.first == frame.window.first }
      .filter { $0.period.last <= frame.window.last }
    let (usable, weak, later) = sort(known, frame)
    var figures = Figures(
      due: due(series, frame), wholeDue: dueDay(frame.window.last, lag: series?.lag ?? 1))
    figures.leftOut = LeftOut.merged([
      LeftOut(reason: .sourceLater, count: later.count, examples: later.prefix(3).map(\.name)),
      LeftOut(reason: .tooWeak, count: weak.count, examples: weak.prefix(3).map(\.name)),
      try recordedLater(known, wanted, series, frame),
    ])
    guard let last = usable.map(\.period.last).max() else { return figures }
    let same = usable.filter { $0.period.last == last }.sorted { $0.isBefore($1) }
    figures.latest = same.last
    figures.isWhole = last == frame.window.last
    figures.earlier = same.dropLast().last { $0.value != same.last?.value }
    return figures
  }

  /// Of the wanted form, price basis and currency; what does not say is the series' own.
  private func fits(
    _ figure: Observation, _ wanted: Measure.Reported, _ series: Series?
  ) -> Bool {
    guard figure.form == wanted.form else { return false }
    let price = wanted.price ?? series?.price
    let currency = wanted.currency ?? series?.currency
    return (price == nil || (figure.price ?? series?.price ?? price) == price)
      && (currency == nil || (figure.currency ?? series?.currency ?? currency) == currency)
  }

  private func sort(
    _ figures: [Observation], _ frame: Frame
  ) -> (usable: [Observation], weak: [Observation], later: [Observation]) {
    var usable: [Observation] = []
    var weak: [Observation] = []
    var later: [Observation] = []
    for figure in figures {
      let source = books.sources[figure.source]
      if figure.published > frame.seen || source.map({ $0.date > frame.seen }) ?? false {
        later.append(figure)
      } else if let source, source.grade >= frame.proof {
        usable.append(figure)
      } else {
        weak.append(figure)
      }
    }
    return (usable, weak, later)
  }

  private func recordedLater(
    _ known: [Observation], _ wanted: Measure.Reported, _ series: Series?, _ frame: Frame
  ) throws -> LeftOut {
    guard frame.known < books.sequence else { return LeftOut(reason: .recordedLater, count: 0) }
    let later = Set(
      try evidence.observations(of: wanted.series, known: .max).filter {
        fits($0, wanted, series) && $0.period.first == frame.window.first
          && $0.period.last <= frame.window.last
      }
    ).subtracting(known).sorted { $0.isBefore($1) }
    return LeftOut(
      reason: .recordedLater, count: later.count, examples: later.prefix(3).map(\.name))
  }

  /// The end of the month that lies `lag` months after a day.
  private func dueDay(_ day: Day, lag: Int) -> Day { day.adding(months: lag).endOfMonth }

  /// The last period from the window's first day whose figure was due on the judged date.
  private func due(_ series: Series?, _ frame: Frame) -> Period? {
    guard let series else { return nil }
    let step = [Series.Cadence.month: 1, .quarter: 3, .year: 12][series.cadence] ?? 1
    var last: Period?
    var end = frame.window.first.adding(months: step - 1).endOfMonth
    while end <= frame.window.last, dueDay(end, lag: series.lag ?? 1) < frame.asOf {
      if !(series.silent ?? []).contains(end.month) { last = Period(frame.window.first, end) }
      end = end.adding(months: step).endOfMonth
    }
    return last
  }
}

extension Observation {
  /// For people: `2023-01..2023-11 初步 2023-12-20`.
  var name: String { "\(period) \(vintage.rawValue) \(published)" }

  /// By publication, then by vintage, then by value, so that any order of recording is judged alike.
  func isBefore(_ other: Observation) -> Bool {
    let order = { (vintage: Vintage) in Vintage.allCases.firstIndex(of: vintage) ?? 0 }
    return (published.number, order(vintage), value.double)
      < (other.published.number, order(other.vintage), other.value.double)
  }
}
