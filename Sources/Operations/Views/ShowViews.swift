import Domain
import Publishing

/// Registries seen as what they are: pipelines by stage, chains with their links and gaps, buildings
/// with occupancy and yield.
public struct ShowViews: Sendable {
  private let view: View

  /// Shows what a view may know, and asks nothing else.
  public init(_ view: View) { self.view = view }

  // MARK: Pipelines

  /// - Throws: ``WorkFault/notFound`` for a registry without stages.
  public func stages(_ name: String) throws -> StagesPage {
    let reader = try RegistryReader(name, in: view)
    let lines = reader.registry.fields.filter { $0.kind == .stages }
    guard !lines.isEmpty else { throw WorkFault.notFound }
    let isCounts = reader.registry.isAboutPersons && !view.isInside
    let least = isCounts ? view.books.settings.smallCell : 0
    return StagesPage(
      reader.registry,
      lines: lines.map { line(reader, $0, view.day) }, least: least)
  }

  private func line(_ reader: RegistryReader, _ field: Field, _ day: Day) -> StagesPage.Line {
    let names = field.stages ?? []
    var stages = names.map { StagesPage.Stage(name: $0) }
    var notBegun = 0
    let month = day.adding(days: -30)
    for record in reader.records {
      let days = names.map { name in
        reader.day(record, "\(field.name).\(name)").flatMap { $0 <= day ? $0 : nil }
      }
      guard let now = days.lastIndex(where: { $0 != nil }), let since = days[now] else {
        notBegun += 1
        continue
      }
      stages[now].standing.append(.init(key: record.key, days: day.number - since.number))
      if since > month { stages[now].moved += 1 }
      for (index, begun) in days.enumerated().dropLast() {
        if let begun, let next = days[index + 1] {
          stages[index].took.append(next.number - begun.number)
        }
      }
    }
    return StagesPage.Line(name: field.name, stages: stages, notBegun: notBegun)
  }

  // MARK: Chains

  /// Registries and columns that a chain is read from, as the district's pack declares them.
  public static let chains = (chain: "产业链", member: "链上企业", gap: "链条缺口")

  /// Every chain with its firms and gaps on the view's day.
  ///
  /// - Throws: a fault where one of the registries is not declared.
  public func chains() throws -> ChainsPage {
    let day = view.day
    let chains = try RegistryReader(Self.chains.chain, in: view)
    let members = try RegistryReader(Self.chains.member, in: view)
    let gaps = try RegistryReader(Self.chains.gap, in: view)
    let links = members.registry.fields.first { $0.name == "环节" }?.choices ?? []
    return ChainsPage(
      chains.records.map { record in
        let id = chains.text(record, "产业链编号") ?? record.key
        var chain = ChainsPage.Chain(id: id, name: chains.text(record, "名称") ?? id)
        chain.kind = chains.text(record, "类别")
        chain.unit = chains.text(record, "牵头单位")
        chain.leader = chains.text(record, "链主企业")
        chain.links = links.map { link in
          .init(
            name: link,
            members: members.records.filter {
              members.text($0, "产业链") == id && members.text($0, "环节") == link
                && (members.day($0, "入链日期").map { $0 <= day } ?? true)
                && (members.day($0, "出链日期").map { $0 > day } ?? true)
            }.compactMap { members.text($0, "名称") })
        }
        chain.gaps = gaps.records.filter { gaps.text($0, "产业链") == id }.compactMap { gap in
          guard let since = gaps.day(gap, "列入日期"), since <= day else { return nil }
          let closed = gaps.day(gap, "补齐日期").flatMap { $0 <= day ? $0 : nil }
          return .init(text: gaps.text(gap, "缺口内容") ?? gap.key, since: since, closed: closed)
        }
        return chain
      })
  }

  // MARK: Buildings

  /// Whether every registry that the pages of chains read is declared.
  static func hasChains(_ books: Books) -> Bool {
    [chains.chain, chains.member, chains.gap].allSatisfy { books.registries[$0] != nil }
  }

  static func hasBuildings(_ books: Books) -> Bool {
    [buildings.building, buildings.tenant, buildings.quarter]
      .allSatisfy { books.registries[$0] != nil }
  }

  /// Registries and columns that buildings are read from, as the district's pack declares them.
  public static let buildings = (building: "楼宇", tenant: "入驻企业", quarter: "楼宇季报")

  /// Every building with its occupancy and yield on the view's day.
  ///
  /// - Throws: a fault where one of the registries is not declared.
  public func buildings() throws -> BuildingsPage {
    let day = view.day
    let buildings = try RegistryReader(Self.buildings.building, in: view)
    let tenants = try RegistryReader(Self.buildings.tenant, in: view)
    let quarters = try RegistryReader(Self.buildings.quarter, in: view)
    let leased = tenants.records.filter {
      (tenants.day($0, "入驻日期").map { $0 <= day } ?? false)
        && (tenants.day($0, "迁出日期").map { $0 > day } ?? true)
    }
    let firms = Dictionary(grouping: leased) { tenants.text($0, "楼宇") ?? "" }
    let returns = Dictionary(
      grouping: quarters.records.filter { quarters.day($0, "季末日期").map { $0 <= day } ?? false }
    ) { quarters.text($0, "楼宇") ?? "" }
    return BuildingsPage(
      buildings.records.map { record in
        let id = buildings.text(record, "楼宇编号") ?? record.key
        var building = BuildingsPage.Building(id: id, name: buildings.text(record, "楼宇名称") ?? id)
        building.place = buildings.text(record, "街道")
        building.firms = firms[id]?.count ?? 0
        let last = returns[id]?.max {
          (quarters.day($0, "季末日期") ?? day) < (quarters.day($1, "季末日期") ?? day)
        }
        if let last {
          building.quarter = quarters.day(last, "季末日期")
          building.rentable = quarters.number(last, "可租面积")
          building.rented = quarters.number(last, "已租面积")
          building.tax = quarters.number(last, "税收")
        } else {
          building.rentable = buildings.number(record, "可租面积")
          building.rented = (firms[id] ?? []).compactMap { tenants.number($0, "租赁面积") }
            .reduce(Exact.zero) { $0 + $1 }
        }
        return building
      })
  }
}
