import Domain

/// Matters that do not come from the report, each with its state: judged like every other.
public struct MattersPage: Page {
  public static let template = "matters"
  private let rows: [AccountRow]
  /// Entered, but after the day that is shown.
  private let later: [Commitment]

  public init(_ rows: [AccountRow], later: [Commitment]) {
    self.rows = rows
    self.later = later
  }

  public var title: Phrase { Phrase("交办事项", "Matters from elsewhere") }
  public var tab: Tab { .office }

  public func context(_ frame: Frame) -> [String: Any] {
    let words = frame.words
    return [
      "new": frame.link("/office/matters/new"), "office": frame.link("/office"),
      "may": frame.caller.may(.plan), "any": !rows.isEmpty || !later.isEmpty,
      "rows": rows.map { row in
        base(row.commitment, frame).merging([
          "state": words.state(row), "state-class": row.judgement.state.rawValue,
          "evidence": EvidenceLine(row, words).text,
        ]) { $1 }
      } + later.map { base($0, frame) },
      "csv": frame.links.csv("/office/matters"), "json": frame.links.json("/office/matters"),
    ]
  }

  private func base(_ commitment: Commitment, _ frame: Frame) -> [String: Any] {
    [
      "id": commitment.id, "title": frame.title(commitment),
      "href": frame.link("/commitments/" + commitment.id),
      "source": frame.words.origin(commitment), "deadline": commitment.deadline.description,
      "lead": commitment.units.first.map(frame.unit) ?? frame("待定", "to be named"),
      "others": frame.words.list(commitment.units.dropFirst()),
      "has-others": commitment.units.count > 1,
    ]
  }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      (
        "matters",
        .list(
          rows.map { row in
            JSONValue.account(row, frame.words).with("source", source(row.commitment))
          })
      )
    ])
  }

  private func source(_ commitment: Commitment) -> JSONValue {
    guard let matter = commitment.matter else { return .null }
    return .object([
      ("kind", .text(matter.kind.rawValue)), ("document", .text(matter.document)),
      ("from", .text(matter.from)), ("day", .text(matter.day.description)),
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    let report = AccountHeading(place: frame.place, year: frame.year, asOf: frame.asOf)
    return try? AccountsExporter(format: .csv, language: frame.language, synthetic: frame.synthetic)
      .bytes(rows, report)
  }
}

/// Where the office enters a matter.
public struct MatterFormPage: Page {
  public static let template = "matter-form"
  /// Rows for milestones in the form.
  public static let milestones = 6
  private let units: [String]

  public init(units: [String]) { self.units = units }

  public var title: Phrase { Phrase("录入交办事项", "Enter a matter") }
  public var tab: Tab { .office }
  public var places: [FormPlace] {
    let steps = (1...Self.milestones).flatMap(Self.names)
    return [FormPlace("/office/matters", Self.fields.union(steps))]
  }

  private static let fields: Set = [
    "kind", "document", "from", "day", "title", "lead", "others", "deadline", "test", "why",
  ]

  /// Of a milestone: what is done, what proves it, by when.
  private static func names(_ step: Int) -> [String] {
    ["step\(step)", "proof\(step)", "due\(step)"]
  }

  public func context(_ frame: Frame) -> [String: Any] {
    let typed = frame.form(places[0])
    var values: [String: Any] = [
      "action": frame.link("/office/matters"), "list": frame.link("/office/matters"),
      "kinds": MatterSource.Kind.allCases.map { kind in
        [
          "value": kind.rawValue, "name": frame.words.kind(kind),
          "chosen": typed.value("kind") == kind.rawValue,
        ] as [String: Any]
      },
      "units": units.map { ["name": $0, "chosen": typed.value("lead") == $0] as [String: Any] },
      "is-unverifiable": typed.value("test") == "unverifiable",
      "is-milestones": typed.value("test") != "unverifiable",
      "steps": (1...Self.milestones).map { step($0, typed, frame) },
    ]
    typed.add(Self.fields, to: &values, frame)
    return values
  }

  private func step(_ number: Int, _ typed: FormValues, _ frame: Frame) -> [String: Any] {
    let names = Self.names(number)
    return [
      "n": number, "step-title": typed.value(names[0]), "proof": typed.value(names[1]),
      "due": typed.value(names[2]),
      "wrong": names.compactMap { typed.wrong($0, frame) }.joined(separator: " "),
    ]
  }
}
