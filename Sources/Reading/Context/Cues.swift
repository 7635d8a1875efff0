/// The words at the start of a sentence that tell which time it speaks of.
struct Cues: Sendable, Equatable {
  /// Which cues stand in the opening.
  var found: Kind = []
  /// Byte offsets of the first 今年 and the first 去年, from the sentence's start.
  var thisYearAt = Int.max
  var lastYearAt = Int.max
  /// The sentence opens with 今年是.
  var opensWithThisYear = false
  /// 去年 stands in the first clause and is not what something is compared with.
  var tellsOfLastYear = false
  /// First year of the five-year plan that is named.
  var plan: Int? = nil
  /// The sentence opens with the plan's time (「“十四五”时期」), not with the plan as a matter.
  var opensWithPlan = false
  /// A year, or two, written with digits in the first words.
  var years: [Int] = []

  struct Kind: OptionSet, Sendable {
    let rawValue: UInt16
    /// 预期目标, 目标是
    static let target = Kind(rawValue: 1 << 0)
    /// 今年, 新的一年
    static let thisYear = Kind(rawValue: 1 << 1)
    /// 今年以来
    static let sinceThisYear = Kind(rawValue: 1 << 2)
    /// 今明两年
    static let twoYears = Kind(rawValue: 1 << 3)
    /// 今后五年, 未来五年
    static let nextFive = Kind(rawValue: 1 << 4)
    /// 五年来, 过去五年
    static let lastFive = Kind(rawValue: 1 << 5)
    /// 一年来, 过去一年
    static let lastOne = Kind(rawValue: 1 << 6)
    /// 时期, 期间, 以来, 期末: behind the name of a five-year plan
    static let span = Kind(rawValue: 1 << 7)
    /// 以来, 完成, 收官
    static let done = Kind(rawValue: 1 << 8)
    /// 到2030年
    static let until = Kind(rawValue: 1 << 9)
  }
}

/// Reads the cues of a sentence's opening from its bytes.
final class CueReader: Sendable {
  private let trie: WordTrie
  private let kinds: [Cues.Kind]
  private let plans: [Int?]
  private let titles: WordTrie

  /// Words of a heading: 0 to `reviewCount` for what was done, the rest for what will be.
  private static let reviewWords =
    "回顾 过去 成就 成绩 成效 工作总结 完成情况 执行情况 落实情况 主要工作和 以来工作 以来的工作 工作情况"
  private static let planWords =
    "安排 任务 目标 打算 总体要求 部署 建议 举措 重点工作 思路 考虑 今年 新的一年 今后 未来 展望 规划 计划 自身建设 努力建设 全面提升 关于"
  private static let reviewCount = reviewWords.split(separator: " ").count

  init() {
    var titles = WordTrie()
    for (index, word) in (Self.reviewWords + " " + Self.planWords).split(separator: " ")
      .enumerated()
    {
      _ = titles.insert(String(word), index: index)
    }
    self.titles = titles
    var trie = WordTrie()
    var kinds: [Cues.Kind] = []
    var plans: [Int?] = []
    for (words, kind) in Self.words {
      for word in words.split(separator: " ") {
        let index = trie.insert(String(word), index: kinds.count)
        if index == kinds.count {
          kinds.append(kind)
          plans.append(nil)
        } else {
          kinds[index].formUnion(kind)
        }
      }
    }
    for (word, year) in Self.fiveYearPlans
    where trie.insert(word, index: kinds.count) == kinds.count {
      kinds.append([])
      plans.append(year)
    }
    self.trie = trie
    self.kinds = kinds
    self.plans = plans
  }

  private static let words: [(String, Cues.Kind)] = [
    ("目标是 目标为 目标： 目标: 目标建议 目标建议是 主要预期目标建议", .target),
    ("今年 新的一年 新一年", .thisYear), ("今年以来", .sinceThisYear), ("今明两年", .twoYears),
    ("今后五年 未来五年 今后5年 未来5年", .nextFive),
    ("五年来 过去五年 这五年 5年来 过去5年 这5年 五年间", .lastFive),
    ("一年来 刚刚过去的 过去一年 过去的一年 回顾过去 过去这一年 这一年", .lastOne),
    ("时期 期间 以来 五年 期末 末 收官", .span), ("以来 过去 完成 收官", .done),
  ]

  static let fiveYearPlans = [
    ("十一五", 2006), ("十二五", 2011), ("十三五", 2016), ("十四五", 2021), ("十五五", 2026),
    ("十六五", 2031),
  ]

