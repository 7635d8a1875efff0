import Domain

/// 承诺对账: every pair of reports that is set against each other, and places side by side.
public struct ComparisonsPage: Page {
  public static let template = "comparisons"
  private let maps: [PairMap]

  /// By place, oldest first.
  public init(_ all: [Reconciliation]) { maps = all.map(PairMap.init) }

  public var title: Phrase { Phrase("承诺对账", "Promise against claim") }
  public var tab: Tab { .reports }

  public func context(_ frame: Frame) -> [String: Any] {
    let words = Words(frame.language)
    var bar = ByteText()
    var overview = ByteText()
    ReconcileBar(ReconciliationTally(maps.map(\.reconciliation)), words).write(into: &bar)
    YearStrips(maps, words) { frame.link(Self.path(maps[$0])) }.write(into: &overview)
    SideBySide(maps, words).write(into: &overview)
    IndicatorCharts(maps, words).write(into: &overview)
    return [
      "has-pairs": !maps.isEmpty, "bar": bar.string, "overview": overview.string,
      "about": ReconcileWords.about(words), "rules": ReconcileWords.rules(words),
      "reports": frame.link("/reports"), "csv": frame.links.csv("/compare"),
      "json": frame.links.json("/compare"),
    ]
  }

  static func path(_ map: PairMap) -> String { "/compare/\(ComparisonPage.id(map.reconciliation))" }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      (
        "pairs",
        .list(
          maps.map { map in
            .object([
              ("id", .text(ComparisonPage.id(map.reconciliation))), ("place", .text(map.place)),
              ("promised_in", JSONValue(map.earlier.report.year)),
              ("reported_in", JSONValue(map.later.report.year)),
              (
                "counts",
                .object(
                  ReconciliationTally([map.reconciliation]).counts.map {
                    ($0.verdict.rawValue, .whole($0.count))
                  })
              ),
            ])
          })
      )
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    try? ReconciliationSheet(maps.map(\.reconciliation), Words(frame.language))
      .bytes(.csv, width: 0)
  }
}

/// Two reports of a place: every promise beside what answers it.
public struct ComparisonPage: Page {
  public static let template = "comparison"
  private let map: PairMap
  /// Other years of the same place.
  private let others: [PairMap]

  public init(_ reconciliation: Reconciliation, others: [Reconciliation]) {
    map = PairMap(reconciliation)
    self.others = others.map(PairMap.init)
  }

  /// What tells one pair of reports from another in addresses: place and year.
  public static func id(_ reconciliation: Reconciliation) -> String {
    let year = reconciliation.earlier.report.year.map { "-\($0)" } ?? ""
    return (reconciliation.earlier.report.place ?? reconciliation.place) + year
  }

  public var title: Phrase {
    Phrase("承诺对账：\(map.heading)", "Promise against claim: \(map.heading)")
  }
  public var tab: Tab { .reports }

  public func context(_ frame: Frame) -> [String: Any] {
    let words = Words(frame.language)
    var bar = ByteText()
    var pairs = ByteText()
    ReconcileBar(ReconciliationTally([map.reconciliation]), words).write(into: &bar)
    if others.count > 1 {
      YearStrips(others, words) { frame.link(ComparisonsPage.path(others[$0])) }.write(into: &pairs)
    }
    PairRows(map, number: 0, words).write(into: &pairs)
    let path = ComparisonsPage.path(map)
    return [
      "heading": map.heading, "bar": bar.string, "pairs": pairs.string,
      "about": ReconcileWords.about(words), "rules": ReconcileWords.rules(words),
      "compare": frame.link("/compare"), "csv": frame.links.csv(path),
      "json": frame.links.json(path),
    ]
  }

  public func data(_ frame: Frame) -> JSONValue? {
    let sheet = ReconciliationSheet([map.reconciliation], Words(frame.language))
    return .object([
      ("place", .text(map.place)), ("promised_in", JSONValue(map.earlier.report.year)),
      ("reported_in", JSONValue(map.later.report.year)), ("promises", .list(sheet.objects)),
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    try? ReconciliationSheet([map.reconciliation], Words(frame.language)).bytes(.csv, width: 0)
  }
}

extension ByteText {
  /// Its bytes as text, for a template.
  var string: String { String(decoding: bytes, as: UTF8.self) }
}
