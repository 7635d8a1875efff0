import Domain

/// The judged table: short for a screen, whole for a workbook.
struct AccountSheet: Publication {
  let rows: [AccountRow]
  let heading: AccountHeading
  let words: Words
  let synthetic: String?

  var title: String {
    words.heading(heading.place, years) + words(" 承诺事项研判", ": commitments judged")
      + words("  截至 ", ", as of ") + heading.asOf.description
  }

  /// Of the plans in it.
  private var years: [Int] {
    let years = Set(rows.compactMap(\.year)).sorted()
    return years.isEmpty ? [heading.year].compactMap(\.self) : years
  }

  var tab: String { words("研判", "Judged") }
  var summary: [String] {
    AccountTally(rows).lines(words) + DepartureWords(words).lines(heading.departures)
  }

  var notes: [String] {
    [
      words(
        "状态由佐证按规则推出，任何人不能手工设定；“尚不能判”是期限或数据未到，“无法核验”是没有可用的口径。",
        "States follow from evidence by rule; nobody sets them. “not yet”: not due, or its data is not; “unverifiable”: nothing measures it."
      ),
      words(
        "序时：完成比例与序时要求之差，为负表示滞后；按未舍入的数相减。",
        "Pace: share done less share required by now; negative is behind; from unrounded numbers."),
      words(
        "界限按法律用语：以上、以下、以内含本数；超过、突破、不足、余不含本数（民法典第1259条）。",
        "Bounds as the law uses them: 以上, 以下, 以内 include the number; 超过, 突破, 不足, 余 do not."),
    ] + (heading.anchor.map { [words.anchor($0)] } ?? [])
  }

  /// Themes in the order in which they first occur, baselines last.
  private var groups: [(title: String, rows: [AccountRow])] {
    var groups: [(title: String, rows: [AccountRow])] = []
    for row in rows where !row.isBaseline {
      let theme = row.commitment.theme ?? words("其他", "other")
      if let index = groups.firstIndex(where: { $0.title == theme }) {
        groups[index].rows.append(row)
      } else {
        groups.append((theme, [row]))
      }
    }
    let baselines = rows.filter(\.isBaseline)
    let title = words("基数（上年结果，不计入承诺）", "baselines (last year's results, no commitments)")
    return groups + (baselines.isEmpty ? [] : [(title, baselines)])
  }
}

extension AccountSheet {
  var screen: Sheet {
    Sheet(
      columns: screenColumns,
      groups: groups.map { Sheet.Group(title: $0.title, rows: $0.rows.map(screenCells)) })
  }

  private var screenColumns: [Sheet.Column] {
    [
      .init(title: words("编号", "id"), width: 4...8),
      .init(title: words("状态", "state"), width: 10...14, keepsWidth: true),
      .init(title: words("事项", "commitment"), width: 14...40, wraps: true),
      .init(title: words("实际", "actual"), isNumber: true, width: 6...16, keepsWidth: true),
      .init(
        title: words("目标", "target"), isNumber: true, width: 6...18, wraps: true, keepsWidth: true),
      .init(title: words("单位", "unit"), width: 4...10, keepsWidth: true, rank: 8),
      .init(title: words("差额", "gap"), width: 8...20, wraps: true, rank: 7),
      .init(title: words("序时", "pace"), width: 10...24, wraps: true, rank: 6),
      .init(
        title: words("每月需", "a month"), isNumber: true, width: 5...12, keepsWidth: true, rank: 5),
      .init(title: words("数据", "data"), width: 6...11, keepsWidth: true, rank: 4),
      .init(title: words("佐证", "proof"), width: 8...22, wraps: true, rank: 3),
      .init(title: words("牵头", "lead"), width: 8...12, wraps: true, rank: 8),
      .init(title: words("灯", "light"), width: 4...6, keepsWidth: true, rank: 2),
      .init(title: words("疑点", "doubts"), isNumber: true, width: 4...6, keepsWidth: true, rank: 2),
      .init(title: words("说明", "remarks"), width: 16...44, wraps: true, rank: 1),
    ]
  }

  private func screenCells(_ row: AccountRow) -> [Cell] {
    let judgement = row.judgement
    let gap = Gap(row, words)
    return [
      .text(row.commitment.id), .text(words.state(row)), .text(title(row)), .text(actual(row)),
      .text(target(row)), .text(row.unit), .text(gap.text),
      .text(judgement.state == .met ? "" : words.pace(judgement.pace)), .text(gap.needed),
      .text(judgement.state == .unverifiable ? "" : words.data(judgement.data)),
      Cell(judgement.proof.map(words.proof)), Cell(row.commitment.units.first),
      Cell(judgement.light.map(words.light)), .text(doubts(row)),
      .text(remarks(row, withTurns: true)),
    ]
  }

