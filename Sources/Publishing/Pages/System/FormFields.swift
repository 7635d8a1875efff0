import Domain

/// What is wrong with a form, at its head and at each field.
struct FormProblems {
  private let problems: [(field: String, what: Phrase)]

  init(_ problems: [(field: String, what: Phrase)]) { self.problems = problems }

  /// For the part `problems`; empty where nothing is wrong.
  func context(_ frame: Frame) -> [String: Any] {
    guard !problems.isEmpty else { return [:] }
    let count = problems.count
    return [
      "has-problems": true,
      "problems-title": frame(
        "有 \(count) 处需要改正", "\(count) thing\(count == 1 ? "" : "s") to correct"),
      "problems": problems.map { ["field": $0.field, "what": $0.what(frame.language)] },
    ]
  }

  /// A field for the part `field`: name, label, what was typed, what is wrong with it.
  func field(
    _ frame: Frame, _ name: String, _ label: Phrase, _ value: String = "", type: String = "text",
    hint: Phrase? = nil
  ) -> [String: Any] {
    var field: [String: Any] = [
      "name": name, "label": label(frame.language), "value": value, "type": type,
      "is-password": type == "password",
    ]
    field["hint"] = hint.map { $0(frame.language) }
    field["wrong"] = wrong(name, frame)
    return field
  }

  /// A choice of one, for the part `field`.
  func choice(
    _ frame: Frame, _ name: String, _ label: Phrase, _ value: String,
    _ options: [(value: String, name: String)], hint: Phrase? = nil
  ) -> [String: Any] {
    var field = field(frame, name, label, value, hint: hint)
    field["is-choice"] = true
    field["options"] = options.map {
      ["value": $0.value, "name": $0.name, "selected": $0.value == value] as [String: Any]
    }
    return field
  }

  private func wrong(_ name: String, _ frame: Frame) -> String? {
    let all = problems.filter { $0.field == name }.map { $0.what(frame.language) }
    return all.isEmpty ? nil : all.joined(separator: frame("；", "; "))
  }
}
