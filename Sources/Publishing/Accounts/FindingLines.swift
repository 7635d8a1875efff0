import Domain

/// What is said of doubts (疑点): the one place where they become words.
struct FindingLines {
  let words: Words
  /// Whether keys of records about persons are shown.
  var isInside = false

  /// `2 条可能重复：协议文号、协议额相同（招商项目：ZS0001 ↔ ZS0002）`.
  func line(_ finding: Finding) -> String {
    let detail = finding.detail?(words.language) ?? ""
    let groups = groups(finding)
    return head(finding) + (detail.isEmpty ? "" : words("：", ": ") + detail)
      + (groups.isEmpty ? "" : words("（", " (") + groups + words("）", ")"))
  }

  func lines(_ findings: [Finding]?) -> [String] { (findings ?? []).map(line) }

  /// `其中 3 条可能重复；另有疑点 2 条`; empty for none.
  func summary(_ findings: [Finding]?) -> String {
    let findings = findings ?? []
    let same = findings.filter { $0.kind == .likelySame }.reduce(0) { $0 + $1.count }
    let other = findings.filter { $0.kind != .likelySame }.reduce(0) { $0 + $1.count }
    let parts = [
      same > 0 ? words("其中 \(same) 条可能重复", "\(same) of them likely the same") : nil,
      other > 0
        ? same > 0
          ? words("另有疑点 \(other) 条", "\(other) more doubts")
          : words("疑点 \(other) 条", "\(other) doubts")
        : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: words("；", "; "))
  }

  /// How many doubts there are in all.
  static func count(_ findings: [Finding]?) -> Int {
    (findings ?? []).reduce(0) { $0 + $1.count }
  }

  private func head(_ finding: Finding) -> String {
    let count = finding.count
    switch finding.kind {
    case .likelySame: return words("其中 \(count) 条可能重复", "\(count) likely the same")
    case .check:
      return words("「\(finding.check ?? "")」\(count) 条", "\(finding.check ?? ""): \(count)")
    case .outlier: return words("数额悬殊 \(count) 条", "\(count) far from all other amounts")
    case .olderThanEvent:
      return words("《\(finding.about)》早于所证明的事", "\(finding.about) is older than what it proves")
    case .oneForSeveral:
      return words("《\(finding.about)》一份文件证明几件事", "\(finding.about) stands for several events")
    case .notKept: return words("《\(finding.about)》没有存档", "nothing is kept of \(finding.about)")
    case .otherKind:
      return words("《\(finding.about)》文件种类不符", "\(finding.about) is of another kind")
    case .contradiction: return words("互相矛盾 \(count) 处", "\(count) contradictions")
    case .otherPublisher:
      return words("非发布单位的数字 \(count) 个", "\(count) figures of others than the publisher")
    case .raisedGrade: return words("佐证等级后来提高 \(count) 处", "\(count) grades raised later")
    case .weakerSource:
      return words("较弱材料另有说法 \(count) 条", "\(count) weaker sources say otherwise")
    }
  }

  private func groups(_ finding: Finding) -> String {
    guard finding.isPersonal != true || isInside else { return "" }
    let shown = finding.groups.map { group in
      group.map { $0.replacing(Record.separator, with: " ") }.joined(separator: " ↔ ")
    }
    guard !shown.isEmpty else { return "" }
    let isRecords = [.likelySame, .check, .outlier].contains(finding.kind)
    let more = finding.groups.count < Finding.listed ? "" : words(" 等", " …")
    return (isRecords ? finding.about + words("：", ": ") : "")
      + shown.joined(separator: words("；", "; ")) + more
  }
}

extension JSONValue {
  /// Keys of records about persons stay inside.
  static func finding(_ finding: Finding, _ words: Words) -> JSONValue {
    let groups = finding.isPersonal == true ? [] : finding.groups
    return .object([
      ("kind", .text(finding.kind.rawValue)), ("about", .text(finding.about)),
      ("check", JSONValue(finding.check)), ("count", .whole(finding.count)),
      ("detail", JSONValue(finding.detail?(words.language))),
      (
        "groups",
        .list(
          groups.map { group in
            .list(group.map { .text($0.replacing(Record.separator, with: " ")) })
          })
      ),
    ])
  }

  static func part(_ part: PartResult) -> JSONValue {
    .object([
      ("title", .text(part.title)), ("state", .text(part.state.rawValue)),
      ("actual", JSONValue(part.actual)), ("target", JSONValue(part.target)),
      ("unit", .text(part.unit)),
    ])
  }
}

/// `9 / 9 个，107.3 / 107 万平方米`: each part's own number.
struct PartLines {
  let words: Words

  func text(_ part: PartResult) -> String {
    let target = part.target.map { ExactText.shown($0, asPublished: true) }
    let actual =
      part.actual.map { ExactText.shown($0, beside: [part.target].compactMap { $0 }) }
      ?? words("无", "none")
    let numbers = [actual, target].compactMap { $0 }.joined(separator: " / ")
    return numbers + (part.unit == "%" ? "%" : " " + part.unit)
  }

  func line(_ part: PartResult) -> String { "\(part.title) \(text(part))" }

  func summary(_ parts: [PartResult]?) -> String {
    (parts ?? []).map(line).joined(separator: words("，", ", "))
  }
}
