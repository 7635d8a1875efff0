import Domain

/// One commitment with its sentence, target, measure, evidence, working and history.
public struct ShowCommitment: Sendable {
  let words: Words
  private let width: Int
  let synthetic: String?

  /// - Parameters:
  ///   - width: columns of the screen.
  ///   - synthetic: why the data is invented; the first line then says that it is.
  public init(language: Language = .chinese, width: Int = 100, synthetic: String? = nil) {
    words = Words(language)
    self.width = max(40, width)
    self.synthetic = synthetic
  }

  /// For a screen.
  public func text(_ account: CommitmentAccount) -> [UInt8] {
    let parts = [
      head(account), origins(account), terms(account), turns(account), standing(account),
      evidence(account), past(account), records(account),
    ]
    let lines = parts.filter { !$0.isEmpty }.joined(separator: [""])
    let trimmed = lines.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    return Array((trimmed.joined(separator: "\n") + "\n").utf8)
  }

  private func head(_ account: CommitmentAccount) -> [String] {
    let commitment = account.commitment
    let name =
      words.language == .english ? commitment.english ?? commitment.title : commitment.title
    let state = account.row.map(words.state) ?? words.state(commitment.state)
    let title = "\(commitment.id) \(name.onOneLine)".wrapped(
      to: max(10, width - DisplayWidth.of(state) - 2))
    let gap = max(2, width - DisplayWidth.of(title[0]) - DisplayWidth.of(state))
    return [synthetic.map(words.synthetic)].compactMap { $0 }
      + [title[0] + String(repeating: " ", count: gap) + state] + title.dropFirst()
      + [String(repeating: "─", count: width)]
  }

  private func origins(_ account: CommitmentAccount) -> [String] {
    account.commitment.origins.flatMap { origin -> [String] in
      let report = account.reports.first { $0.sha256 == origin.report }
      let name = report.map { $0.title ?? $0.name } ?? words("报告未在账内", "report not in this ledger")
      let place = [
        name, origin.section,
        words("字符 \(origin.start)–\(origin.end)", "characters \(origin.start)–\(origin.end)"),
      ].compactMap { $0 }.joined(separator: words("，", ", "))
      return labelled(words("原句", "sentence"), "「\(origin.sentence)」")
        + labelled("", words("承诺的话：", "promised: ") + "「\(origin.quote)」") + labelled("", place)
    }
  }

  private func terms(_ account: CommitmentAccount) -> [String] {
    let commitment = account.commitment
    let units = commitment.units
    let measure =
      account.measure?(words.language)
      ?? words("无法核验：", "unverifiable: ")
      + (commitment.unverifiable ?? words("尚未定口径", "no measure yet"))
    return labelled(words("目标", "target"), target(commitment))
      + labelled(
        words("责任", "units"),
        units.isEmpty
          ? words("待定", "to be named")
          : units[0] + words("（牵头）", " (lead)")
            + units.dropFirst().map { words("、", ", ") + $0 }.joined())
      + labelled(words("口径", "measure"), measure)
      + labelled(words("前身", "before"), commitment.predecessor.map(predecessor))
      + labelled(words("备注", "note"), commitment.note)
  }

  private func target(_ commitment: Commitment) -> String {
    let number = commitment.target.map { full($0) } ?? words("报告未写数字", "no number")
    let parts = [
      number, commitment.strength.map(words.strength), commitment.nature.map(words.nature),
      words("期限 \(commitment.deadline)", "due \(commitment.deadline)"),
    ]
    return parts.compactMap { $0 }.joined(separator: words("，", ", "))
  }

  /// `≈30 %（容差 ±5%）`.
  private func full(_ target: Target) -> String {
    let tolerance = target.tolerance.map { tolerance in
      let kind = tolerance.kind == .points ? words(" 个百分点", " points") : "%"
      let size = "±" + ExactText.shown(tolerance.value, asPublished: true) + kind
      return words("（容差 \(size)）", " (\(size))")
    }
    return words.target(target) + (target.unit == "%" ? "" : " ") + target.unit + (tolerance ?? "")
  }

  /// Old and new of everything that can move the verdict; changes of the draft last.
  private func turns(_ account: CommitmentAccount) -> [String] {
    let turns = TurnWords(words)
    return labelled(words("计划变更", "amended"), account.amendments.map(turns.line))
      + labelled(words("下达前", "as a draft"), account.drafts.map(turns.line))
  }

  private func predecessor(_ before: Commitment.Predecessor) -> String {
    let name = [before.id, before.title].compactMap { $0 }.joined(separator: " ")
    return words("\(before.year)年 ", "\(before.year) ") + name
  }
}

extension ShowCommitment {
  private func standing(_ account: CommitmentAccount) -> [String] {
    guard let row = account.row else { return [] }
    let gap = Gap(row, words)
    let judgement = row.judgement
    let pace = [
      amounts(row), gap.text.isEmpty ? nil : gap.text,
      words.pace(judgement.pace).isEmpty ? nil : words.pace(judgement.pace),
      judgement.required.map {
        words("截至此日应为 ", "required by now ")
          + ExactText.shown($0, beside: judgement.actual.map { [$0] } ?? []) + words(" ", " ")
          + row.unit
      },
      gap.needed.isEmpty
        ? nil
        : words("此后每月需 \(gap.needed) \(row.unit)", "\(gap.needed) \(row.unit) a month from now"),
    ].compactMap { $0 }.joined(separator: words("；", "; "))
    return labelled(words("截至", "as of"), judgement.asOf.description)
      + labelled(words("结论", "judged"), words.reason(judgement.value))
      + labelled(words("进度", "progress"), pace.isEmpty ? nil : pace)
      + labelled(words("各部分", "parts"), (judgement.parts ?? []).map(PartLines(words: words).line))
      + labelled(words("怎么算的", "working"), judgement.working.map { $0(words.language) })
      + labelled(words("灯", "light"), light(judgement))
  }

