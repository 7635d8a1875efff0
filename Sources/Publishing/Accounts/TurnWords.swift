import Domain

/// What was changed of a commitment, in words and as data; who typed it stays inside.
struct TurnWords {
  let words: Words

  init(_ words: Words) { self.words = words }

  /// `2023-06-21 目标：52 家 → 40 家；区政府《…》2023-06-20；理由`.
  func line(_ turn: PlanTurn) -> String {
    [
      "\(turn.day) \(turn.change(words.language))", turn.ground(words.language),
      turn.reason?.onOneLine ?? "",
    ].filter { !$0.isEmpty }.joined(separator: words("；", "; "))
  }

  /// Without the day and the reason, for a cell of a table.
  func short(_ turn: PlanTurn) -> String {
    turn.change(words.language)
      + words("（\(turn.ground.chinese)）", " (\(turn.ground.english))")
  }

  func short(_ turns: [PlanTurn]?) -> String {
    (turns ?? []).map(short).joined(separator: words("；", "; "))
  }

  func value(_ turn: PlanTurn) -> JSONValue {
    .object([
      ("part", .text(turn.part.rawValue)), ("old", JSONValue(turn.old?(words.language))),
      ("new", JSONValue(turn.new?(words.language))),
      ("decision", turn.decision.map(JSONValue.decision) ?? .null),
      ("day", .text(turn.day.description)), ("sequence", .whole(turn.sequence)),
      ("reason", JSONValue(turn.reason)),
      ("marks", .list(turn.marks.map { .text($0.rawValue) })),
    ])
  }
}

/// What left the plan after it was issued: with what is judged, the parts add up to the whole.
struct DepartureWords {
  let words: Words

  init(_ words: Words) { self.words = words }

  /// `另有 2 项经决定撤下、并入`, then one line each; nothing where nothing left.
  func lines(_ departures: [Departure]) -> [String] {
    guard !departures.isEmpty else { return [] }
    return [heading(departures)] + departures.map { "  " + line($0) }
  }

  func heading(_ departures: [Departure]) -> String {
    let all = departures.count { $0.commitment.kind != .baseline }
    let undecided = departures.count { $0.turn.decision == nil }
    let rest =
      undecided == 0
      ? "" : words("，其中 \(undecided) 项未记录决定", ", \(undecided) without a recorded decision")
    return words(
      "另有 \(all) 项经决定撤下、并入", "besides, \(all) were withdrawn, merged or split by decision") + rest
  }

  func line(_ departure: Departure) -> String {
    let commitment = departure.commitment
    let title =
      words.language == .english ? commitment.english ?? commitment.title : commitment.title
    return "\(commitment.id) \(title.onOneLine)" + words("：", ": ") + words.state(commitment.state)
      + words("；", "; ") + departure.turn.ground(words.language)
  }

  func value(_ departure: Departure) -> JSONValue {
    let commitment = departure.commitment
    return .object([
      ("id", .text(commitment.id)), ("title", .text(commitment.title)),
      ("english", JSONValue(commitment.english)), ("kind", .text(commitment.kind.rawValue)),
      ("state", .text(state(commitment))),
      ("target", commitment.target.map(JSONValue.target) ?? .null),
      ("turns", .list([TurnWords(words).value(departure.turn)])),
    ])
  }

  private func state(_ commitment: Commitment) -> String {
    switch commitment.state {
    case .active: "active"
    case .withdrawn: "withdrawn"
    case .merged: "merged"
    case .split: "split"
    }
  }
}

extension Frame {
  /// What left the plan, for the pages that show totals.
  func context(of departures: [Departure]) -> [String: Any] {
    let departed = DepartureWords(words)
    return [
      "has-departures": !departures.isEmpty,
      "departures-heading": departures.isEmpty ? "" : departed.heading(departures),
      "departures": departures.map {
        ["text": departed.line($0), "href": link("/commitments/" + $0.commitment.id)]
      },
    ]
  }
}
