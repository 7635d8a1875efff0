import Domain

/// Proposes commitments from a report's statements and tasks by the templates of a pack.
public enum Adoption {
  /// What is proposed.
  public struct Result: Sendable, Equatable {
    /// In the order of the templates, then what no template knows (`N1`, `M1` …).
    public var commitments: [Commitment]
    /// Templates that found nothing in this report.
    public var notFound: [String]
    /// What people should know of it, though nothing is wrong.
    public var notes: [Phrase]
  }

  /// Headline restatements are folded in, claims are left out unless a template of kind baseline
  /// reads them. Dates of the templates are moved into the plan's year. Deterministic: the same
  /// report and templates give the same commitments.
  /// - Parameters:
  ///   - report: SHA-256 of the report's file.
  ///   - period: what it is for; the report's year when nil.
  ///   - withTasks: also adopt tasks without a number that no template knows, as `M1` ….
  public static func propose(
    reading: ReportReading, report: String, templates: [Template], period: Period? = nil,
    withTasks: Bool = false
  ) throws(TrackingFault) -> Result {
    guard let period = period ?? reading.report.year.flatMap(Period.year) else { throw .noYear }
    var adopter = Adopter(reading: reading, report: report, period: period)
    return adopter.run(templates.inYear(of: period), withTasks: withTasks)
  }
}

/// One run over a report: which statements and tasks are taken, and by whom.
struct Adopter {
  let words: ReportWords
  let period: Period
  var taken: Set<Int> = []
  var takenTasks: Set<Int> = []
  var notes: [Phrase] = []

  init(reading: ReportReading, report: String, period: Period) {
    words = ReportWords(reading, report: report)
    self.period = period
  }

  mutating func run(_ templates: [Template], withTasks: Bool) -> Adoption.Result {
    var found: [String: Commitment] = [:]
    for template in templates.sorted(by: Adopter.isBefore) {
      found[template.id] = adopt(template)
    }
    var commitments = templates.compactMap { found[$0.id] }
    commitments += leftStatements()
    if withTasks { commitments += leftTasks() }
    return Adoption.Result(
      commitments: commitments, notFound: templates.map(\.id).filter { found[$0] == nil },
      notes: notes)
  }

  /// The most specific first: more words of more length, then by id.
  private static func isBefore(_ a: Template, _ b: Template) -> Bool {
    let length = { (template: Template) in
      ([template.reads] + (template.parts ?? []).map(\.reads))
        .map { $0.words.reduce(0) { $0 + $1.unicodeScalars.count } }.max() ?? 0
    }
    let (first, second) = (length(a), length(b))
    return first == second ? a.id < b.id : first > second
  }

  // MARK: Templates

  private mutating func adopt(_ template: Template) -> Commitment? {
    if let parts = template.parts, !parts.isEmpty { return adopt(parts, of: template) }
    if template.reads.relation == nil, let task = take(task: template.reads) {
      return commitment(template, task: task)
    }
    guard let statement = take(statement: template.reads, template.kind) else { return nil }
    var commitment = commitment(template, statement)
    commitment.target = TargetMaker.target(statement, tolerance: template.tolerance)
    return commitment
  }

  private mutating func adopt(_ parts: [Template.Part], of template: Template) -> Commitment? {
    var statements: [Statement] = []
    var made: [Measure.Part] = []
    for part in parts {
      guard let statement = take(statement: part.reads, template.kind) else {
        notes.append(
          Phrase(
            "\(template.id)：报告中没有找到「\(part.title)」",
            "\(template.id): nothing in the report for \(part.title)"))
        continue
      }
      statements.append(statement)
      made.append(
        Measure.Part(
          title: part.title,
          target: TargetMaker.target(statement, tolerance: part.tolerance ?? template.tolerance),
          measure: part.measure))
    }
    guard let first = statements.first else { return nil }
    var commitment = commitment(template, first)
    commitment.measure = .all(made)
    for statement in statements.dropFirst() { add(words.origins(of: statement), to: &commitment) }
    return commitment
  }

  private func commitment(_ template: Template, _ statement: Statement) -> Commitment {
    let times = Times(statement.period, default: period)
    var commitment = bare(template, times)
    commitment.origins = words.origins(of: statement)
    commitment.strength = Commitment.Strength(modality: statement.modality)
    commitment.nature = statement.nature ?? template.nature
    return commitment
  }

