import Domain

/// What stands between two marks of a report, with the time that it speaks of.
struct Clause: Sendable {
  /// Bytes of the report's text, marks and white space at its ends left out.
  var range: Range<Int>
  /// Index into the reading's sentences.
  var sentence: Int
  var time: ReportSentence.Time
  var period: String?
  /// Pairs of neighbouring characters, as numbers of a ``Vocabulary``; sorted, each once.
  var pairs: [Int32] = []

  /// The clauses of all sentences that stand in no heading, in reading order.
  static func all(of reading: ReportReading) -> [Clause] {
    var clauses: [Clause] = []
    for (index, sentence) in reading.sentences.enumerated() where !sentence.isHeading {
      for range in cut(reading.report.text, sentence.range) {
        clauses.append(
          Clause(range: range, sentence: index, time: sentence.time, period: sentence.period))
      }
    }
    return clauses
  }

  /// The ranges between the marks of `range`.
  static func cut(_ text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start = range.lowerBound
    func close(_ end: Int) {
      var low = start
      var high = end
      while low < high, text[low] <= 0x20 { low += 1 }
      while high > low, text[high - 1] <= 0x20 { high -= 1 }
      if low < high { out.append(low..<high) }
    }
    Scalars.each(text, range) { scalar, position in
      guard Scalars.endsClause(scalar) else { return }
      close(position)
      start = position + (scalar < 0x80 ? 1 : 3)
    }
    close(range.upperBound)
    return out
  }
}
