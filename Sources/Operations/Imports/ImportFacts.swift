import Domain
import Publishing

/// What was typed beside a table: the document that it comes from.
struct ImportFacts: ImportSource {
  var issuer: String
  var date: Day
  var grade: Grade
  var title: String?
  /// The number that the document has from its issuer.
  var number: String?
  /// Why a known document becomes stronger.
  var reason: String?
  var sheet: String?
  /// For figures: the month that the table is of, where it does not say.
  var month: Period?
  var vintage: Observation.Vintage

  static let names: Set<String> = [
    "issuer", "date", "grade", "title", "number", "reason", "sheet", "month", "vintage",
  ]

  /// - Throws: ``WorkFault/badRequest`` for values that ``problems(_:_:)`` finds fault with.
  init(_ typed: [String: String]) throws {
    func text(_ name: String) -> String? {
      let text = TextLimit.plain(typed[name] ?? "")
      return text.isEmpty ? nil : text
    }
    guard let issuer = text("issuer"), let date = text("date").flatMap({ Day($0) }),
      let grade = Grade.allCases.first(where: { $0.chinese == typed["grade"] })
    else { throw WorkFault.badRequest }
    self.issuer = issuer
    self.date = date
    self.grade = grade
    title = text("title")
    number = text("number")
    reason = text("reason")
    sheet = text("sheet")
    month = text("month").flatMap { Period($0) }
    vintage = typed["vintage"].flatMap(Observation.Vintage.init) ?? .preliminary
  }

  var source: SourceFacts {
    SourceFacts(title: title, issuer: issuer, date: date, grade: grade, number: number)
  }

  /// Everything that is wrong with what was typed.
  static func problems(_ typed: [String: String], _ target: ImportTable.Target) -> [FormProblem] {
    let issuer = TextLimit.plain(typed["issuer"] ?? "")
    var problems = [
      TextLimit.problem(
        "issuer", issuer, most: 200, missing: Phrase("请写明材料出自谁", "say who issued it"))
    ].compactMap(\.self)
    if Day(typed["date"] ?? "") == nil {
      problems.append(
        FormProblem("date", "日期应形如 2023-11-30", "a day is written 2023-11-30"))
    }
    if !Grade.allCases.contains(where: { $0.chinese == typed["grade"] }) {
      problems.append(FormProblem("grade", "请选择等级", "choose the grade"))
    }
    if target == .figures, let month = typed["month"], !month.isEmpty, Period(month) == nil {
      problems.append(FormProblem("month", "月份应形如 2023-11", "a month is written 2023-11"))
    }
    return problems
  }

  static func path(_ target: ImportTable.Target) -> String {
    switch target {
    case .registry(let name): "/registries/" + name
    case .figures: "/data"
    }
  }
}
