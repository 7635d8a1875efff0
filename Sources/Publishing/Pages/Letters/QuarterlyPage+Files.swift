import CLibXLSXWriter
import Domain

extension QuarterlyPage {
  /// The office's own columns.
  func sheet(_ words: Words) -> Sheet {
    let rows = lines(words).map { line -> [Cell] in
      [
        Cell(line.number), .text("\(line.commitment.id) \(words.title(line.commitment))"),
        .text(line.progress), .text(line.next), .text(words.list([line.lead] + line.others)),
      ]
    }
    return Sheet(
      columns: [
        .init(title: words("序号", "No."), isNumber: true, characters: 6),
        .init(title: words("重点任务", "Main task"), wraps: true, characters: 30),
        .init(title: words("任务目标完成情况", "How far it is"), wraps: true, characters: 52),
        .init(title: words("下一步计划", "Next"), wraps: true, characters: 34),
        .init(
          title: words("责任单位（加粗为牵头单位）", "Units (lead in bold)"), wraps: true, characters: 18),
      ], groups: [.init(title: "", rows: rows)])
  }

  /// The table as a workbook.
  ///
  /// - Throws: ``PublishingFault``.
  public func workbook(_ frame: Frame) throws -> [UInt8] {
    let words = frame.words
    let book = try Workbook()
    let band = frame.synthetic.map(words.synthetic)
    let page = try book.sheet(words("季度表", "Quarterly"))
    WorkbookTable(
      sheet: sheet(words), title: heading(frame), band: band, frozenColumns: 2, words
    ).write(book, to: page)
    let first: UInt32 = band == nil ? 2 : 3
    for (index, line) in lines(words).enumerated() {
      embolden(line, book, page, first + UInt32(index), words)
    }
    WorkbookNotes([words("说明", "Notes")] + notes(words))
      .write(book, to: try book.sheet(words("说明", "Notes")))
    return try book.close()
  }

  /// The lead in bold, those who cooperate after it.
  private func embolden(
    _ line: Line, _ book: Workbook, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32,
    _ words: Words
  ) {
    let cell = book.format(.init())
    let bold = book.format(.init(isBold: true))
    guard !line.others.isEmpty else {
      worksheet_write_string(page, row, 4, line.lead.fittingCell, bold)
      return
    }
    let rest = words("、", ", ") + words.list(line.others)
    line.lead.withCString { lead in
      rest.fittingCell.withCString { rest in
        var parts = [
          lxw_rich_string_tuple(format: bold, string: UnsafeMutablePointer(mutating: lead)),
          lxw_rich_string_tuple(format: nil, string: UnsafeMutablePointer(mutating: rest)),
        ]
        parts.withUnsafeMutableBufferPointer { parts in
          guard let base = parts.baseAddress else { return }
          var list: [UnsafeMutablePointer<lxw_rich_string_tuple>?] = [base, base + 1, nil]
          _ = worksheet_write_rich_string(page, row, 4, &list, cell)
        }
      }
    }
  }

  private func notes(_ words: Words) -> [String] {
    [
      words(
        "完成情况由佐证按规则得出，截至 \(facts.asOf)；“填报称”是单位的说法，已经督查室核对，但不是佐证。",
        "Progress follows from evidence by rule, as of \(facts.asOf); what a unit “reports” was looked at by the office but is not evidence."
      ),
      words(
        "“未填报”：本季度没有通过的填报写到下一步计划。",
        "“not filed”: no accepted filing of the quarter says what comes next."),
    ] + DepartureWords(words).lines(facts.departures)
      + (facts.anchor.map { [words.anchor($0)] } ?? [])
  }

  /// The table as docx, across the sheet.
  ///
  /// - Throws: ``PublishingFault``.
  public func document(_ frame: Frame) throws -> [UInt8] {
    let words = frame.words
    var document = WordDocument(title: heading(frame), language: frame.language, isAcross: true)
    if let why = frame.synthetic { document.blocks.append(.line([.init(words.synthetic(why))])) }
    document.blocks.append(.title(heading(frame)))
    document.blocks.append(
      .table(
        .init(
          widths: [6, 26, 46, 30, 20], header: sheet(words).columns.map(\.title),
          rows: lines(words).map { line in
            let others = line.others.isEmpty ? "" : words("、", ", ") + words.list(line.others)
            return [
              [.init(String(line.number))],
              [.init("\(line.commitment.id) \(words.title(line.commitment))")],
              [.init(line.progress)], [.init(line.next)],
              [.init(line.lead, isBold: true), .init(others)],
            ]
          })))
    document.blocks += notes(words).map { .line([.init($0)]) }
    return try document.bytes()
  }
}
