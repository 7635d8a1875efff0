import Domain

/// Picks from the observations of a series.
struct FigurePicker {
  var books: Books
  var evidence: any EvidenceStore

  /// Whose ledger it is, as the issuers of figures name it.
  private var place: String? { books.reports.last?.place }

  func pick(_ wanted: Measure.Reported, _ frame: Frame) throws -> Figures {
    let series = books.series[wanted.series]
    let all = try evidence.observations(of: wanted.series, known: frame.known)
    let basis = FigureBasis(wanted, series, all)
    let known = all.filter { lies($0, wanted, frame) }
    let sorted = sort(known.filter { basis.answer(of: $0) != .other }, basis, series, frame)
    var figures = Figures(
      due: due(series, frame), wholeDue: dueDay(frame.window.last, lag: series?.lag ?? 1))
    figures.leftOut = LeftOut.merged(
      sorted.leftOut + [try recordedLater(known, wanted, basis, frame)])
    figures.others = sorted.others
    if let last = sorted.usable.map(\.period.last).max() {
      let same = sorted.usable.filter { $0.period.last == last }
      settle(&figures, same, series)
      figures.isWhole = figures.latest != nil && last == frame.window.last
    }
    return figures
  }

  /// Of the figures of one period the weightiest counts; where two of the same weight differ, none.
  private func settle(_ figures: inout Figures, _ same: [Observation], _ series: Series?) {
    let ordered = same.sorted { $0.isBefore($1) }
    guard let last = ordered.last else { return }
    let weightiest = ordered.filter { $0.weighs(as: last) }
    let rank = { (figure: Observation) in self.rank(of: figure, series) }
    let first = weightiest.map(rank).min() ?? 0
    let top = weightiest.filter { rank($0) == first }
    let values = Set(top.map(\.value))
    if values.count > 1 {
      figures.contradictory = top
      return
    }
    figures.latest = top.last
    let before = ordered.filter { !$0.weighs(as: last) && $0.published <= last.published }
    figures.earlier = before.last { $0.value != last.value }
    figures.disputed =
      (weightiest.filter { rank($0) != first } + ordered.filter { $0.published > last.published })
      .filter { $0.value != figures.latest?.value }
  }

  /// The place of a figure's publisher in the series' list.
  private func rank(of figure: Observation, _ series: Series?) -> Int {
    let issuer = Issuer(figure.publisher ?? "")
    return series?.publishers.firstIndex { issuer.isBody($0, of: place) } ?? 0
  }

  private func lies(_ figure: Observation, _ wanted: Measure.Reported, _ frame: Frame) -> Bool {
    figure.form == wanted.form && figure.period.first == frame.window.first
      && figure.period.last <= frame.window.last
  }

  /// What is out and may count, with what may not, each by its reason.
  private struct Sorted {
    var usable: [Observation] = []
    var others: [Observation] = []
    var leftOut: [LeftOut] = []
  }

  private func sort(
    _ figures: [Observation], _ basis: FigureBasis, _ series: Series?, _ frame: Frame
  ) -> Sorted {
    var sorted = Sorted()
    var refused: [LeftOut.Reason: [Observation]] = [:]
    for figure in figures {
      guard let reason = refusal(figure, basis, series, frame) else {
        sorted.usable.append(figure)
        continue
      }
      refused[reason, default: []].append(figure)
    }
    sorted.others = refused[.otherPublisher] ?? []
    sorted.leftOut = refused.map { reason, figures in
      LeftOut(reason: reason, count: figures.count, examples: figures.prefix(3).map(\.name))
    }
    return sorted
  }

  private func refusal(
    _ figure: Observation, _ basis: FigureBasis, _ series: Series?, _ frame: Frame
  ) -> LeftOut.Reason? {
    let source = books.sources[figure.source]
    if figure.published > frame.seen || source.map({ $0.date > frame.seen }) ?? false {
      return .sourceLater
    }
    if !isPublished(figure, source, series) { return .otherPublisher }
    if basis.answer(of: figure) == .unstated { return .basisUnstated }
    return source.map { $0.grade >= frame.proof } == true ? nil : .tooWeak
  }

  /// Whether the figure, and the document that it comes from, are by who publishes the series;
  /// where none is declared, by a statistics body, or by nobody of the place itself.
  private func isPublished(_ figure: Observation, _ source: Source?, _ series: Series?) -> Bool {
    let names = [figure.publisher, source?.issuer].compactMap { $0 }.filter { !$0.isEmpty }
    let declared = series?.publishers ?? []
    return names.map(Issuer.init).allSatisfy { issuer in
      guard declared.isEmpty else { return declared.contains { issuer.isBody($0, of: place) } }
      return issuer.isStatisticsBody
        || !books.units.contains { issuer.isUnit($0.name, of: place) }
    }
  }

  private func recordedLater(
    _ known: [Observation], _ wanted: Measure.Reported, _ basis: FigureBasis, _ frame: Frame
  ) throws -> LeftOut {
    guard frame.known < books.sequence else { return LeftOut(reason: .recordedLater, count: 0) }
    let later = Set(
      try evidence.observations(of: wanted.series, known: .max).filter {
        lies($0, wanted, frame) && basis.answer(of: $0) != .other
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

/// Whether figures are of the currency and price basis that is asked for.
struct FigureBasis {
  private let wanted: Measure.Reported
  private let series: Series?
  /// Whether figures of the series say another than the one that is asked for.
  private let hasOtherPrice: Bool
  private let hasOtherCurrency: Bool

  init(_ wanted: Measure.Reported, _ series: Series?, _ figures: [Observation]) {
    self.wanted = wanted
    self.series = series
    let price = wanted.price ?? series?.price
    let currency = wanted.currency ?? series?.currency
    let own = figures.filter { $0.form == wanted.form }
    hasOtherPrice = own.contains { $0.price != nil && $0.price != price }
    hasOtherCurrency = own.contains { $0.currency != nil && $0.currency != currency }
  }

  enum Answer { case fits, other, unstated }

  /// What does not say is the series' own, unless the measure asks for one and the series has both
  /// or declares none.
  func answer(of figure: Observation) -> Answer {
    let answers = [
      answer(figure.price, wanted.price, series?.price, hasOtherPrice),
      answer(figure.currency, wanted.currency, series?.currency, hasOtherCurrency),
    ]
    return answers.contains(.other) ? .other : answers.contains(.unstated) ? .unstated : .fits
  }

  private func answer<Basis: Equatable>(
    _ stated: Basis?, _ asked: Basis?, _ declared: Basis?, _ hasOther: Bool
  ) -> Answer {
    guard let basis = asked ?? declared else { return .fits }
    if let stated { return stated == basis ? .fits : .other }
    guard asked != nil else { return .fits }
    guard let declared, !hasOther else { return .unstated }
    return declared == basis ? .fits : .other
  }
}

extension Observation {
  /// For people: `2023-01..2023-11 初步 2023-12-20`.
  var name: String { "\(period) \(vintage.rawValue) \(published)" }

  /// Final and revised figures before preliminary ones, then by publication, then by vintage, then
  /// by value, so that any order of recording is judged alike: 初步 never covers 最终.
  func isBefore(_ other: Observation) -> Bool {
    (weight, published.number, order, value) < (
      other.weight, other.published.number, other.order, other.value
    )
  }

  /// As weighty as another figure of its period: only their values could tell which counts.
  func weighs(as other: Observation) -> Bool {
    weight == other.weight && published == other.published && vintage == other.vintage
  }

  private var weight: Int { vintage == .preliminary ? 0 : 1 }
  private var order: Int { Vintage.allCases.firstIndex(of: vintage) ?? 0 }
}
