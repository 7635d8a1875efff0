extension Registry.Check {
  /// What the check asks, in words: 「取消日期」不早于「发证日期」.
  public var words: Phrase {
    let rule = self.rule.words
    return note.map { Phrase("\(rule.chinese)；\($0)", rule.english) } ?? rule
  }
}

extension Registry.Check.Rule {
  var words: Phrase {
    switch self {
    case .order(let names, let days?):
      Phrase(
        "\(Self.list(names)) 相隔不应少于 \(days) 天",
        "at least \(days) days between \(Self.list(names, ", "))")
    case .order(let names, nil):
      Phrase("\(Self.list(names)) 应依次在后", "\(Self.list(names, ", ")) in this order")
    case .rising(let names):
      Phrase("\(Self.list(names)) 应依次不减", "\(Self.list(names, ", ")) never less than before")
    case .holds: Phrase("应同时满足的条件不满足", "conditions that belong together do not hold")
    case .year(let rule):
      Phrase("「\(rule.of)」中的年份应与「\(rule.on)」相符", "the year in \(rule.of) is that of \(rule.on)")
    case .rate(let rule):
      Phrase("「\(rule.is)」应等于「\(rule.of)」÷「\(rule.to)」", "\(rule.is) is \(rule.of) ÷ \(rule.to)")
    case .division(let rule):
      Phrase("「\(rule.of)」中的区划应为本区", "the division in \(rule.of) is the district's")
    case .parts(let rule):
      Phrase(
        "「\(rule.on)」不应早于\(rule.registry)的「\(rule.date)」",
        "\(rule.on) is not before \(rule.date) of \(rule.registry)")
    case .total(let rule):
      Phrase(
        "\(rule.registry)的「\(rule.field)」合计不应超过「\(rule.atMost)」",
        "\(rule.field) of \(rule.registry) adds up to no more than \(rule.atMost)")
    case .alive(let rule):
      Phrase(
        "「\(rule.on)」时应未到\(rule.registry)的「\(rule.until)」",
        "on \(rule.on), \(rule.until) of \(rule.registry) is not over")
    case .known(let rule):
      Phrase("「\(rule.by)」应在\(rule.registry)里", "\(rule.by) is in \(rule.registry)")
    case .tally(let rule):
      Phrase(
        "「\(rule.is)」应与\(rule.registry)的「\(rule.field)」合计相符（±\(rule.within)%）",
        "\(rule.is) is what \(rule.field) of \(rule.registry) adds up to (±\(rule.within) %)")
    }
  }

  private static func list(_ names: [String], _ separator: String = "、") -> String {
    names.map { "「\($0)」" }.joined(separator: separator)
  }
}
