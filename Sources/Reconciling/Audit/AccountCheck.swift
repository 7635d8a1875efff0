import Domain

/// A report that says that all of last year's targets were met, against what last year's report
/// promised and this one's own figures.
struct AccountCheck {
  let reading: ReportReading
  let earlier: ReportReading
  let reconciler: Reconciler

  init(_ reading: ReportReading, earlier: ReportReading, _ reconciler: Reconciler) {
    self.reading = reading
    self.earlier = earlier
    self.reconciler = reconciler
  }

  var findings: [ReportFinding] {
    guard let blanket = blanket else { return [] }
    let missed = reconciler.reconcile(earlier, reading).pairs.filter { pair in
      guard case .number(let index) = pair.promise.kind, pair.verdict == .missed else {
        return false
      }
      // Prices below what was expected are no failure to boast of, and none to own.
      let indicator = reconciler.dictionary.find(earlier.statements[index])
      return indicator.map { $0.direction != .steady } ?? false
    }
    guard !missed.isEmpty else { return [] }
    let list = missed.prefix(4).map { pair in
      "\(pair.promise.matter)（\(pair.note.chinese)）"
    }.joined(separator: "；")
    let english = missed.prefix(4).map { "\($0.promise.matter): \($0.note.english)" }
      .joined(separator: "; ")
    return [
      ReportFinding(
        rule: "all-met", severity: .warning, range: blanket,
        related: missed.compactMap { $0.claim?.range },
        message: Phrase(
          "称目标全部完成，但对照上年报告有 \(missed.count) 项未达：\(list)",
          "says that all targets were met, yet \(missed.count) of last year's were not: \(english)"),
        advice: Phrase("写明哪些没有完成", "say which were not met"))
    ]
  }

  /// The clause of the review that claims it of the year's targets as a whole.
  private var blanket: Range<Int>? {
    let text = reading.report.text
    for sentence in reading.sentences where sentence.time == .review {
      guard sentence.period == earlier.report.year.map(String.init) else { continue }
      for clause in Clause.cut(text, sentence.range) {
        if Words.holds(text, clause, ["全年目标", "年度目标", "年初确定", "主要目标", "各项目标", "预期目标"]),
          Words.holds(text, clause, ["完成", "实现"]),
          Words.holds(text, clause, ["全面", "圆满", "全部", "各项", "顺利", "较好", "胜利"]),
          !Words.holds(text, clause, ["未", "没有", "部分"])
        {
          return clause
        }
      }
    }
    return nil
  }
}
