import Domain

/// Writes the plan: what each commitment is held to, by whom, until when, and how it is measured.
public struct PlanExporter: Sendable {
  private let format: SheetFormat
  private let width: Int
  private let words: Words
  private let synthetic: String?

  /// A commitment and its measure in words (nil where it has none).
  public struct Row: Sendable {
    public var commitment: Commitment
    public var measure: Phrase?

    public init(_ commitment: Commitment, measure: Phrase?) {
      self.commitment = commitment
      self.measure = measure
    }
  }

  /// - Parameters:
  ///   - width: columns of the screen, for `table`.
  ///   - synthetic: why the data is invented; every form then says that it is.
  public init(
    format: SheetFormat, language: Language = .chinese, width: Int = 120, synthetic: String? = nil
  ) {
    self.format = format
    self.width = width
    self.synthetic = synthetic
    words = Words(language)
  }

  /// - Throws: ``PublishingFault``, only for workbooks.
  public func bytes(_ rows: [Row], place: String?, year: Int?) throws -> [UInt8] {
    try PlanSheet(rows: rows, place: place, year: year, words: words, synthetic: synthetic)
      .bytes(format, width: width)
  }
}

struct PlanSheet: Publication {
  let rows: [PlanExporter.Row]
  let place: String?
  let year: Int?
  let words: Words
  let synthetic: String?

  var title: String { words.heading(place, year) + words(" 承诺事项", ": commitments") }
  var tab: String { words("承诺事项", "Commitments") }

  /// Those with a measure and those without add up to the whole.
  var summary: [String] {
    let own = rows.filter { $0.commitment.kind != .baseline }
    let measured = own.filter { $0.commitment.measure != nil }.count
    let total = own.count
    let baselines = rows.count - total
    let line = words(
      "承诺事项 \(total) 项 = \(measured) 有口径 + \(total - measured) 无口径",
      "\(total) commitments = \(measured) with a measure + \(total - measured) without")
    return [line]
      + (baselines == 0 ? [] : [words("另有基数 \(baselines) 项", "baselines besides: \(baselines)")])
  }

  var screen: Sheet { sheet }

  /// With the themes in a column of their own.
  var whole: Sheet {
    var whole = sheet
    whole.columns.append(.init(title: words("主题", "theme"), wraps: true, characters: 12))
    for group in whole.groups.indices {
      let theme = Cell.text(whole.groups[group].title)
      for row in whole.groups[group].rows.indices { whole.groups[group].rows[row].append(theme) }
    }
    return whole
  }

  private var sheet: Sheet {
    .grouped(
      columns, rows.map { ($0.commitment.theme ?? words("其他", "other"), cells($0)) }.gathered)
  }

  private var columns: [Sheet.Column] {
    [
      .init(title: words("编号", "id"), width: 4...8, characters: 8),
      .init(
        title: words("事项", "commitment"), width: 14...36, wraps: true, characters: 28),
      .init(
        title: words("目标", "target"), isNumber: true, width: 6...16, keepsWidth: true,
        characters: 11),
      .init(title: words("单位", "unit"), width: 4...10, rank: 8, characters: 8),
      .init(title: words("期限", "deadline"), width: 10...10, rank: 8, characters: 11),
      .init(title: words("牵头单位", "lead"), width: 8...14, wraps: true, rank: 7, characters: 12),
      .init(
        title: words("配合单位", "cooperating"), width: 8...18, wraps: true, rank: 3,
        characters: 16),
      .init(title: words("语气", "strength"), width: 4...8, rank: 4, characters: 7),
      .init(title: words("性质", "nature"), width: 6...10, rank: 2, characters: 8),
      .init(
        title: words("口径", "measure"), width: 18...56, wraps: true, rank: 6, characters: 44),
      .init(title: words("原句", "origin"), width: 16...48, wraps: true, rank: 1, characters: 40),
    ]
  }

  private func cells(_ row: PlanExporter.Row) -> [Cell] {
    let commitment = row.commitment
    let title =
      words.language == .english ? commitment.english ?? commitment.title : commitment.title
    return [
      .text(commitment.id), .text(title), Cell(commitment.target.map { words.target($0) }),
      Cell(commitment.target?.unit), .text(commitment.deadline.description),
      Cell(commitment.units.first),
      .text(commitment.units.dropFirst().joined(separator: words("、", ", "))),
      Cell(commitment.strength.map(words.strength)), Cell(commitment.nature.map(words.nature)),
      .text(measure(row)), Cell(commitment.origins.first.map { "「\($0.quote)」" }),
    ]
  }

  private func measure(_ row: PlanExporter.Row) -> String {
    if let measure = row.measure { return measure(words.language) }
    return words("无法核验：", "unverifiable: ")
      + (row.commitment.unverifiable ?? words("尚未定口径", "no measure yet"))
  }

  var objects: [JSONValue] {
    rows.map { row in
      let commitment = row.commitment
      return .object([
        ("id", .text(commitment.id)), ("title", .text(commitment.title)),
        ("english", JSONValue(commitment.english)), ("theme", JSONValue(commitment.theme)),
        ("kind", .text(commitment.kind.rawValue)),
        ("target", commitment.target.map(JSONValue.target) ?? .null),
        ("period", .text(commitment.period.description)),
        ("deadline", .text(commitment.deadline.description)),
        ("units", .list(commitment.units.map { .text($0) })),
        ("strength", JSONValue(commitment.strength?.rawValue)),
        ("nature", JSONValue(commitment.nature?.rawValue)),
        ("measure", JSONValue(row.measure?(words.language))),
        ("unverifiable", JSONValue(commitment.unverifiable)),
        ("state", .text(words.state(commitment.state))),
        ("origins", .list(commitment.origins.map(JSONValue.origin))),
        ("place", JSONValue(place)), ("year", JSONValue(year)),
      ])
    }
  }
}

extension JSONValue {
  static func origin(_ origin: Commitment.Origin) -> JSONValue {
    .object([
      ("report", .text(origin.report)), ("start", .whole(origin.start)),
      ("end", .whole(origin.end)), ("quote", .text(origin.quote)),
      ("sentence", .text(origin.sentence)), ("section", JSONValue(origin.section)),
    ])
  }
}

extension [(title: String, cells: [Cell])] {
  /// Rows of one title together, titles in the order in which they first occur.
  var gathered: Self {
    var order: [String] = []
    for row in self where !order.contains(row.title) { order.append(row.title) }
    return order.flatMap { title in filter { $0.title == title } }
  }
}
