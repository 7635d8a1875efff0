import Domain

/// SplitMix64: the same seed gives the same values everywhere.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Makes values of the domain that have every case and the text that YAML is known to trip over.
struct Maker {
  var random: Seeded
  init(seed: UInt64) { random = Seeded(seed) }

  static let nasty = [
    "yes", "No", "null", "~", "", " ", "1.0", "007", "1e3", "0x1F", "2023-11-30", "12:30", "- a",
    "a: b", ": ", "a #b", "#b", "'", "\"", "\\", "'a'", "\"b\" c", "第一行\n第二行", "\n", "a\n\n  b\n",
    "「全面完成」", "，。：；", "😀👨‍👩‍👧", "𠀀𠮷", "  前有空格", "后有空格 ", "\t制表", "a\tb", "[甲, 乙]", "{甲: 乙}", "&锚 *别名",
    "*a", "&a", "!!str x", "!x", "%YAML", "@a", "`a`", "---", "...", "--- a", "? a", "| a", "> a",
    "<<", "=", "a\r\nb", "\u{85}", "\u{2028}x", "x\u{FEFF}y", "\u{0}\u{7}", "\u{7F}", "e\u{301}",
    "超过80%、不足1亿元（含）", "true", "off", ".5", "+1", "1_000", "52家", "60/40", "linear", "active",
    String(repeating: "很长的一句话，", count: 40), "a,b", "a]b", "key:", ":key", "\u{200B}零宽",
    "\u{202E}反向",
  ]

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(random.next() % UInt64(values.count))]
  }

  mutating func chance(_ percent: UInt64) -> Bool { random.next() % 100 < percent }
  mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func maybe<Value>(_ make: (inout Maker) -> Value) -> Value? {
    chance(50) ? make(&self) : nil
  }

  mutating func list<Value>(_ range: Range<Int>, _ make: (inout Maker) -> Value) -> [Value] {
    (0..<number(range)).map { _ in make(&self) }
  }

  mutating func text() -> String {
    chance(70) ? pick(Self.nasty) : pick(Self.nasty) + pick(Self.nasty)
  }

  mutating func day() -> Day { Day(number: number(0..<30_000)) }

  mutating func period() -> Period {
    let first = day()
    let periods = [
      Period.year(number(1990..<2050)), Period.month(2023, number(1..<13)),
      Period.months(2023, through: number(1..<13)),
      Period(first, first.adding(days: number(0..<90))),
    ]
    return pick(periods.compactMap { $0 })
  }

  mutating func exact() -> Exact {
    let over = Exact(Int128(number(-99..<99)), over: Int128(number(1..<99)))
    return pick([Exact(number(-9..<99_999)), Exact(number(0..<9999), digits: 2), over ?? .zero])
  }

  mutating func tolerance() -> Tolerance {
    Tolerance(value: exact(), kind: pick([.points, .percent]), declared: maybe { $0.day() })
  }

  mutating func target() -> Target {
    Target(
      value: exact(), value2: maybe { $0.exact() }, bound: pick(Statement.Bound.allCases),
      strict: maybe { $0.chance(50) }, unit: text(), tolerance: maybe { $0.tolerance() })
  }
}

extension Maker {
  mutating func interval() -> Interval {
    var interval = Interval()
    if chance(60) { interval.lower = .init(exact(), isIncluded: chance(50)) }
    if chance(60) { interval.upper = .init(exact(), isIncluded: chance(50)) }
    return interval
  }

  mutating func conditions(_ depth: Int) -> [Condition] { list(0..<3) { $0.condition(depth) } }

  mutating func condition(_ depth: Int) -> Condition {
    switch number(0..<(depth > 0 ? 9 : 6)) {
    case 0: .isOne(field: text(), of: list(1..<4) { $0.text() })
    case 1: .isNone(field: text(), of: list(1..<4) { $0.text() })
    case 2: .lies(field: text(), in: interval())
    case 3: .present(field: text())
    case 4: .absent(field: text())
    case 5: .reached(field: text())
    case 6: .every(registry: text(), by: text(), conditions(depth - 1))
    case 7: .some(registry: text(), by: text(), conditions(depth - 1))
    default: .either(list(1..<3) { $0.conditions(depth - 1) })
    }
  }

