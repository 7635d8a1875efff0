import Domain

/// When a task counts as done (完成标准), derived from its numbers, its verb, or said to be missing.
struct DoneTest: Sendable {
  private let words: Words
  private let proofs: Proofs

  init(_ words: Words, proofs: Proofs = .builtIn) {
    self.words = words
    self.proofs = proofs
  }

  func sentence(for task: WorkTask, statements: [Statement]) -> String {
    if !statements.isEmpty { return statements.map(number).joined(separator: "\n") }
    guard !task.vague else {
      let reason = task.reason.isEmpty ? words("报告未说明", "the report does not say") : task.reason
      return words("无法核验：", "unverifiable: ") + reason.onOneLine
    }
    return proofs.proof(verb: task.verb, object: task.object, words.language)
  }

  /// `高新技术企业达到52家`, `地区生产总值增长不低于6%`.
  func number(_ statement: Statement) -> String {
    let subject = statement.indicator.onOneLine
    let action = statement.relation == .count ? statement.action ?? "" : ""
    let space = words("", " ")
    return action + subject + space + direction(statement) + space + amount(statement)
  }

  private func direction(_ statement: Statement) -> String {
    switch statement.relation {
    case .growth: statement.isFall ? words("下降", "falls by") : words("增长", "grows by")
    case .change: statement.isFall ? words("减少", "decreases by") : words("提高", "rises by")
    default: ""
    }
  }

  private func amount(_ statement: Statement) -> String {
    let number = (statement.isFall ? -statement.value : statement.value).grouped
    let unit = statement.unit
    switch statement.bound {
    case .exact: return exact(statement, number + unit)
    case .about where statement.strict: return words("超过", "more than ") + number + unit
    case .about: return words("约", "about ") + number + unit + tolerance(statement)
    case .between:
      let upper = (statement.value2 ?? statement.value).magnitude.grouped
      return words("在\(number)至\(upper)\(unit)之间", "between \(number) and \(upper) \(unit)")
    case .atLeast, .atMost:
      return bound(statement) + words("", " ") + number + unit
    }
  }

  private func exact(_ statement: Statement, _ amount: String) -> String {
    switch statement.relation {
    case .growth, .change: amount
    case .rank: words("位居第\(amount)", "ranks \(amount)")
    default: words("达到", "reaches ") + amount
    }
  }

  private func bound(_ statement: Statement) -> String {
    let counts = statement.relation == .count && statement.bound == .atLeast && !statement.strict
    return counts
      ? words("不少于", "at least") : words.bound(statement.bound, strict: statement.strict)
  }

  private func tolerance(_ statement: Statement) -> String {
    let size = Tolerance.usual(
      statement.relation, unit: statement.unit, indicator: statement.indicator
    ).words
    return words("（容差\(size.chinese)）", " (\(size.english))")
  }
}

/// What dated document would show that an action was done, from `Resources/proofs.txt`.
struct Proofs: Sendable {
  private var proofs: [(chinese: String, english: String)] = []
  private var words = WordList()

  /// The table that is built into the program.
  static let builtIn = Proofs(PackageResources.proofs_txt)

  init(_ table: [UInt8]) {
    for row in TabbedLines.rows(table) where row.count == 3 {
      for word in TabbedLines.words(row[0]) { words.add(word, row: proofs.count) }
      proofs.append((row[1], row[2]))
    }
  }

  func proof(verb: String, object: String, _ language: Language) -> String {
    guard let row = words.best(in: verb) ?? words.best(in: object) else {
      return Words(language)("完成该事项的文件或记录及其日期", "document or record of completion, dated")
    }
    return language == .chinese ? proofs[row].chinese : proofs[row].english
  }
}
