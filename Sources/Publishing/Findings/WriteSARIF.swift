import Domain

/// Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020).
struct WriteSARIF {
  let tool: String
  let words: Words

  func bytes(_ lists: [FindingList]) -> [UInt8] {
    let log: JSONValue = .object([
      ("$schema", .text("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .text("2.1.0")),
      (
        "runs",
        .list([
          .object([
            ("tool", .object([("driver", driver(lists))])),
            ("columnKind", .text("unicodeCodePoints")),
            ("results", .list(lists.flatMap(results))),
          ])
        ])
      ),
    ])
    return log.bytes + [0x0A]
  }

  private func driver(_ lists: [FindingList]) -> JSONValue {
    let rules = Set(lists.flatMap { $0.findings.map(\.rule) }).sorted()
    return .object([
      ("name", .text("duban \(tool)")),
      ("rules", .list(rules.map { .object([("id", .text($0))]) })),
    ])
  }

  private func results(_ list: FindingList) -> [JSONValue] {
    let map = SourceMap(list.reading)
    return list.findings.map { finding in
      .object([
        ("ruleId", .text(finding.rule)), ("level", .text(finding.severity.rawValue)),
        ("message", .object([("text", .text(message(finding)))])),
        ("locations", .list([location(finding, map)])),
      ])
    }
  }

  private func message(_ finding: ReportFinding) -> String {
    let advice = finding.advice.map { words(" 建议：", " Advice: ") + $0(words.language) } ?? ""
    return finding.message(words.language) + advice
  }

  private func location(_ finding: ReportFinding, _ map: SourceMap) -> JSONValue {
    let place = FindingPlace(finding, map)
    let offsets = map.offsets(finding.range)
    return .object([
      (
        "physicalLocation",
        .object([
          ("artifactLocation", .object([("uri", .text(uri(map.report.name)))])),
          (
            "region",
            .object([
              ("startLine", .whole(place.line)), ("startColumn", .whole(place.lineColumn)),
              ("charOffset", .whole(offsets.lowerBound)), ("charLength", .whole(offsets.count)),
              ("snippet", .object([("text", .text(map.report.sourceString(finding.range)))])),
            ])
          ),
        ])
      )
    ])
  }

  /// A file's name as a relative address.
  private func uri(_ name: String) -> String {
    name.utf8.map { byte in
      let isPlain =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x61...0x7A).contains(byte) || [0x2D, 0x2E, 0x5F, 0x7E].contains(byte)
      return isPlain
        ? String(Unicode.Scalar(byte))
        : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16).uppercased()
    }.joined()
  }
}
