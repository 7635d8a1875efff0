import Domain

/// A commitment as a report's page shows it.
public struct Standing: Sendable {
  /// The version that is valid on the day of the page.
  public var commitment: Commitment
  /// Its judgement; nil where it is not in the plan any more.
  public var row: AccountRow?
  /// Every number that it was ever held to, so that its statement is found after a change.
  public var numbers: [Exact]
  /// Why it was left out.
  public var reason: String?

  public init(
    _ commitment: Commitment, row: AccountRow? = nil, numbers: [Exact] = [], reason: String? = nil
  ) {
    self.commitment = commitment
    self.row = row
    self.numbers = numbers
    self.reason = reason
  }
}

/// Which words of a report became which commitments, and what was read besides.
struct ReportLayout: Sendable {
  /// Everything that is marked in the text, in reading order.
  let items: [PageItem]
  /// Statements and tasks that gave no commitment, in reading order.
  let left: [PageItem]
  /// Commitments by the statement that they came from.
  let adopted: [Int: [String]]

  init(_ map: SourceMap, report: String, standings: [Standing]) {
    var finder = OriginFinder(map: map, report: report)
    for standing in standings { finder.take(standing) }
    let all = PageItem.all(in: map.reading, report: 0)
    left = all.filter { item in
      switch item.source {
      case .statement(let statement): finder.statements[statement.id] == nil
      case .task(let task): !finder.tasks.contains(task.id)
      case .commitment: false
      }
    }
    adopted = finder.statements
    items = (finder.items + left).enumerated()
      .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
      .map(\.element)
  }

  /// The anchor of a commitment's sentence: `c-P16`. Letters and digits stand for themselves.
  static func anchor(_ id: String) -> String { "c-" + plain(id) }
  /// The anchor of a commitment's entry in the list: `i-P16`.
  static func entry(_ id: String) -> String { "i-" + plain(id) }

  /// Where a mark stands, and where it leads to, by the mark's item.
  static let anchorOfItem: @Sendable (String) -> String = { item in
    item.hasPrefix("i-") ? "c-" + item.dropFirst(2) : "m-" + item
  }
  static let entryOfItem: @Sendable (String) -> String = { item in
    String(item.prefix { $0 != "~" })
  }

  private static func plain(_ id: String) -> String {
    id.unicodeScalars.map { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_.".unicodeScalars.contains(scalar)
        ? String(scalar) : "u" + String(scalar.value, radix: 16)
    }.joined()
  }
}

/// Finds the words of commitments' origins in a reading.
private struct OriginFinder {
  let map: SourceMap
  let report: String
  let scalars: ScalarIndex
  private let statementsAt: [Range<Int>: [Statement]]
  private let tasksAt: [Range<Int>: [WorkTask]]
  var items: [PageItem] = []
  var statements: [Int: [String]] = [:]
  var tasks: Set<Int> = []

  init(map: SourceMap, report: String) {
    self.map = map
    self.report = report
    scalars = ScalarIndex(map.report.text, count: map.report.sourceCount)
    statementsAt = Dictionary(grouping: map.reading.statements) { map.offsets($0.clause) }
    tasksAt = Dictionary(grouping: map.reading.tasks) { map.offsets($0.range) }
  }

  mutating func take(_ standing: Standing) {
    let commitment = standing.commitment
    var count = 0
    for origin in commitment.origins where origin.report == report {
      guard origin.start < origin.end, let found = find(origin) else { continue }
      count += 1
      let own = statements(of: origin.start..<origin.end, standing)
      for statement in own { statements[statement.id, default: []].append(commitment.id) }
      let entry = ReportLayout.entry(commitment.id)
      items.append(
        PageItem(
          id: count == 1 ? entry : "\(entry)~\(count)", kind: kind(commitment),
          passage: found.passage, range: found.range, quantity: own.first?.range,
          source: .commitment))
      tasks.formUnion((tasksAt[origin.start..<origin.end] ?? []).map(\.id))
    }
  }

  private func kind(_ commitment: Commitment) -> PageItem.Kind {
    switch commitment.kind {
    case .target: .target
    case .task: .task
    case .baseline: .claim
    }
  }

  /// Of the numbers in one clause, those that the commitment was held to; all where it has none.
  private func statements(of clause: Range<Int>, _ standing: Standing) -> [Statement] {
    let all = statementsAt[clause] ?? []
    guard !standing.numbers.isEmpty else { return all }
    let own = all.filter { standing.numbers.contains($0.value) }
    return own.isEmpty && all.count == 1 ? all : own
  }

  /// The passage and the bytes that the report's pages use for an origin.
  private func find(_ origin: Commitment.Origin) -> (passage: Int, range: Range<Int>)? {
    if let statement = statementsAt[origin.start..<origin.end]?.first {
      return (statement.passage, statement.clause)
    }
    if let task = tasksAt[origin.start..<origin.end]?.first { return (task.passage, task.range) }
    let count = map.report.sourceCount
    guard let first = scalars.byte(ofScalar: origin.start, count: count),
      let last = scalars.byte(ofScalar: origin.end - 1, count: count)
    else { return nil }
    let start = map.report.reading(ofSource: first)
    let end = map.report.reading(ofSource: last) + 1
    let passage = map.report.passages.firstIndex { $0.range.contains(start) }
    guard let passage, start < end else { return nil }
    let words = map.report.passages[passage].range
    return (passage, start..<wholeScalar(min(end, words.upperBound), words.upperBound))
  }

  /// The end of the scalar that a byte is in.
  private func wholeScalar(_ end: Int, _ limit: Int) -> Int {
    var end = end
    while end < limit, map.report.text[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
