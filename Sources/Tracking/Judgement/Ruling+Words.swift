import Domain

extension Ruling {
  /// `目标：新增高新技术企业 ≥ 52 家（达到该数即算）`.
  func rule(_ target: Target, _ requirement: Requirement) -> Phrase {
    let sign = sign(requirement.interval)
    let written =
      UnitScale.single(target.unit) == unit || target.unit == unit
      ? "" : "，原文 \(target.value) \(target.unit)"
    let aim = commitment.strength.map { "（\($0.rawValue)）" } ?? ""
    return Phrase(
      "目标\(aim)：\(sign) \(unit)；\(requirement.words.chinese)\(written)",
      "Target: \(sign) \(unit); \(requirement.words.english)")
  }

  private func sign(_ interval: Interval) -> String {
    if let lower = interval.lower, let upper = interval.upper {
      return "\(lower.value.short)–\(upper.value.short)"
    }
    if let lower = interval.lower { return "\(lower.isIncluded ? "≥" : ">") \(lower.value.short)" }
    return interval.upper.map { "\($0.isIncluded ? "≤" : "<") \($0.value.short)" } ?? ""
  }

  /// The comparison, the path, the rate needed from now on.
  func arithmetic(_ actual: Exact, _ judgement: Judgement) -> [Phrase] {
    [comparison(actual, judgement), neededWords(judgement)].compactMap { $0 }
  }

  private func comparison(_ actual: Exact, _ judgement: Judgement) -> Phrase? {
    guard let value else { return nil }
    var parts = [share(actual, value)]
    if let required = judgement.required, hasPath { parts.append(path(required, value)) }
    switch judgement.pace {
    case .ahead(let by): parts.append(distance(Phrase("超前", "ahead by"), by))
    case .behind(let by): parts.append(distance(Phrase("滞后", "behind by"), by))
    case .on: parts.append(Phrase("与序时持平", "on the path"))
    case .none: break
    }
    return .list(parts)
  }

  private func share(_ actual: Exact, _ value: Exact) -> Phrase {
    guard !measure.isRate, value != .zero, let share = Exact.hundredths(actual, of: value) else {
      let text = "\(amount(actual, unit)) − \(amount(value, unit)) = \((actual - value).short)"
      return Phrase("\(text) 个百分点", "\(text) points")
    }
    let text = "\(amount(actual, unit)) ÷ \(amount(value, unit)) = \(share.points) %"
    return Phrase(text, text)
  }

  private func path(_ required: Exact, _ value: Exact) -> Phrase {
    let share = (Exact.hundredths(required, of: value) ?? .zero).points
    switch commitment.path ?? .linear {
    case .linear:
      let days = Schedule(path: .linear, period: frame.window).days(at: frame.asOf)
      guard measure.series == nil else { break }
      return Phrase(
        "序时应达 \(share) %（\(days.gone)/\(days.all) 天）",
        "the path asks for \(share) % (\(days.gone) of \(days.all) days)")
    default: break
    }
    return Phrase("序时应达 \(share) %", "the path asks for \(share) %")
  }

  private func distance(_ word: Phrase, _ by: Exact) -> Phrase {
    Phrase(
      "\(word.chinese) \(by.points) 个百分点（按未舍入值相减）",
      "\(word.english) \(by.points) points (of unrounded values)")
  }

  private func neededWords(_ judgement: Judgement) -> Phrase? {
    guard let needed = judgement.needed else { return nil }
    let months = Schedule.monthsLeft(after: frame.asOf, to: commitment.deadline).short
    return Phrase(
      "距期限 \(months) 个月，今后每月需 \(amount(needed, unit))",
      "\(months) months are left; \(amount(needed, unit)) are needed each month")
  }
}
