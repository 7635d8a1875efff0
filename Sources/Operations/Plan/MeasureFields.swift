import Declarations
import Domain
import Publishing

/// A measure as the fields of a form, and back. A measure that the fields do not hold whole is
/// shown as YAML.
enum MeasureFields {
  /// What stands in the form for a measure.
  static func values(_ measure: Measure?) -> [String: String] {
    guard let measure else { return ["measure-kind": "none"] }
    var values = plain(measure)
    values["yaml"] = (try? DeclarationWriter().measure(measure))
      .map { String(decoding: $0, as: UTF8.self) }
    if (try? self.measure(values, old: nil)) != measure { values["measure-kind"] = "yaml" }
    return values
  }

  private static func plain(_ measure: Measure) -> [String: String] {
    switch measure {
    case .reported(let reported):
      ["measure-kind": "reported", "series": reported.series, "form": reported.form.rawValue]
    case .count(let count): values(count)
    case .sum(let sum):
      [
        "measure-kind": "sum", "sum-dated": "\(sum.registry)|\(sum.dated)",
        "sum-field": sum.field, "sum-where": ConditionLines.text(sum.where) ?? "",
        "sum-claimed": sum.claimed ?? "",
      ]
    case .stock(let stock):
      [
        "measure-kind": "stock", "stock-registry": stock.registry,
        "stock-from": stock.from ?? "", "stock-until": stock.until ?? "",
        "stock-where": ConditionLines.text(stock.where) ?? "",
        "stock-distinct": (stock.distinct ?? []).joined(separator: "、"),
        "stock-field": stock.field ?? "",
      ]
    case .milestones(let milestones): values(milestones)
    // What the form has no fields for is shown as YAML.
    default: ["measure-kind": "yaml"]
    }
  }

  private static func values(_ count: Measure.Count) -> [String: String] {
    [
      "measure-kind": "count", "count-dated": "\(count.registry)|\(count.dated)",
      "count-where": ConditionLines.text(count.where) ?? "",
      "count-newness": count.newness?.rawValue ?? "",
      "count-distinct": (count.distinct ?? []).joined(separator: "、"),
      "count-ended": count.ended ?? "", "count-claimed": count.claimed ?? "",
    ]
  }

  private static func values(_ milestones: [Measure.Milestone]) -> [String: String] {
    var values = ["measure-kind": "milestones"]
    for (index, milestone) in milestones.enumerated() {
      let row = "m\(index + 1)-"
      values[row + "id"] = milestone.id
      values[row + "title"] = milestone.title
      values[row + "proof"] = milestone.proof
      values[row + "due"] = milestone.due?.description ?? ""
      values[row + "later"] = milestone.decides == false ? "yes" : ""
    }
    return values
  }

  // MARK: Reading

  /// The measure that the form says; nil for none.
  ///
  /// - Parameter old: keeps what the form has no field for, where its series stays.
  /// - Throws: ``PlanProblems``.
  static func measure(
    _ values: [String: String], old: Measure?
  ) throws(PlanProblems) -> Measure? {
    let fields = Fields(values: values)
    switch fields["measure-kind"] {
    case "reported": return try reported(fields, old: old)
    case "count": return try count(fields)
    case "sum": return try sum(fields)
    case "stock": return try stock(fields)
    case "milestones": return try milestones(fields)
    case "yaml": return try yaml(fields)
    default: return nil
    }
  }

  private static func reported(
    _ fields: Fields, old: Measure?
  ) throws(PlanProblems) -> Measure {
    var reported = Measure.Reported(
      series: try fields.needed("series"),
      form: Observation.Form(rawValue: fields["form"]) ?? .level)
    if case .reported(let before)? = old, before.series == reported.series,
      before.form == reported.form
    {
      (reported.price, reported.currency) = (before.price, before.currency)
    }
    return .reported(reported)
  }

  private static func count(_ fields: Fields) throws(PlanProblems) -> Measure {
    let (registry, dated) = try fields.dated("count-dated")
    return .count(
      Measure.Count(
        registry: registry, dated: dated, where: try fields.conditions("count-where"),
        distinct: fields.names("count-distinct"),
        newness: Measure.Newness(rawValue: fields["count-newness"]),
        ended: fields.optional("count-ended"), claimed: fields.optional("count-claimed")))
  }

