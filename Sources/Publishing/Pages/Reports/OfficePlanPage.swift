import Domain

/// The plan as the office works on it: what is still missing first, units assigned to many at once.
public struct OfficePlanPage: Page {
  public static let template = "plan-office"
  private let rows: [Row]
  private let units: [String]
  private let filter: String
  /// The last entry that the page knows.
  private let basis: Int
  private let issued: [PlanIssue]
  private let open: [Int]

  public struct Row: Sendable {
    public var commitment: Commitment
    /// Its measure in words.
    public var measure: Phrase?

    public init(_ commitment: Commitment, measure: Phrase?) {
      self.commitment = commitment
      self.measure = measure
    }

    /// What an account cannot do without.
    var lacks: [String] {
      [
        commitment.units.isEmpty ? "unit" : nil, commitment.measure == nil ? "measure" : nil,
        commitment.deadline == commitment.period.last ? "deadline" : nil,
      ].compactMap { $0 }
    }
  }

  /// - Parameters:
  ///   - filter: `unit`, `measure` or `deadline` for those that lack it; empty for all.
  ///   - basis: the last entry that the page knows.
  ///   - issued: the plans that were issued, oldest first.
  ///   - open: the years whose plan is still a draft.
  public init(
    rows: [Row], units: [String], filter: String, basis: Int,
    issued: [PlanIssue] = [], open: [Int] = []
  ) {
    self.issued = issued
    self.open = open
    self.rows = rows
    self.units = units
    self.filter = filter
    self.basis = basis
  }

  public var title: Phrase { Phrase("方案", "Plan") }
  public var tab: Tab { .office }

  /// Units for those that are ticked, and issuing what is still a draft.
  public var places: [FormPlace] { [assigning] + (open.isEmpty ? [] : [issue]) }

  private var assigning: FormPlace { FormPlace("/office/plan/units") }
  private var issue: FormPlace { FormPlace("/office/plan/issue") }

  public func context(_ frame: Frame) -> [String: Any] {
    let form = frame.form(assigning)
    let options = [FormField.Option("", frame("请选择", "choose"))] + units.map { .init($0) }
    var context: [String: Any] = [
      "office": frame.link("/office"), "file": "/office/plan.yaml",
      "units": frame.link("/office/units"), "basis": form.basis(basis), "filter": filter,
      "filters": filters(frame), "rows": ordered.map { row($0, form, frame) },
      "shown": ordered.count, "total": rows.count,
      "unit-field": FormField("unit", frame("单位", "Unit"), .select(options)).context(form, frame),
      "as-field": FormField(
        "as", frame("怎么加", "As"),
        .select([
          .init("lead", frame("牵头（原牵头改为配合）", "lead (the present lead cooperates)")),
          .init("with", frame("配合", "cooperating")),
        ])
      ).context(form, frame),
    ]
    context.merge(issuing(frame)) { $1 }
    return context
  }

  /// What was issued, and the form for what was not.
  private func issuing(_ frame: Frame) -> [String: Any] {
    let form = frame.form(issue)
    let fields = [
      FormField("issue-year", frame("年度", "Year"), .select(open.map { .init(String($0)) })),
      FormField("issue-document", frame("下达文件", "Document")),
      FormField(
        "issue-date", frame("文件日期", "Its day"), hint: frame("不填为今天", "today when empty"), .day),
    ]
    return [
      "issued": issued.map { issue in
        [
          "year": issue.year, "day": issue.day.description, "document": issue.document ?? "",
        ] as [String: Any]
      },
      "has-open": !open.isEmpty, "issue-typed": form.isTyped,
      "issue-fields": fields.map { $0.context(form, frame) },
    ]
  }

  private func filters(_ frame: Frame) -> [[String: Any]] {
    [
      ("", frame("全部", "All"), rows.count),
      ("unit", frame("没有单位", "No unit"), count("unit")),
      ("measure", frame("没有口径", "No measure"), count("measure")),
      ("deadline", frame("报告未说明时限", "Deadline not stated"), count("deadline")),
    ].map { value, name, count in
      [
        "name": name, "count": count, "current": value == filter,
        "href": frame.link("/office/plan", value.isEmpty ? [] : [("lacks", value)]),
      ]
    }
  }

  private func count(_ what: String) -> Int { rows.count { $0.lacks.contains(what) } }

  /// Without unit, then without measure, then the others, each in the plan's order.
  private var ordered: [Row] {
    let shown = filter.isEmpty ? rows : rows.filter { $0.lacks.contains(filter) }
    func rank(_ row: Row) -> Int {
      row.lacks.contains("unit") ? 0 : row.lacks.contains("measure") ? 1 : 2
    }
    return shown.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    .map(\.element)
  }

  private func row(_ row: Row, _ form: FormValues, _ frame: Frame) -> [String: Any] {
    let commitment = row.commitment
    let path = "/commitments/\(commitment.id)"
    var item: [String: Any] = [
      "id": commitment.id, "name": frame.title(commitment), "href": frame.link(path),
      "edit": frame.link(path + "/edit"), "merge": frame.link(path + "/merge"),
      "split": frame.link(path + "/split"), "withdraw": frame.link(path + "/withdraw"),
      "target": commitment.target.map { frame.words.target($0) + " " + $0.unit }
        ?? frame("无数字", "no number"),
      "deadline": commitment.deadline.description,
      "is-default": row.lacks.contains("deadline"),
      "ticked": form.all("id").contains(commitment.id),
      "with": commitment.units.dropFirst().joined(separator: "、"),
      "theme": commitment.theme ?? "",
    ]
    item["lead"] = commitment.units.first
    item["measure"] = row.measure?(frame.language)
    item["unverifiable"] = commitment.unverifiable
    return item
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    try? PlanExporter(format: .csv, language: frame.language, synthetic: frame.synthetic).bytes(
      rows.map { PlanExporter.Row($0.commitment, measure: $0.measure) }, place: frame.place,
      year: frame.year)
  }
}

/// Units with what they lead and take part in.
public struct PlanUnitsPage: Page {
  public static let template = "plan-units"
  private let rows: [Row]

  public struct Row: Sendable {
    public var unit: WorkUnit
    public var leads: [Commitment]
    public var cooperates: Int

    public init(_ unit: WorkUnit, leads: [Commitment], cooperates: Int) {
      self.unit = unit
      self.leads = leads
      self.cooperates = cooperates
    }
  }

  public init(_ rows: [Row]) { self.rows = rows }

  public var title: Phrase { Phrase("单位", "Units") }
  public var tab: Tab { .office }

  public func context(_ frame: Frame) -> [String: Any] {
    [
      "plan": frame.link("/office/plan"), "office": frame.link("/office"), "count": rows.count,
      "rows": rows.map { row in
        [
          "name": frame.language == .english ? row.unit.english ?? row.unit.name : row.unit.name,
          "kind": kind(row.unit.kind, frame), "leads": row.leads.count,
          "cooperates": row.cooperates,
          "duties": (row.unit.duties ?? []).joined(separator: "、"),
          "commitments": row.leads.map {
            ["id": $0.id, "href": frame.link("/commitments/\($0.id)"), "title": frame.title($0)]
          },
        ] as [String: Any]
      },
    ]
  }

  private func kind(_ kind: WorkUnit.Kind, _ frame: Frame) -> String {
    switch kind {
    case .department: frame("部门", "department")
    case .subdistrict: frame("街道", "subdistrict")
    case .other: frame("其他", "other")
    }
  }
}