  mutating func measure(_ depth: Int) -> Measure {
    switch number(0..<(depth > 0 ? 9 : 6)) {
    case 0:
      .reported(
        .init(
          series: text(), form: pick(Observation.Form.allCases),
          price: maybe { $0.pick(PriceBasis.allCases) }, currency: maybe { $0.text() }))
    case 1: .count(count())
    case 2:
      .stock(
        .init(
          registry: text(), from: maybe { $0.text() }, until: maybe { $0.text() },
          where: maybe { $0.conditions(2) }, distinct: maybe { $0.list(0..<3) { $0.text() } },
          field: maybe { $0.text() }))
    case 3:
      .sum(
        .init(
          registry: text(), field: text(), dated: text(), where: maybe { $0.conditions(2) },
          claimed: maybe { $0.text() }))
    case 4:
      .coverage(
        .init(facilities: text(), population: text(), mode: text(), minutes: number(1..<60)))
    case 5: .milestones(list(0..<4) { $0.milestone() })
    case 6: .growth(measure(depth - 1))
    case 7:
      .ratio(
        .init(of: measure(depth - 1), to: measure(depth - 1), unit: maybe { $0.text() }))
    default:
      .all(
        list(0..<3) {
          Measure.Part(title: $0.text(), target: $0.target(), measure: $0.measure(depth - 1))
        })
    }
  }

  mutating func count() -> Measure.Count {
    Measure.Count(
      registry: text(), dated: text(), where: maybe { $0.conditions(2) },
      distinct: maybe { $0.list(0..<3) { $0.text() } },
      newness: maybe { $0.pick(Measure.Newness.allCases) }, ended: maybe { $0.text() },
      claimed: maybe { $0.text() })
  }

  mutating func milestone() -> Measure.Milestone {
    Measure.Milestone(id: text(), title: text(), proof: text(), due: maybe { $0.day() })
  }

  mutating func path() -> Path {
    let nodes = list(0..<13) { Path.Node(day: $0.day(), percent: $0.exact()) }
    return pick([.linear, .annual, .halves(first: number(0..<101)), .nodes(nodes)])
  }

  mutating func commitment(_ id: String) -> Commitment {
    var commitment = Commitment(
      id: id, title: text(), english: maybe { $0.text() },
      origins: list(0..<3) { $0.origin() }, kind: pick(Commitment.Kind.allCases),
      theme: maybe { $0.text() }, period: period(), deadline: day(), target: maybe { $0.target() },
      strength: maybe { $0.pick(Commitment.Strength.allCases) },
      nature: maybe { $0.pick(Statement.Nature.allCases) }, units: list(0..<5) { $0.text() })
    commitment.measure = maybe { $0.measure(3) }
    commitment.unverifiable = maybe { $0.text() }
    commitment.path = maybe { $0.path() }
    commitment.settles = maybe { $0.number(0..<24) }
    commitment.proof = maybe { $0.pick(Grade.allCases) }
    commitment.predecessor = maybe {
      .init(year: $0.number(2000..<2024), id: $0.maybe { $0.text() }, title: $0.maybe { $0.text() })
    }
    commitment.state = pick([
      .active, .withdrawn, .merged(into: "P1"), .split(into: ["P16a", "P16b"]),
    ])
    commitment.note = maybe { $0.text() }
    return commitment
  }

  mutating func origin() -> Commitment.Origin {
    Commitment.Origin(
      report: text(), start: number(0..<9999), end: number(0..<9999), quote: text(),
      sentence: text(), section: maybe { $0.text() })
  }

  mutating func plan() -> PlanFile {
    PlanFile(
      place: maybe { $0.text() }, year: maybe { $0.number(1950..<2100) },
      reports: list(0..<3) {
        Change.ReportFacts(
          sha256: $0.text(), name: $0.text(), place: $0.maybe { $0.text() },
          year: $0.maybe { $0.number(1..<9999) }, title: $0.maybe { $0.text() })
      },
      commitments: (0..<number(0..<4)).map { index in
        PlanFile.Item(
          commitment("P\(index)"),
          decision: maybe {
            Decision(document: $0.text(), authority: $0.text(), date: $0.day())
          })
      })
  }
}