  private func doubts(_ row: AccountRow) -> String {
    let count = FindingLines.count(row.judgement.findings)
    return count == 0 ? "" : String(count)
  }

  private func title(_ row: AccountRow) -> String {
    words.language == .english
      ? row.commitment.english ?? row.commitment.title : row.commitment.title
  }

  private func actual(_ row: AccountRow) -> String {
    if let actual = row.judgement.actual {
      return row.shown(actual)
    }
    return row.isPublished ? words("未公布", "unpublished") : ""
  }

  /// In the unit of the row; below it the first target, where it was changed.
  private func target(_ row: AccountRow) -> String {
    guard var target = row.commitment.target ?? implied(row) else { return "" }
    let unit = target.unit
    let beside = row.judgement.actual.map { [$0] } ?? []
    if let value = row.judgement.target { target = target.measured(as: value, row.unit) }
    guard var first = row.firstTarget else { return words.target(target, beside: beside) }
    if first.unit == unit, let value = row.judgement.target, let now = row.commitment.target?.value,
      let factor = value / now
    {
      first = first.measured(as: first.value * factor, row.unit)
    }
    return words.target(target, beside: beside) + "\n" + words("原 ", "was ") + words.target(first)
  }

  /// Where the parts have the targets: all of them.
  private func implied(_ row: AccountRow) -> Target? {
    row.judgement.target.map { Target(value: $0, unit: row.unit) }
  }

  /// - Parameter withTurns: where the table has no column of its own for them.
  func remarks(_ row: AccountRow, withTurns: Bool = false) -> String {
    let parts = [
      [.notYet, .unverifiable].contains(row.judgement.state)
        ? words.reason(row.judgement.value) : nil,
      withTurns && row.judgement.turns != nil
        ? words("计划变更：", "amended: ") + TurnWords(words).short(row.judgement.turns) : nil,
      leftOut(row, words("已剔除 ", "left out "), isRefusal: true),
      leftOut(row, words("另列 ", "beside it "), isRefusal: false),
      PartLines(words: words).summary(row.judgement.parts),
      FindingLines(words: words).summary(row.judgement.findings),
      row.judgement.traces.map { TraceWords(words: words).counts($0) },
    ]
    return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: words("；", "; "))
  }

  private func leftOut(_ row: AccountRow, _ title: String, isRefusal: Bool) -> String? {
    let items = row.judgement.leftOut.filter { $0.reason.isRefusal == isRefusal }
    guard !items.isEmpty else { return nil }
    return title
      + items.map {
        words("\($0.count)（\(words.reason($0.reason))）", "\($0.count) (\(words.reason($0.reason)))")
      }.joined(separator: words("、", ", "))
  }
}

extension AccountSheet {
  var whole: Sheet {
    Sheet(
      columns: wholeColumns,
      groups: [
        .init(
          title: "",
          rows: groups.flatMap { $0.rows.map(wholeCells) } + heading.departures.map(departedCells))
      ])
  }

  private var wholeColumns: [Sheet.Column] {
    [
      .init(title: words("编号", "id"), characters: 8),
      .init(title: words("事项", "commitment"), wraps: true, characters: 30),
      .init(title: words("主题", "theme"), wraps: true, characters: 12),
      .init(title: words("类别", "kind"), characters: 8),
      .init(title: words("状态", "state"), characters: 11),
      .init(title: words("实际", "actual"), isNumber: true, characters: 11),
      .init(title: words("目标", "target"), isNumber: true, characters: 11),
      .init(title: words("目标写法", "target as written"), characters: 12),
      .init(title: words("单位", "unit"), characters: 8),
      .init(title: words("差额", "missing"), isNumber: true, characters: 10),
      .init(title: words("序时差（百分点）", "pace (points)"), isNumber: true, characters: 10),
      .init(title: words("每月需", "needed a month"), isNumber: true, characters: 10),
      .init(title: words("数据", "data"), characters: 9),
      .init(title: words("佐证等级", "proof"), characters: 12),
      .init(title: words("原目标", "first target"), characters: 10),
      .init(title: words("牵头单位", "lead"), wraps: true, characters: 12),
      .init(title: words("配合单位", "cooperating"), wraps: true, characters: 16),
      .init(title: words("期限", "deadline"), characters: 11),
      .init(title: words("灯", "light"), characters: 6),
      .init(title: words("撤去", "removed"), isNumber: true, characters: 6),
      .init(title: words("更正", "altered"), isNumber: true, characters: 6),
      .init(title: words("计划变更", "amended"), wraps: true, characters: 36),
      .init(title: words("疑点", "doubts"), isNumber: true, characters: 6),
      .init(title: words("各部分", "parts"), wraps: true, characters: 24),
      .init(title: words("说明", "remarks"), wraps: true, characters: 36),
      .init(title: words("截至", "as of"), characters: 11),
      .init(title: words("地区", "place"), wraps: true, characters: 12),
      .init(title: words("年份", "year"), characters: 7),
    ]
  }

