import Domain

/// A circle as a table: what is reached in how many minutes, who is left out, what stands where.
struct CircleSheet: Publication {
  let report: CircleReport
  let words: Words
  let synthetic: String? = nil
  /// Sums of fewer than ten people are told as such.
  var hidesFew = false

  private var circle: Circle { report.circle }

  var title: String {
    let coverage = circle.coverage
    let share = Self.percent(coverage.share(circle.terms.minutes))
    return words(
      "\(report.title.chinese)：\(circle.terms.minutes) 分钟内可达 \(share)，\(Self.people(coverage.leftOut)) 人未覆盖",
      "\(report.title.english): \(share) within \(circle.terms.minutes) minutes, \(Self.people(coverage.leftOut)) people left out"
    )
  }

  var tab: String { words("可达性", "Reach") }

  var summary: [String] {
    [words("口径：", "Terms: ") + circle.terms.phrase(words.language)]
      + [report.roads.phrase(words.language)]
      + (report.siting.map { [Self.sitingNote($0, words)] } ?? [])
      + problems.map { "! " + $0 }
  }

  /// What does not count, point by point where these are nobody's matter.
  var problems: [String] {
    let homes = hidesFew ? [circle.lostHomes].compactMap { $0 } : circle.homeProblems
    return (circle.problems + homes).map { $0(words.language) }
  }

  var screen: Sheet {
    Sheet(
      columns: [
        Sheet.Column(title: words("项", "Item"), width: 12...40, wraps: true),
        Sheet.Column(title: words("人", "People"), isNumber: true, width: 6...14, keepsWidth: true),
        Sheet.Column(title: "%", isNumber: true, width: 5...8, keepsWidth: true),
        Sheet.Column(title: words("说明", "Note"), width: 10...60, wraps: true, rank: 6),
      ],
      groups: [sites, minutes, resilience, subdistricts, supply, facilities].filter {
        !$0.rows.isEmpty
      })
  }

  // MARK: Groups

  private var minutes: Sheet.Group {
    Sheet.Group(
      title: words("到最近一处", "To the nearest"),
      rows: bands(circle.terms.minutes).map { minute in
        row(
          words("\(minute) 分钟以内", "within \(minute) minute\(minute == 1 ? "" : "s")"),
          circle.coverage.within[minute],
          circle.coverage.total, "")
      })
  }

  private var resilience: Sheet.Group {
    guard circle.facilities.count > 1 else { return Sheet.Group(title: "", rows: []) }
    return Sheet.Group(
      title: words("最近一处停用时", "When the nearest fails"),
      rows: [
        row(
          words("\(circle.terms.minutes) 分钟内还有第二处", "a second one in time"),
          circle.resilience.within.last ?? 0, circle.resilience.total, "")
      ])
  }

  private var subdistricts: Sheet.Group {
    let left = circle.subdistricts.filter { $0.coverage.leftOut > 0 }
    return Sheet.Group(
      title: words("未覆盖的人", "People left out"),
      rows: left.map { name, coverage in
        row(
          name.isEmpty ? words("未写明街道", "no subdistrict given") : name, coverage.leftOut,
          coverage.total,
          words("共 \(Self.people(coverage.total)) 人", "of \(Self.people(coverage.total))"))
      })
  }

  /// Where capacities are told: what is in reach for a thousand people, shared with all who reach it.
  private var supply: Sheet.Group {
    guard circle.people.contains(where: { $0.supply != nil }) else {
      return Sheet.Group(title: "", rows: [])
    }
    let streets = Dictionary(grouping: circle.people) { $0.place.subdistrict ?? "" }
    let rows = streets.map { name, homes -> (name: String, people: Double, supply: Double) in
      let people = homes.reduce(0) { $0 + $1.place.people }
      let places = homes.reduce(0) { $0 + ($1.supply ?? 0) * $1.place.people }
      return (name, people, people > 0 ? places / people : 0)
    }
    return Sheet.Group(
      title: words("每千人可达容量（两步移动搜寻法 E2SFCA）", "Capacity in reach for 1,000 people (E2SFCA)"),
      rows: rows.sorted { ($0.supply, $0.name) < ($1.supply, $1.name) }.map { row in
        let supply = Exact(Int((row.supply * 10).rounded()), digits: 1).fixed(1)
        return [
          .text(row.name.isEmpty ? words("未写明街道", "no subdistrict given") : row.name),
          Cell(measured: row.people.rounded()), .empty,
          .text(words("每千人 \(supply)", "\(supply) for 1,000")),
        ]
      })
  }

  private var facilities: Sheet.Group {
    Sheet.Group(
      title: words("各设施（以它为最近的人）", "Facilities (people nearest to each)"),
      rows: circle.facilities.map { facility in
        row(
          facility.place.name, facility.served, circle.coverage.total, note(facility))
      })
  }

  private func note(_ facility: Circle.Facility) -> String {
    guard let joint = facility.joint else { return words("未接入路网", "not joined to the network") }
    let metres = Int(joint.metres.rounded())
    let distance = words("离路网 \(metres) 米", "\(metres) m from the network")
    guard let people = facility.inReach.map(Self.people) else { return distance }
    return words("时限内可达 \(people) 人；", "\(people) people in time; ") + distance
  }

