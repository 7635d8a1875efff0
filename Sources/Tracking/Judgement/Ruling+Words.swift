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
      return "\(lower.value.inFull)–\(upper.value.inFull)"
    }
    if let lower = interval.lower { return "\(lower.isIncluded ? "≥" : ">") \(lower.value.inFull)" }
    return interval.upper.map { "\($0.isIncluded ? "≤" : "<") \($0.value.inFull)" } ?? ""
  }

  /// The comparison, the path, the rate needed from now on.
  func arithmetic(_ actual: Exact, _ judgement: Judgement) -> [Phrase] {
    [comparison(actual, judgement), neededWords(judgement)].compactMap { $0 }
  }

  private func comparison(_ actual: Exact, _ judgement: Judgement) -> Phrase? {
    guard let value else { return nil }
    let asked = hasPath ? judgement.required.flatMap { Exact.hundredths($0, of: value) } : nil
    var parts = [share(actual, value, asked, judgement.beside)]
    if let asked { parts.append(path(asked, Exact.hundredths(actual, of: value))) }
    switch judgement.pace {
    case .ahead(let by): parts.append(distance(Phrase("超前", "ahead by"), by))
    case .behind(let by): parts.append(distance(Phrase("滞后", "behind by"), by))
    case .on: parts.append(Phrase("与序时持平", "on the path"))
    case .none: break
    }
    return .list(parts)
  }

  /// - Parameter asked: the share of the target that the path asks for.
  private func share(
    _ actual: Exact, _ value: Exact, _ asked: Exact?, _ beside: [Exact]
  ) -> Phrase {
    let sides = amount(actual, unit, beside: beside)
    let aim = unit.isEmpty ? value.inFull : "\(value.inFull) \(unit)"
    guard !measure.isRate, let share = Exact.hundredths(actual, of: value) else {
      let text = "\(sides) − \(aim) = \((actual - value).shown(beside: [.zero]))"
      return Phrase("\(text) 个百分点", "\(text) points")
    }
    let text = "\(sides) ÷ \(aim) = \(share.points(beside: [100, asked].compactMap { $0 })) %"
    return Phrase(text, text)
  }

  private func path(_ asked: Exact, _ done: Exact?) -> Phrase {
    let share = asked.points(beside: done.map { [$0] } ?? [])
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
      "\(word.chinese) \(by.points(beside: [.zero])) 个百分点（按未舍入值相减）",
      "\(word.english) \(by.points(beside: [.zero])) points (of unrounded values)")
  }

  private func neededWords(_ judgement: Judgement) -> Phrase? {
    guard let needed = judgement.needed else { return nil }
    let months = Schedule.monthsLeft(after: frame.asOf, to: commitment.deadline).short
    return Phrase(
      "距期限 \(months) 个月，今后每月需 \(amount(needed, unit, beside: [.zero]))",
      "\(months) months are left; \(amount(needed, unit, beside: [.zero])) are needed each month")
  }
}
