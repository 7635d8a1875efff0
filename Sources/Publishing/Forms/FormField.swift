/// One field of a form, as the part `field` shows it: its label, what stands in it, what is wrong
/// with that, and what somebody else has made of it.
struct FormField {
  /// How it is filled in.
  enum Control {
    /// One line; `suggestions` names a list of the page.
    case text(suggestions: String?)
    case day
    case area(rows: Int)
    case select([Option])
    case check
    case password
    case hidden

    static var line: Self { .text(suggestions: nil) }
  }

  /// A choice of a select.
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
  /// In the page's language.
  var label: String
  var hint: String?
  var control: Control
  /// Characters that a line takes.
  var longest = 500

  init(_ name: String, _ label: String, hint: String? = nil, _ control: Control = .line) {
    self.name = name
    self.label = label
    self.hint = hint
    self.control = control
  }

  func context(_ form: FormValues, _ frame: Frame) -> [String: Any] {
    let value = form.value(name)
    let wrong = form.wrong(name, frame)
    let described = [hint == nil ? nil : "h-\(name)", wrong == nil ? nil : "w-\(name)"]
    var context: [String: Any] = [
      "name": name, "label": label, "value": value, "hint": hint ?? "", "wrong": wrong ?? "",
      "described": described.compactMap(\.self).joined(separator: " "), "longest": longest,
    ]
    context["theirs"] =
      form.theirs[name].map { $0.isEmpty ? frame("（空）", "(empty)") : $0 } ?? ""
    switch control {
    case .text(let suggestions):
      context["line"] = true
      context["suggestions"] = suggestions
    case .hidden: context["concealed"] = true
    case .day: context["day"] = true
    case .password: context["password"] = true
    case .area(let rows):
      (context["area"], context["rows"]) = (true, rows)
      context["value"] = FormValues.inArea(value)
    case .check: (context["check"], context["ticked"]) = (true, form.isTicked(name))
    case .select(let options):
      context["select"] = true
      context["options"] = Self.shown(options, value)
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
