import Domain

/// Every version of one unit's answer for one month, newest first, with who, when and why.
public struct FilingHistoryPage: Page {
  public static let template = "desk_history"
  private let commitment: Commitment
  private let key: Filing.Key
  private let versions: [Books.Noted<Filing>]
  private let people: [String: String]

  /// - Parameter versions: oldest first.
  public init(
    _ commitment: Commitment, _ key: Filing.Key, versions: [Books.Noted<Filing>],
    people: [String: String]
  ) {
    self.commitment = commitment
    self.key = key
    self.versions = versions
    self.people = people
  }

  public var title: Phrase {
    Phrase("填报经过 \(key.commitment) \(key.month)", "History of \(key.commitment) \(key.month)")
  }
  public var tab: Tab { .none }

  public func context(_ frame: Frame) -> [String: Any] {
    let words = DeskWords(frame: frame, people: people)
    var context = words.matter(commitment)
    let facts: [String: Any] = [
      "month": words.month(key.month), "unit-name": frame.unit(key.unit), "count": versions.count,
      "versions": versions.enumerated().reversed().map { place, version in
        words.filing(version, commitment).merging(["number": place + 1]) { $1 }
      },
      "csv": frame.links.csv(path), "json": frame.links.json(path),
    ]
    context.merge(facts) { $1 }
    return context
  }

  private var path: String { "/filings/\(key.commitment)/\(key.month)/\(key.unit)" }

  public func data(_ frame: Frame) -> JSONValue? {
    let words = DeskWords(frame: frame, people: people)
    return .object([("versions", .list(versions.map(words.json)))])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    let words = DeskWords(frame: frame, people: people)
    let titles = [
      frame("版本", "version"), frame("状态", "state"), frame("填报称", "claimed"),
      frame("进展情况", "progress"), frame("下一步计划", "next"), frame("理由", "reason"),
      frame("何人", "who"), frame("何时", "when"),
    ]
    return words.csv(
      titles,
      versions.enumerated().map { place, version in
        [
          Cell(place + 1), .text(words.state(version.value.state)),
          Cell(words.value(version.value)), .text(version.value.progress),
          .text(version.value.next), Cell(version.value.reason),
          .text(words.person(version.note.actor)), .text(words.moment(version.note.time)),
        ]
      })
  }
}
