/// Something in a ledger that does not fit, with everything of its place that can be told.
public struct LedgerFinding: Sendable, Equatable {
  /// The entry concerned, or nil when it cannot be told.
  public var sequence: Int?
  /// The registry concerned; nil for none.
  public var registry: String?
  /// The row within the entry's batch, from 1.
  public var row: Int?
  /// The record's key.
  public var key: String?
  /// The record's columns.
  public var columns: [String]
  /// What does not fit, without the place.
  public var what: Phrase

  /// Takes every field as it is.
  public init(
    sequence: Int?, registry: String? = nil, row: Int? = nil, key: String? = nil,
    columns: [String] = [], what: Phrase
  ) {
    self.sequence = sequence
    self.registry = registry
    self.row = row
    self.key = key
    self.columns = columns
    self.what = what
  }

  /// The place in words: 「第 7 条，台账“招商项目”，第 2 行，主键 乙，“投资额”列」; empty where nothing can
  /// be told.
  public var place: Phrase {
    var (chinese, english): ([String], [String]) = ([], [])
    func add(_ words: Phrase) {
      chinese.append(words.chinese)
      english.append(words.english)
    }
    if let sequence { add(Phrase("第 \(sequence) 条记账", "entry \(sequence)")) }
    if let registry { add(Phrase("台账「\(registry)」", "registry \"\(registry)\"")) }
    if let row { add(Phrase("第 \(row) 行", "row \(row)")) }
    if let key { add(Phrase("主键 \(Self.shown(key))", "key \(Self.shown(key))")) }
    if !columns.isEmpty {
      add(
        Phrase(
          columns.map { "「\($0)」" }.joined() + "列",
          "column " + columns.map { "\"\($0)\"" }.joined(separator: ", ")))
    }
    return Phrase(chinese.joined(separator: "，"), english.joined(separator: ", "))
  }

  /// Place and what, as one sentence without a full stop.
  public var sentence: Phrase {
    let place = place
    guard !place.chinese.isEmpty else { return what }
    return Phrase("\(place.chinese)：\(what.chinese)", "\(place.english): \(what.english)")
  }

  /// Parts of a key with a stroke between them.
  private static func shown(_ key: String) -> String {
    key.split(separator: Record.separator, omittingEmptySubsequences: false)
      .joined(separator: "|")
  }
}
