import Domain

/// How many statements and tasks of each kind a reading holds; parts add up to the whole.
struct Tally: Sendable, Equatable {
  var targets = 0
  var claims = 0
  var backgrounds = 0
  var numberedTasks = 0
  var provableTasks = 0
  var vagueTasks = 0

  var statements: Int { targets + claims + backgrounds }
  var tasks: Int { numberedTasks + provableTasks + vagueTasks }

  init(_ readings: [ReportReading]) {
    for reading in readings {
      for statement in reading.statements { count(statement) }
      for task in reading.tasks { count(task) }
    }
  }

  private mutating func count(_ statement: Statement) {
    switch statement.kind {
    case .target: targets += 1
    case .claim: claims += 1
    case .background: backgrounds += 1
    }
  }

  private mutating func count(_ task: WorkTask) {
    if task.vague {
      vagueTasks += 1
    } else if task.statements.isEmpty {
      provableTasks += 1
    } else {
      numberedTasks += 1
    }
  }

  /// `陈述 45 条 = 目标 32 + 报告称 10 + 背景 3`.
  func statementLine(_ words: Words) -> String {
    words(
      "陈述 \(statements) 条 = 目标 \(targets) + 报告称 \(claims) + 背景 \(backgrounds)",
      "\(statements) statements = target \(targets) + claimed \(claims) + background \(backgrounds)"
    )
  }

  /// `任务 88 项 = 有数字 30 + 无数字可核验 40 + 无法核验 18`.
  func taskLine(_ words: Words) -> String {
    words(
      "任务 \(tasks) 项 = 有数字 \(numberedTasks) + 无数字可核验 \(provableTasks) + 无法核验 \(vagueTasks)",
      "\(tasks) tasks = with a number \(numberedTasks) + provable without one \(provableTasks)"
        + " + unverifiable \(vagueTasks)")
  }
}
