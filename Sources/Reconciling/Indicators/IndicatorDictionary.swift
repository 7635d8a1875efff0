import Domain

/// The names of indicators, read from a table that an official can read and extend.
public struct IndicatorDictionary: Sendable {
  /// Every indicator, in the order of the table.
  public let indicators: [Indicator]
  private let byName: [String: Int]

  /// The dictionary that is built into the program.
  ///
  /// - Throws: ``ReconcilingFault/damagedDictionary(line:reason:)``.
  public static func builtIn() throws(ReconcilingFault) -> IndicatorDictionary {
    try IndicatorDictionary(String(decoding: PackageResources.indicators_txt, as: UTF8.self))
  }

  /// Reads lines of `标准名|别名|单位|方向|口径|组成部分|来源`; `#` opens a remark.
  ///
  /// - Throws: ``ReconcilingFault/damagedDictionary(line:reason:)`` at the first line that is not
  ///   so, that has a name twice, or that names a part that is not in the table.
  public init(_ table: String) throws(ReconcilingFault) {
    var indicators: [Indicator] = []
    var byName: [String: Int] = [:]
    var lines: [Int] = []
    for (number, line) in table.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let indicator = try Self.indicator(line, number + 1)
      for name in [indicator.name] + indicator.aliases {
        let key = IndicatorName.core(name)
        if let other = byName[key], other != indicators.count {
          throw .damagedDictionary(
            line: number + 1, reason: Phrase("名称“\(name)”重复", "the name \(name) is there twice"))
        }
        byName[key] = indicators.count
      }
      indicators.append(indicator)
      lines.append(number + 1)
    }
    for (indicator, line) in zip(indicators, lines) {
      for part in indicator.parts where byName[IndicatorName.core(part)] == nil {
        throw .damagedDictionary(
          line: line, reason: Phrase("组成部分“\(part)”不在表中", "the part \(part) is not in the table"))
      }
    }
    self.indicators = indicators
    self.byName = byName
  }

  /// The indicator that a report's words name; nil where they name none, or something narrower.
  public func find(_ name: String) -> Indicator? {
    for variant in IndicatorName.variants(name) {
      if let index = byName[variant] { return indicators[index] }
    }
    return nil
  }

  private static func indicator(
    _ line: Substring, _ number: Int
  ) throws(ReconcilingFault) -> Indicator {
    let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard cells.count == 7, !cells[0].isEmpty else {
      throw .damagedDictionary(line: number, reason: Phrase("应有七栏", "there must be seven columns"))
    }
    guard let direction = Indicator.Direction(rawValue: cells[3]) else {
      throw .damagedDictionary(
        line: number, reason: Phrase("方向应为 up、down 或 steady", "the direction is up, down or steady")
      )
    }
    guard let basis = Indicator.Basis(rawValue: cells[4]) else {
      throw .damagedDictionary(
        line: number,
        reason: Phrase(
          "口径应为 real、nominal、level 或 count", "the basis is real, nominal, level or count"))
    }
    return Indicator(
      name: cells[0], aliases: words(cells[1]), unit: cells[2], direction: direction, basis: basis,
      parts: words(cells[5]), source: cells[6])
  }

  private static func words(_ cell: String) -> [String] {
    cell.split(separator: " ").map(String.init)
  }
}

extension IndicatorDictionary {
  /// The indicator of a statement; a count's verb may belong to its name (新增 + 就业).
  public func find(_ statement: Statement) -> Indicator? {
    // 投资, 消费: so short a name is the indicator's only where its growth is told.
    let isShort = IndicatorName.core(statement.indicator).unicodeScalars.count <= 2
    let isGrowth = statement.relation == .growth || statement.relation == .change
    if let action = statement.action, let whole = find(action + statement.indicator) {
      return whole
    }
    return isShort && !isGrowth ? nil : find(statement.indicator)
  }
}
