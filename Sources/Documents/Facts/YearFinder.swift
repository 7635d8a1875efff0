import Domain

/// Finds the year that a report plans for.
struct YearFinder {
  let facts: FactFinder

  /// From the meeting's date, the title, the body's plans, the date of publication, and last from
  /// the file name.
  var year: Int? {
    if let meeting = facts.front.lazy.compactMap(meetingYear).first { return meeting }
    if let title = facts.front.lazy.compactMap(titleYear).first { return title }
    return plannedYear ?? facts.front.lazy.compactMap(firstYear).first ?? nameYear
  }

  /// The year in which the meeting is held; a meeting at the end of a year plans the next one
  /// when the report speaks of it.
  private func meetingYear(_ line: [UInt8]) -> Int? {
    let all = 0..<line.count
    guard FrontWords.isMeeting(all, line), line.contains(any: ["会议", "大会"], in: all) else {
      return nil
    }
    guard let (year, end) = Years.first(in: line, all) else { return nil }
    let month = DateWords.number(end, all, line).flatMap { Int(line.string(end..<$0)) } ?? 1
    return month >= 11 && speaks(of: year + 1) ? year + 1 : year
  }

  private func speaks(of year: Int) -> Bool {
    let headings = facts.report.sections.contains { $0.title.contains("\(year)年") }
    return headings || (Years.plans(facts.report)[year] ?? 0) > 0
  }

  /// 2025年山东省政府工作报告, 2018政府工作报告
  private func titleYear(_ line: [UInt8]) -> Int? {
    guard line.count <= 150, FrontWords.isTitle(0..<line.count, line) else { return nil }
    return Years.first(in: line, 0..<line.count)?.year
  }

  private func firstYear(_ line: [UInt8]) -> Int? { Years.first(in: line, 0..<line.count)?.year }

  /// The year that stands most often before goals and arrangements, the later one of two.
  private var plannedYear: Int? {
    let plans = Years.plans(facts.report)
    let years = plans.isEmpty ? Years.plans(facts.report, words: ["将", "力争"]) : plans
    return years.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key
  }

  private var nameYear: Int? {
    let name = Array(facts.report.name.utf8)
    return Years.first(in: name, 0..<name.count)?.year
  }
}

/// Years in text: `2025`, `２０２５`, `二〇二五`.
enum Years {
  /// The first year between 1949 and 2100 and the offset behind it (and behind its 年).
  static func first(in text: [UInt8], _ range: Range<Int>) -> (year: Int, end: Int)? {
    var digits: [Int] = []
    var offset = range.lowerBound
    while let found = text.scalar(at: offset, end: range.upperBound) {
      if let digit = digit(found.scalar) {
        digits.append(digit)
      } else {
        if let year = year(digits) { return (year, behindYear(text, offset, range)) }
        digits = []
      }
      offset = found.next
    }
    return year(digits).map { ($0, offset) }
  }

  private static func behindYear(_ text: [UInt8], _ offset: Int, _ range: Range<Int>) -> Int {
    text.holds("年", at: offset, end: range.upperBound) ? offset + 3 : offset
  }

  private static func year(_ digits: [Int]) -> Int? {
    guard digits.count == 4 else { return nil }
    let year = digits.reduce(0) { $0 * 10 + $1 }
    return (1949...2100).contains(year) ? year : nil
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: return Int(scalar.value - 0x30)
    case 0xFF10...0xFF19: return Int(scalar.value - 0xFF10)
    default: break
    }
    let han: [Unicode.Scalar] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    return han.firstIndex(of: scalar) ?? (scalar == "○" || scalar == "零" ? 0 : nil)
  }

  private static let planWords: [Needle] = [
    "预期目标", "主要目标", "工作安排", "重点工作", "总体要求", "目标任务", "工作总体", "政府工作",
  ]

  /// How often each year stands before one of `words` within one sentence.
  static func plans(_ report: Report, words: [Needle] = planWords) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for passage in report.passages where passage.role == .body || passage.role == .heading {
      let range =
        passage.range.lowerBound..<min(passage.range.upperBound, passage.range.lowerBound + 600)
      count(report.text, range, words, &counts)
    }
    return counts
  }

  private static func count(
    _ text: [UInt8], _ range: Range<Int>, _ words: [Needle], _ counts: inout [Int: Int]
  ) {
    var start = range.lowerBound
    while let mark = text.find("年", in: start..<range.upperBound) {
      start = mark + 3
      guard let (year, _) = first(in: text, max(range.lowerBound, mark - 12)..<mark) else {
        continue
      }
      let clause = start..<min(range.upperBound, start + 90)
      let end = text.find("。", in: clause) ?? clause.upperBound
      if text.contains(any: words, in: start..<end) { counts[year, default: 0] += 1 }
    }
  }
}
