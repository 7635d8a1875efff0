import Domain

/// Promises beside claims as a table; the jsonl has the shape of the reading contract's third part.
struct ReconciliationSheet: Publication {
  let maps: [PairMap]
  let words: Words
  let synthetic: String? = nil

  init(_ all: [Reconciliation], _ words: Words) {
    maps = all.map(PairMap.init)
    self.words = words
  }

  var title: String {
    guard let only = maps.first, maps.count == 1 else {
      return words(
        "承诺对账：\(maps.count) 组报告", "Promise against claim: \(maps.count) pairs of reports")
    }
    return words("承诺对账：", "Promise against claim: ") + only.heading
  }

  var tab: String { words("承诺对账", "Promise against claim") }

  /// 兑现 34 + 未达 14 + … = 111
  var summary: [String] {
    let tally = ReconciliationTally(maps.map(\.reconciliation))
    return [
      tally.line(words),
      words(
        "“报告称”不是证据：这里只对照两份报告的话。",
        "A claim is no proof: this sets the words of two reports against each other."),
    ]
  }

  var screen: Sheet {
    Sheet(
      columns: [
        column(words("承诺", "Promised"), 18...44, wraps: true),
        column(words("结论", "Verdict"), 4...16),
        column(words("报告称", "Claimed"), 18...44, wraps: true),
        column(words("算式或理由", "Arithmetic or reason"), 16...40, wraps: true, rank: 6),
      ],
      groups: maps.map { map in
        Sheet.Group(
          title: map.heading,
          rows: map.reconciliation.pairs.map { pair in
            [
              .text(map.promise(pair)), .text(verdict(pair, map)), Cell(map.claim(pair)),
              .text(pair.note(words.language)),
            ]
          })
      })
  }

  /// The verdict, and the years where the promise comes back.
  private func verdict(_ pair: PromisePair, _ map: PairMap) -> String {
    let name = pair.verdict.words(words.language)
    let years = map.carriedYears(pair)
    guard let first = years.first, let last = years.last else { return name }
    return name + words("，沿用 \(first)–\(last)", ", repeated \(first)–\(last)")
  }

  var whole: Sheet {
    Sheet(
      columns: [
        column(words("地区", "Place"), 4...16), column(words("承诺年", "Promised in"), 4...8),
        column(words("报告年", "Reported in"), 4...8),
        column(words("承诺", "Promised"), 18...44, characters: 40),
        column(words("事项或指标", "Matter"), 8...20, characters: 20),
        column(words("语气", "Strength"), 4...8), column(words("结论", "Verdict"), 4...16),
        column(words("报告称", "Claimed"), 18...44, characters: 40),
        column(words("只在新安排里", "Only in the new plan"), 4...8),
        column(words("沿用年份", "Repeated in"), 4...12),
        column(words("算式或理由", "Arithmetic or reason"), 16...40, characters: 40),
        column(words("承诺位置", "Place of the promise"), 8...16),
        column(words("报告位置", "Place of the claim"), 8...16),
      ],
      groups: maps.map { map in
        Sheet.Group(title: map.heading, rows: map.reconciliation.pairs.map { row($0, map) })
      })
  }

  private func row(_ pair: PromisePair, _ map: PairMap) -> [Cell] {
    let years = map.carriedYears(pair).map(String.init).joined(separator: " ")
    return [
      .text(map.place), Cell(map.earlier.report.year.map { String($0) }),
      Cell(map.later.report.year.map { String($0) }), .text(map.promise(pair)),
      .text(pair.promise.matter), Cell(map.strength(pair)),
      .text(pair.verdict.words(words.language)), Cell(map.claim(pair)),
      Cell(pair.claim.map { $0.isPlan ? words("是", "yes") : words("否", "no") }), .text(years),
      .text(pair.note(words.language)),
      .text(span(map.earlier.offsets(pair.promise.range))),
      Cell(pair.claim.map { span(map.later.offsets($0.range)) }),
    ]
  }

  private func span(_ offsets: Range<Int>) -> String {
    "@\(offsets.lowerBound)-\(offsets.upperBound)"
  }

  private func column(
    _ title: String, _ width: ClosedRange<Int>, wraps: Bool = false, rank: Int = 9,
    characters: Double = 12
  ) -> Sheet.Column {
    Sheet.Column(title: title, width: width, wraps: wraps, rank: rank, characters: characters)
  }
}

extension ReconciliationSheet {
  var objects: [JSONValue] {
    maps.flatMap { map in map.reconciliation.pairs.map { object($0, map) } }
  }

  private func object(_ pair: PromisePair, _ map: PairMap) -> JSONValue {
    let target = map.target(pair)
    let number = target != nil || map.hasNumber(pair)
    return .object([
      ("place", .text(map.reconciliation.place)),
      ("promise", span(pair.promise.range, map.earlier)),
      ("claim", pair.claim.map { span($0.range, map.later) } ?? .null),
      ("verdict", .text(pair.verdict.rawValue)),
      ("note", .text((number ? "Q " : "") + pair.note(words.language))),
      ("place_name", JSONValue(map.earlier.report.place)),
      ("promised_in", JSONValue(map.earlier.report.year)),
      ("reported_in", JSONValue(map.later.report.year)),
      ("matter", .text(pair.promise.matter)),
      ("strength", JSONValue(map.strength(pair))),
      ("target", target.map(figure) ?? .null),
      ("claimed", map.answer(pair).map(figure) ?? .null),
      ("only_in_plan", .flag(pair.claim?.isPlan ?? false)),
      ("carried_over", .flag(pair.carried != nil)),
      ("promised_years", .list(map.carriedYears(pair).map { JSONValue($0) })),
      ("file", .text(map.earlier.report.name)),
      ("claim_file", .text(map.later.report.name)),
    ])
  }

  private func span(_ range: Range<Int>, _ map: SourceMap) -> JSONValue {
    let offsets = map.offsets(range)
    return .object([
      ("start", .whole(offsets.lowerBound)), ("end", .whole(offsets.upperBound)),
      ("text", .text(map.report.sourceString(range))),
    ])
  }

  private func figure(_ statement: Statement) -> JSONValue {
    .object([
      ("indicator", .text(statement.indicator)),
      ("relation", .text(statement.relation.rawValue)),
      ("bound", .text(statement.bound.rawValue)), ("value", JSONValue(statement.value.printed)),
      ("value2", JSONValue(statement.value2?.printed)),
      ("unit", .text(statement.unit)), ("period", JSONValue(statement.period)),
    ])
  }
}

extension PairMap {
  /// The promise's own words hold a number.
  func hasNumber(_ pair: PromisePair) -> Bool {
    guard case .task(let index) = pair.promise.kind else { return false }
    return !reconciliation.earlier.tasks[index].statements.isEmpty
  }
}

/// How many promises there are of each verdict; the parts add up to the whole.
struct ReconciliationTally {
  let counts: [(verdict: PromisePair.Verdict, count: Int)]
  let total: Int

  init(_ all: [Reconciliation]) {
    var sums: [PromisePair.Verdict: Int] = [:]
    for reconciliation in all { sums.merge(reconciliation.tally, uniquingKeysWith: +) }
    counts = PromisePair.Verdict.allCases.map { ($0, sums[$0] ?? 0) }
    total = counts.reduce(0) { $0 + $1.count }
  }

  func line(_ words: Words) -> String {
    let parts = counts.map { "\($0.verdict.words(words.language)) \($0.count)" }
    return parts.joined(separator: " + ") + words(" = \(total) 项承诺", " = \(total) promises")
  }
}
