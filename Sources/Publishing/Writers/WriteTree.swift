import Domain

/// A reading as one dump: report → section → passage → statements and tasks ← rule.
struct WriteTree: Sendable {
  private let map: SourceMap
  private let words: Words
  private let statements: [Int: [Statement]]
  private let tasks: [Int: [WorkTask]]

  init(_ map: SourceMap, _ words: Words) {
    self.map = map
    self.words = words
    statements = Dictionary(grouping: map.reading.statements, by: \.passage)
    tasks = Dictionary(grouping: map.reading.tasks, by: \.passage)
  }

  func lines() -> [String] {
    let report = map.report
    let about = "\(words.heading(report)) \(words.kind(report.kind)) \(report.name.onOneLine)"
    let repairs = report.repairs.map(repair)
    return Branches(label: "Report \(about)", children: repairs + sections()).lines()
  }

  private func repair(_ repair: Repair) -> Branches {
    let place = at(map.offsets(ofSource: repair.removed))
    return Branches(label: "Repair \(repair.kind.rawValue) \(place)")
  }

  /// Consecutive passages with the same section path stand under one branch.
  private func sections() -> [Branches] {
    var branches: [Branches] = []
    for index in map.report.passages.indices {
      let passage = passage(index)
      let label = map.path(ofPassage: index).map { "Section \($0.onOneLine)" } ?? "Section –"
      if branches.last?.label == label {
        branches[branches.count - 1].children.append(passage)
      } else {
        branches.append(Branches(label: label, children: [passage]))
      }
    }
    return branches
  }

  private func passage(_ index: Int) -> Branches {
    let passage = map.report.passages[index]
    let quote = map.quote(passage.range).cut(to: 40)
    let statements = statements[index, default: []].map(statement)
    let tasks = tasks[index, default: []].map(task)
    return Branches(
      label: "Passage \(passage.number) \(passage.role.rawValue) \(at(map.offsets(passage.range)))"
        + " 「\(quote)」",
      children: statements + tasks)
  }

  private func statement(_ statement: Statement) -> Branches {
    let parts = [
      "S\(statement.id) \(statement.kind.rawValue)", statement.action, statement.indicator,
      statement.relation.rawValue,
      (statement.isFall ? "−" : "") + statement.boundedValue + statement.unit,
      statement.period,
      statement.modality, statement.nature?.rawValue, statement.restates.map { "restates S\($0)" },
      statement.note.map { "(\($0))" }, at(map.offsets(statement.range)),
      "← rule \"\(statement.rule)\"",
    ]
    return Branches(label: parts.compactMap { $0 }.joined(separator: " ").onOneLine)
  }

  private func task(_ task: WorkTask) -> Branches {
    let parts = [
      "T\(task.id) \(task.vague ? "vague" : "task")", task.verb, "|", task.object,
      task.project.map { "「\($0)」" }, task.deadline.map { "by \($0)" },
      task.statements.isEmpty ? nil : task.statements.map { "S\($0)" }.joined(separator: ","),
      at(map.offsets(task.range)), task.reason.isEmpty ? nil : "← \(task.reason)",
    ]
    return Branches(label: parts.compactMap { $0 }.joined(separator: " ").onOneLine)
  }

  private func at(_ range: Range<Int>) -> String { "@\(range.lowerBound)-\(range.upperBound)" }
}

/// Why a statement was read as it was, for `duban explain`.
public struct WriteDerivation: Sendable {
  private let map: SourceMap

  /// Derivations of statements in this report.
  public init(_ report: Report) { map = SourceMap(ReportReading(report: report, statements: [])) }

  /// One line for each step: the rule, the words it read with their offsets (Unicode scalars of the
  /// source), and what it concluded.
  public func bytes(_ derivation: Derivation) -> [UInt8] {
    Array((branches(derivation).lines().joined(separator: "\n") + "\n").utf8)
  }

  private func branches(_ derivation: Derivation) -> Branches {
    let range = map.offsets(derivation.range)
    let quote = map.quote(derivation.range).cut(to: 60)
    return Branches(
      label: "\(derivation.rule) @\(range.lowerBound)-\(range.upperBound) 「\(quote)」"
        + " → \(derivation.conclusion.onOneLine)",
      children: derivation.parts.map(branches))
  }
}
