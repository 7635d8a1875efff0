import Domain
import Publishing

/// The place's own rules.
extension KeepSystem {
  /// The settings as a form.
  ///
  /// - Throws: ``WorkFault/notAllowed(_:)``.
  public func settings(by caller: Caller) throws -> SystemListPage {
    try office.require(.administer, by: caller)
    let settings = try office.books().settings
    var page = SystemListPage(Phrase("设置", "Settings"))
    page.forms = [
      SystemForm(
        Phrase("本地的规矩", "This place's own rules"), action: "/system/settings",
        fields: [
          .init("office", Phrase("督查室的名称", "Name of the office"), settings.office),
          .init(
            "telephone", Phrase("公开电话（可不填）", "Public telephone (may be left empty)"),
            settings.telephone ?? ""),
          .init(
            "filing", Phrase("每月填报截止日（1–28）", "Day of the month by which units file (1–28)"),
            "\(settings.filingDay)"),
          .init(
            "reminder",
            Phrase("期限前几天开始提醒（1–90）", "Days before a deadline from which it is near (1–90)"),
            "\(settings.reminderDays)"),
          .init(
            "objection",
            Phrase("异议几天内答复（1–60）", "Days within which an objection is answered (1–60)"),
            "\(settings.objectionDays)"),
          .init(
            "cell",
            Phrase("少于几人的数不公开（3–20）", "Counts of persons below this are not published (3–20)"),
            "\(settings.smallCell)"),
        ], hidden: [("basis", Self.basis(settings))],
        button: Phrase("保存", "Save"))
    ]
    return page
  }

  /// Names the settings that a form was made from.
  private static func basis(_ settings: OfficeSettings) -> String {
    String(Secrets.digest("\(settings)").prefix(16))
  }

  /// Records settings that differ from those in force.
  ///
  /// - Throws: ``WorkFault/form(_:)`` with every number that is out of its range,
  /// ``WorkFault/stale(since:now:)``.
  public func saveSettings(_ typed: [String: String], by caller: Caller) throws {
    var problems: [FormProblem] = []
    func number(_ name: String, _ range: ClosedRange<Int>) -> Int {
      if let number = Int(TextLimit.plain(typed[name] ?? "")), range.contains(number) {
        return number
      }
      problems.append(
        FormProblem(
          name, "应为 \(range.lowerBound) 至 \(range.upperBound) 的整数",
          "a whole number from \(range.lowerBound) to \(range.upperBound)"))
      return range.lowerBound
    }
    let name = TextLimit.plain(typed["office"] ?? "")
    let telephone = TextLimit.plain(typed["telephone"] ?? "")
    problems += [
      TextLimit.problem("office", name, most: 40, missing: Phrase("请填写名称", "give its name")),
      TextLimit.problem("telephone", telephone, most: 40),
    ].compactMap(\.self)
    let settings = OfficeSettings(
      filingDay: number("filing", 1...28), objectionDays: number("objection", 1...60),
      smallCell: number("cell", 3...20), reminderDays: number("reminder", 1...90), office: name,
      telephone: telephone.isEmpty ? nil : telephone)
    guard problems.isEmpty else { throw WorkFault.form(problems) }
    try office.change(.administer, by: caller) { books in
      guard typed["basis"] == Self.basis(books.settings) || books.settings == settings else {
        throw WorkFault.stale(since: 0, now: books.sequence)
      }
      return books.settings == settings ? [] : [.settings(settings)]
    }
  }
}
