import Domain

extension BulletinPage {
  /// The bulletin as docx.
  ///
  /// - Throws: ``PublishingFault``.
  public func document(_ frame: Frame) throws -> [UInt8] {
    let words = frame.words
    let place = frame.place ?? ""
    var document = WordDocument(title: title(frame.language), language: frame.language)
    if let why = frame.synthetic { document.blocks.append(.line([.init(words.synthetic(why))])) }
    document.blocks += [
      .title(
        words("\(place)政府工作报告承诺事项办理情况通报", "\(place): how the commitments stand")),
      .centred(words("（\(words.month(facts.month))）", words.month(facts.month))),
    ]
    let parts = [
      (words("总体情况", "The whole"), whole(words)),
      (words("滞后和未兑现事项", "Behind and not met"), lateBlocks(words)),
      (words("本月变化", "Changed this month"), changeBlocks(words)),
      (words("逾期未填报", "Not filed in time"), missingBlocks(words)),
      (words("下月到期事项", "Due next month"), nextBlocks(words)),
    ]
    for (number, part) in parts.enumerated() {
      document.blocks.append(.heading(words.numbered(number, part.0)))
      document.blocks += part.1
    }
    document.blocks += [
      .signature(facts.office), .signature(words.long(facts.today)),
    ]
    if let anchor = facts.anchor { document.blocks.append(.line([.init(words.anchor(anchor))])) }
    return try document.bytes()
  }

  private func whole(_ words: Words) -> [WordDocument.Block] {
    let basis =
      facts.isReleased
      ? words("以下按已发布的研判。", "These are the judgements as released.")
      : words("本月尚未发布，以下为截至日的研判。", "The month is not released yet.")
    let opening = words(
      "截至 \(words.long(facts.asOf))，各事项由佐证按规则研判如下。\(basis)",
      "As of \(facts.asOf), judged from evidence by rule. \(basis)")
    return [.paragraph([.init(opening)])]
      + AccountTally(facts.rows).lines(words).map { .paragraph([.init($0 + words("。", "."))]) }
      + DepartureWords(words).lines(facts.departures).map { .paragraph([.init($0)]) }
  }

  private func none(_ words: Words) -> [WordDocument.Block] {
    [.paragraph([.init(words("无。", "None."))])]
  }

  private func lateBlocks(_ words: Words) -> [WordDocument.Block] {
    guard !behind.isEmpty else { return none(words) }
    let rows = behind.map { row -> [[WordDocument.Run]] in
      let line = EvidenceLine(row, words)
      let by = [line.gap, line.pace, line.needed].compactMap { $0 }
      return [
        [.init(row.commitment.id)], [.init(words.title(row.commitment))], [.init(words.state(row))],
        [.init(line.amounts ?? line.text)], [.init(by.joined(separator: words("；", "; ")))],
        [.init(row.commitment.units.first ?? words("待定", "to be named"), isBold: true)],
      ]
    }
    return [
      .table(
        .init(
          widths: [5, 16, 8, 14, 16, 9],
          header: [
            words("编号", "id"), words("事项", "commitment"), words("状态", "state"),
            words("佐证显示", "evidence"), words("差多少", "by how much"), words("牵头单位", "lead"),
          ], rows: rows))
    ]
  }

  private func changeBlocks(_ words: Words) -> [WordDocument.Block] {
    guard !facts.changes.isEmpty else { return none(words) }
    return facts.changes.map { change in
      let before = change.before.map(words.name) ?? words("未列入", "not listed")
      return .paragraph([
        .init("\(change.commitment.id) \(words.title(change.commitment))", isBold: true),
        .init(
          words(
            "：由“\(before)”变为“\(words.name(change.now))”。",
            ": from “\(before)” to “\(words.name(change.now))”.")),
      ])
    }
  }

  private func missingBlocks(_ words: Words) -> [WordDocument.Block] {
    guard !facts.missing.isEmpty else { return none(words) }
    return [
      .table(
        .init(
          widths: [12, 8, 40],
          header: [
            words("单位", "unit"), words("项数", "matters"), words("未填报的事项", "not filed"),
          ],
          rows: facts.missing.map {
            [
              [.init($0.unit)], [.init(String($0.commitments.count))],
              [.init(words.list($0.commitments))],
            ]
          }))
    ]
  }

  private func nextBlocks(_ words: Words) -> [WordDocument.Block] {
    guard !dueNext.isEmpty else { return none(words) }
    return [
      .table(
        .init(
          widths: [5, 24, 10, 12, 10],
          header: [
            words("编号", "id"), words("事项", "commitment"), words("状态", "state"),
            words("期限", "deadline"), words("牵头单位", "lead"),
          ],
          rows: dueNext.map {
            [
              [.init($0.commitment.id)], [.init(words.title($0.commitment))],
              [.init(words.state($0))], [.init($0.commitment.deadline.description)],
              [.init($0.commitment.units.first ?? words("待定", "to be named"), isBold: true)],
            ]
          }))
    ]
  }
}

extension Words {
  /// `一、总体情况`, counted from 0; at most ten.
  func numbered(_ index: Int, _ title: String) -> String {
    let numerals = Array("一二三四五六七八九十")
    guard language == .chinese, numerals.indices.contains(index) else {
      return "\(index + 1). \(title)"
    }
    return "\(numerals[index])、\(title)"
  }
}