  private var sites: Sheet.Group {
    guard let siting = report.siting else { return Sheet.Group(title: "", rows: []) }
    var before = siting.before
    return Sheet.Group(
      title: words("新增站点（\(siting.goal.chinese)）", "Sites to add (\(siting.goal.english))"),
      rows: siting.steps.map { step in
        let gain = step.value - before
        before = step.value
        let isPeople = siting.unit.english == "people"
        return [
          .text(step.place.name), isPeople ? Cell(measured: step.value.rounded()) : .empty,
          isPeople ? .text(Self.tenthText(step.value / max(1, circle.coverage.total))) : .empty,
          .text(Self.gain(gain, step.value, siting, words)),
        ]
      })
  }

  private func row(_ name: String, _ people: Double, _ total: Double, _ note: String) -> [Cell] {
    if hidesFew, people > 0, people < Circle.fewest {
      return [.text(name), .text("< 10"), .empty, .text(note)]
    }
    return [
      .text(name), Cell(measured: people.rounded()),
      .text(Self.tenthText(total > 0 ? people / total : 0)),
      .text(note),
    ]
  }

  /// Each minute where there are few, otherwise about ten of them, the limit always.
  private func bands(_ limit: Int) -> [Int] {
    let step = max(1, (limit + 9) / 10)
    return stride(from: step, to: limit, by: step) + [limit]
  }

  // MARK: Points

  var whole: Sheet {
    let titles = [
      words("编号", "key"), words("名称", "name"), words("街道", "subdistrict"),
      words("人口", "people"), words("经度", "lon"), words("纬度", "lat"), words("分钟", "minutes"),
      words("最近设施", "nearest"), words("第二近分钟", "second_minutes"),
      words("第二近设施", "second"), words("离路网米", "metres_from_road"),
      words("每千人可达容量", "capacity_per_1000"),
    ]
    return Sheet(
      columns: titles.map { Sheet.Column(title: $0) },
      groups: [Sheet.Group(title: "", rows: circle.people.map(cells))])
  }

  private func cells(_ home: Circle.Inhabited) -> [Cell] {
    [
      .text(home.place.key), .text(home.place.name), Cell(home.place.subdistrict),
      Cell(measured: home.place.people), Cell(measured: home.place.point.longitude),
      Cell(measured: home.place.point.latitude), Cell(measured: home.time.map(Self.minutes)),
      Cell(home.nearest.map { circle.facilities[$0].place.name }),
      Cell(measured: home.secondTime.map(Self.minutes)),
      Cell(home.second.map { circle.facilities[$0].place.name }),
      Cell(measured: home.joint.map { Self.tenthOf($0.metres) }),
      Cell(measured: home.supply.map { ($0 * 1000).rounded() / 1000 }),
    ]
  }

  var objects: [JSONValue] { [CircleJSON(report).value] }

  // MARK: Numbers

  static func percent(_ share: Double) -> String { tenthText(share) + " %" }

  /// With its one decimal, also where that is 0.
  static func tenthText(_ share: Double) -> String {
    Exact(Int((tenth(share) * 10).rounded()), digits: 1).fixed(1)
  }

  /// In percent; never rounded up to the whole while somebody is left out.
  static func tenth(_ share: Double) -> Double {
    let value = share * 100
    let rounded = (value * 10).rounded() / 10
    return rounded >= 100 && share < 1 ? 99.9 : rounded
  }

  static func people(_ count: Double) -> String { Cell(measured: count.rounded()).shown }

  static func minutes(_ tenths: Int) -> Double { tenthOf(Double(tenths) / 600) }

  private static func tenthOf(_ value: Double) -> Double { (value * 10).rounded() / 10 }

  static func gain(
    _ gain: Double, _ value: Double, _ siting: SitingReport, _ words: Words
  ) -> String {
    if siting.unit.english == "people" {
      return words("多覆盖 \(people(gain)) 人", "\(people(gain)) more people")
    }
    return words(
      "平均 \(Cell(measured: tenthOf(value)).shown) 分钟，缩短 \(Cell(measured: tenthOf(-gain)).shown)",
      "\(Cell(measured: tenthOf(value)).shown) minutes on average, \(Cell(measured: tenthOf(-gain)).shown) less"
    )
  }

  static func sitingNote(_ siting: SitingReport, _ words: Words) -> String {
    let candidates = words(
      "选址：\(siting.candidates) 个候选点", "Siting: \(siting.candidates) candidates")
    guard let gap = siting.gap else {
      let method = words("；贪心加交换，", "; greedy with exchanges, ")
      let proof =
        siting.solver.map { words("\($0) 没有在时间内给出界", "\($0) gave no bound in its time") }
        ?? words("没有用求解器证明", "not proven by a solver")
      return candidates + method + proof
    }
    let solver = siting.solver ?? ""
    return siting.isProven
      ? candidates + words("；\(solver) 证明为最优", "; proven the best by \(solver)")
      : candidates
        + words(
          "；与最优相差不超过 \(percent(gap))（\(solver) 的界）",
          "; at most \(percent(gap)) from the best (bound of \(solver))")
  }
}
