/// A tree of labels, drawn with lines.
struct Branches: Sendable, Equatable {
  var label: String
  var children: [Branches] = []

  /// The label, then each child behind `├─` or `└─`.
  func lines() -> [String] {
    var lines = [label]
    for (index, child) in children.enumerated() {
      let isLast = index == children.count - 1
      for (number, line) in child.lines().enumerated() {
        let stem = number == 0 ? (isLast ? "└─ " : "├─ ") : (isLast ? "   " : "│  ")
        lines.append(stem + line)
      }
    }
    return lines
  }
}
