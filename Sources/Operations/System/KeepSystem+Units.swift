import Domain
import Publishing

/// Departments and subdistricts.
extension KeepSystem {
  /// Every unit with its duties, with the form for a new one.
  ///
  /// - Throws: ``WorkFault/notAllowed(_:)``.
  public func units(by caller: Caller) throws -> SystemListPage {
    try office.require(.readTrail, by: caller)
    let books = try office.books()
    var page = SystemListPage(Phrase("单位", "Units"))
    page.intro = [
      Phrase("单位只增不删：账里有它的名字。", "Units are added, never deleted: the ledger names them.")
    ]
    page.columns = [
      Phrase("单位", "Unit"), Phrase("种类", "Kind"), Phrase("牵头", "Leads"),
      Phrase("配合", "Cooperates"), Phrase("帐号", "Accounts"),
    ]
    page.rows = books.units.map { unit in
      [
        .init(Phrase(unit.name, unit.english ?? unit.name)), .init(RoleTable.name(unit.kind)),
        .init("\(books.active.count { $0.units.first == unit.name })"),
        .init("\(books.active.count { $0.units.dropFirst().contains(unit.name) })"),
        .init("\(books.accounts.values.count { $0.unit == unit.name && $0.isActive })"),
      ]
    }
    page.path = "/system/units"
    guard caller.may(.administer) else { return page }
    page.forms = [
      SystemForm(
        Phrase("新增或修改单位", "Add or change a unit"), action: "/system/units",
        fields: [
          .init("name", Phrase("名称（已有的即修改）", "Name (one that is there is changed)")),
          .init("english", Phrase("英文名称（可不填）", "English name (may be left empty)")),
          .init(
            "kind", Phrase("种类", "Kind"),
            options: WorkUnit.Kind.allCases.map { ($0.rawValue, RoleTable.name($0)) }),
        ], button: Phrase("保存", "Save"))
    ]
    return page
  }

  /// Adds a unit, or changes the one of that name.
  ///
  /// - Throws: ``WorkFault/form(_:)`` with everything that is wrong.
  public func saveUnit(_ typed: [String: String], by caller: Caller) throws {
    let name = TextLimit.plain(typed["name"] ?? "")
    let english = TextLimit.plain(typed["english"] ?? "")
    let kind = WorkUnit.Kind(rawValue: typed["kind"] ?? "")
    var problems = [
      TextLimit.problem("name", name, most: 40, missing: Phrase("请填写名称", "give its name")),
      TextLimit.problem("english", english, most: 100),
    ].compactMap(\.self)
    if kind == nil { problems.append(FormProblem("kind", "请选择种类", "choose the kind")) }
    guard problems.isEmpty, let kind else { throw WorkFault.form(problems) }
    try office.change(.administer, by: caller) { books in
      var unit = books.units.first { $0.name == name } ?? WorkUnit(name: name, kind: kind)
      unit.kind = kind
      unit.english = english.isEmpty ? unit.english : english
      return books.units.contains(unit) ? [] : [.unit(unit)]
    }
  }
}