  /// What a heading's words tell of its time.
  func title(_ text: Span<UInt8>) -> (isReview: Bool, isPlan: Bool, hasDigits: Bool) {
    var found = (isReview: false, isPlan: false, hasDigits: false)
    var position = 0
    while position < text.count {
      let (scalar, length) = decodeScalar(text, at: position, end: text.count)
      if scalar &- 0x30 < 10 { found.hasDigits = true }
      if titles.root(scalar) != 0,
        let match = titles.longest(text, at: position, end: text.count)
      {
        if match.index < Self.reviewCount { found.isReview = true } else { found.isPlan = true }
      }
      position += length
    }
    return found
  }

  /// Cues of `sentence`: its first two clauses, no further than 120 bytes.
  func read(_ text: Span<UInt8>, _ sentence: Range<Int>) -> Cues {
    var cues = Cues()
    let end = min(sentence.upperBound, sentence.lowerBound + 120)
    var position = sentence.lowerBound
    var commas = 0
    while position < end {
      let (scalar, length) = decodeScalar(text, at: position, end: end)
      if scalar == 0xFF0C || scalar == 0x2C { commas += 1 }
      if commas == 2 || scalar == 0xFF1A || scalar == 0x3A { break }
      if trie.root(scalar) != 0, let match = trie.longest(text, at: position, end: end) {
        note(match.index, position - sentence.lowerBound, &cues)
        if plans[match.index] != nil, position - sentence.lowerBound <= 15 {
          cues.opensWithPlan = cues.opensWithPlan || isTime(text, match.end, end)
        }
        position = match.end
        continue
      }
      if commas == 0, isLastYear(scalar, text, position, end) {
        noteLastYear(text, position, sentence, &cues)
      }
      position += length
    }
    readYears(text, sentence, &cues)
    return cues
  }

  /// Whether 时期, 期间, 以来 or 末 stands at `position`, behind a closing quotation mark.
  private func isTime(_ text: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
    let (mark, length) = decodeScalar(text, at: position, end: end)
    let start = mark == 0x201D || mark == 0x300D ? position + length : position
    guard let match = trie.longest(text, at: start, end: end) else { return false }
    return kinds[match.index].contains(.span)
  }

  private func note(_ index: Int, _ offset: Int, _ cues: inout Cues) {
    cues.found.formUnion(kinds[index])
    if let plan = plans[index], cues.plan == nil { cues.plan = plan }
    guard kinds[index].contains(.thisYear), cues.thisYearAt == Int.max else { return }
    cues.thisYearAt = offset
    cues.opensWithThisYear = offset == 0
  }

  /// 去年 or 上年
  private func isLastYear(
    _ scalar: UInt32, _ text: Span<UInt8>, _ position: Int, _ end: Int
  ) -> Bool {
    guard scalar == 0x53BB || scalar == 0x4E0A, position + 6 <= end else { return false }
    return decodeScalar(text, at: position + 3, end: end).0 == 0x5E74
  }

  private func noteLastYear(
    _ text: Span<UInt8>, _ position: Int, _ sentence: Range<Int>, _ cues: inout Cues
  ) {
    cues.lastYearAt = min(cues.lastYearAt, position - sentence.lowerBound)
    let before = scalarBehind(text, position, sentence.lowerBound)
    if before != 0x6BD4, before != 0x8F83 { cues.tellsOfLastYear = true }  // 比 较
  }

  /// Years with digits where they open the sentence (「2022年，」, 「到2027年，」).
  private func readYears(_ text: Span<UInt8>, _ sentence: Range<Int>, _ cues: inout Cues) {
    var position = sentence.lowerBound
    let end = min(sentence.upperBound, position + 42)
    var skipped = 0
    while position < end, text[position] &- 0x30 >= 10 {
      let (scalar, length) = decodeScalar(text, at: position, end: end)
      if scalar == 0x7531 || scalar == 0x4ECE { return }  // 由 从
      if scalar == 0x5230 || scalar == 0x81F3 { cues.found.insert(.until) }  // 到 至
      skipped += 1
      if skipped == 4 { return }
      position += length
    }
    while position < end, let (year, next) = year(text, at: position, end: end) {
      cues.years.append(year)
      position = next
    }
  }

  /// Four digits before 年, - or —, and where a second year may follow.
  private func year(_ text: Span<UInt8>, at start: Int, end: Int) -> (Int, Int)? {
    guard start + 7 <= end, let numeral = NumeralReader.digits(text, at: start, end: end),
      numeral.end - start == 4, let year = numeral.value.int, year > 1948, year < 2100
    else { return nil }
    let (scalar, length) = decodeScalar(text, at: numeral.end, end: end)
    guard [0x5E74, 0x2D, 0x2014, 0x81F3].contains(scalar) else { return nil }
    return (year, numeral.end + length)
  }
}
