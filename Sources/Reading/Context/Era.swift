import Domain

/// What a part of a report speaks of: what was done, or what will be, and when.
struct Era: Sendable, Equatable {
  var kind: Kind
  /// `2024`, `2021-2025`, or nil where neither the words nor the report's year tell.
  var period: String?

  enum Kind: Sendable { case review, plan, unknown }
}

/// Finds the era of each passage and sentence from section titles and from cues in the text.
///
/// A section title sets the era of all below it; a cue at the start of a passage (「五年来，」,
/// 「“十五五”时期，」) sets it for the passages that follow in the section; a cue at the start of a
/// later sentence sets it for the rest of the passage, and 去年 and 到2030年 for their sentence alone.
struct EraFinder: Sendable {
  let year: Int?
  let titles: CueReader

  var thisYear: String? { year.map(String.init) }
  private var lastYear: String? { year.map { String($0 - 1) } }

  /// The era that the cues of a sentence set, and whether it holds for what follows.
  func era(of cues: Cues, within era: Era) -> (era: Era, lasts: Bool)? {
    if cues.found.contains(.target) {
      return (Era(kind: .plan, period: futurePlan(cues) ?? planYear(cues)), true)
    }
    if cues.found.contains(.twoYears), let year {
      return (Era(kind: .plan, period: "\(year)-\(year + 1)"), false)
    }
    if cues.found.contains(.thisYear), !cues.found.contains(.sinceThisYear),
      cues.thisYearAt < cues.lastYearAt
    {
      return era.kind == .review ? nil : (Era(kind: .plan, period: thisYear), true)
    }
    if cues.years.isEmpty, let outlook = outlook(cues) { return (outlook, true) }
    return review(cues) ?? dated(cues, within: era)
  }

  /// 今后五年, “十五五”时期.
  private func outlook(_ cues: Cues) -> Era? {
    guard let year else { return nil }
    if cues.found.contains(.nextFive) {
      return Era(kind: .plan, period: futurePlan(cues) ?? "\(year)-\(year + 4)")
    }
    guard let first = cues.plan, cues.opensWithPlan else { return nil }
    let isReview = first + 4 < year || (first < year && cues.found.contains(.done))
    return Era(kind: isReview ? .review : .plan, period: "\(first)-\(first + 4)")
  }

  private func review(_ cues: Cues) -> (era: Era, lasts: Bool)? {
    guard let year else { return nil }
    if cues.found.contains(.lastFive) {
      return (Era(kind: .review, period: "\(year - 5)-\(year - 1)"), true)
    }
    if cues.tellsOfLastYear { return (Era(kind: .review, period: lastYear), false) }
    return cues.found.contains(.lastOne) ? (Era(kind: .review, period: lastYear), true) : nil
  }

  /// 2022年, 到2027年, 2021—2025年.
  private func dated(_ cues: Cues, within era: Era) -> (era: Era, lasts: Bool)? {
    guard let year, let first = cues.years.first, let last = cues.years.last else { return nil }
    let isSpan = cues.years.count == 2 && first < last && last - first < 11
    let period = isSpan ? "\(first)-\(last)" : "\(last)"
    let lasts = !cues.found.contains(.until)
    if first < year { return (Era(kind: .review, period: period), lasts) }
    let stays = era.kind == .review && first == year
    return (Era(kind: stays ? .review : .plan, period: period), lasts)
  }

  private func futurePlan(_ cues: Cues) -> String? {
    guard let first = cues.plan, let year, first + 4 >= year else { return nil }
    return "\(first)-\(first + 4)"
  }

  private func planYear(_ cues: Cues) -> String? {
    guard let last = cues.years.last, let year, last >= year else { return thisYear }
    return "\(last)"
  }

  // MARK: Titles

  /// Whether a heading tells both of what was done and of what will be.
  func isMixed(title: String) -> Bool {
    let bytes = Array(title.utf8)
    let cue = titles.title(bytes.span)
    return cue.isReview && cue.isPlan
  }

  /// The era that a coming five-year plan sets in a section that tells of both.
  func coming(_ cues: Cues) -> Era? {
    futurePlan(cues).map { Era(kind: .plan, period: $0) }
  }

  /// The era that a heading sets, or nil where it sets none.
  func era(ofTitle title: String) -> Era? {
    let bytes = Array(title.utf8)
    let cue = titles.title(bytes.span)
    guard cue.isReview || cue.isPlan || cue.hasDigits else { return nil }
    let span = cue.hasDigits ? years(in: title) : nil
    if cue.isReview {
      return Era(kind: .review, period: span ?? lastYear)
    }
    if cue.isPlan {
      return Era(kind: .plan, period: futureSpan(title) ?? span ?? thisYear)
    }
    guard let span, let first = Int(span.prefix(4)), let year else { return nil }
    return Era(kind: first < year ? .review : .plan, period: span)
  }

  private func futureSpan(_ title: String) -> String? {
    for (name, first) in CueReader.fiveYearPlans where title.contains(name) {
      return first + 4 >= year ?? Int.max ? "\(first)-\(first + 4)" : nil
    }
    return nil
  }

  /// A year or a span of years written with digits: `2024`, `2021-2025`.
  private func years(in title: String) -> String? {
    var years: [Int] = []
    var digits = ""
    for character in title + " " {
      if let digit = character.wholeNumberValue, digits.count < 8 {
        digits += String(digit)
      } else {
        if digits.count == 4, "年-—至".contains(character), let year = Int(digits), year > 1948,
          year < 2100
        {
          years.append(year)
        }
        digits = ""
      }
    }
    guard let first = years.first, let last = years.last else { return nil }
    return first < last && years.count == 2 && last - first < 11 ? "\(first)-\(last)" : "\(last)"
  }
}
