import Domain

/// 督查工作台: what units confirmed and waits to be looked at, beside what evidence shows, and who
/// has not filed. Units stand in the order of the ledger: nothing is ranked.
public struct OfficeDeskPage: Page {
  public static let template = "desk_office"
  private let month: Period
  private let by: Day
  private let groups: [Group]
  private let units: [UnitCount]
  private let rows: [String: AccountRow]
  private let isReleased: Bool
  private let closings: Int

  /// The answers of one commitment's units for the month.
  public struct Group: Sendable {
    public var commitment: Commitment
    /// In the order of its units.
    public var filings: [Books.Noted<Filing>]

    public init(_ commitment: Commitment, _ filings: [Books.Noted<Filing>]) {
      self.commitment = commitment
      self.filings = filings
    }

    public var isWaiting: Bool { filings.contains { $0.value.state == .confirmed } }
  }

  /// How far a unit is with what it was asked.
  public struct UnitCount: Sendable, Equatable {
    public var unit: String
    /// Matters that something is asked for; the parts below add up to it.
    public var asked: Int
    public var missing: Int
    public var toCorrect: Int
    public var filed: Int
    public var confirmed: Int
    public var accepted: Int

    public init(_ list: DueList) {
      func count(_ standing: DueList.Standing) -> Int {
        list.asked.filter { $0.standing == standing }.count
      }
      unit = list.unit
      asked = list.asked.count
      missing = count(.toFile)
      toCorrect = count(.toCorrect)
      filed = count(.filed)
      confirmed = count(.confirmed)
      accepted = count(.accepted)
    }
  }

  /// - Parameters:
  ///   - groups: commitments with any answer for the month.
  ///   - units: those of whom something is asked.
  ///   - rows: what evidence says by the month's end, by commitment.
  ///   - closings: requests to close out that wait.
  public init(
    _ month: Period, by: Day, groups: [Group], units: [UnitCount], rows: [String: AccountRow],
    isReleased: Bool, closings: Int
  ) {
    self.month = month
    self.by = by
    self.groups = groups
    self.units = units
    self.rows = rows
    self.isReleased = isReleased
    self.closings = closings
  }

  public var title: Phrase { Phrase("督查工作台", "Office desk") }
  public var tab: Tab { .office }

  public func context(_ frame: Frame) -> [String: Any] {
    let words = DeskWords(frame: frame)
    let waiting = groups.filter(\.isWaiting)
    let others = groups.filter { !$0.isWaiting }
    var context = words.months(month, path: "/office")
    let facts: [String: Any] = [
      "by-day": by.description, "waiting": waiting.map { group($0, words) },
      "waiting-count": waiting.reduce(0) {
        $0 + $1.filings.filter { $0.value.state == .confirmed }.count
      },
      "has-waiting": !waiting.isEmpty, "others": others.map { group($0, words) },
      "has-others": !others.isEmpty, "others-count": others.count,
      "units": units.map { unit($0, frame) },
      "missing-units": units.filter { $0.missing > 0 }.count,
      "missing-count": units.map(\.missing).reduce(0, +),
      "asked-count": units.map(\.asked).reduce(0, +),
      "accepted-count": units.map(\.accepted).reduce(0, +), "is-released": isReleased,
      "release": frame.link("/office/release", [("month", month.description)]),
      "closings": frame.link("/office/closing"), "closings-count": closings,
      "objections": frame.link("/office/objections"), "reminders": frame.link("/office/reminders"),
      "bulletin": frame.link("/office/bulletin", [("month", month.description)]),
      "quarterly": frame.link("/office/quarterly"), "matters": frame.link("/office/matters"),
      "csv": frame.links.csv("/office", [("month", month.description)]),
      "json": frame.links.json("/office", [("month", month.description)]),
    ]
    context.merge(facts) { $1 }
    return context
  }

  private func group(_ group: Group, _ words: DeskWords) -> [String: Any] {
    let row = rows[group.commitment.id]
    var context = words.matter(group.commitment)
    context["evidence"] = words.evidence(row)
    context.merge(words.judged(row)) { $1 }
    context["review"] = words.frame.link("/office/filings/\(group.commitment.id)/\(month)")
    context["answers"] = group.filings.map { noted in
      [
        "unit-name": words.frame.unit(noted.value.unit), "claim": words.claim(noted.value),
        "part": words.part(group.commitment.units.first == noted.value.unit),
        "filing-state": words.state(noted.value.state),
        "waits": noted.value.state == .confirmed,
      ] as [String: Any]
    }
    return context
  }

  private func unit(_ count: UnitCount, _ frame: Frame) -> [String: Any] {
    [
      "unit-name": frame.unit(count.unit), "asked": count.asked, "missing": count.missing,
      "is-missing": count.missing > 0, "to-correct": count.toCorrect, "filed": count.filed,
      "confirmed": count.confirmed, "accepted": count.accepted,
    ]
  }

  public func data(_ frame: Frame) -> JSONValue? {
    let words = DeskWords(frame: frame)
    return .object([
      ("month", .text(month.description)), ("by", .text(by.description)),
      ("filings", .list(groups.flatMap(\.filings).map(words.json))),
      (
        "units",
        .list(
          units.map {
            .object([
              ("unit", .text($0.unit)), ("asked", .whole($0.asked)),
              ("missing", .whole($0.missing)), ("to_correct", .whole($0.toCorrect)),
              ("filed", .whole($0.filed)), ("confirmed", .whole($0.confirmed)),
              ("accepted", .whole($0.accepted)),
            ])
          })
      ),
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    let words = DeskWords(frame: frame)
    let titles = [
      frame("编号", "id"), frame("事项", "commitment"), frame("单位", "unit"),
      frame("牵头或配合", "part"), frame("状态", "state"), frame("填报称", "claimed"),
      frame("佐证显示", "evidence"), frame("进展情况", "progress"), frame("下一步计划", "next"),
    ]
    return words.csv(
      titles,
      groups.flatMap { group in
        group.filings.map { noted in
          [
            .text(group.commitment.id), .text(frame.title(group.commitment)),
            .text(noted.value.unit),
            .text(words.part(group.commitment.units.first == noted.value.unit)),
            .text(words.state(noted.value.state)), Cell(words.value(noted.value)),
            .text(words.evidence(rows[group.commitment.id])), .text(noted.value.progress),
            .text(noted.value.next),
          ]
        }
      })
  }
}
