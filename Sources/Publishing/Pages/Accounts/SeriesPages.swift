import Domain

/// 数据: every series with its latest figure.
public struct SeriesListPage: Page {
  public static let template = "series-list"
  private let rows: [Row]

  public struct Row: Sendable {
    public var series: Series
    public var latest: Observation?
    public var count: Int
    /// Figures that replaced an earlier one.
    public var revisions: Int
    /// Ids of the commitments that are judged by it.
    public var commitments: [String]

    public init(
      _ series: Series, latest: Observation?, count: Int, revisions: Int, commitments: [String]
    ) {
      self.series = series
      self.latest = latest
      self.count = count
      self.revisions = revisions
      self.commitments = commitments
    }
  }

  public init(_ rows: [Row]) { self.rows = rows }

  public var title: Phrase { Phrase("数据", "Data") }
  public var tab: Tab { .data }

  public func context(_ frame: Frame) -> [String: Any] {
    [
      "circles": frame.link("/circles"),
      "rows": rows.map { row in
        [
          "name": frame.name(of: row.series), "href": frame.link("/data/" + row.series.name),
          "publisher": row.series.publisher ?? "", "count": row.count,
          "revisions": row.revisions == 0 ? "" : String(row.revisions),
          "period": row.latest?.period.description ?? "",
          "value": row.latest.map { frame.value($0, row.series) } ?? frame("未公布", "unpublished"),
          "vintage": row.latest?.vintage.rawValue ?? "",
          "published": row.latest?.published.description ?? "",
          "commitments": row.commitments.map {
            ["id": $0, "href": frame.link("/commitments/" + $0)]
          },
        ] as [String: Any]
      },
      "count": rows.count, "has-rows": !rows.isEmpty,
      "import": frame.caller.may(.keepEvidence) && frame.links.isServed
        ? frame.link("/data/import") : "", "json": frame.links.json("/data"),
      "csv": frame.links.csv("/data"),
    ]
  }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      (
        "series",
        .list(
          rows.map { row in
            .object([
              ("name", .text(row.series.name)), ("english", JSONValue(row.series.english)),
              ("unit", .text(row.series.unit)), ("publisher", JSONValue(row.series.publisher)),
              ("figures", .whole(row.count)), ("revisions", .whole(row.revisions)),
              ("latest", row.latest.map(JSONValue.observation) ?? .null),
              ("commitments", .list(row.commitments.map { .text($0) })),
            ])
          })
      )
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    CSVText.bytes(
      [
        frame("指标", "series"), frame("单位", "unit"), frame("公布单位", "publisher"),
        frame("数字个数", "figures"), frame("修订次数", "revisions"), frame("最新时期", "latest period"),
        frame("数值", "value"), frame("公布日", "published"),
      ],
      rows.map { row in
        [
          row.series.name, row.series.unit, row.series.publisher ?? "", String(row.count),
          String(row.revisions), row.latest?.period.description ?? "",
          row.latest.map { ExactText.decimal($0.value) } ?? "",
          row.latest?.published.description ?? "",
        ]
      })
  }
}

/// One series with every vintage, and what each revision changed.
public struct SeriesPage: Page {
  public static let template = "series"
  private let series: Series
  private let observations: [Observation]
  private let sources: [String: Source]
  private let commitments: [Commitment]

  /// - Parameter observations: by period and publication; derived ones last.
  public init(
    _ series: Series, observations: [Observation], sources: [String: Source],
    commitments: [Commitment]
  ) {
    self.series = series
    self.observations = observations
    self.sources = sources
    self.commitments = commitments
  }

  public var title: Phrase { Phrase(series.name, series.english ?? series.name) }
  public var tab: Tab { .data }
  public var hasCharts: Bool { true }
  private var path: String { "/data/" + series.name }

