import Domain

/// Reads all quantified statements of a report.
///
/// A class, so that the closures of a walk share its tables and the report instead of copying them.
final class StatementReader {
  let lexicon: Lexicon
  let report: Report
  private let scanner: QuantityScanner
  private let tokenizer: Tokenizer

  let cues: CueReader

  init(lexicon: Lexicon, cues: CueReader, report: Report) {
    self.lexicon = lexicon
    self.cues = cues
    self.report = report
    scanner = QuantityScanner(lexicon: lexicon)
    tokenizer = Tokenizer(lexicon: lexicon)
  }

  /// Statements sorted by their place in the source, numbered, headlines tied to what they repeat.
  func read() -> [Statement] {
    var statements: [Statement] = []
    var tokens: [Token] = []
    let bytes = report.text
    let buffer = QuantityBuffer()
    var walker = ReportWalker(report, cues: cues)
    walker.walk(scanner.filling(buffer)) { context in
      let quantities = buffer.items
      guard !quantities.isEmpty else { return }
      tokens.removeAll(keepingCapacity: true)
      tokenizer.tokenize(
        bytes.span, relevant(context.range, quantities, bytes), quantities: quantities,
        breaksAtSpaces: context.isHeading, into: &tokens)
      append(context, tokens, quantities, &statements)
    }
    sortBySource(&statements)
    for index in statements.indices { statements[index].id = index + 1 }
    Restatements.tie(&statements, in: report)
    return statements
  }

  /// A sentence up to the second mark behind its last number: what comes later says nothing of it.
  private func relevant(
    _ sentence: Range<Int>, _ quantities: [Quantity], _ bytes: [UInt8]
  ) -> Range<Int> {
    var position = quantities.last?.range.upperBound ?? sentence.upperBound
    var marks = 0
    while position < sentence.upperBound {
      let (scalar, length) = decodeScalar(bytes.span, at: position, end: sentence.upperBound)
      if scalar == 0xFF0C || scalar == 0x2C || scalar == 0xFF1B { marks += 1 }
      if marks == 2 { return sentence.lowerBound..<position }
      position += length
    }
    return sentence
  }

  private func append(
    _ context: SentenceContext, _ tokens: [Token], _ quantities: [Quantity],
    _ statements: inout [Statement]
  ) {
    var sentence = SentenceReader(
      lexicon: lexicon, tokens: tokens, quantities: quantities, bytes: report.text)
    let drafts = sentence.drafts()
    var composer = StatementComposer(sentence: sentence, context: context)
    for (index, draft) in drafts.enumerated() {
      composer.compose(draft, index, of: drafts, into: &statements)
    }
  }

  /// The tokens and quantities of one sentence.
  func sentence(_ context: SentenceContext) -> SentenceReader {
    var quantities: [Quantity] = []
    var tokens: [Token] = []
    let bytes = report.text
    scanner.scan(bytes.span, context.range) { quantities.append($0) }
    tokenizer.tokenize(
      bytes.span, context.range, quantities: quantities,
      breaksAtSpaces: context.isHeading, into: &tokens)
    return SentenceReader(
      lexicon: lexicon, tokens: tokens, quantities: quantities, bytes: report.text)
  }

  /// Appends the statements of one sentence.
  func append(_ context: SentenceContext, _ statements: inout [Statement]) {
    let sentence = sentence(context)
    append(context, sentence.tokens, sentence.quantities, &statements)
  }

  private func sortBySource(_ statements: inout [Statement]) {
    guard report.text.count > report.sourceCount else { return }
    let keyed = statements.enumerated().map {
      (report.source(ofByte: $0.element.range.lowerBound), $0.offset, $0.element)
    }
    statements = keyed.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
