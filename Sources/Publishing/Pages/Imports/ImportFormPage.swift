import Domain

/// Where a table is uploaded, with the document that it comes from.
public struct ImportFormPage: Page {
  public static let template = "import-new"
  private let subject: ImportSubject

  public init(_ subject: ImportSubject) { self.subject = subject }

  public var title: Phrase {
    Phrase("导入：\(subject.name.chinese)", "Import: \(subject.name.english)")
  }
  public var tab: Tab { subject.tab }
  public var places: [FormPlace] { [FormPlace(subject.path + "/import")] }

  public func context(_ frame: Frame) -> [String: Any] {
    let form = frame.form(places[0])
    var context: [String: Any] = [:]
    context["back"] = frame.link(subject.path)
    context["name"] = subject.name(frame.language)
    context["action"] = Links.encoded(subject.path + "/import", keeping: "/")
    context["fields"] = fields(frame).map { $0.context(form, frame) }
    context["file-wrong"] = form.wrong("table", frame)
    if case .registry(let registry) = subject {
      context["has-columns"] = true
      context["columns"] = registry.fields.map { field in
        [
          "name": field.name, "note": field.note ?? "",
          "key": registry.key.contains(field.name) || field.required == true,
          "choices": (field.choices ?? []).joined(separator: frame("、", ", ")),
          "unit": field.unit ?? "",
        ] as [String: Any]
      }
    }
    return context
  }

  private func fields(_ frame: Frame) -> [FormField] {
    let grades = Grade.allCases.map { FormField.Option($0.chinese, frame.words.proof($0)) }
    var fields = [
      FormField("issuer", frame("材料出自谁", "Who issued it")),
      FormField("date", frame("材料日期", "The day that it bears"), .day),
      FormField("grade", frame("佐证等级", "How strong it is"), .select(grades)),
      FormField(
        "title", frame("材料名称（可不填）", "Its title (may be left empty)"),
        hint: frame("不填就用文件名。", "The file's name otherwise.")),
      FormField(
        "number", frame("文号、备案号、证书号（可不填）", "Its number (may be left empty)"),
        hint: frame("验收或第三方的材料须有。", "An acceptance or a third party's document has one.")),
      FormField(
        "reason", frame("理由（可不填）", "Reason (may be left empty)"),
        hint: frame(
          "提高一份已入账材料的等级时必填。", "Needed where a known document becomes stronger.")),
      FormField(
        "sheet", frame("工作表（可不填）", "Sheet of a workbook (may be left empty)"),
        hint: frame("不填就用第一张有表头的。", "The first one with a header otherwise.")),
    ]
    if case .figures = subject {
      let vintages = Observation.Vintage.allCases.map { FormField.Option($0.rawValue) }
      fields.append(FormField("vintage", frame("数据性质", "Vintage"), .select(vintages)))
      fields.append(
        FormField(
          "month", frame("所属月份（可不填）", "The month that it is of (may be left empty)"),
          hint: frame("表里写明时不必填，形如 2023-11。", "Only where the table does not say; like 2023-11.")))
    }
    return fields
  }
}
