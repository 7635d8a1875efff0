import Domain
import Publishing

/// A commitment as the fields of its form, and back.
enum CommitmentValues {
  static func values(_ commitment: Commitment) -> [String: String] {
    var values: [String: String] = [
      "title": commitment.title, "english": commitment.english ?? "",
      "theme": commitment.theme ?? "", "strength": commitment.strength?.rawValue ?? "",
      "nature": commitment.nature?.rawValue ?? "", "deadline": commitment.deadline.description,
      "settles": commitment.settles.map(String.init) ?? "",
      "proof": commitment.proof?.chinese ?? "", "unverifiable": commitment.unverifiable ?? "",
      "lead": commitment.units.first ?? "",
    ]
    for (index, unit) in commitment.units.dropFirst().enumerated() {
      values["with-\(index + 1)"] = unit
    }
    switch commitment.path {
    case nil: values["path"] = ""
    case .linear: values["path"] = "linear"
    case .annual: values["path"] = "annual"
    case .halves(let first): values["path"] = "\(first)/\(100 - first)"
    case .nodes(let nodes):
      values["path"] = "nodes"
      values["nodes"] = nodes.map { "\($0.day) \($0.percent)" }.joined(separator: "\n")
    }
    values.merge(target(commitment.target)) { $1 }
    values.merge(MeasureFields.values(commitment.measure)) { $1 }
    return values
  }

  private static func target(_ target: Target?) -> [String: String] {
    [
      "target-value": target?.value.description ?? "",
      "target-value2": target?.value2?.description ?? "", "target-unit": target?.unit ?? "",
      "target-bound": target?.bound.rawValue ?? Statement.Bound.atLeast.rawValue,
      "target-strict": target?.strict == true ? "yes" : "",
      "tolerance-value": target?.tolerance?.value.description ?? "",
      "tolerance-kind": target?.tolerance?.kind.rawValue ?? "percent",
    ]
  }

  // MARK: Reading

  /// The commitment that the form makes of `old`, with every field that cannot be read.
  static func commitment(
    _ old: Commitment, _ values: [String: String]
  ) -> (commitment: Commitment, problems: [FormProblem]) {
    let fields = Fields(values: values)
    var new = old
    var problems: [FormProblem] = []
    func collect(_ read: () throws(PlanProblems) -> Void) {
      do throws(PlanProblems) { try read() } catch { problems += error.all }
    }
    new.title = fields["title"]
    new.english = fields.optional("english")
    new.theme = fields.optional("theme")
    new.strength = Commitment.Strength(rawValue: fields["strength"])
    new.nature = Statement.Nature(rawValue: fields["nature"])
    new.units = units(fields)
    new.proof = Grade.allCases.first { $0.chinese == fields["proof"] }
    collect { () throws(PlanProblems) in try schedule(fields, &new) }
    collect { () throws(PlanProblems) in new.path = try path(fields) }
    collect { () throws(PlanProblems) in new.target = try target(fields, old: old.target) }
    collect { () throws(PlanProblems) in
      new.measure = try MeasureFields.measure(values, old: old.measure)
      new.unverifiable =
        new.measure == nil ? fields.optional("unverifiable") ?? "尚未确定口径" : nil
    }
    return (new, problems)
  }

  private static func units(_ fields: Fields) -> [String] {
    var others = fields.values.keys.filter { $0.hasPrefix("with-") }
      .compactMap { Int($0.dropFirst(5)) }.sorted().compactMap { fields.optional("with-\($0)") }
    if let lead = fields.optional("lead") { others.insert(lead, at: 0) }
    return others
  }

  /// A deadline after the period's end lengthens the period, so that later evidence counts.
  private static func schedule(
    _ fields: Fields, _ commitment: inout Commitment
  ) throws(PlanProblems) {
    var problems: [FormProblem] = []
    if let day = Day(fields["deadline"]) {
      commitment.deadline = day
      if day > commitment.period.last, let longer = Period(commitment.period.first, day) {
        commitment.period = longer
      }
    } else {
      problems.append(.day("deadline"))
    }
    let settles = fields.optional("settles")
    commitment.settles = settles.flatMap { Int($0) }
    if settles != nil, !(commitment.settles.map { (0...36).contains($0) } ?? false) {
      problems.append(FormProblem("settles", "请填 0 到 36 的整数", "a whole number from 0 to 36"))
    }
    if !problems.isEmpty { throw PlanProblems(problems) }
  }

  private static func path(_ fields: Fields) throws(PlanProblems) -> Path? {
    guard let text = fields.optional("path") else { return nil }
    guard text == "nodes" else { return Path(text) }
    var nodes: [Path.Node] = []
    for line in fields["nodes"].split(whereSeparator: \.isNewline) {
      let parts = line.split { $0.isWhitespace || $0 == "," || $0 == "，" }
      let percent = parts.last.flatMap { Exact($0.filter { $0 != "%" }) }
      guard parts.count == 2, let day = Day(parts[0]), let percent else {
        throw PlanProblems([
          FormProblem(
            "nodes", "“\(line)”读不懂，写法如 2023-06-30 40",
            "“\(line)” cannot be read; write 2023-06-30 40"
          )
        ])
      }
      nodes.append(.init(day: day, percent: percent))
    }
    return .nodes(nodes)
  }

  private static func target(
    _ fields: Fields, old: Target?
  ) throws(PlanProblems) -> Target? {
    guard let value = try fields.number("target-value") else { return nil }
    let bound = Statement.Bound(rawValue: fields["target-bound"]) ?? .exact
    let value2 = bound == .between ? try fields.number("target-value2") : nil
    if bound == .between, value2.map({ $0 < value }) ?? true {
      throw PlanProblems([
        FormProblem(
          "target-value2", "区间要有上限，且不小于下限", "a range has an upper end, not below the lower")
      ])
    }
    var tolerance: Tolerance?
    if let reach = try fields.number("tolerance-value") {
      let kind = Tolerance.Kind(rawValue: fields["tolerance-kind"]) ?? .percent
      let same = old?.tolerance.map { $0.value == reach && $0.kind == kind } ?? false
      tolerance = Tolerance(
        value: reach, kind: kind, declared: same ? old?.tolerance?.declared : nil)
    }
    let isStrict = !fields["target-strict"].isEmpty
    return Target(
      value: value, value2: value2, bound: bound,
      strict: isStrict ? true : old?.strict == false ? false : nil, unit: fields["target-unit"],
      tolerance: tolerance)
  }
}

extension Fields {
  /// A decimal number; thousands may be set apart. Nil where nothing is typed.
  func number(_ name: String) throws(PlanProblems) -> Exact? {
    guard !self[name].allSatisfy(\.isWhitespace) else { return nil }
    guard let number = Exact(self[name].filter { !",， ".contains($0) }) else {
      throw PlanProblems([
        FormProblem(name, "“\(self[name])”不是数字，写法如 2700 或 6.5", "“\(self[name])” is no number")
      ])
    }
    return number
  }

  /// What decided a change; nil where nothing is typed.
  func decision() throws(PlanProblems) -> Decision? {
    let (document, authority) = (self["decision-document"], self["decision-authority"])
    let date = self["decision-date"]
    if document.isEmpty, authority.isEmpty, date.isEmpty { return nil }
    guard let day = Day(date) else { throw PlanProblems([.day("decision-date")]) }
    return Decision(document: document, authority: authority, date: day)
  }
}
