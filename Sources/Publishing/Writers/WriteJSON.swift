import Domain

/// Readings as JSON lines, one object per quantified statement or work task.
///
/// Keys are spelled as in the reading contract. Offsets are Unicode scalars of the source (0-based,
/// end exclusive); `text` is exactly the source between them. Bytes are written directly.
struct WriteJSON: Sendable {
  private let map: SourceMap
  private var text = ByteText()
  private var isFirst = true

  static func statements(_ reading: ReportReading) -> ByteText {
    var writer = WriteJSON(reading, rows: reading.statements.count)
    for statement in reading.statements { writer.write(statement) }
    return writer.text
  }

  static func tasks(_ reading: ReportReading, duties: Duties) -> ByteText {
    var writer = WriteJSON(reading, rows: reading.tasks.count)
    for task in reading.tasks { writer.write(task, duties: duties) }
    return writer.text
  }

  private init(_ reading: ReportReading, rows: Int) {
    map = SourceMap(reading)
    text = ByteText(capacity: rows * 900)
  }

  private mutating func write(_ statement: Statement) {
    open()
    quote(statement.range)
    key("indicator", statement.indicator)
    key("action", statement.action)
    key("relation", statement.relation.rawValue)
    key("bound", statement.bound.rawValue)
    key("value", statement.value.printed)
    key("value2", statement.value2?.printed)
    key("unit", statement.unit)
    key("kind", statement.kind.rawValue)
    key("period", statement.period)
    key("modality", statement.modality)
    key("note", statement.note)
    let clause = map.offsets(statement.clause)
    key("clause_start", clause.lowerBound)
    key("clause_end", clause.upperBound)
    context(passage: statement.passage, sentence: statement.sentence)
    key("strict", statement.strict)
    key("rule", statement.rule)
    key("nature", statement.nature?.rawValue)
    key("restates", statement.restates)
    close(id: statement.id)
  }

  private mutating func write(_ task: WorkTask, duties: Duties) {
    open()
    quote(task.range)
    key("verb", task.verb)
    key("object", task.object)
    key("project", task.project)
    key("vague", task.vague)
    key("reason", task.reason)
    context(passage: task.passage, sentence: task.sentence)
    list("statements", task.statements) { $0.add(number: $1) }
    key("modality", task.modality)
    key("deadline", task.deadline)
    list("units", duties.units(for: task, in: map)) { $0.addJSON($1) }
    close(id: task.id)
  }

  private mutating func open() {
    text.add(byte: 0x7B)
    isFirst = true
  }

  private mutating func close(id: Int) {
    key("id", id)
    key("file", map.report.name)
    key("place", map.report.place)
    key("year", map.report.year)
    text.add("}\n")
  }

  private mutating func quote(_ range: Range<Int>) {
    let source = map.report.source(of: range)
    let offsets = map.offsets(ofSource: source)
    key("start", offsets.lowerBound)
    key("end", offsets.upperBound)
    key("text")
    text.addJSON(map.report.text, source)
  }

  private mutating func context(passage: Int, sentence: Range<Int>) {
    key("section", map.path(ofPassage: passage))
    key("sentence")
    text.addJSON(map.report.text, sentence)
  }
}

extension WriteJSON {
  private mutating func key(_ name: String) {
    if !isFirst { text.add(", ") }
    isFirst = false
    text.add(byte: 0x22)
    text.add(name)
    text.add("\": ")
  }

  private mutating func key(_ name: String, _ value: String?) {
    key(name)
    if let value { text.addJSON(value) } else { text.add("null") }
  }

  private mutating func key(_ name: String, _ value: Int?) {
    key(name)
    if let value { text.add(number: value) } else { text.add("null") }
  }

  private mutating func key(_ name: String, _ value: Exact?) {
    key(name)
    text.add(value.map(ExactText.decimal) ?? "null")
  }

  private mutating func key(_ name: String, _ value: Bool) {
    key(name)
    text.add(value ? "true" : "false")
  }

  private mutating func list<Value>(
    _ name: String, _ values: [Value], write: (inout ByteText, Value) -> Void
  ) {
    key(name)
    text.add(byte: 0x5B)
    for (index, value) in values.enumerated() {
      if index > 0 { text.add(", ") }
      write(&text, value)
    }
    text.add(byte: 0x5D)
  }
}
