/// What a line looks like on its own, without its neighbours.
struct Shape: Sendable {
  var label: Label?
  /// The last scalar that is no closing bracket ends a sentence.
  var isTerminated: Bool
  var isSalutation: Bool
  var isCaption: Bool
  /// 记者 于悦 通讯员 孔雪
  var isByline: Bool
  /// Starts with a date or with 新华社北京3月14日电.
  var isDated: Bool

  /// Looks at one line. Long lines cost no more than short ones.
  init(_ range: Range<Int>, of text: [UInt8]) {
    label = Label.at(range, of: text)
    isTerminated = Shape.isTerminated(range, of: text)
    let isShort = range.count <= 300
    isSalutation = isShort && Salutation.matches(range, of: text)
    isByline = isShort && Shape.isByline(range, of: text)
    isCaption = isShort && !isByline && Shape.isCaption(range, isTerminated, of: text)
    isDated = DateWords.startsLine(range, of: text)
  }

  /// Whether a sentence ends where the line ends; closing quotes and brackets behind it count.
  static func isTerminated(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    var end = range.upperBound
    while let last = text.scalar(before: end, start: range.lowerBound) {
      if last.scalar.endsSentence { return true }
      guard last.scalar.closesBracket else { return false }
      end = last.start
    }
    return false
  }

  private static let bylines: [Needle] = [
    "记者", "本报记者", "通讯员", "□", "首席记者", "全媒体记者", "本网记者", "文/", "文／", "文字/", "图/",
    "撰稿", "摄影", "（记者", "(记者", "新华社记者", "见习记者", "作者：",
  ]

  private static func isByline(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    range.count <= 120 && !isTerminated(range, of: text) && text.starts(range, withAny: bylines)
  }

  private static let credits: [Needle] = ["摄", "摄影", "供图", "摄）", "摄)", "资料图", "资料图片", "制图"]
  private static let pictures: [Needle] = ["图为", "图片说明", "资料图", "图说", "▲", "△", "▼"]
  private static let reporters: [Needle] = ["记者", "通讯员", "本报", "新华社", "日报"]

  /// 省长张三作政府工作报告。 and pictures with their photographer.
  private static func isCaption(
    _ range: Range<Int>, _ isTerminated: Bool, of text: [UInt8]
  ) -> Bool {
    if text.starts(range, withAny: pictures) { return true }
    if credits.contains(where: { text.ends(range, with: $0) }) {
      return text.contains(any: reporters, in: range) || range.count <= 150
    }
    guard range.count <= 150, let report = text.find("作政府工作报告", in: range) else { return false }
    return report + "作政府工作报告".utf8.count + 3 >= range.upperBound
  }
}

/// 各位代表： and the other ways to address an assembly.
enum Salutation {
  private static let words: [Needle] = [
    "尊敬的", "各位人大代表", "各位政协委员", "各位代表", "各位委员", "各位领导", "各位来宾", "各位同志",
    "同志们", "朋友们", "主席团", "主席", "大会", "女士们", "先生们", "委员们", "代表们",
  ]

  /// Whether the line addresses its hearers and says nothing else.
  static func matches(_ range: Range<Int>, of text: [UInt8]) -> Bool {
    guard range.count <= 90 else { return false }
    var offset = range.lowerBound
    var found = false
    while offset < range.upperBound {
      if let word = words.first(where: { text.holds($0, at: offset, end: range.upperBound) }) {
        offset += word.bytes.count
        found = true
      } else if let mark = text.scalar(at: offset, end: range.upperBound), isMark(mark.scalar) {
        offset = mark.next
      } else {
        return false
      }
    }
    return found
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || scalar.isComma || scalar.endsSentence || scalar == "\u{FFFD}"
  }
}
