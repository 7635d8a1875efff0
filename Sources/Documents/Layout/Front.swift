/// Finds where the title, date line, source and speaker end and the report begins.
struct Front {
  let text: [UInt8]
  let lines: [Line]
  let shapes: [Shape]

  /// Front matter ends within this many lines.
  private static let reach = 40

  /// The number of lines that are front matter.
  var end: Int {
    let head = min(lines.count, Self.reach)
    if let salutation = (0..<head).first(where: { shapes[$0].isSalutation }),
      !(0..<salutation).contains(where: isBody)
    {
      return salutation
    }
    let first = (0..<head).first { shapes[$0].label.map { !$0.isDash } ?? false } ?? head
    if let address = (0..<first).first(where: { isAddress(lines[$0]) }) { return address }
    if let byline = (0..<min(first, 12)).last(where: { shapes[$0].isByline }) { return byline + 1 }
    return leading(first)
  }

  /// A numbered line with a sentence: a table of contents before the report has none.
  private func isBody(_ index: Int) -> Bool {
    shapes[index].label.map { !$0.isDash } == true && shapes[index].isTerminated
      || lines[index].count > 600
  }

  /// 各位代表，现在我代表…: the salutation with its text in one line.
  private func isAddress(_ line: Line) -> Bool {
    text.starts(line.range, with: "各位代表")
      || text.starts(line.range, withAny: ["现在，我代表", "现在,我代表", "我代表"])
  }

  /// Without a salutation: the first line when it is a title, and the lines of source, date and
  /// speaker that follow.
  private func leading(_ head: Int) -> Int {
    var end = 0
    while end < head, isFront(end) { end += 1 }
    return end
  }

  private func isFront(_ index: Int) -> Bool {
    let line = lines[index]
    guard line.count <= 240, shapes[index].label?.isDash != false else { return false }
    let marked = FrontWords.isSource(line.range, text) || FrontWords.isMeeting(line.range, text)
    if marked || shapes[index].isByline { return true }
    if shapes[index].isTerminated { return false }
    return index == 0 || FrontWords.isTitle(line.range, text)
      || FrontWords.isSpeaker(line.range, text) || FrontWords.isIssuer(line.range, text)
  }
}

/// The words by which a line of front matter is known.
enum FrontWords {
  private static let sources: [Needle] = [
    "来源", "时间：", "时间:", "发布时间", "发布日期", "发文日期", "发布机构", "索引号", "日期：", "日期:",
    "作者", "文号", "信息来源", "稿源", "新华社", "成文日期", "主题分类", "发文机关", "标题", "名称",
  ]

  /// 来源：广西日报
  static func isSource(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    range.count <= 150 && text.starts(range, withAny: sources)
  }

  /// ——2025年1月14日在山东省第十四届人民代表大会第三次会议上
  static func isMeeting(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    guard range.count <= 240 else { return false }
    return text.contains(any: ["次会议上", "会议上", "大会上"], in: range)
      || (DateWords.startsLine(range, of: text) && range.count <= 90)
  }

  /// 政 府 工 作 报 告
  static func isTitle(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    guard range.count <= 150 else { return false }
    let words = compact(range, text)
    return titles.contains { words.contains($0, in: 0..<words.count) }
  }

  private static let titles: [Needle] = [
    "工作报告", "公报", "通报", "分工方案", "任务分解", "责任分解", "统计公报", "政府工作要点", "政府工作安排", "政府工作计划",
  ]

  private static let offices: [Needle] = [
    "省长", "市长", "区长", "县长", "旗长", "州长", "盟长", "主席", "总理", "乡长", "镇长", "主任",
  ]

  /// 海拉尔区人民政府区长　　张天喜
  static func isSpeaker(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    range.count <= 100 && text.contains(any: offices, in: range)
      && !text.contains(any: ["，", "。", "、"], in: range)
  }

  private static let issuers: [Needle] = ["局", "人民政府", "办公室", "委员会", "号", "调查队", "文件"]

  /// 云溪县统计局, 云政发〔2024〕3号
  static func isIssuer(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    range.count <= 90 && issuers.contains { text.ends(range, with: $0) }
      && !text.contains(any: ["，", "。", "、", " "], in: range)
  }

  /// The line without the white space between its characters.
  static func compact(_ range: Range<Int>, _ text: [UInt8]) -> [UInt8] {
    var words: [UInt8] = []
    var offset = range.lowerBound
    while let found = text.scalar(at: offset, end: range.upperBound) {
      if !found.scalar.isBlank { words += text[offset..<found.next] }
      offset = found.next
    }
    return words
  }
}
