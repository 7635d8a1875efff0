import Domain

/// Suggests the units for a task from the departments' duties in `Resources/duties.txt`.
///
/// A suggestion to be edited: it knows the usual division of work in a district, not this one's.
struct Duties: Sendable {
  private var units: [[String]] = []
  private var words = WordList()

  /// The table that is built into the program.
  static let builtIn = Duties(PackageResources.duties_txt)

  init(_ table: [UInt8]) {
    for row in TabbedLines.rows(table) where row.count == 3 {
      for word in TabbedLines.words(row[2]) { words.add(word, row: units.count) }
      units.append([row[0]] + TabbedLines.words(row[1]))
    }
  }

  /// The lead first, then those who cooperate; empty where nothing points to a department.
  func units(for words: String) -> [String] { self.words.best(in: words).map { units[$0] } ?? [] }

  /// Those that the task already has, else from its words, else from its section's heading.
  func units(for task: WorkTask, in map: SourceMap) -> [String] {
    guard task.units.isEmpty else { return task.units }
    let own = units(for: map.quote(task.range) + " " + task.object)
    return own.isEmpty ? units(for: map.category(ofPassage: task.passage) ?? "") : own
  }
}
