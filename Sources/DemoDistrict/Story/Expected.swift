import Domain

/// What the evidence of the demo district says of a commitment on a day, at scale 1.
public struct Expectation: Sendable, Equatable {
  /// The commitment's id.
  public var commitment: String
  /// The day that is judged.
  public var asOf: Day
  /// The state that the evidence gives.
  public var state: Judgement.State
  /// Other states that an honest reading may give, where no target or path is declared.
  public var tolerated: [Judgement.State] = []
  /// The value measured, in the unit of the measure as people write it; nil where it is not a number.
  public var actual: String?
}

extension DemoDistrict {
  /// Late in the year, and when everything has come in.
  public static let expected: [Expectation] =
    november.map { $0.expectation(on(2023, 11, 30)) }
    + settled.map { $0.expectation(on(2024, 12, 31)) }

  private struct Line: Sendable {
    var id: String
    var state: Judgement.State
    var actual: String?
    var tolerated: [Judgement.State]

    init(
      _ id: String, _ state: Judgement.State, _ actual: String? = nil,
      or tolerated: [Judgement.State] = []
    ) {
      self.id = id
      self.state = state
      self.actual = actual
      self.tolerated = tolerated
    }

    func expectation(_ day: Day) -> Expectation {
      Expectation(commitment: id, asOf: day, state: state, tolerated: tolerated, actual: actual)
    }
  }

  private static let november: [Line] = [
    Line("T1", .onPath, "6.0"), Line("T2", .onPath, "12.6"), Line("T3", .behind, "6.8"),
    Line("T4", .onPath, "7.4"), Line("T5", .behind, "5.4"), Line("T6", .onPath, "12.8"),
    Line("T7", .onPath, "3.5", or: [.notYet]), Line("T8", .onPath, "5.6"),
    Line("T9", .onPath, or: [.notYet]),
    Line("P10", .behind, "10"), Line("P11", .onPath, "13900"), Line("P12", .behind, "7"),
    Line("P13", .notYet, "0"), Line("P14", .behind, "180"), Line("P15", .onPath, "16"),
    Line("P16", .notYet, "12"), Line("P17", .onPath, "372"), Line("P18", .notYet),
    Line("P19", .onPath), Line("P20", .onPath, "37"), Line("P21", .behind, or: [.notYet]),
    Line("P22", .notYet, "6"), Line("P23", .onPath, "940"), Line("P24", .behind, or: [.notYet]),
    Line("P25", .behind), Line("P26", .onPath, or: [.behind, .notYet]), Line("P27", .onPath),
    Line("P28", .notYet, "648"), Line("P29", .notYet), Line("P30", .onPath, or: [.notYet]),
    Line("P31", .behind, "101"), Line("P32", .onPath, "30.1"), Line("P33", .notYet, "9"),
    Line("P34", .notYet, "4"), Line("P35", .behind, "5"), Line("P36", .behind, or: [.notYet]),
    Line("P37", .onPath), Line("P38", .behind),
    Line("P39", .unverifiable, or: [.notYet]), Line("P40", .unverifiable, or: [.notYet]),
  ]

  private static let settled: [Line] = [
    Line("T1", .notMet, "5.8"), Line("T2", .met, "12.0"), Line("T3", .notMet, "7.1"),
    Line("T4", .met, "7.2"), Line("T5", .notMet, "5.6"), Line("T6", .met, "12.4"),
    Line("T7", .notMet, "2.1"), Line("T8", .met, "5.5"), Line("T9", .met),
    Line("P10", .met, "12"), Line("P11", .met, "15000"), Line("P12", .met, "8"),
    Line("P13", .met, "2"), Line("P14", .notMet, "197"), Line("P15", .met, "16"),
    Line("P16", .met, "53"), Line("P17", .met, "426"), Line("P18", .met, "18.4"),
    Line("P19", .notMet, "900000"), Line("P20", .met, "41"), Line("P21", .notMet),
    Line("P22", .notMet, "9"), Line("P23", .met, "1043"), Line("P24", .notMet),
    Line("P25", .notMet), Line("P26", .met), Line("P27", .met), Line("P28", .notMet, "2484"),
    Line("P29", .met), Line("P30", .notMet), Line("P31", .notMet, "108"), Line("P32", .met, "30.4"),
    Line("P33", .notMet, "19"), Line("P34", .notMet, "7"), Line("P35", .met, "6"),
    Line("P36", .met), Line("P37", .notMet), Line("P38", .notMet, "80"),
    Line("P39", .unverifiable, or: [.notYet]), Line("P40", .unverifiable, or: [.notYet]),
  ]
}
