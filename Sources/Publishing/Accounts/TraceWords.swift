import Domain

/// What was removed or altered, in words: 「撤去 2 条」 with keys and reason, 「更正 1 条」 with old and new.
struct TraceWords {
  let words: Words
  /// Whether whoever did it may be named.
  var showsActors = false
  /// Names by login, where they are known.
  var people: [String: String] = [:]
  /// Values that are listed for one kind and registry.
  var listed = Trace.listed

  /// One line for each removal's entry and each altered value, with what is left out.
  func lines(_ traces: [Trace]) -> [String] {
    traces.flatMap { $0.kind == .removed ? removed($0) : altered($0) }
  }

  /// `撤去 2 条，更正 1 条`; empty for none.
  func counts(_ traces: [Trace]) -> String {
    Trace.Kind.allCases.compactMap { kind in
      let count = traces.filter { $0.kind == kind }.reduce(0) { $0 + $1.count }
      return count == 0 ? nil : head(kind, count)
    }.joined(separator: words("，", ", "))
  }

  private func head(_ kind: Trace.Kind, _ count: Int) -> String {
    switch kind {
    case .removed: words("撤去 \(count) 条", "\(count) removed")
    case .altered: words("更正 \(count) 条", "\(count) altered")
    }
  }

  private func removed(_ trace: Trace) -> [String] {
    let entries = trace.items.map(\.sequence).reduce(into: [Int]()) { all, entry in
      if all.last != entry { all.append(entry) }
    }
    let details = entries.map { entry -> String in
      let items = trace.items.filter { $0.sequence == entry }
      let keys =
        trace.isPersonal == true ? [] : [items.map(key).joined(separator: words("、", ", "))]
      return (keys + about(items[0])).joined(separator: words("，", ", "))
    }
    let rest = trace.count - trace.items.count
    return [
      "\(trace.registry)\(words("：", ": "))\(head(.removed, trace.count))"
        + words("（", " (") + details.joined(separator: words("；", "; ")) + more(rest)
        + words("）", ")")
    ]
  }

  private func altered(_ trace: Trace) -> [String] {
    let shown = trace.items.prefix(listed)
    let keys = Set(trace.items.map { "\($0.sequence) \($0.key)" }).count
    let rest = max(trace.count - keys, trace.items.count - shown.count)
    let lines = shown.map { item in
      let name = trace.isPersonal == true ? "" : key(item) + " "
      return name + turn(item, trace) + words("（", " (")
        + about(item).joined(separator: words("，", ", ")) + words("）", ")")
    }
    return [
      "\(trace.registry)\(words("：", ": "))\(head(.altered, trace.count))\(words("：", ": "))"
        + lines.joined(separator: words("；", "; ")) + more(rest)
    ]
  }

  private func turn(_ item: Trace.Item, _ trace: Trace) -> String {
    let column = item.column.map { "「\($0)」" } ?? ""
    guard trace.isPersonal != true, item.old != nil || item.new != nil else { return column }
    let none = words("（空）", "(empty)")
    return "\(column)\(item.old ?? none) → \(item.new ?? none)"
  }

  /// Why, when, and by whom where that may be said.
  private func about(_ item: Trace.Item) -> [String] {
    let reason = item.reason.map { words("理由：\($0)", "because: \($0)") }
    let actor = showsActors ? people[item.actor] ?? item.actor : nil
    return [reason, actor, item.day.description].compactMap { $0 }
  }

  private func more(_ rest: Int) -> String {
    rest > 0 ? words("；另有 \(rest) 处", "; and \(rest) more") : ""
  }

  private func key(_ item: Trace.Item) -> String {
    item.key.replacing(Record.separator, with: " ")
  }
}

extension JSONValue {
  /// A trace without logins; of persons and households neither keys nor values.
  static func trace(_ trace: Trace) -> JSONValue {
    let isOpen = trace.isPersonal != true
    return .object([
      ("kind", .text(trace.kind.rawValue)), ("registry", .text(trace.registry)),
      ("count", .whole(trace.count)),
      (
        "items",
        .list(
          trace.items.map { item in
            .object([
              ("key", JSONValue(isOpen ? item.key : nil)), ("column", JSONValue(item.column)),
              ("old", JSONValue(isOpen ? item.old : nil)),
              ("new", JSONValue(isOpen ? item.new : nil)),
              ("sequence", .whole(item.sequence)), ("day", .text(item.day.description)),
              ("reason", JSONValue(item.reason)),
            ])
          })
      ),
    ])
  }
}
