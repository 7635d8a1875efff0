import Domain

/// One reading with what every export asks of it: offsets in scalars, section paths, quotes.
struct SourceMap: Sendable {
  let reading: ReportReading
  private let scalars: ScalarIndex
  private let paths: [String]

  init(_ reading: ReportReading) {
    self.reading = reading
    let report = reading.report
    scalars = ScalarIndex(report.text, count: report.sourceCount)
    paths = report.sections.indices.map { index in
      report.path(of: index).map { $0.label + $0.title }.joined(separator: " / ")
    }
  }

  var report: Report { reading.report }

  /// Unicode scalars of the source (0-based, end exclusive) that a range of the text stands for.
  func offsets(_ range: Range<Int>) -> Range<Int> {
    offsets(ofSource: report.source(of: range))
  }

  /// The same for bytes of the source.
  func offsets(ofSource source: Range<Int>) -> Range<Int> {
    let start = scalars.scalars(before: source.lowerBound)
    return start..<max(start, scalars.scalars(before: source.upperBound))
  }

  func passage(_ index: Int) -> Passage? {
    report.passages.indices.contains(index) ? report.passages[index] : nil
  }

  func section(ofPassage index: Int) -> Int? {
    guard let section = passage(index)?.section, paths.indices.contains(section) else { return nil }
    return section
  }

  /// The section's headings, outermost first, joined with ` / `; nil outside all sections.
  func path(ofPassage index: Int) -> String? { section(ofPassage: index).map { paths[$0] } }

  /// The words as they are to be read: mended, on one line.
  func quote(_ range: Range<Int>) -> String { report.string(range).onOneLine }

  /// The innermost heading without its label, as a short name for a group of tasks.
  func category(ofPassage index: Int) -> String? {
    guard let section = section(ofPassage: index) else { return nil }
    let title = report.sections[section].title.onOneLine
    let short = title.prefix { !"。；，：,;:".contains($0) }
    return short.count > 24 ? short.prefix(23) + "…" : String(short)
  }

  /// Where the words stand: paragraph and offsets, as `duban explain --at` takes them.
  func place(_ range: Range<Int>, passage index: Int, _ language: Language) -> String {
    let offsets = offsets(range)
    let number = passage(index)?.number ?? index + 1
    let name = language == .chinese ? "段\(number)" : "¶\(number)"
    return "\(name) @\(offsets.lowerBound)-\(offsets.upperBound)"
  }
}
