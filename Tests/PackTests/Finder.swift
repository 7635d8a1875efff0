import Documents
import Domain
import Reading

/// Finds each template's statement or task in a report, first come first served.
struct Finder {
  let report: Report
  let statements: [Statement]
  let tasks: [WorkTask]
  private var takenStatements: Set<Int> = []
  private var takenTasks: Set<Int> = []

  init(_ bytes: [UInt8], name: String) throws {
    report = try DocumentReader().read(bytes, name: name)
    let reader = try Reader()
    let read = reader.statements(in: report)
    statements = read
    tasks = reader.tasks(in: report, statements: read)
  }

  struct Found {
    var id: String
    var statement: Statement?
    var task: WorkTask?
    var isFound: Bool { statement != nil || task != nil }
  }

  /// One for each template, or each of its parts.
  mutating func find(_ templates: [Template]) -> [Found] {
    var found: [Found] = []
    for template in templates {
      for reads in template.parts?.map(\.reads) ?? [template.reads] {
        found.append(find(reads, template))
      }
    }
    return found
  }

  var left: [Statement] {
    statements.filter { $0.restates == nil && !takenStatements.contains($0.id) }
  }

  private mutating func find(_ reads: Template.Reads, _ template: Template) -> Found {
    guard reads.relation != nil else {
      let task = tasks.first {
        (reads.shared == true || !takenTasks.contains($0.id)) && fits([text($0.range)], reads)
      }
      if let task { takenTasks.insert(task.id) }
      return Found(id: template.id, task: task)
    }
    let statement = statements.first { fits($0, reads, template) }
    if let statement { takenStatements.insert(statement.id) }
    return Found(id: template.id, statement: statement)
  }

  private func fits(_ statement: Statement, _ reads: Template.Reads, _ template: Template) -> Bool {
    statement.restates == nil && !takenStatements.contains(statement.id)
      && statement.kind == (template.kind == .baseline ? .claim : .target)
      && statement.relation == reads.relation
      && reads.units.map { $0.contains(statement.unit) } ?? true
      && fits([statement.indicator, statement.action ?? "", text(statement.clause)], reads)
  }

  private func fits(_ texts: [String], _ reads: Template.Reads) -> Bool {
    let isThere = { (word: String) in texts.contains { $0.contains(word) } }
    return reads.words.allSatisfy(isThere) && !(reads.without ?? []).contains(where: isThere)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: report.text[range], as: UTF8.self)
  }
}
