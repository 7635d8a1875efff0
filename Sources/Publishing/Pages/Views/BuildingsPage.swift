import Domain

/// 楼宇: occupancy and yield of each, the emptiest first.
public struct BuildingsPage: Page {
  public static let template = "buildings"
  private let buildings: [Building]

  public struct Building: Sendable {
    public var id: String
    public var name: String
    public var place: String?
    /// Firms that rent there.
    public var firms = 0
    /// Square metres.
    public var rentable: Exact?
    public var rented: Exact?
    /// 万元 in the quarter.
    public var tax: Exact?
    /// The last day of the quarter that the figures are of; nil where they come from leases.
    public var quarter: Day?

    public init(id: String, name: String) {
      self.id = id
      self.name = name
    }

    /// Percent.
    var occupancy: Exact? {
      guard let rentable, let rented, rentable > .zero else { return nil }
      return rented * Exact(100) / rentable
    }

    /// 元 a square metre in the quarter.
    var yield: Exact? {
      guard let tax, let rentable, rentable > .zero else { return nil }
      return tax * Exact(10_000) / rentable
    }
  }

  public init(_ buildings: [Building]) {
    self.buildings = buildings.sorted {
      ($0.occupancy ?? Exact(-1), $0.id) < ($1.occupancy ?? Exact(-1), $1.id)
    }
  }

  public var title: Phrase { Phrase("楼宇：入驻率和产出", "Buildings: occupancy and yield") }
  public var tab: Tab { .registries }

  private func one(_ value: Exact?) -> String {
    value.map { ExactText.grouped($0, digits: 1) } ?? ""
  }

  public func context(_ frame: Frame) -> [String: Any] {
    let rentable = buildings.compactMap(\.rentable).reduce(Exact.zero) { $0 + $1 }
    let rented = buildings.filter { $0.rentable != nil }.compactMap(\.rented)
      .reduce(Exact.zero) { $0 + $1 }
    let all = rentable > .zero ? rented * Exact(100) / rentable : nil
    return [
      "back": frame.link("/registries/楼宇"), "csv": frame.links.csv("/buildings"),
      "json": frame.links.json("/buildings"), "count": buildings.count,
      "whole": one(all), "any": !buildings.isEmpty,
      "rows": buildings.map { building in
        [
          "id": building.id, "name": building.name, "place": building.place ?? "",
          "firms": building.firms, "rentable": one(building.rentable),
          "rented": one(building.rented),
          "occupancy": building.occupancy == nil
            ? frame("未填报", "not filed") : one(building.occupancy) + "%",
          "bar": max(0, min(100, building.occupancy.flatMap { $0.rounded(0).int } ?? 0)),
          "yield": one(building.yield),
          "quarter": building.quarter?.description ?? frame("按租约", "by leases"),
        ] as [String: Any]
      },
    ]
  }

  private var rows: [[String]] {
    buildings.map {
      [
        $0.id, $0.name, $0.place ?? "", "\($0.firms)", $0.rentable?.description ?? "",
        $0.rented?.description ?? "", one($0.occupancy), one($0.yield),
        $0.quarter?.description ?? "",
      ]
    }
  }

  private static let columns = [
    "id", "name", "subdistrict", "firms", "rentable_m2", "rented_m2", "occupancy_percent",
    "tax_yuan_per_m2", "quarter",
  ]

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      ("buildings", .list(rows.map { .object(zip(Self.columns, $0).map { ($0, .text($1)) }) }))
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? { CSVText.bytes(Self.columns, rows) }
}
