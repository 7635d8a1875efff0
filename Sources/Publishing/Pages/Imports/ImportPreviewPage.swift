import Domain

/// What an uploaded table would change, or everything that is wrong with it by row and column.
public struct ImportPreviewPage: Page {
  public static let template = "import-preview"
  private let subject: ImportSubject
  private let id: String
  private let file: String
  private let facts: any ImportSource
  private let look: ImportLook
  private let commitments: [(id: String, title: String)]
  private let basis: Int
  private let isStale: Bool

  public init(
    _ subject: ImportSubject, id: String, file: String, facts: any ImportSource, look: ImportLook,
    commitments: [(id: String, title: String)], basis: Int, isStale: Bool
  ) {
    self.subject = subject
    self.id = id
    self.file = file
    self.facts = facts
    self.look = look
    self.commitments = commitments
    self.basis = basis
    self.isStale = isStale
  }

  public var title: Phrase {
    Phrase("导入预览：\(subject.name.chinese)", "Import preview: \(subject.name.english)")
  }
  public var tab: Tab { subject.tab }
  public var places: [FormPlace] {
    look.problems.isEmpty && look.missing.count > 0 ? [form] : []
  }

  private var path: String { subject.path + "/import/" + id }
  private var form: FormPlace { FormPlace(path, ["missing", "why"]) }

  public func context(_ frame: Frame) -> [String: Any] {
    let action = Links.encoded(path, keeping: "/")
    let form = frame.form(self.form)
    var context: [String: Any] = [
      "back": frame.link(subject.path), "again": frame.link(subject.path + "/import"),
      "name": subject.name(frame.language), "action": action, "remove": action + "/remove",
      "file": file, "issuer": facts.issuer, "date": facts.date.description,
      "grade": frame.words.proof(facts.grade), "source-title": facts.title ?? "",
      "csv": frame.links.csv(path), "json": frame.links.json(path), "basis": form.basis(basis),
      "removes": form.value("missing") == "remove", "v-why": form.value("why"),
      "stale": isStale, "refused": !look.problems.isEmpty, "total": look.total,
      "more": max(0, look.total - look.problems.count) == 0
        ? "" : String(look.total - look.problems.count),
      "flaws": look.problems.map { flaw($0, frame) },
      "added": look.added, "changed": look.changed, "unchanged": look.unchanged,
      "nothing": look.added + look.changed + look.beside + look.missing.count == 0,
      "beside": look.beside == 0 ? "" : String(look.beside),
      "kept": look.kept == 0 ? "" : String(look.kept),
      "emptied": look.emptied == 0 ? "" : String(look.emptied),
      "missing": look.missing.count == 0 ? "" : String(look.missing.count),
      "missing-keys": look.missing.keys.map { $0.replacing(Record.separator, with: " ") }
        .joined(separator: frame("、", ", ")),
      "notes": look.notes.map { ["note": $0(frame.language)] }, "has-notes": !look.notes.isEmpty,
      "turns": look.changes.map {
        [
          "what": $0.what, "column": $0.column,
          "old": $0.old.isEmpty ? frame("（空）", "(empty)") : $0.old,
          "new": $0.new.isEmpty ? frame("（空）", "(empty)") : $0.new,
        ]
      },
      "has-turns": !look.changes.isEmpty,
      "figures": look.figures.map {
        ["series": $0.series, "period": $0.period, "value": $0.value]
      },
      "has-figures": !look.figures.isEmpty,
      "commitments": commitments.map {
        ["id": $0.id, "title": $0.title, "href": frame.link("/commitments/" + $0.id)]
      },
      "has-commitments": !commitments.isEmpty,
    ]
    if case .registry(let registry) = subject, !look.sample.isEmpty {
      let sheet = RecordSheet(
        registry: registry, records: look.sample, total: look.sample.count, words: frame.words,
        synthetic: nil
      ).screen
      context["has-sample"] = true
      context["columns"] = sheet.columns.map { ["name": $0.title, "number": $0.isNumber] }
      context["rows"] = RecordRows(
        columns: sheet.columns, addresses: look.sample.map { _ in "" }
      ).html(sheet.rows)
    }
    return context
  }

  private func flaw(_ flaw: ImportLook.Flaw, _ frame: Frame) -> [String: Any] {
    [
      "code": flaw.code, "row": flaw.row.map(String.init) ?? "", "column": flaw.column ?? "",
      "address": flaw.address ?? "", "text": flaw.text ?? "", "what": flaw.what(frame.language),
    ]
  }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      ("subject", .text(subject.name.chinese)), ("file", .text(file)),
      ("added", .whole(look.added)), ("changed", .whole(look.changed)),
      ("unchanged", .whole(look.unchanged)), ("beside", .whole(look.beside)),
      ("kept", .whole(look.kept)), ("emptied", .whole(look.emptied)),
      ("missing", .whole(look.missing.count)), ("problems_total", .whole(look.total)),
      (
        "problems",
        .list(
          look.problems.map { flaw in
            .object([
              ("code", .text(flaw.code)), ("row", JSONValue(flaw.row)),
              ("column", JSONValue(flaw.column)), ("address", JSONValue(flaw.address)),
              ("text", JSONValue(flaw.text)), ("what", .text(flaw.what(frame.language))),
            ])
          })
      ),
    ])
  }

  /// The problems, for whoever mends the file.
  public func csv(_ frame: Frame) -> [UInt8]? {
    CSVText.bytes(
      [
        frame("代码", "code"), frame("行", "row"), frame("列", "column"), frame("单元格", "cell"),
        frame("内容", "content"), frame("问题", "problem"),
      ],
      look.problems.map {
        [
          $0.code, $0.row.map(String.init) ?? "", $0.column ?? "", $0.address ?? "",
          $0.text ?? "", $0.what(frame.language),
        ]
      })
  }
}
