import Domain

extension Frame {
  /// What tables of commitments show of one.
  func context(of row: AccountRow) -> [String: Any] {
    let judgement = row.judgement
    let gap = Gap(row, words)
    var context: [String: Any] = [
      "id": row.commitment.id, "title": title(row.commitment),
      "href": link("/commitments/" + row.commitment.id), "state": judgement.state.rawValue,
      "state-text": words.state(row), "unit": row.unit, "actual": actual(row),
      "target": target(row), "gap": gap.text, "needed": gap.needed,
      "pace": judgement.state == .met ? "" : words.pace(judgement.pace),
      "data": judgement.state == .unverifiable ? "" : words.data(judgement.data),
      "lead": row.commitment.units.first.map(unit) ?? self("待定", "to be named"),
      "deadline": row.commitment.deadline.description,
      "theme": row.commitment.theme ?? self("其他", "other"),
    ]
    context["reason"] = words.reason(judgement.value)
    context["proof"] = judgement.proof.map(words.proof)
    let doubts = FindingLines.count(judgement.findings)
    context["doubts"] = doubts == 0 ? "" : String(doubts)
    context["row-parts"] = PartLines(words: words).summary(judgement.parts)
    context["light"] = judgement.light.map { ["name": words.light($0), "colour": $0.rawValue] }
    return context
  }

  /// What was measured; that nothing was published is said.
  func actual(_ row: AccountRow) -> String {
    guard let actual = row.judgement.actual else {
      return row.isPublished ? self("未公布", "unpublished") : ""
    }
    return row.shown(actual)
  }

  func target(_ row: AccountRow) -> String {
    let beside = row.judgement.actual.map { [$0] } ?? []
    if let target = row.commitment.target {
      let measured = row.judgement.target.map { target.measured(as: $0, row.unit) } ?? target
      return words.target(measured, beside: beside)
    }
    return row.judgement.target.map { ExactText.shown($0, beside: beside, asPublished: true) } ?? ""
  }
}

extension JSONValue {
  /// As the content of a script element: nothing in it can end the element.
  var script: String {
    String(decoding: bytes, as: UTF8.self).replacing("<", with: "\\u003c")
      .replacing("\u{2028}", with: " ").replacing("\u{2029}", with: " ")
  }
}