  private func commitment(_ template: Template, task: WorkTask) -> Commitment {
    var commitment = bare(template, Times(task.deadline, default: period))
    commitment.origins = [words.origin(task.range, task.sentence, task.passage)]
    commitment.strength = Commitment.Strength(modality: task.modality)
    return commitment
  }

  private func bare(_ template: Template, _ times: Times) -> Commitment {
    Commitment(
      id: template.id, title: template.title, english: template.english, kind: template.kind,
      theme: template.theme, period: times.period, deadline: times.deadline,
      nature: template.nature, units: template.units, measure: template.measure,
      unverifiable: template.measure == nil && template.parts == nil
        ? template.unverifiable ?? "尚未确定口径" : nil,
      path: template.path, settles: template.settles, proof: template.proof,
      predecessor: template.predecessor, note: template.note)
  }

  private func add(_ origins: [Commitment.Origin], to commitment: inout Commitment) {
    for origin in origins where !commitment.origins.contains(origin) {
      commitment.origins.append(origin)
    }
  }

  // MARK: Taking

  /// The statement whose own indicator and action have most of the words and little else.
  private mutating func take(statement reads: Template.Reads, _ kind: Commitment.Kind)
    -> Statement?
  {
    let wanted: Statement.Kind = kind == .baseline ? .claim : .target
    var best: (statement: Statement, fit: Fit)?
    for statement in words.reading.statements {
      guard statement.kind == wanted, statement.restates == nil, !taken.contains(statement.id),
        let fit = words.fit(statement, reads)
      else { continue }
      if best == nil || best?.fit ?? fit < fit { best = (statement, fit) }
    }
    if let statement = best?.statement { taken.insert(statement.id) }
    return best?.statement
  }

  /// The first task that is not taken; else one that is, since one clause may promise two things.
  private mutating func take(task reads: Template.Reads) -> WorkTask? {
    let fitting = words.reading.tasks.filter { words.fits($0, reads) }
    let free = fitting.filter { !takenTasks.contains($0.id) }
    let task = free.min { rank($0) < rank($1) } ?? fitting.first
    if let task { takenTasks.insert(task.id) }
    return task
  }

  /// Numberless ones first, then the shortest clause, then the earliest.
  private func rank(_ task: WorkTask) -> (Int, Int, Int) {
    (task.statements.isEmpty ? 0 : 1, task.range.count, task.id)
  }

  // MARK: What no template knows

  private func leftStatements() -> [Commitment] {
    let left = words.reading.statements.filter {
      $0.kind == .target && $0.restates == nil && !taken.contains($0.id)
    }
    return left.enumerated().map { index, statement in
      let times = Times(statement.period, default: period)
      return Commitment(
        id: "N\(index + 1)", title: words.oneLine(statement.clause),
        origins: words.origins(of: statement), kind: .target, period: times.period,
        deadline: times.deadline, target: TargetMaker.target(statement, tolerance: nil),
        strength: Commitment.Strength(modality: statement.modality), nature: statement.nature,
        unverifiable: "尚未确定口径")
    }
  }

  private func leftTasks() -> [Commitment] {
    let left = words.reading.tasks.filter { $0.statements.isEmpty && !takenTasks.contains($0.id) }
    return left.enumerated().map { index, task in
      let times = Times(task.deadline, default: period)
      return Commitment(
        id: "M\(index + 1)", title: words.oneLine(task.range),
        origins: [words.origin(task.range, task.sentence, task.passage)], kind: .task,
        period: times.period, deadline: times.deadline,
        strength: Commitment.Strength(modality: task.modality), units: task.units,
        unverifiable: task.vague ? "无法核验：\(task.reason)" : "尚未确定口径（\(task.reason)）")
    }
  }
}

extension Commitment.Strength {
  /// 力争, 争取, 努力 aim; 确保, 保证, 必须 ensure; other words say nothing.
  init?(modality: String?) {
    guard let modality else { return nil }
    if modality.hasAny(["确保", "保证", "必须", "务必"]) {
      self = .ensure
    } else if modality.hasAny(["力争", "争取", "努力", "奋力", "力求", "尽力"]) {
      self = .aim
    } else {
      return nil
    }
  }
}
