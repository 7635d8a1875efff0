import Domain

/// Merging others into a commitment, splitting it, or leaving it out of the plan.
public struct PlanStepPage: Page {
  public static let template = "plan-step"
  private let step: Step
  private let commitment: Commitment
  private let values: [String: String]
  private let others: [Commitment]
  private let units: [String]

  public enum Step: String, Sendable { case merge, split, withdraw }

  /// - Parameters:
  ///   - values: what stands in the fields before anything is typed.
  ///   - others: what may be merged into it.
  ///   - units: names of all units.
  public init(
    _ step: Step, _ commitment: Commitment, values: [String: String], others: [Commitment] = [],
    units: [String] = []
  ) {
    self.step = step
    self.commitment = commitment
    self.values = values
    self.others = others
    self.units = units
  }

  /// Rows for the parts of a split.
  public static let parts = 5

  private var name: Phrase {
    switch step {
    case .merge: Phrase("合并到", "Merge into")
    case .split: Phrase("拆分", "Split")
    case .withdraw: Phrase("撤出", "Leave out")
    }
  }

  public var title: Phrase {
    Phrase("\(name.chinese) \(commitment.id)", "\(name.english) \(commitment.id)")
  }
  public var tab: Tab { .commitments }
  public var places: [FormPlace] { [FormPlace("\(path)/\(step.rawValue)")] }

  private var path: String { "/commitments/\(commitment.id)" }

  public func context(_ frame: Frame) -> [String: Any] {
    let form = frame.form(places[0], standing: values)
    var context: [String: Any] = [
      "all": frame.link("/commitments"), "id": commitment.id, "name": frame.title(commitment),
      "back": frame.link(path), "basis": form.basis(values["basis"] ?? ""),
      "heading": title(frame.language),
      "action": Links.encoded("\(path)/\(step.rawValue)", keeping: "/"),
      "merge": step == .merge, "split": step == .split, "withdraw": step == .withdraw,
      "target": commitment.target.map { frame.words.target($0) + " " + $0.unit }
        ?? frame("没有数字", "no number"),
      "unit": commitment.units.joined(separator: "、"),
      "reason": FormField(
        "reason", frame("理由", "Reason"),
        hint: frame("记入账里，撤出的理由公开。", "Recorded; that of leaving out is public."), .area(rows: 3)
      ).context(form, frame),
      "groups": step == .merge ? groups(form, frame) : [],
      "parts": step == .split ? parts(form, frame) : [],
      "decision": CommitmentFields(
        choices: .init(units: units, themes: [], series: [], registries: []), form: form,
        frame: frame
      ).decision,
      "others-wrong": form.wrong("id", frame) ?? "",
      "has-others-wrong": form.wrong("id", frame) != nil,
    ]
    if let origin = commitment.origins.first { context["sentence"] = SentenceParts(origin).context }
    return context
  }

  /// Those of the same theme first: that is where likely ones are.
  private func groups(_ form: FormValues, _ frame: Frame) -> [[String: Any]] {
    let same = others.filter { $0.theme == commitment.theme }
    let rest = others.filter { $0.theme != commitment.theme }
    return [
      (commitment.theme ?? frame("没有主题", "No theme"), same, true),
      (frame("其他主题", "Other themes"), rest, rest.contains { form.all("id").contains($0.id) }),
    ].filter { !$0.1.isEmpty }.map { name, list, isOpen in
      [
        "theme": name, "open": isOpen, "count": list.count,
        "items": list.map { other in
          [
            "value": other.id, "ticked": form.all("id").contains(other.id),
            "label": frame.title(other),
            "number": other.target.map { frame.words.target($0) + " " + $0.unit } ?? "",
          ] as [String: Any]
        },
      ]
    }
  }

  private func parts(_ form: FormValues, _ frame: Frame) -> [[String: Any]] {
    let options = [FormField.Option("", frame("同原单位", "as before"))] + units.map { .init($0) }
    return (1...Self.parts).map { row in
      [
        "number": row,
        "fields": [
          FormField("part\(row)-id", frame("编号", "Id")),
          FormField("part\(row)-title", frame("名称", "Title")),
          FormField(
            "part\(row)-value", frame("目标数值", "Number"),
            hint: commitment.target.map {
              frame("单位：\($0.unit)；不填则没有数字", "in \($0.unit); empty for none")
            }),
          FormField("part\(row)-unit", frame("牵头单位", "Lead"), .select(options)),
        ].map { $0.context(form, frame) },
      ]
    }
  }
}
