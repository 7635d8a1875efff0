import Domain

extension ReportPage {
  /// Commitments with their sentence and place, then every statement with what became of it.
  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      ("sha256", .text(facts.sha256)), ("title", JSONValue(facts.title)),
      ("name", .text(facts.name)), ("place", JSONValue(facts.place)),
      ("year", JSONValue(facts.year)),
      ("commitments", .list(standings.map { commitment($0, frame) })),
      ("statements", .list(rows.map { statement($0, frame) })),
      ("synthetic", JSONValue(frame.synthetic)),
    ])
  }

  private func commitment(_ standing: Standing, _ frame: Frame) -> JSONValue {
    let commitment = standing.commitment
    let origins = commitment.origins.filter { $0.report == facts.sha256 }
    return .object([
      ("id", .text(commitment.id)), ("title", .text(commitment.title)),
      ("state", JSONValue(standing.row?.judgement.state.rawValue)),
      ("in_plan", .flag(commitment.state == .active)), ("reason", JSONValue(standing.reason)),
      (
        "origins",
        .list(
          origins.map {
            .object([
              ("start", .whole($0.start)), ("end", .whole($0.end)), ("quote", .text($0.quote)),
            ])
          })
      ),
    ])
  }

  private struct Row {
    var kind: String
    var quote: String
    var offsets: Range<Int>
    var indicator: String?
    var value: Exact?
    var unit: String?
    var adopted: [String]
  }

  private var rows: [Row] {
    let statements = map.reading.statements.map { statement in
      Row(
        kind: statement.kind.rawValue, quote: map.quote(statement.clause),
        offsets: map.offsets(statement.clause), indicator: statement.indicator,
        value: statement.value.printed, unit: statement.unit,
        adopted: layout.adopted[statement.id] ?? [])
    }
    let open = Set(layout.left.map(\.id))
    let tasks = map.reading.tasks.filter { open.contains(PageItem($0, report: 0).id) }.map { task in
      Row(
        kind: "task", quote: map.quote(task.range), offsets: map.offsets(task.range), adopted: [])
    }
    return (statements + tasks).sorted { $0.offsets.lowerBound < $1.offsets.lowerBound }
  }

  private func statement(_ row: Row, _ frame: Frame) -> JSONValue {
    .object([
      ("kind", .text(row.kind)), ("quote", .text(row.quote)),
      ("start", .whole(row.offsets.lowerBound)), ("end", .whole(row.offsets.upperBound)),
      ("indicator", JSONValue(row.indicator)),
      ("value", JSONValue(row.value)), ("unit", JSONValue(row.unit)),
      ("commitments", .list(row.adopted.map { .text($0) })),
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    let titles = [
      frame("类别", "kind"), frame("原句", "quote"), frame("起", "start"), frame("止", "end"),
      frame("指标", "indicator"), frame("数值", "value"), frame("单位", "unit"),
      frame("承诺编号", "commitments"),
    ]
    let nature = frame.synthetic == nil ? [] : [Cell.text(frame("模拟", "synthetic"))]
    var text = ByteText()
    text.add(WriteCSV.byteOrderMark)
    WriteCSV.row(
      titles.map { .text($0) } + (nature.isEmpty ? [] : [.text(frame("数据性质", "data"))]),
      into: &text)
    for row in rows {
      let cells: [Cell] = [
        .text(row.kind), .text(row.quote), Cell(row.offsets.lowerBound),
        Cell(row.offsets.upperBound), Cell(row.indicator), Cell(row.value), Cell(row.unit),
        .text(row.adopted.joined(separator: "、")),
      ]
      WriteCSV.row(cells + nature, into: &text)
    }
    return text.bytes
  }
}
