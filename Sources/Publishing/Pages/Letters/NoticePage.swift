import Domain

/// 督办单 or 催办单: one sheet of A4 for a unit, for print and as docx.
public struct NoticePage: Page {
  public static let template = "notice"
  private let notice: Notice
  private let rows: [AccountRow]
  private let office: String
  private let telephone: String?

  /// - Parameter rows: its matters, as they were judged on the notice's day.
  public init(_ notice: Notice, rows: [AccountRow], settings: OfficeSettings) {
    self.notice = notice
    self.rows = rows
    office = settings.office
    telephone = settings.telephone
  }

  public var title: Phrase {
    Phrase(
      "\(Words(.chinese).kind(notice.kind)) \(notice.id)",
      "\(Words(.english).kind(notice.kind)) \(notice.id)")
  }
  public var tab: Tab { .office }

  /// Its number, the name of its file.
  public var id: String { notice.id }

  private func request(_ words: Words) -> String { notice.text ?? words.request(notice) }

  public func context(_ frame: Frame) -> [String: Any] {
    let words = frame.words
    var values: [String: Any] = [
      "id": notice.id, "kind": words.kind(notice.kind), "colour": notice.kind.rawValue,
      "meaning": words.meaning(notice.kind), "is-coloured": notice.kind != .reminder,
      "unit": notice.unit, "day": words.long(notice.day), "due": words.long(notice.due),
      "request": request(words), "office": office, "list": frame.link("/office/notices"),
      "docx": frame.link("/office/notices/\(notice.id)/docx"),
      "matters": rows.map { row in
        [
          "id": row.commitment.id, "title": words.title(row.commitment),
          "origin": words.origin(row.commitment), "evidence": EvidenceLine(row, words).text,
          "deadline": row.commitment.deadline.description,
          "href": frame.link("/commitments/" + row.commitment.id),
          "cooperating": words.list(row.commitment.units.dropFirst()),
          "has-cooperating": row.commitment.units.count > 1,
        ] as [String: Any]
      },
    ]
    values["telephone"] = telephone
    values["place"] = frame.place
    return values
  }

  /// The same as docx.
  ///
  /// - Throws: ``PublishingFault``.
  public func document(_ frame: Frame) throws -> [UInt8] {
    let words = frame.words
    var document = WordDocument(title: title(frame.language), language: frame.language)
    if let why = frame.synthetic { document.blocks.append(.line([.init(words.synthetic(why))])) }
    document.blocks += [
      .title(words.kind(notice.kind)), .centred(notice.id), .band(words.meaning(notice.kind), band),
      .table(facts(words)), .heading(words("督办事项", "Matters")),
    ]
    for row in rows { document.blocks += matter(row, words) }
    document.blocks += [
      .heading(words("办理要求", "What is asked")), .paragraph([.init(request(words))]),
      .signature(office), .signature(words("（印章）", "(seal)")),
      .signature(words.long(notice.day)), .table(reply(words)),
    ]
    return try document.bytes()
  }

  private var band: WordDocument.Band {
    switch notice.kind {
    case .reminder: .plain
    case .blue: .blue
    case .yellow: .yellow
    case .red: .red
    }
  }

  private func facts(_ words: Words) -> WordDocument.Table {
    let pairs =
      [
        (words("承办单位", "Unit"), notice.unit), (words("发出日期", "Issued"), words.long(notice.day)),
        (words("反馈期限", "Answer by"), words.long(notice.due)),
      ] + (telephone.map { [(words("督查室电话", "Telephone"), $0)] } ?? [])
    return .init(widths: [1, 3], rows: pairs.map { [[.init($0.0, isBold: true)], [.init($0.1)]] })
  }

  private func matter(_ row: AccountRow, _ words: Words) -> [WordDocument.Block] {
    let commitment = row.commitment
    let others = commitment.units.dropFirst()
    let lines = [
      words.origin(commitment), EvidenceLine(row, words).text,
      words("期限：", "Deadline: ") + commitment.deadline.description
        + (others.isEmpty ? "" : words("；配合单位：", "; cooperating: ") + words.list(others)),
    ]
    return [.paragraph([.init("\(commitment.id) \(words.title(commitment))", isBold: true)])]
      + lines.map { .paragraph([.init($0)]) }
  }

  private func reply(_ words: Words) -> WordDocument.Table {
    .init(
      widths: [1, 3],
      rows: [
        [[.init(words("办理情况", "What was done"), isBold: true)], [.init("\n\n\n\n")]],
        [
          [.init(words("承办单位（签章）", "Unit (seal)"), isBold: true)],
          [.init(words("　　　　年　　月　　日", "Date:"))],
        ],
      ])
  }
}

/// What went out to units, newest first.
public struct NoticesPage: Page {
  public static let template = "notices"
  private let notices: [Notice]
  private let titles: [String: String]

  public init(_ notices: [Notice], titles: [String: String]) {
    self.notices = notices
    self.titles = titles
  }

  public var title: Phrase { Phrase("督办单和催办单", "Notices sent") }
  public var tab: Tab { .office }

  public func context(_ frame: Frame) -> [String: Any] {
    [
      "any": !notices.isEmpty, "reminders": frame.link("/office/reminders"),
      "is-office": frame.caller.may(.supervise),
      "rows": notices.map { notice in
        [
          "id": notice.id, "href": frame.link("/office/notices/" + notice.id),
          "colour": notice.kind.rawValue, "kind": frame.words.kind(notice.kind),
          "meaning": frame.words.meaning(notice.kind), "unit": notice.unit,
          "day": notice.day.description, "due": notice.due.description,
          "matters": frame.words.list(
            notice.commitments.prefix(6).map { id in titles[id].map { "\(id) \($0)" } ?? id }),
          "more": notice.commitments.count - 6, "has-more": notice.commitments.count > 6,
        ] as [String: Any]
      },
    ]
  }
}