  private static func sum(_ fields: Fields) throws(PlanProblems) -> Measure {
    let (registry, dated) = try fields.dated("sum-dated")
    return .sum(
      Measure.Sum(
        registry: registry, field: try fields.needed("sum-field"), dated: dated,
        where: try fields.conditions("sum-where"), claimed: fields.optional("sum-claimed")))
  }

  private static func stock(_ fields: Fields) throws(PlanProblems) -> Measure {
    .stock(
      Measure.Stock(
        registry: try fields.needed("stock-registry"), from: fields.optional("stock-from"),
        until: fields.optional("stock-until"), where: try fields.conditions("stock-where"),
        distinct: fields.names("stock-distinct"), field: fields.optional("stock-field")))
  }

  /// As many rows as there are; a row without title and proof is none.
  private static func milestones(_ fields: Fields) throws(PlanProblems) -> Measure {
    var milestones: [Measure.Milestone] = []
    var problems: [FormProblem] = []
    let ids = Set((1...most).map { fields["m\($0)-id"] })
    for row in 1...most {
      let (title, proof) = (fields["m\(row)-title"], fields["m\(row)-proof"])
      if title.isEmpty, proof.isEmpty { continue }
      if title.isEmpty || proof.isEmpty {
        problems.append(
          FormProblem(
            "m\(row)-\(title.isEmpty ? "title" : "proof")", "节点要有名称和证明文件",
            "a milestone has a title and a document that proves it"))
      }
      let due = fields["m\(row)-due"]
      if !due.isEmpty, Day(due) == nil { problems.append(.day("m\(row)-due")) }
      let own = fields["m\(row)-id"]
      let fresh = (row...).lazy.map { "m\($0)" }.first { !ids.contains($0) } ?? "m\(row)"
      milestones.append(
        Measure.Milestone(
          id: own.isEmpty ? fresh : own, title: title, proof: proof, due: Day(due),
          decides: fields["m\(row)-later"].isEmpty ? nil : false))
    }
    guard problems.isEmpty else { throw PlanProblems(problems) }
    guard !milestones.isEmpty else {
      throw PlanProblems([FormProblem("m1-title", "请至少填一个节点", "give at least one milestone")])
    }
    return .milestones(milestones)
  }

  /// Rows of milestones that are read.
  private static let most = 8

  private static func yaml(_ fields: Fields) throws(PlanProblems) -> Measure {
    do {
      return try DeclarationReader(file: "口径").measure(Array((fields["yaml"] + "\n").utf8))
    } catch {
      throw PlanProblems(
        error.faults.map { fault in
          let line = fault.place?.line.map { (Phrase("第 \($0) 行：", "line \($0): ")) }
          let words = fault.bothWords
          return FormProblem(
            "yaml",
            Phrase(
              (line?.chinese ?? "") + words.chinese, (line?.english ?? "") + words.english))
        })
    }
  }
}

/// Typed values, trimmed.
struct Fields {
  var values: [String: String]

  subscript(_ name: String) -> String {
    let text = values[name] ?? ""
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }

  func optional(_ name: String) -> String? { self[name].isEmpty ? nil : self[name] }

  func names(_ name: String) -> [String]? {
    let names = self[name].split { "、,，".contains($0) }.map(String.init)
    return names.isEmpty ? nil : names
  }

  func needed(_ name: String) throws(PlanProblems) -> String {
    guard !self[name].isEmpty else {
      throw PlanProblems([FormProblem(name, "请填写或选择这一项", "fill in or choose this one")])
    }
    return self[name]
  }

  /// `registry|date column`.
  func dated(_ name: String) throws(PlanProblems) -> (registry: String, column: String) {
    let parts = try needed(name).split(separator: "|", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw PlanProblems([FormProblem(name, "请选择台账和日期字段", "choose a registry and its date")])
    }
    return (parts[0], parts[1])
  }

  func conditions(_ name: String) throws(PlanProblems) -> [Condition]? {
    let (conditions, broken) = ConditionLines.conditions(self[name])
    guard broken.isEmpty else {
      throw PlanProblems(
        broken.map {
          FormProblem(
            name, "条件“\($0)”读不懂，写法如 类型 = 甲、乙",
            "the condition “\($0)” cannot be read; write 类型 = 甲、乙")
        })
    }
    return conditions
  }
}

extension FormProblem {
  static func day(_ field: String) -> FormProblem {
    FormProblem(field, "日期应形如 2023-11-30", "a day is written 2023-11-30")
  }
}