  public func context(_ frame: Frame) -> [String: Any] {
    [
      "list": frame.link("/data"), "name": frame.name(of: series), "unit": series.unit,
      "publisher": series.publisher ?? "", "note": series.note ?? "",
      "rows": observations.map { row($0, frame) }, "has-rows": !observations.isEmpty,
      "revisions": revisions(frame), "has-revisions": !revisions(frame).isEmpty,
      "commitments": commitments.map {
        ["id": $0.id, "title": frame.title($0), "href": frame.link("/commitments/" + $0.id)]
      },
      "has-commitments": !commitments.isEmpty, "csv": frame.links.csv(path),
      "json": frame.links.json(path), "chart": chart(frame).script,
      "has-chart": observations.contains { $0.form == .growth && $0.derived != true },
    ]
  }

  private func row(_ figure: Observation, _ frame: Frame) -> [String: Any] {
    [
      "period": figure.period.description,
      "form": figure.form == .growth ? frame("同比增长", "growth") : frame("总量", "level"),
      "value": frame.value(figure, series), "vintage": figure.vintage.rawValue,
      "published": figure.published.description,
      "derived": figure.derived == true ? frame("由累计数推出", "derived") : "",
      "source": sources[figure.source]?.title ?? "",
    ]
  }

  /// Figures of one period and form that replaced another.
  private func revisions(_ frame: Frame) -> [[String: Any]] {
    var last: [String: Observation] = [:]
    return observations.filter { $0.derived != true }.compactMap { figure in
      let key = "\(figure.period) \(figure.form)"
      defer { last[key] = figure }
      guard let old = last[key], old.value != figure.value else { return nil }
      let difference = figure.value - old.value
      let sign = difference < .zero ? "−" : "+"
      return [
        "period": figure.period.description,
        "form": figure.form == .growth ? frame("同比增长", "growth") : frame("总量", "level"),
        "old": frame.value(old, series), "new": frame.value(figure, series),
        "change": sign + ExactText.shown(difference.magnitude, asPublished: true),
        "published": figure.published.description,
      ]
    }
  }

  private func chart(_ frame: Frame) -> JSONValue {
    .object([
      ("name", .text(frame.name(of: series) + frame(" 同比增长", ", growth"))), ("unit", .text("%")),
      (
        "points",
        .list(
          observations.filter { $0.form == .growth && $0.derived != true }.map {
            .object([
              ("day", .text($0.period.last.description)), ("value", .number($0.value)),
              ("final", .flag($0.vintage != .preliminary)),
            ])
          })
      ),
    ])
  }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      ("name", .text(series.name)), ("english", JSONValue(series.english)),
      ("unit", .text(series.unit)), ("publisher", JSONValue(series.publisher)),
      ("observations", .list(observations.map(JSONValue.observation))),
      ("commitments", .list(commitments.map { .text($0.id) })),
      ("synthetic", JSONValue(frame.synthetic)),
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    CSVText.bytes(
      [
        frame("时期", "period"), frame("口径", "form"), frame("数值", "value"), frame("单位", "unit"),
        frame("版本", "vintage"), frame("公布日", "published"), frame("推出", "derived"),
      ],
      observations.map {
        [
          $0.period.description, $0.form.rawValue, ExactText.decimal($0.value),
          $0.form == .growth ? "%" : series.unit, $0.vintage.rawValue, $0.published.description,
          $0.derived == true ? "1" : "",
        ]
      })
  }
}

extension Frame {
  func name(of series: Series) -> String {
    language == .english ? series.english ?? series.name : series.name
  }

  func value(_ figure: Observation, _ series: Series) -> String {
    ExactText.shown(figure.value, asPublished: true)
      + (figure.form == .growth ? "%" : " " + series.unit)
  }
}

extension JSONValue {
  static func observation(_ figure: Observation) -> JSONValue {
    .object([
      ("period", .text(figure.period.description)), ("form", .text(figure.form.rawValue)),
      ("value", .number(figure.value)), ("vintage", .text(figure.vintage.rawValue)),
      ("published", .text(figure.published.description)),
      ("derived", .flag(figure.derived == true)),
    ])
  }
}

/// Small tables as CSV.
enum CSVText {
  static func bytes(_ columns: [String], _ rows: [[String]]) -> [UInt8] {
    var text = ByteText()
    text.add(WriteCSV.byteOrderMark)
    for row in [columns] + rows { WriteCSV.row(row.map { .text($0) }, into: &text) }
    return text.bytes
  }
}
