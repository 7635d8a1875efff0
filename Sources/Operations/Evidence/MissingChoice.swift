import Domain

/// What becomes of records that a new list lacks and the ledger has.
public enum MissingChoice: String, Sendable, CaseIterable {
  /// They stay, and are told.
  case keep
  /// They are removed with the import, for a reason; those of a stronger source stay.
  case remove
}

extension ImportRecords {
  /// What is to be told of an import beside its numbers.
  static func notes(
    _ batch: Change.Batch, lacking: [RegistryColumn], missing: MissingRecords,
    _ choice: MissingChoice
  ) -> [Phrase] {
    [
      kept(batch, lacking), emptied(batch), beside(batch), told(missing, choice),
    ].compactMap { $0 }
  }

  private static func kept(_ batch: Change.Batch, _ lacking: [RegistryColumn]) -> Phrase? {
    guard let count = batch.kept else { return nil }
    let names = lacking.map(\.name)
    return Phrase(
      "表里没有「\(names.joined(separator: "、"))」，\(count) 条已有记录照旧保留。",
      "The table lacks \(names.joined(separator: ", ")); \(count) records keep what they have there."
    )
  }

  private static func emptied(_ batch: Change.Batch) -> Phrase? {
    batch.emptied.map {
      Phrase("空格清去了账内的 \($0) 个值。", "Empty cells took away \($0) values.")
    }
  }

  private static func beside(_ batch: Change.Batch) -> Phrase? {
    batch.beside.map {
      Phrase(
        "\($0) 条与佐证更强的记录不一致：仍以更强的为准，新的另存备查。",
        "\($0) rows differ from a stronger source, which still counts; they are kept beside it.")
    }
  }

  private static func told(_ missing: MissingRecords, _ choice: MissingChoice) -> Phrase? {
    guard missing.count > 0 else { return nil }
    let some = missing.keys.map { $0.replacing(Record.separator, with: " ") }
    let keys = some.joined(separator: "、") + (missing.count > some.count ? " 等" : "")
    switch choice {
    case .keep:
      return Phrase(
        "账内另有 \(missing.count) 条不在这张表里（\(keys)），已保留；要撤去请加 --missing remove 和 --reason。",
        "The ledger has \(missing.count) records that the table lacks (\(keys)); they stay. Remove them with --missing remove and --reason."
      )
    case .remove:
      return Phrase(
        "账内有而表里没有的 \(missing.count) 条（\(keys)）已撤去，佐证更强的仍保留。",
        "\(missing.count) records that the table lacks (\(keys)) are removed, but for those of a stronger source."
      )
    }
  }
}
