import Domain

/// What must not be in a site: values of personal fields, names of people with an account, and what
/// units filed that is not public. A last check; pages leave it out where they are made.
struct SiteSecrets {
  /// What each value is; short ones count only where they stand alone, in a cell or a JSON string.
  private var values: [String: Phrase] = [:]

  /// All of it as the release knew it; what came later is in no view for everybody.
  init(_ view: View) throws {
    let books = try view.insideOfRelease()
    for registry in books.registries.values { try addRecords(of: registry, view) }
    for account in books.accounts.values {
      add(account.name, Phrase("经办人的姓名", "the name of somebody with an account"))
    }
    for versions in books.filings.values {
      for version in versions where version.value.state != .accepted {
        add(version.value.progress, Phrase("未审核的填报", "a filing that is not accepted"))
      }
    }
    for versions in books.objections.values {
      guard let last = versions.last?.value, last.state != .answered else { continue }
      add(last.text, Phrase("未答复的异议", "an objection that is not answered"))
    }
    // A filing has the same words before it is accepted and after.
    for filing in view.books.filings.values.joined() { values[filing.value.progress] = nil }
  }

  private mutating func addRecords(of registry: Registry, _ view: View) throws {
    let personal = registry.columns.indices.filter {
      registry.fields[registry.columns[$0].field].kind == .personal
    }
    guard !personal.isEmpty else { return }
    let all = try view.known(Browsing(registry: registry.name))
    let what = Phrase("「\(registry.name)」的个人信息", "personal data of \"\(registry.name)\"")
    for record in try view.browse().page(all, offset: 0, limit: .max >> 8) {
      for index in personal where record.values.indices.contains(index) {
        if case .text(let text) = record.values[index] { add(text, what) }
      }
    }
  }

  private mutating func add(_ text: String, _ what: Phrase) {
    // A plain latin word is part of every page's markup.
    let isWord = text.utf8.allSatisfy { (97...122).contains($0 | 0x20) }
    if text.utf8.count >= 4, !isWord { values[text] = what }
  }

  /// - Throws: ``OperationFault/notPublic(file:what:)`` for the first.
  func check(_ site: [SiteFile]) throws {
    for file in site where !file.path.hasPrefix("static/") {
      for part in file.bytes.split(whereSeparator: Self.ends) where part.count >= 4 {
        if let what = values[String(decoding: part, as: UTF8.self)] {
          throw OperationFault.notPublic(file: file.path, what: what)
        }
      }
    }
  }

  /// What bounds a value in html, JSON and CSV.
  private static func ends(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x3C, 0x3E, 0x2C, 0x0A, 0x0D, 0x3A, 0x3B: true
    default: false
    }
  }
}
