import Domain

/// 三次产业结构 5.1∶38.6∶56.3: the parts make 100.
struct StructureCheck {
  let figures: AuditFigures
  private let text: [UInt8]

  init(_ figures: AuditFigures) {
    self.figures = figures
    text = figures.reading.report.text
  }

  var findings: [ReportFinding] {
    figures.reading.sentences.flatMap { sentence -> [ReportFinding] in
      guard Words.holds(text, sentence.range, ["产业结构", "三次产业", "三产结构", "产业比例"]) else {
        return []
      }
      return ratios(sentence.range).compactMap(finding)
    }
  }

  private func finding(_ ratio: (range: Range<Int>, parts: [Exact], step: Exact)) -> ReportFinding?
  {
    let sum = ratio.parts.reduce(Exact.zero, +)
    // Each part may be off by half its last digit.
    let slack = ratio.step * Exact(ratio.parts.count * 5, digits: 1)
    guard ratio.parts.count == 3, sum > 50, (sum - 100).magnitude > slack else { return nil }
    return ReportFinding(
      rule: "structure-sum", severity: .error, range: ratio.range,
      message: Phrase(
        "三次产业结构各部分之和为\(sum.tenth)，不是100", "the parts of the structure make \(sum.tenth), not 100"),
      advice: Phrase("核对各部分", "check the parts"))
  }

  /// Numbers joined by ratio marks (: ： ∶ ︰).
  private func ratios(_ range: Range<Int>) -> [(range: Range<Int>, parts: [Exact], step: Exact)] {
    var out: [(range: Range<Int>, parts: [Exact], step: Exact)] = []
    var parts: [String] = [""]
    var start = range.lowerBound
    var end = start
    func close() {
      let numbers = parts.compactMap { Exact($0) }
      if numbers.count >= 2, numbers.count == parts.count {
        out.append((start..<end, numbers, parts.map { Rounded.step($0) }.max() ?? 1))
      }
      parts = [""]
    }
    Scalars.each(text, range) { scalar, position in
      switch scalar {
      case 0x30...0x39, 0x2E:
        if parts == [""] { start = position }
        parts[parts.count - 1].unicodeScalars.append(Unicode.Scalar(UInt8(scalar)))
        end = position + 1
      case 0x3A, 0xFF1A, 0x2236, 0xFE30:
        if parts[parts.count - 1].isEmpty { close() } else { parts.append("") }
      default: close()
      }
    }
    close()
    return out
  }
}
