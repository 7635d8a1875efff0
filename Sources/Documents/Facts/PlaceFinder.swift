import Domain

/// Finds whose government reports.
struct PlaceFinder {
  let facts: FactFinder

  /// The fullest name that the document gives: from the meeting, the title, the speaker's office,
  /// and last from the opening of the speech.
  var place: String? {
    let meetings = facts.front.compactMap { meeting($0, 0..<$0.count) }
    let titles = facts.front.compactMap(title)
    let offices = facts.front.compactMap(office)
    let found = meetings + titles + offices + facts.front.compactMap(heading)
    guard let first = found.first ?? inOpening else { return nil }
    return found.filter { $0.hasSuffix(first) }.max { $0.count < $1.count } ?? first
  }

  private static let council = "国务院"

  /// …在山东省第十四届人民代表大会第三次会议上; the National People's Congress is 国务院.
  private func meeting(_ text: [UInt8], _ range: Range<Int>) -> String? {
    guard let congress = text.find("人民代表大会", in: range) else { return nil }
    var end = congress
    if text.ends(range.lowerBound..<end, with: "全国") { return Self.council }
    if let session = session(text, range.lowerBound..<end) { end = session }
    return name(text, range.lowerBound..<end)
  }

  /// Where 第十四届 starts before `range` ends.
  private func session(_ text: [UInt8], _ range: Range<Int>) -> Int? {
    guard text.ends(range, with: "届") else { return nil }
    var offset = range.upperBound
    while let before = text.scalar(before: offset, start: range.lowerBound) {
      offset = before.start
      if before.scalar == "第" { return offset }
      if range.upperBound - offset > 24 { return nil }
    }
    return nil
  }

  /// 2025年山东省政府工作报告, 陕西省2026年政府工作报告, 国务院政府工作报告
  private func title(_ line: [UInt8]) -> String? {
    guard line.count <= 150, let report = line.find("工作报告", in: 0..<line.count) else { return nil }
    var end = report
    for word: Needle in ["政府", "人民"] where line.ends(0..<end, with: word) {
      end -= word.bytes.count
    }
    if line.ends(0..<end, with: "年") { end = yearStart(line, end) }
    if line.ends(0..<end, with: "国务院") { return Self.council }
    return name(line, 0..<end) ?? short(line, 0..<end)
  }

  /// 云溪县2023年国民经济和社会发展统计公报, 2023年云溪县国民经济…
  private func heading(_ line: [UInt8]) -> String? {
    let all = 0..<line.count
    guard FrontWords.isTitle(all, line), let (year, end) = Years.first(in: line, all) else {
      return nil
    }
    let start = line.find(Needle(String(year)), in: all) ?? 0
    if let before = name(line, 0..<start) { return before }
    let topics: [Needle] = ["国民经济", "重点工作", "政府", "经济社会"]
    let topic = topics.compactMap { line.find($0, in: end..<max(end, line.count)) }.min()
    return topic.flatMap { name(line, end..<$0) }
  }

  private func yearStart(_ line: [UInt8], _ end: Int) -> Int {
    var start = end - 3
    while let before = line.scalar(before: start, start: 0),
      before.scalar.isDigit || before.scalar.isHanNumeral
    {
      start = before.start
    }
    return start
  }

  /// 2025年广西政府工作报告: a name without the word for its rank.
  private func short(_ line: [UInt8], _ range: Range<Int>) -> String? {
    let start = nameStart(line, range)
    let words = start..<range.upperBound
    guard (6...24).contains(words.count), !line.contains(any: ["关于", "印发", "作"], in: words) else {
      return nil
    }
    return line.string(words)
  }

  /// 海拉尔区人民政府区长, 山东省省长, 国务院总理
  private func office(_ line: [UInt8]) -> String? {
    let all = 0..<line.count
    guard FrontWords.isSpeaker(all, line) else { return nil }
    if line.starts(all, with: "国务院") { return Self.council }
    if let government = line.find("人民政府", in: all) { return name(line, 0..<government) }
    let offices: [Needle] = ["省长", "市长", "区长", "县长", "旗长", "州长"]
    guard let office = offices.compactMap({ line.find($0, in: all) }).min() else { return nil }
    return name(line, 0..<office)
  }

  /// 我代表国务院, 我代表济南市人民政府; in a news story the congress itself.
  private var inOpening: String? {
    let text = facts.report.text
    if let congress = meeting(text, facts.opening) { return congress }
    guard let speaker = text.find("代表", in: facts.opening) else { return deepMeeting }
    let words = speaker + 6..<min(facts.opening.upperBound, speaker + 90)
    if text.starts(words, with: "国务院") { return Self.council }
    guard let government = text.find("人民政府", in: words) else { return deepMeeting }
    return name(text, words.lowerBound..<government)
  }

  private var deepMeeting: String? {
    let text = facts.report.text
    let source = 0..<min(facts.report.sourceCount, 200_000)
    return meeting(text, source)
  }

  /// The name of a place that ends where `range` ends, or nil when no place ends there.
  private func name(_ text: [UInt8], _ range: Range<Int>) -> String? {
    let start = nameStart(text, range)
    let words = start..<range.upperBound
    guard (6...60).contains(words.count), Self.ranks.contains(where: { text.ends(words, with: $0) })
    else { return nil }
    return text.string(words)
  }

  private static let ranks: [Needle] = [
    "省", "市", "区", "县", "旗", "盟", "州", "镇", "乡", "街道", "兵团", "地区",
  ]

  /// Walks back over Chinese characters to a word that cannot be part of a name.
  private func nameStart(_ text: [UInt8], _ range: Range<Int>) -> Int {
    var start = range.upperBound
    while let before = text.scalar(before: start, start: range.lowerBound),
      before.scalar.isHan, !isStop(text, range.lowerBound..<start), range.upperBound - start < 60
    {
      start = before.start
    }
    return start
  }

  private static let stops: [Needle] = [
    "在", "的", "上午", "下午", "出席", "会上", "议上", "代表", "召开", "年度",
  ]

  /// Whether a name cannot start before the end of `range`. 日 and 年 stop only behind a number,
  /// as 日照市 is a place.
  private func isStop(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    if Self.stops.contains(where: { text.ends(range, with: $0) }) { return true }
    guard text.ends(range, with: "日") || text.ends(range, with: "年") else { return false }
    let number = text.scalar(before: range.upperBound - 3, start: range.lowerBound)?.scalar
    return number.map { $0.isDigit || $0.isHanNumeral } ?? false
  }
}