  private func wholeCells(_ row: AccountRow) -> [Cell] {
    let (commitment, judgement) = (row.commitment, row.judgement)
    return [
      .text(commitment.id), .text(title(row)), Cell(commitment.theme),
      .text(words.kind(commitment.kind)), .text(words.stateName(row)),
      Cell(rounded: judgement.actual, beside: judgement.beside, asPublished: row.isPublished),
      Cell(judgement.target),
      Cell(commitment.target.map { words.target($0) + $0.unit }), .text(row.unit),
      Cell(rounded: Gap(row, words).missing, beside: [.zero], asPublished: row.isPublished),
      Cell(rounded: judgement.pace.signed, beside: [.zero]),
      Cell(rounded: Gap(row, words).neededTenths),
      .text(words.data(judgement.data)), Cell(judgement.proof.map(words.proof)),
      Cell(row.firstTarget.map { words.target($0) + $0.unit }), Cell(commitment.units.first),
      .text(commitment.units.dropFirst().joined(separator: words("、", ", "))),
      .text(commitment.deadline.description), Cell(judgement.light.map(words.light)),
      count(.removed, judgement), count(.altered, judgement),
      .text(TurnWords(words).short(judgement.turns)),
      Cell(Exact(FindingLines.count(judgement.findings))),
      .text(PartLines(words: words).summary(judgement.parts)), .text(remarks(row)),
      .text(heading.asOf.description), Cell(heading.place),
      Cell((row.year ?? heading.year).map(String.init)),
    ]
  }

  private func count(_ kind: Trace.Kind, _ judgement: Judgement) -> Cell {
    let traces = (judgement.traces ?? []).filter { $0.kind == kind }
    return Cell(rounded: Exact(traces.reduce(0) { $0 + $1.count }))
  }

  /// What left the plan: named with its state and decision, never judged.
  private func departedCells(_ departure: Departure) -> [Cell] {
    let commitment = departure.commitment
    let empty = [Cell](repeating: .empty, count: 6)
    return [
      .text(commitment.id),
      .text(words.language == .english ? commitment.english ?? commitment.title : commitment.title),
      Cell(commitment.theme), .text(words.kind(commitment.kind)),
      .text(words.state(commitment.state)), .empty, .empty,
      Cell(commitment.target.map { words.target($0) + $0.unit }), Cell(commitment.target?.unit),
    ] + empty + [
      Cell(commitment.units.first),
      .text(commitment.units.dropFirst().joined(separator: words("、", ", "))),
      .text(commitment.deadline.description), .empty, .empty, .empty,
      .text(TurnWords(words).short(departure.turn)), .empty,
      .text(heading.asOf.description), Cell(heading.place),
      Cell((departure.year ?? heading.year).map(String.init)),
    ]
  }

  var objects: [JSONValue] {
    let rows = rows.map { (JSONValue.account($0, words), $0.year) }
    let departed = heading.departures.map { (DepartureWords(words).value($0), $0.year) }
    return (rows + departed).map { value, year in
      value.with("place", JSONValue(heading.place))
        .with("year", JSONValue(year ?? heading.year))
    }
  }
}

extension Words {
  /// The state's word without its sign.
  func stateName(_ row: AccountRow) -> String {
    String(state(row).drop { $0 != " " }.dropFirst())
  }
}

extension Target {
  /// The same bound on another number of another unit; a range keeps its upper end in step.
  func measured(as value: Exact, _ unit: String) -> Target {
    guard value != self.value else { return self }
    var target = self
    if let upper = value2, let factor = value / self.value { target.value2 = upper * factor }
    target.value = value
    target.unit = unit
    return target
  }
}

extension Judgement.Pace {
  /// Percentage points ahead, below nothing when behind; nil where there is no pace.
  var signed: Exact? {
    switch self {
    case .ahead(let by): by
    case .on: .zero
    case .behind(let by): -by
    case .none: nil
    }
  }
}
