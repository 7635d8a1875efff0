import Domain

/// A form of the plan as it is shown: what stands in its fields, what is wrong with them, and what
/// somebody else has made of them meanwhile. Whatever was typed is shown again.
public struct PlanForm: Sendable {
  /// By the field's name.
  public var values: [String: String]
  public var problems: [Problem]
  /// The present content of fields that somebody else has changed, by name.
  public var theirs: [String: String]
  /// True where the thing has changed since the form was opened.
  public var isStale: Bool

  /// What is wrong with a field; with the whole form where `field` is empty.
  public struct Problem: Sendable, Equatable {
    public var field: String
    public var what: Phrase

    public init(_ field: String, _ what: Phrase) {
      self.field = field
      self.what = what
    }
  }

  public init(
    _ values: [String: String] = [:], problems: [Problem] = [], theirs: [String: String] = [:],
    isStale: Bool = false
  ) {
    self.values = values
    self.problems = problems
    self.theirs = theirs
    self.isStale = isStale
  }

  func value(_ name: String) -> String { values[name] ?? "" }

  func wrong(_ name: String, _ frame: Frame) -> String? {
    problems.first { $0.field == name }?.what(frame.language)
  }

  /// What the list of problems at the head of a page shows.
  func context(_ frame: Frame) -> [String: Any] {
    guard isStale || !problems.isEmpty else { return ["has-problems": false] }
    let title =
      isStale
      ? frame(
        "这一页打开之后，别人已经改过；下面是您填写的内容，改动处并列显示现在的内容，请对照后再提交",
        "Somebody else has changed this since you opened the page. What you typed is below, with what it is now beside it; compare and send again."
      )
      : frame("有 \(problems.count) 处需要改正", "To correct: \(problems.count)")
    return [
      "has-problems": true, "problems-title": title,
      "problems": problems.map { problem -> [String: Any] in
        var item: [String: Any] = ["what": problem.what(frame.language)]
        item["field"] = problem.field.isEmpty ? nil : problem.field
        return item
      },
    ]
  }
}

/// One field of a form, as its template shows it.
struct PlanField {
  enum Control {
    case text(suggestions: String?)
    case day
    case area(rows: Int)
    case select([Option])
    case check
    case hidden
  }

  struct Option {
    var value: String
    var text: String

    init(_ value: String, _ text: String) {
      self.value = value
      self.text = text
    }

    init(_ value: String) { self.init(value, value) }
  }

  var name: String
  var label: String
  var hint: String?
  var control: Control

  init(_ name: String, _ label: String, hint: String? = nil, _ control: Control = .line) {
    self.name = name
    self.label = label
    self.hint = hint
    self.control = control
  }

  func context(_ form: PlanForm, _ frame: Frame) -> [String: Any] {
    let value = form.value(name)
    var context: [String: Any] = ["name": name, "label": label, "value": value]
    context["hint"] = hint
    context["wrong"] = form.wrong(name, frame)
    context["theirs"] = form.theirs[name].map { $0.isEmpty ? frame("（空）", "(empty)") : $0 }
    let described = [
      hint == nil ? nil : "h-\(name)", context["wrong"] == nil ? nil : "w-\(name)",
    ].compactMap { $0 }.joined(separator: " ")
    context["described"] = described.isEmpty ? nil : described
    switch control {
    case .text(let suggestions):
      context["line"] = true
      context["suggestions"] = suggestions
    case .hidden: context["concealed"] = true
    case .day: context["day"] = true
    case .area(let rows): (context["area"], context["rows"]) = (true, rows)
    case .check: (context["check"], context["ticked"]) = (true, !value.isEmpty)
    case .select(let options):
      context["select"] = true
      context["options"] = PlanField.shown(options, value)
    }
    return context
  }

  /// A value that is none of the options stays visible instead of being dropped.
  private static func shown(_ options: [Option], _ value: String) -> [[String: Any]] {
    let isKnown = options.contains { $0.value == value } || value.isEmpty
    return (options + (isKnown ? [] : [Option(value)])).map {
      ["value": $0.value, "text": $0.text, "chosen": $0.value == value]
    }
  }
}

extension PlanField.Control {
  static var line: Self { .text(suggestions: nil) }
}

extension Frame {
  /// Why a text in Chinese of the plan is what it is, in the frame's language.
  func callAsFunction(_ phrase: Phrase) -> String { phrase(language) }
}
