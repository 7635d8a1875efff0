import Documents
import Domain
import Reconciling

/// Reads many reports into one table for researchers; documents are read a few at a time, so that
/// memory does not grow with their number.
public struct BuildCorpus: Sendable {
  private let reader: ReadReports
  private let dictionary: IndicatorDictionary

  /// - Throws: a `Fault` where a table that is built into the program is damaged.
  public init(options: DocumentOptions = DocumentOptions()) throws {
    reader = try ReadReports(options: options, wantsTasks: false)
    dictionary = try IndicatorDictionary.builtIn()
  }

  /// The indicators whose standard names rows bear.
  public var indicators: [Indicator] { dictionary.indicators }

  /// Documents that are read before the next are begun.
  private static let batch = 64

  /// Gives the reports of files and folders in their order, a batch at a time.
  ///
  /// - Parameters:
  ///   - take: what to do with a batch.
  ///   - failed: told of every document that cannot be read; the others are read all the same.
  public func run(
    _ paths: [String], progress: Progress? = nil, failed: (any Fault) -> Void,
    take: ([CorpusReport]) throws -> Void
  ) async throws {
    let sources = DocumentList.expanded(paths)
    var done = 0
    for start in stride(from: 0, to: sources.count, by: Self.batch) {
      let batch = Array(sources[start..<min(start + Self.batch, sources.count)])
      let outcomes = await inParallel(batch) { source in corpusReport(source) }
      done += batch.count
      progress?(done, sources.count)
      var reports: [CorpusReport] = []
      for outcome in outcomes {
        switch outcome {
        case .success(let report): reports.append(report)
        case .failure(let fault): failed(fault.fault)
        }
      }
      try take(reports)
    }
  }

  private struct Failure: Error { var fault: any Fault }

  private func corpusReport(
    _ source: Result<ByteSource, OperationFault>
  ) -> Result<CorpusReport, Failure> {
    switch source {
    case .failure(let fault): return .failure(Failure(fault: fault))
    case .success(let source):
      switch reader.read(source) {
      case .failed(let fault): return .failure(Failure(fault: fault))
      case .read(let reading): return .success(CorpusReport(reading) { dictionary.find($0)?.name })
      }
    }
  }
}

extension CorpusReport {
  /// Everything that a corpus keeps of a reading.
  init(_ reading: ReportReading, _ standard: (Statement) -> String?) {
    let report = reading.report
    let place = report.place
    let division = place.flatMap { Divisions.builtIn.find($0) }
    self.init(
      file: report.name, place: place, code: division?.code,
      level: place.flatMap { Divisions.builtIn.level($0) }, year: report.year, kind: report.kind,
      title: report.title)
    let scalars = ScalarIndex(report.text, count: report.sourceCount)
    var indices: [Range<Int>: Int] = [:]
    for statement in reading.statements {
      let sentence = indices[statement.sentence] ?? sentences.count
      if sentence == sentences.count {
        indices[statement.sentence] = sentence
        sentences.append(Self.sentence(statement, report))
      }
      let source = report.source(of: statement.range)
      rows.append(
        Row(
          statement: statement, sentence: sentence, standard: standard(statement),
          start: scalars.scalars(before: source.lowerBound),
          end: scalars.scalars(before: source.upperBound)))
    }
  }

  private static func sentence(_ statement: Statement, _ report: Report) -> Sentence {
    let passage = report.passages[statement.passage]
    let path = report.path(of: passage.section).map { $0.label + $0.title }
    return Sentence(
      passage: passage.number, section: path.isEmpty ? nil : path.joined(separator: " / "),
      text: report.string(statement.sentence))
  }
}
