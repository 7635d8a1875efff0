import Domain

/// Reads the work tasks of a report's plan.
///
/// One task per clause that has its own verb and its own object; headings, run-in titles, manner,
/// effects, slogans, the general requirement and the list of expected targets give none.
struct TaskReader {
  /// The words of tasks.
  let words: Lexicon
  /// The lexicon that quantities are read with.
  let numbers: Lexicon
  let cues: CueReader

  /// The tasks of a report in reading order, numbered from 1.
  ///
  /// - Parameter statements: those of the same report; a task lists the ids of those in its clause.
  func tasks(in report: Report, statements: [Statement]) -> [WorkTask] {
    var out: [WorkTask] = []
    let judge = PassageJudge(report)
    let names = Self.ownNames(report.place)
    for group in planned(report) {
      let passage = group[0].passage
      let reader = PassageTasks(
        report: report, words: words, numbers: numbers, ownNames: names,
        nature: judge.nature(passage))
      out += reader.read(group)
    }
    number(&out, statements)
    return out
  }

  /// The sentences of the plan, grouped by passage.
  private func planned(_ report: Report) -> [[SentenceContext]] {
    var groups: [[SentenceContext]] = []
    var gate = PlanGate(report, cues: cues)
    var walker = ReportWalker(report, cues: cues)
    walker.walk { sentence in
      guard !sentence.isHeading, gate.admits(sentence) else { return }
      if groups.last?.last?.passage == sentence.passage {
        groups[groups.count - 1].append(sentence)
      } else {
        groups.append([sentence])
      }
    }
    return groups
  }

  private func number(_ tasks: inout [WorkTask], _ statements: [Statement]) {
    let byPassage = Dictionary(grouping: statements, by: \.passage)
    for index in tasks.indices {
      let range = tasks[index].range
      tasks[index].id = index + 1
      let own = byPassage[tasks[index].passage, default: []].filter {
        $0.range.lowerBound >= range.lowerBound && $0.range.upperBound <= range.upperBound
      }
      tasks[index].statements = own.map(\.id)
      // A clause that is only a number takes the verb that its number was read with.
      if tasks[index].verb.isEmpty { tasks[index].verb = own.first?.action ?? "达到" }
    }
  }

  /// 济南市市中区 → 济南市市中区, 市中区, 市中: how a report calls its own place.
  static func ownNames(_ place: String?) -> [String] {
    guard let place else { return [] }
    var names = [place]
    for index in place.indices where "省市盟州".contains(place[index]) {
      let rest = place[place.index(after: index)...]
      if rest.count > 2 { names.append(String(rest)) }
    }
    let short = names.filter { $0.count > 2 && "省市区县旗".contains($0.last ?? " ") }
    return names + short.map { String($0.dropLast()) }
  }
}
