import Domain

/// The forms that findings can be written in.
public enum FindingFormat: String, Sendable, CaseIterable {
  /// Each finding with its line and a caret under the words.
  case text
  /// One JSON object a line.
  case jsonl
  /// SARIF 2.1.0 (OASIS, 2020), which editors and code reviews read.
  case sarif
}

/// A report and what was found in it.
public struct FindingList: Sendable {
  public var reading: ReportReading
  public var findings: [ReportFinding]

  public init(reading: ReportReading, findings: [ReportFinding]) {
    self.reading = reading
    self.findings = findings
  }
}

/// Writes findings as text, JSON lines or SARIF.
public struct FindingExporter: Sendable {
  private let format: FindingFormat
  private let words: Words
  private let width: Int
  private let tool: String

  /// - Parameters:
  ///   - tool: the name of the check, for SARIF: `lint`, `audit`.
  ///   - width: columns of the screen, for `text`.
  public init(
    format: FindingFormat, tool: String, language: Language = .chinese, width: Int = 120
  ) {
    self.format = format
    self.tool = tool
    self.width = width
    words = Words(language)
  }

  public func bytes(_ lists: [FindingList]) -> [UInt8] {
    switch format {
    case .text: text(lists)
    case .jsonl: jsonl(lists)
    case .sarif: WriteSARIF(tool: tool, words: words).bytes(lists)
    }
  }

  private func text(_ lists: [FindingList]) -> [UInt8] {
    var text = ByteText()
    for list in lists {
      let map = SourceMap(list.reading)
      for group in FindingGroup.all(list.findings, map) {
        let lines = CaretText(group.first, map, words, width: width).lines
        for line in lines + group.others(map, words, width: width) {
          text.add(line)
          text.add("\n")
        }
        text.add("\n")
      }
      text.add(summary(list))
      text.add("\n")
    }
    return text.bytes
  }

  /// 错误 0 + 警告 12 + 提示 3 = 15
  private func summary(_ list: FindingList) -> String {
    let counts = ReportFinding.Severity.allCases.reversed().map { severity in
      (severity, list.findings.count { $0.severity == severity })
    }
    let parts = counts.map { "\($0.0.words(words.language)) \($0.1)" }.joined(separator: " + ")
    let rules = Dictionary(grouping: list.findings, by: \.rule).mapValues(\.count)
    let names = rules.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\n  \($0.key) \($0.value)" }.joined()
    return "\(list.reading.report.name.onOneLine)  \(parts) = \(list.findings.count)\(names)"
  }

  private func jsonl(_ lists: [FindingList]) -> [UInt8] {
    var text = ByteText()
    for list in lists {
      let map = SourceMap(list.reading)
      for finding in list.findings {
        text.add(object(finding, map))
        text.add("\n")
      }
    }
    return text.bytes
  }

  private func object(_ finding: ReportFinding, _ map: SourceMap) -> JSONValue {
    let offsets = map.offsets(finding.range)
    let place = FindingPlace(finding, map)
    return .object([
      ("file", .text(map.report.name)), ("start", .whole(offsets.lowerBound)),
      ("end", .whole(offsets.upperBound)), ("text", .text(map.report.sourceString(finding.range))),
      ("rule", .text(finding.rule)), ("severity", .text(finding.severity.rawValue)),
      ("message", .text(finding.message(words.language))),
      ("advice", JSONValue(finding.advice?(words.language))),
      ("passage", JSONValue(place.passage)), ("column", JSONValue(place.column)),
      (
        "related",
        .list(
          finding.related.map { range in
            let offsets = map.offsets(range)
            return .object([
              ("start", .whole(offsets.lowerBound)), ("end", .whole(offsets.upperBound)),
              ("text", .text(map.report.sourceString(range))),
            ])
          })
      ),
    ])
  }
}

extension ReportFinding.Severity {
  /// 错误, 警告, 提示
  public var words: Phrase {
    switch self {
    case .error: Phrase("错误", "error")
    case .warning: Phrase("警告", "warning")
    case .note: Phrase("提示", "note")
    }
  }
}
