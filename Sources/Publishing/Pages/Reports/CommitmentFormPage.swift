import Domain

/// Editing one commitment: what it is called, whose it is, until when, how it is measured, and, by a
/// decision only, what it is held to.
public struct CommitmentFormPage: Page {
  public static let template = "plan-edit"
  private let commitment: Commitment
  private let values: [String: String]
  private let choices: Choices
  private let targets: [Held]
  private let preview: Preview?

  /// What the selects of the form offer.
  public struct Choices: Sendable {
    public var units: [String]
    public var themes: [String]
    public var series: [Series]
    public var registries: [Registry]

    public init(
      units: [String], themes: [String], series: [Series], registries: [Registry]
    ) {
      self.units = units
      self.themes = themes
      self.series = series
      self.registries = registries
    }
  }

  /// A target that the commitment was held to, with the decision that brought it.
  public struct Held: Sendable {
    public var target: Target?
    public var decision: Decision?
    public var since: Day

    public init(target: Target?, decision: Decision?, since: Day) {
      self.target = target
      self.decision = decision
      self.since = since
    }
  }

  /// What a change of target or measure will do, before it is made.
  public struct Preview: Sendable {
    public var targets: (old: Target?, new: Target?)
    public var measures: (old: Phrase?, new: Phrase?)
    /// Judged today, by the present version and by the new one.
    public var judged: (old: AccountRow?, new: AccountRow?)
    /// Comes back with the form, so that only what was seen is saved.
    public var digest: String

    public init(
      targets: (old: Target?, new: Target?), measures: (old: Phrase?, new: Phrase?),
      judged: (old: AccountRow?, new: AccountRow?), digest: String
    ) {
      self.targets = targets
      self.measures = measures
      self.judged = judged
      self.digest = digest
    }
  }

  /// - Parameters:
  ///   - values: what stands in the fields before anything is typed.
  ///   - targets: every target so far, the first one first.
  public init(
    _ commitment: Commitment, values: [String: String], choices: Choices, targets: [Held],
    preview: Preview? = nil
  ) {
    self.commitment = commitment
    self.values = values
    self.choices = choices
    self.targets = targets
    self.preview = preview
  }

  public var title: Phrase {
    Phrase("编辑 \(commitment.id)", "Edit \(commitment.id)")
  }
  public var tab: Tab { .commitments }
  public var places: [FormPlace] { [FormPlace(path + "/edit")] }

  private var path: String { "/commitments/\(commitment.id)" }

  public func context(_ frame: Frame) -> [String: Any] {
    let form = frame.form(places[0], standing: values)
    let fields = CommitmentFields(choices: choices, form: form, frame: frame)
    var context: [String: Any] = [
      "id": commitment.id, "name": frame.title(commitment), "back": frame.link(path),
      "all": frame.link("/commitments"), "action": Links.encoded(path + "/edit", keeping: "/"),
      "merge": frame.link(path + "/merge"), "split": frame.link(path + "/split"),
      "withdraw": frame.link(path + "/withdraw"), "basis": form.basis(values["basis"] ?? ""),
      "seen": preview?.digest ?? "", "reason": form.value("reason"),
      "units": choices.units, "themes": choices.themes,
      "general": fields.general, "duty": fields.duty, "schedule": fields.schedule,
      "target": fields.target, "decision": fields.decision, "unverifiable": fields.unverifiable,
      "kinds": fields.kinds, "held": targets.map { held($0, frame) },
      "has-held": targets.count > 1, "measure-wrong": form.wrong("measure-kind", frame) ?? "",
      "has-measure-wrong": form.wrong("measure-kind", frame) != nil,
      "registries": choices.registries.map { registry in
        ["name": registry.name, "fields": registry.columns.map(\.name).joined(separator: "、")]
      },
    ]
    if let origin = commitment.origins.first { context["sentence"] = SentenceParts(origin).context }
    context["preview"] = preview.map { shown($0, frame) }
    return context
  }

  private func held(_ held: Held, _ frame: Frame) -> [String: Any] {
    [
      "target": target(held.target, frame), "since": held.since.description,
      "decision": held.decision.map(frame.words.decision) ?? frame("采纳时", "as adopted"),
    ]
  }

  private func target(_ target: Target?, _ frame: Frame) -> String {
    guard let target else { return frame("没有数字", "no number") }
    let tolerance = target.tolerance.map {
      frame("（容差 ±", " (tolerance ±") + $0.value.description
        + ($0.kind == .percent ? "%" : frame(" 个百分点", " points")) + frame("）", ")")
    }
    return frame.words.target(target) + " " + target.unit + (tolerance ?? "")
  }

  private func shown(_ preview: Preview, _ frame: Frame) -> [String: Any] {
    let none = frame("没有口径", "none")
    var lines: [[String: Any]] = []
    func line(_ name: String, _ old: String, _ new: String) {
      if old != new { lines.append(["what": name, "old": old, "new": new]) }
    }
    line(
      frame("目标", "Target"), target(preview.targets.old, frame),
      target(preview.targets.new, frame))
    line(
      frame("口径", "Measure"), preview.measures.old?(frame.language) ?? none,
      preview.measures.new?(frame.language) ?? none)
    lines.append([
      "what": frame("今天的研判", "Judged today"), "old": judged(preview.judged.old, frame),
      "new": judged(preview.judged.new, frame),
    ])
    return ["lines": lines]
  }

  private func judged(_ row: AccountRow?, _ frame: Frame) -> String {
    guard let row else { return frame("判不出", "cannot be judged") }
    let state = frame.words.state(row)
    guard let actual = row.judgement.actual else { return state }
    return state + frame("，", ", ") + row.shown(actual) + " " + row.unit
  }
}
