import Domain

/// A reading with what adoption asks of its words and places.
struct ReportWords {
  let reading: ReportReading
  private let sha256: String
  private let scalars: ScalarIndex
  /// Headlines by the statement that they repeat.
  private let restating: [Int: [Statement]]

  init(_ reading: ReportReading, report: String) {
    self.reading = reading
    sha256 = report
    scalars = ScalarIndex(reading.report.text, count: reading.report.sourceCount)
    restating = Dictionary(grouping: reading.statements.filter { $0.restates != nil }) {
      $0.restates ?? 0
    }
  }

  private var report: Report { reading.report }

  // MARK: Places

  /// Its own clause first, then those of the headlines that repeat it.
  func origins(of statement: Statement) -> [Commitment.Origin] {
    ([statement] + (restating[statement.id] ?? [])).map {
      origin($0.clause, $0.sentence, $0.passage)
    }
  }

  func origin(_ range: Range<Int>, _ sentence: Range<Int>, _ passage: Int) -> Commitment.Origin {
    let source = report.source(of: range)
    let start = scalars.scalars(before: source.lowerBound)
    return Commitment.Origin(
      report: sha256, start: start,
      end: max(start, scalars.scalars(before: source.upperBound)), quote: oneLine(source),
      sentence: oneLine(sentence), section: section(passage))
  }

  private func section(_ passage: Int) -> String? {
    guard report.passages.indices.contains(passage), let section = report.passages[passage].section
    else { return nil }
    let path = report.path(of: section).map { $0.label + $0.title }.joined(separator: " / ")
    return path.isEmpty ? nil : path
  }

  /// Mended words without line breaks.
  func oneLine(_ range: Range<Int>) -> String {
    String(report.string(range).split { $0.isNewline }.joined())
  }

  // MARK: Words

  /// How well a statement fits, or nil when it does not.
  func fit(_ statement: Statement, _ reads: Template.Reads) -> Fit? {
    guard reads.relation == nil || reads.relation == statement.relation,
      reads.units?.contains(statement.unit) ?? true
    else { return nil }
    let own = statement.indicator + (statement.action ?? "")
    let all = own + oneLine(statement.clause)
    guard reads.words.allSatisfy(all.contains), !(reads.without ?? []).contains(where: all.contains)
    else { return nil }
    let hits = reads.words.filter(own.contains)
    let length = hits.reduce(0) { $0 + $1.unicodeScalars.count }
    return Fit(hits: hits.count, rest: statement.indicator.unicodeScalars.count - length)
  }

  func fits(_ task: WorkTask, _ reads: Template.Reads) -> Bool {
    let all = oneLine(task.range) + task.verb + task.object + (task.project ?? "")
    return reads.words.allSatisfy(all.contains)
      && !(reads.without ?? []).contains(where: all.contains)
  }
}

/// More words of one's own fit better; so does less beside them.
struct Fit: Comparable {
  var hits: Int
  var rest: Int

  static func < (a: Fit, b: Fit) -> Bool { (a.hits, -a.rest) < (b.hits, -b.rest) }
}
