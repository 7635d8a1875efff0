import Domain

/// Stops the program with a message, in release builds too.
func require(_ holds: Bool, _ rule: StaticString) {
  guard holds else { fatalError("broken invariant: \(rule)") }
}

extension ReportReading {
  /// Stops the program where a reading breaks what `Domain` says of it.
  func checkInvariants() {
    report.checkInvariants()
    var last = 0
    for statement in statements {
      statement.checkInvariants(in: report)
      let start = report.source(ofByte: statement.range.lowerBound)
      require(start >= last, "statements in the order of the source")
      last = start
    }
    let ids = Set(statements.map(\.id))
    require(ids.count == statements.count, "ids are unique")
    for statement in statements {
      require(statement.restates.map(ids.contains) ?? true, "what is restated exists")
    }
    for task in tasks {
      task.checkInvariants(in: report)
      require(task.statements.allSatisfy(ids.contains), "a task's statements exist")
    }
  }
}

extension Report {
  func checkInvariants() {
    require((0...text.count).contains(sourceCount), "the source is a part of the text")
    let indices = sections.indices
    for passage in passages {
      require(!passage.range.isEmpty, "a passage has words")
      check(passage.range)
      require(passage.section.map(indices.contains) ?? true, "a passage's section exists")
    }
    for (index, section) in sections.enumerated() {
      require(section.parent.map { $0 < index && $0 >= 0 } ?? true, "parents come first")
    }
    for repair in repairs {
      require(passages.indices.contains(repair.passage), "a repaired passage exists")
      require(repair.removed.upperBound <= sourceCount, "what was left out is in the source")
    }
    for piece in origin {
      require((sourceCount...text.count).contains(piece.start), "a piece is behind the source")
      require((0...sourceCount).contains(piece.source), "a piece comes from the source")
    }
  }

  /// A range lies in the text, on UTF-8 boundaries, and so does the source that it stands for.
  func check(_ range: Range<Int>) {
    require(range.lowerBound >= 0 && range.upperBound <= text.count, "range in the text")
    require(isBoundary(range.lowerBound) && isBoundary(range.upperBound), "on a boundary")
    let source = source(of: range)
    require(source.lowerBound >= 0 && source.upperBound <= sourceCount, "range in the source")
    require(isBoundary(source.lowerBound) && isBoundary(source.upperBound), "on a boundary")
  }

  /// Whether `offset` is not inside a character's bytes.
  private func isBoundary(_ offset: Int) -> Bool {
    offset == text.count || text[offset] & 0xC0 != 0x80
  }
}

extension Statement {
  func checkInvariants(in report: Report) {
    require(report.passages.indices.contains(passage), "a statement's passage exists")
    require(!range.isEmpty, "a quantity has words")
    report.check(range)
    report.check(clause)
    report.check(sentence)
    require(clause.holds(range) && sentence.holds(range), "the quantity is in its clause")
    require(report.passages[passage].range.holds(range), "the quantity is in its passage")
    require(value.isFinite && value2?.isFinite ?? true, "values are numbers")
    require((value2 != nil) == (bound == .between), "two values make a range")
  }
}

extension WorkTask {
  func checkInvariants(in report: Report) {
    require(report.passages.indices.contains(passage), "a task's passage exists")
    require(!range.isEmpty && !verb.isEmpty, "a task has words")
    report.check(range)
    report.check(sentence)
    require(report.passages[passage].range.holds(range), "the task is in its passage")
  }
}

extension Range<Int> {
  /// Whether `other` lies inside.
  func holds(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