  /// `黄灯（通用灯规则 第 2 版（#118））`: with the version of the rules.
  private func light(_ judgement: Judgement) -> String? {
    judgement.light.map { light in
      words.light(light) + (judgement.lightRules.map { words("，按 \($0)", ", by \($0)") } ?? "")
    }
  }

  private func amounts(_ row: AccountRow) -> String? {
    guard let actual = row.judgement.actual else { return nil }
    let unit = row.unit == "%" ? "%" : " " + row.unit
    return words("实际 ", "actual ")
      + row.shown(actual) + unit
  }

  private func evidence(_ account: CommitmentAccount) -> [String] {
    guard let judgement = account.judgement else { return [] }
    let grades = Grade.allCases.reversed().compactMap { grade in
      account.grades[grade].map {
        words("\(words.proof(grade)) \($0) 条", "\(words.proof(grade)) \($0)")
      }
    }
    let weakest = judgement.proof.map {
      words("起决定作用的最低等级 ", "weakest that decides: ") + words.proof($0)
    }
    let told = { (isRefusal: Bool) in
      judgement.leftOut.filter { $0.reason.isRefusal == isRefusal }.map { item in
        line(item, account)
      }
    }
    return labelled(words("数据", "data"), words.data(judgement.data))
      + labelled(
        words("佐证", "evidence"),
        (grades + [weakest].compactMap { $0 }).joined(separator: words("；", "; ")).nilIfEmpty)
      + labelled(words("已剔除", "left out"), told(true))
      + labelled(words("另列", "beside it"), told(false))
      + labelled(
        words("疑点", "doubts"),
        FindingLines(words: words, isInside: true).lines(judgement.findings))
      + labelled(
        words("留痕", "traces"),
        TraceWords(words: words, showsActors: true, listed: 6).lines(judgement.traces ?? []))
  }

  private func line(_ item: LeftOut, _ account: CommitmentAccount) -> String {
    let examples =
      account.showsKeys ? item.examples.map(key).joined(separator: words("、", ", ")) : ""
    return words(
      "\(item.count) 条：\(words.reason(item.reason))",
      "\(item.count): \(words.reason(item.reason))")
      + (examples.isEmpty ? "" : words("（例：\(examples)）", " (e.g. \(examples))"))
  }

  private func key(_ key: String) -> String { key.replacing(Record.separator, with: " ") }

  private func past(_ account: CommitmentAccount) -> [String] {
    var before: Commitment?
    let lines = account.history.map { version -> String in
      defer { before = version.commitment }
      let what = [
        changes(before, version.commitment), version.reason,
        version.decision.map(words.decision),
      ]
      .compactMap { $0 }.joined(separator: words("；", "; "))
      let time = version.time.description.prefix(16)
      return "#\(version.sequence) \(time) \(version.actor)  \(what)"
    }
    return labelled(words("历史", "history"), lines)
  }

  private func changes(_ before: Commitment?, _ now: Commitment) -> String {
    guard let before else { return words("立项", "adopted") }
    let fields = [
      (before.title != now.title, words("名称", "title")),
      (before.target != now.target, words("目标", "target")),
      (before.deadline != now.deadline || before.period != now.period, words("期限", "deadline")),
      (before.units != now.units, words("责任单位", "units")),
      (
        before.measure != now.measure || before.unverifiable != now.unverifiable,
        words("口径", "measure")
      ),
      (before.path != now.path, words("序时进度", "path")),
      (before.state != now.state, words.state(now.state)),
    ].filter(\.0).map(\.1)
    guard !fields.isEmpty else { return words("修订", "revised") }
    return words("改：", "changed: ") + fields.joined(separator: words("、", ", "))
  }

  private func records(_ account: CommitmentAccount) -> [String] {
    guard let counted = account.records else { return [] }
    let sheet = RecordSheet(
      registry: counted.registry, records: counted.records, total: counted.total, words: words,
      synthetic: nil, showsPersonalColumns: true)
    let table = WriteTable(sheet.screen, width: width, words)
    let title = words("计入的记录：", "records counted: ") + sheet.title
    guard !counted.records.isEmpty else { return [title] + sheet.summary }
    return [title] + table.lines() + [table.leftOut].compactMap { $0 } + sheet.summary
  }

  /// A label before wrapped text; further lines stand under the text.
  private func labelled(_ label: String, _ texts: [String]) -> [String] {
    texts.enumerated().flatMap { labelled($0.offset == 0 ? label : "", $0.element) }
  }

  private func labelled(_ label: String, _ text: String?) -> [String] {
    guard let text, !text.isEmpty else { return [] }
    let indent = 10
    let lines = text.split(separator: "\n").flatMap {
      String($0).onOneLine.wrapped(to: width - indent)
    }
    return lines.enumerated().map { index, line in
      let head = index == 0 ? label : ""
      return head + String(repeating: " ", count: max(1, indent - DisplayWidth.of(head))) + line
    }
  }
}

extension String {
  fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
