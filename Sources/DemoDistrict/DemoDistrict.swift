import Domain

/// An invented district with two years of accounts, in the sizes of a real one, always the same.
///
/// Every code, company and person is made up. `scale` multiplies the registers that grow with the
/// district (市场主体, 技术合同, 急救派车记录); what is expected of it holds at scale 1.
public struct DemoDistrict: Sendable {
  /// What every ledger, page and export of the demo says of itself.
  public static let notice = "示例市示例区：合成数据，不是任何地方的真实情况"

  let registries: [String: Registry]
  let series: [String: Series]
  let scale: Int
  let seed: UInt64

  /// - Parameters:
  ///   - registries: the district pack's, by name; what it does not declare is left out.
  ///   - scale: at least 1.
  public init(
    registries: [String: Registry], series: [String: Series], scale: Int = 1, seed: UInt64 = 2023
  ) {
    self.registries = registries
    self.series = series
    self.scale = max(1, scale)
    self.seed = seed
  }

  var tables: [Table] {
    economy + projects + buildings + chains + certificates + innovation + talents + areas
      + relocation + construction + rural + education + health + livelihood
  }

  /// Everything that happens, in order of time, from December 2022 to January 2025.
  public func steps() -> [DemoStep] {
    let opening = DemoStep(
      time: Instant(milliseconds: Instant(startOf: Calendar.day(2022, 12, 1)).milliseconds),
      actor: "系统", reason: "演示", action: .synthetic(DemoDistrict.notice))
    let all = [opening] + tables.flatMap(steps) + figures + story
    return all.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
      .map(\.element)
  }

  private func steps(_ table: Table) -> [DemoStep] {
    guard let registry = registries[table.registry] else { return [] }
    let layout = Layout(registry, columns: table.columns)
    let isEvent = table.eventColumns
    var indices = [[UInt32]](repeating: [], count: Calendar.closings.count)
    for index in 0..<table.count {
      for closing in Set(table.changes(index, isEvent).compactMap(Calendar.closing)) {
        indices[closing].append(UInt32(index))
      }
    }
    return zip(Calendar.closings, indices).filter { !$1.isEmpty }.map { closing, indices in
      let rows = DemoRows(count: indices.count) { body in
        for index in indices {
          let (key, values) = layout.place(table.known(Int(index), on: closing, isEvent))
          try body(key, values)
        }
      }
      return step(table, closing, rows)
    }
  }

  private func step(_ table: Table, _ closing: Day, _ rows: DemoRows) -> DemoStep {
    let month = closing.description.dropLast(3)
    let isAct = table.grade == .accepted
    let source = Source(
      id: "\(table.registry)\(table.label)-\(month)",
      title: "\(table.registry)\(isAct ? "认定验收公告" : "台账")\(table.label) \(month)（合成）",
      issuer: table.unit, date: closing, grade: table.grade,
      number: isAct ? "合成〔\(closing.year)〕\(closing.month)号" : nil)
    return DemoStep(
      time: Instant(milliseconds: Instant(endOf: closing).milliseconds - 14_399_999),
      actor: table.unit, reason: "\(month)月末结账",
      action: .records(registry: table.registry, source: source, rows: rows))
  }
}
