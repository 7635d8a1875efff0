import Domain

/// Finds the place, year, kind and title of a report from its own words.
struct FactFinder {
  let report: Report
  /// Front matter without the white space between characters, line by line.
  let front: [[UInt8]]
  /// The start of the body, for reports whose front says nothing.
  let opening: Range<Int>

  /// Bytes of body text that are looked at for the place and the kind.
  private static let reach = 6_000

  init(_ report: Report) {
    self.report = report
    let lines = report.passages.prefix { $0.role == .front || $0.role == .salutation }
    front = lines.filter { $0.role == .front && $0.range.count <= 600 }
      .map { FrontWords.compact($0.range, report.text) }
    let start = report.passages.first { $0.role != .front }?.range.lowerBound ?? 0
    let from = min(start, report.sourceCount)
    opening = from..<min(report.sourceCount, from + Self.reach)
  }

  /// The report with its facts; what `options` say goes first.
  func filled(_ options: DocumentOptions) -> Report {
    var filled = report
    filled.title = title
    filled.kind = options.kind ?? kind(title: filled.title ?? "")
    filled.place = options.place ?? PlaceFinder(facts: self).place
    filled.year = options.year ?? YearFinder(facts: self).year
    return filled
  }

  /// The line that names the document, else the first line of front matter that is no sentence.
  var title: String? {
    let named = front.first { line in
      line.count <= 150 && FrontWords.isTitle(0..<line.count, line) && !isSentence(line)
        && !FrontWords.isMeeting(0..<line.count, line)
    }
    let line =
      named
      ?? front.first { !isSentence($0) && !Shape($0[...], of: $0).isByline && !isSource($0) }
    return line.map { String(decoding: $0, as: UTF8.self) }
  }

  private func isSource(_ line: [UInt8]) -> Bool { FrontWords.isSource(0..<line.count, line) }

  private func isSentence(_ line: [UInt8]) -> Bool {
    Shape.isTerminated(0..<line.count, of: line)
  }

  // MARK: Kind

  private func kind(title: String) -> Report.Kind {
    let words = Array(title.utf8)
    let all = 0..<words.count
    if words.contains(any: Self.divisions, in: all) { return .division }
    if isAddress { return .workReport }
    if words.contains(any: Self.bulletins, in: all) { return .bulletin }
    if isNews { return .news }
    return words.contains("工作报告", in: all) ? .workReport : .other
  }

  private static let divisions: [Needle] = [
    "分工", "任务分解", "责任分解", "任务清单", "责任清单", "工作台账", "目标分解", "重点工作任务", "政府工作要点", "政府工作安排",
    "政府工作计划",
  ]
  private static let bulletins: [Needle] = ["公报", "通报", "统计", "运行情况", "运行简况", "月报"]

  /// The speaker addresses an assembly.
  private var isAddress: Bool {
    let speaks: [Needle] = ["我代表", "请予审议", "请予审查"]
    return report.passages.contains { $0.role == .salutation }
      || report.text.contains(any: speaks, in: opening)
  }

  private var isNews: Bool {
    let isSigned = front.contains { Shape($0[...], of: $0).isByline }
    let told: [Needle] = ["作政府工作报告", "次会议开幕", "记者", "本报讯", "新华社"]
    return isSigned || report.text.contains(any: told, in: opening)
  }
}

extension Shape {
  init(_ line: ArraySlice<UInt8>, of text: [UInt8]) {
    self.init(line.startIndex..<line.endIndex, of: text)
  }
}
