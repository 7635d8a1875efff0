import Domain

/// What a passage of the plan is there for, as far as it decides about tasks.
enum PassageNature: Equatable {
  /// Works to be done.
  case works
  /// 总体要求是…: no tasks.
  case requirement
  /// 主要预期目标是…: only an assigned target without a number is a task.
  case targets
  /// Before the first numbered part, or to the deputies: only what can be verified.
  case general
}

/// Tells the nature of each passage by its opening words and its place in its section.
struct PassageJudge {
  let report: Report
  /// Passages that stand before the first numbered part of their section.
  private let introductions: Set<Int>
  /// Passages that open a section and only say what the ones behind them work out.
  private let umbrellas: Set<Int>

  /// Looks at every passage once.
  init(_ report: Report) {
    self.report = report
    introductions = Self.introductions(report)
    umbrellas = Self.umbrellas(report)
  }

  /// What passage `index` of the report is there for.
  func nature(_ index: Int) -> PassageNature {
    let words = report.text[report.passages[index].range]
    if Self.holds(words, Self.targets) || standsUnderTargets(index) { return .targets }
    if Self.holds(words, Self.requirements) || Self.holds(words.prefix(150), Self.reasonings) {
      return .requirement
    }
    if introductions.contains(index) || umbrellas.contains(index)
      || Self.holds(words.prefix(36), Self.addresses)
    {
      return .general
    }
    return .works
  }

  /// The heading above names the targets and nothing else: 2023年主要预期目标.
  private func standsUnderTargets(_ index: Int) -> Bool {
    guard let section = report.passages[index].section else { return false }
    let title = Array(report.sections[section].title.utf8)[...]
    return Self.holds(title, ["预期目标"]) && !Self.holds(title, ["工作", "任务", "要求", "举措", "政策"])
  }

  static let requirements = [
    "总体要求是", "总体要求：", "总体要求:", "总的要求是", "总的要求：", "总体思路是", "总体思路：", "指导思想是", "指导思想：",
    "基本思路是", "工作要求是", "工作思路是",
  ]
  static let targets = [
    "预期目标是", "预期目标：", "预期目标:", "预期目标为", "主要目标是", "主要目标：", "主要目标为", "奋斗目标是", "工作目标是",
    "预期性目标", "发展目标是", "预期目标建议",
  ]
  static let reasonings = [
    "上述目标", "上述预期目标", "这些目标", "以上目标", "做好今年工作", "做好今年政府工作", "做好今年的工作", "完成今年目标", "实现今年目标",
    "关键之年", "收官之年", "开局之年", "今年是",
  ]
  static let addresses = ["各位代表", "同志们", "各位委员"]

  /// Whether any of the cues stands in `words`.
  static func holds(_ words: ArraySlice<UInt8>, _ cues: [String]) -> Bool {
    cues.contains { cue in words.holds(cue) }
  }

  // MARK: Introductions

  private static func introductions(_ report: Report) -> Set<Int> {
    var waiting: [Int: [Int]] = [:]
    var numbered: Set<Int> = []
    var out: Set<Int> = []
    for (index, passage) in report.passages.enumerated() {
      let path = report.path(of: passage.section)
      guard let top = report.outermost(passage.section) else { continue }
      if path.count > 1 || isNumbered(report.text[passage.range]) {
        numbered.insert(top)
        out.formUnion(waiting.removeValue(forKey: top) ?? [])
      } else if !numbered.contains(top), passage.role != .heading {
        waiting[top, default: []].append(index)
      }
    }
    return out
  }

  /// 2023年,市中区将加快深化改革…, right behind a heading and before other passages.
  private static func umbrellas(_ report: Report) -> Set<Int> {
    let passages = report.passages
    return Set(
      passages.indices.dropFirst().filter { index in
        guard index + 1 < passages.count, passages[index].role == .body,
          passages[index + 1].role == .body
        else { return false }
        if isShortOpening(report, index) { return true }
        guard passages[index - 1].role == .heading else { return false }
        let opening = report.text[passages[index].range].prefix(60)
        return holds(opening.prefix(30), ["20", "今年", "新的一年"]) && holds(opening, ["将"])
      })
  }

  /// （一）突出扩大内需…: a label, two or three sentences, and the parts in passages of their own.
  private static func isShortOpening(_ report: Report, _ index: Int) -> Bool {
    let passage = report.passages[index]
    guard passage.range.count < 700, let section = passage.section,
      report.passages[index + 1].section == section
    else { return false }
    let label = report.sections[section].label
    return report.sections[section].level == 2 && !label.isEmpty
      && report.text[passage.range].starts(with: label.utf8)
  }

  /// （一）, (一), 1. at the start.
  static func isNumbered(_ words: ArraySlice<UInt8>) -> Bool {
    let start = words.prefix(12)
    if ["（一）", "(一)", "（二）", "(二)"].contains(where: { start.holds($0) }) { return true }
    guard let first = start.first, first &- 0x31 < 9 else { return false }
    return start.dropFirst().first == 0x2E || start.dropFirst().starts(with: "．".utf8)
      || start.dropFirst().starts(with: "、".utf8)
  }
}

extension ArraySlice<UInt8> {
  /// Whether the word stands anywhere in these bytes.
  func holds(_ word: String) -> Bool {
    let needle = Array(word.utf8)
    guard count >= needle.count, let first = needle.first else { return false }
    return (startIndex...endIndex - needle.count).contains {
      self[$0] == first && self[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }
}
