import Domain

/// Where a report is uploaded, or its text put in.
public struct ReportUploadPage: Page {
  public static let template = "report-new"

  public init() {}

  public var title: Phrase { Phrase("采纳新报告", "Adopt a report") }
  public var tab: Tab { .reports }
  public var places: [FormPlace] { [FormPlace("/reports/new")] }

  public func context(_ frame: Frame) -> [String: Any] {
    let fields = [
      FormField(
        "text", frame("或者粘贴全文", "Or paste the text"),
        hint: frame("没有文件时用；保留原来的段落。", "Without a file; keep the paragraphs."), .area(rows: 8)),
      FormField(
        "year", frame("计划年度", "Year it plans for"),
        hint: frame("报告里读得出时不必填。", "Only where the report does not say.")),
      FormField(
        "place", frame("地区", "Place"),
        hint: frame("报告里读得出时不必填。", "Only where the report does not say.")),
    ]
    let form = frame.form(places[0])
    var context: [String: Any] = ["reports": frame.link("/reports")]
    context["fields"] = fields.map { $0.context(form, frame) }
    context["file-wrong"] = form.wrong("report", frame)
    return context
  }
}
