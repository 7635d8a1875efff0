extension Registry {
  /// The checks that are declared, and those that need no declaration: stages follow each other; and,
  /// where nothing is declared, the year in a document's number is that of the date of the same name
  /// (认定文号 and 认定日期).
  public var allChecks: [Check] {
    (checks ?? yearChecks) + stageChecks
  }

  private var stageChecks: [Check] {
    fields.filter { $0.kind == .stages && ($0.stages ?? []).count > 1 }.map { field in
      Check(
        name: "\(field.name)先后倒置", english: "stages out of order",
        rule: .order((field.stages ?? []).map { "\(field.name).\($0)" }, days: nil))
    }
  }

  private var yearChecks: [Check] {
    fields.filter { $0.kind == .text && $0.name.hasSuffix("文号") }.compactMap { field in
      let date = field.name.dropLast(2) + "日期"
      guard fields.contains(where: { $0.kind == .date && $0.name == date }) else { return nil }
      return Check(
        name: "\(field.name)年份", english: "year of the document",
        rule: .year(.init(of: field.name, on: String(date))))
    }
  }
}
