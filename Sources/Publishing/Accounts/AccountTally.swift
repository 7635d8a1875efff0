import Domain

/// How many commitments are in which state; parts add up to the whole, baselines apart.
struct AccountTally: Sendable {
  private(set) var counts: [Judgement.State: Int] = [:]
  private(set) var baselines: [Judgement.State: Int] = [:]
  /// Commitments with doubts, and how many doubts they have.
  private(set) var doubtful: (commitments: Int, doubts: Int) = (0, 0)
  /// The commitments of each plan, where there are those of several years.
  private(set) var years: [Int: [Judgement.State: Int]] = [:]

  init(_ rows: [AccountRow]) {
    for row in rows {
      let doubts = FindingLines.count(row.judgement.findings)
      if doubts > 0 { doubtful = (doubtful.commitments + 1, doubtful.doubts + doubts) }
      if row.isBaseline {
        baselines[row.judgement.state, default: 0] += 1
      } else {
        counts[row.judgement.state, default: 0] += 1
        if let year = row.year { years[year, default: [:]][row.judgement.state, default: 0] += 1 }
      }
    }
    if years.count < 2 { years = [:] }
  }

  var total: Int { counts.values.reduce(0, +) }

  /// `88 项 = 31 已兑现 + …`, the shares, and the baselines.
  func lines(_ words: Words) -> [String] {
    let states = Judgement.State.allCases
    let parts = Self.parts(counts, words)
    var lines = [words("承诺事项 \(total) 项 = \(parts)", "\(total) commitments = \(parts)")]
    if total > 0 {
      let shares = Shares.printed(states.map { counts[$0] ?? 0 }, decimals: 1)
      lines.append(
        words("占比 ", "shares ") + shares.map { $0 + "%" }.joined(separator: " + ") + " = 100%")
    }
    return lines + yearLines(words) + baselineLine(words) + [doubts(words)].compactMap { $0 }
  }

  /// `其中 2025 年计划 66 项 = …`, one for each year where there are several.
  func yearLines(_ words: Words) -> [String] {
    years.sorted { $0.key < $1.key }.map { year, counts in
      let (total, parts) = (counts.values.reduce(0, +), Self.parts(counts, words))
      return words(
        "其中 \(year) 年计划 \(total) 项 = \(parts)", "of the plan of \(year): \(total) = \(parts)")
    }
  }

  private static func parts(_ counts: [Judgement.State: Int], _ words: Words) -> String {
    Judgement.State.allCases.map { "\(counts[$0] ?? 0) \(words.name($0))" }
      .joined(separator: " + ")
  }

  /// `另列疑点 5 条，涉及 3 项（不改变结论）`; nil for none.
  func doubts(_ words: Words) -> String? {
    guard doubtful.doubts > 0 else { return nil }
    return words(
      "另列疑点 \(doubtful.doubts) 条，涉及 \(doubtful.commitments) 项",
      "beside them \(doubtful.doubts) doubts about \(doubtful.commitments) commitments")
  }

  private func baselineLine(_ words: Words) -> [String] {
    guard !baselines.isEmpty else { return [] }
    let parts = Judgement.State.allCases.compactMap { state -> String? in
      guard let count = baselines[state] else { return nil }
      let name =
        switch state {
        case .met: words("相符", "agree")
        case .notMet: words("不符", "disagree")
        default: words.name(state)
        }
      return "\(count) \(name)"
    }
    let count = baselines.values.reduce(0, +)
    return [
      words("另有基数 \(count) 项（不计入承诺） = ", "baselines (no commitments): \(count) = ")
        + parts.joined(separator: " + ")
    ]
  }
}
