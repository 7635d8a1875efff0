import Domain

/// The product's words for the values of the domain, in one language.
struct Words: Sendable {
  let language: Language

  init(_ language: Language) { self.language = language }

  func callAsFunction(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  func kind(_ kind: Statement.Kind) -> String {
    switch kind {
    case .target: self("目标", "target")
    case .claim: self("报告称", "claimed")
    case .background: self("背景", "background")
    }
  }

  func kind(_ kind: Report.Kind) -> String {
    switch kind {
    case .workReport: self("政府工作报告", "work report")
    case .news: self("报告新闻稿", "news of a report")
    case .division: self("重点工作分工", "division of work")
    case .bulletin: self("公报", "bulletin")
    case .other: self("文件种类未判明", "kind not known")
    }
  }

  /// The relation; growth and change of a falling value say so, as their size is then shown.
  func relation(_ relation: Statement.Relation, falling: Bool) -> String {
    switch relation {
    case .level: self("水平", "level")
    case .growth: falling ? self("下降", "fall") : self("增长", "growth")
    case .change: falling ? self("减少", "decrease") : self("增减", "change")
    case .share: self("占比", "share")
    case .count: self("数量", "count")
    case .rank: self("位次", "rank")
    case .multiple: self("倍数", "multiple")
    }
  }

  func bound(_ bound: Statement.Bound, strict: Bool) -> String {
    switch bound {
    case .exact: self("等于", "exact")
    case .atLeast: strict ? self("超过", "more than") : self("不低于", "at least")
    case .atMost: strict ? self("低于", "less than") : self("不高于", "at most")
    case .about: strict ? self("略多于", "somewhat over") : self("约", "about")
    case .between: self("区间", "between")
    }
  }

  func nature(_ nature: Statement.Nature) -> String {
    switch nature {
    case .binding: self("约束性", "binding")
    case .expected: self("预期性", "expected")
    }
  }

  /// `济南市市中区 2023年`; what was not found is said, not left out.
  func heading(_ report: Report) -> String {
    let place = report.place?.onOneLine ?? self("地区未判明", "place not known")
    let year = report.year.map { self("\($0)年", String($0)) } ?? self("年份未判明", "year not known")
    return "\(place) \(year)"
  }
}

extension Statement {
  /// True for growth and change below nothing: shown as a fall by the value's size.
  var isFall: Bool { (relation == .growth || relation == .change) && value < 0 }

  private var shownValue: Exact { isFall ? -value : value }

  /// `≥12`, `>90`, `≈5.5`, `5–5.5`, with thousands separated; falls show their size.
  var boundedValue: String {
    let number = shownValue.grouped
    if bound == .between, let upper = value2 {
      return "\(number)–\((isFall ? upper.magnitude : upper).grouped)"
    }
    return sign + number
  }

  private var sign: String {
    switch bound {
    case .exact, .between: ""
    case .atLeast: strict ? ">" : "≥"
    case .atMost: strict ? "<" : "≤"
    case .about: strict ? ">" : "≈"
    }
  }

  /// What else is known, in a few words: nature, the statement it repeats, the note.
  func remarks(_ words: Words) -> String {
    let parts = [
      nature.map(words.nature),
      restates.map { words("重述 \($0)", "restates \($0)") },
      note?.onOneLine,
    ]
    return parts.compactMap { $0 }.joined(separator: words("；", "; "))
  }
}
