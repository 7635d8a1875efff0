import Domain

/// A report in its own paragraphs, its statements marked in place; beside it the commitments that
/// were adopted from it with their states, and what was left out. Either side leads to the other.
public struct ReportPage: Page {
  public static let template = "report"
  let facts: Change.ReportFacts
  let map: SourceMap
  let standings: [Standing]
  let layout: ReportLayout
  private let mayPlan: Bool

  /// - Parameters:
  ///   - standings: commitments with an origin in this report, in the plan's order.
  ///   - mayPlan: whether the viewer may edit them.
  public init(
    _ reading: ReportReading, facts: Change.ReportFacts, standings: [Standing], mayPlan: Bool
  ) {
    self.facts = facts
    self.standings = standings
    self.mayPlan = mayPlan
    map = SourceMap(reading)
    layout = ReportLayout(map, report: facts.sha256, standings: standings)
  }

  /// Where a commitment's sentence stands on the page: `c-P16`.
  public static func anchor(_ commitment: String) -> String { ReportLayout.anchor(commitment) }

  public var title: Phrase {
    let title = facts.title?.onOneLine ?? facts.name.onOneLine
    return Phrase(title, title)
  }

  public var tab: Tab { .reports }

  public func context(_ frame: Frame) -> [String: Any] {
    let address = "/reports/\(facts.sha256)"
    var context: [String: Any] = [
      "title": title(frame.language), "about": about(frame), "text": text(frame.words),
      "csv": frame.links.csv(address), "json": frame.links.json(address),
      "reports": frame.link("/reports"), "adopted": active.map { entry($0, frame) },
      "adopted-count": active.count, "gone": gone.map { entry($0, frame) },
      "gone-count": gone.count, "has-gone": !gone.isEmpty, "groups": groups(frame),
      "total": layout.items.count,
    ]
    context["plan"] = mayPlan ? frame.link("/office/plan") : nil
    return context
  }

  private var active: [Standing] { standings.filter { $0.commitment.state == .active } }
  private var gone: [Standing] { standings.filter { $0.commitment.state != .active } }

  private func about(_ frame: Frame) -> String {
    [
      frame.words.heading(facts.place, facts.year), frame.words.kind(map.report.kind),
      facts.name.onOneLine,
    ].joined(separator: " · ")
  }

  /// Everything that comes from outside is escaped by the writer.
  private func text(_ words: Words) -> String {
    var html = ByteText()
    PageText(
      map, items: layout.items, words, anchor: ReportLayout.anchorOfItem,
      entry: ReportLayout.entryOfItem
    ).write(into: &html)
    return String(decoding: html.bytes, as: UTF8.self)
  }

  // MARK: The list

  private func entry(_ standing: Standing, _ frame: Frame) -> [String: Any] {
    let commitment = standing.commitment
    var entry: [String: Any] = [
      "entry": ReportLayout.entry(commitment.id), "id": commitment.id,
      "title": frame.title(commitment),
      "href": frame.link("/commitments/\(commitment.id)"), "facts": facts(commitment, frame),
    ]
    let isHere = layout.items.contains { $0.id == ReportLayout.entry(commitment.id) }
    entry["anchor"] = isHere ? ReportLayout.anchor(commitment.id) : nil
    if let row = standing.row {
      entry["state"] = row.judgement.state.rawValue
      entry["state-words"] = frame.words.state(row)
    } else {
      entry["became"] = frame.words.state(commitment.state)
    }
    entry["reason"] = standing.reason
    entry["edit"] =
      mayPlan && frame.links.isServed && commitment.state == .active
      ? frame.link("/commitments/\(commitment.id)/edit") : nil
    return entry
  }

  private func facts(_ commitment: Commitment, _ frame: Frame) -> String {
    let target = commitment.target.map { frame.words.target($0) + " " + $0.unit }
    return [target, commitment.units.first, frame.words.kind(commitment.kind)]
      .compactMap { $0 }.joined(separator: " · ")
  }

  /// What gave no commitment: tasks and targets first, they may be promises.
  private func groups(_ frame: Frame) -> [[String: Any]] {
    PageItem.Kind.allCases.compactMap { kind in
      let own = layout.left.filter { $0.kind == kind }
      guard !own.isEmpty else { return nil }
      return [
        "name": name(kind, frame), "count": own.count, "kind": kind.rawValue,
        "items": own.map { item in
          [
            "entry": item.id, "anchor": ReportLayout.anchorOfItem(item.id),
            "quote": map.quote(item.range), "more": more(item, frame),
          ] as [String: Any]
        },
      ]
    }
  }

  private func name(_ kind: PageItem.Kind, _ frame: Frame) -> String {
    switch kind {
    case .target: frame("目标，未单独采纳", "Targets not adopted by themselves")
    case .task: frame("任务，未采纳", "Tasks not adopted")
    case .claim: frame("报告称（说法，不是承诺）", "Claimed (no commitment)")
    case .background: frame("背景", "Background")
    }
  }

  private func more(_ item: PageItem, _ frame: Frame) -> String {
    let words = frame.words
    switch item.source {
    case .statement(let statement):
      let value = "\(statement.boundedValue) \(statement.unit)"
      return [statement.indicator, value, statement.remarks(words)]
        .filter { !$0.isEmpty }.joined(separator: " · ")
    case .task(let task): return task.vague ? "? " + task.reason : task.reason
    case .commitment: return ""
    }
  }
}
