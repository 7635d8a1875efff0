import Domain
import Foundation
import Testing

@testable import Reconciling

/// Floors on pairs made by hand, where they lie beside the project.
@Suite struct PairsFloorTests {
  private struct Span: Decodable {
    var start: Int
    var end: Int
  }

  private struct Gold: Decodable {
    var place: String
    var promise: Span
    var claim: Span?
    var verdict: String
  }

  private struct Read {
    var promise: Range<Int>
    var claim: Range<Int>?
    var verdict: String
  }

  private static func gold(_ name: String) throws -> [Gold] {
    let file = Reports.shared.appending(path: "gold/\(name).pairs.jsonl")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Gold.self, from: Data($0.utf8))
    }
  }

  private static func read(_ earlier: String, _ later: String) throws -> [Read] {
    let result = try Reconciler().reconcile(Reports.shared(earlier), Reports.shared(later))
    func offsets(_ report: Report) -> (Range<Int>) -> Range<Int> {
      let index = ScalarIndex(report.text, count: report.sourceCount)
      return { range in
        let source = report.source(of: range)
        return index.scalars(before: source.lowerBound)..<index.scalars(before: source.upperBound)
      }
    }
    let (own, other) = (offsets(result.earlier.report), offsets(result.later.report))
    return result.pairs.map {
      Read(
        promise: own($0.promise.range), claim: $0.claim.map { other($0.range) },
        verdict: $0.verdict.rawValue)
    }
  }

  /// Parts of the promises whose claim, and whose verdict, is right.
  private static func score(_ gold: [Gold], _ read: [Read]) -> (claim: Double, verdict: Double) {
    var claims = 0
    var verdicts = 0
    for own in gold {
      let same = read.filter { $0.promise.overlaps(own.promise.start..<own.promise.end) }
      func isRight(_ read: Read) -> Bool {
        guard let claim = own.claim, let found = read.claim else {
          return own.claim == nil && read.claim == nil
        }
        return found.overlaps(claim.start..<claim.end)
      }
      let best = same.max {
        (isRight($0) ? 2 : 0) + ($0.verdict == own.verdict ? 1 : 0)
          < (isRight($1) ? 2 : 0) + ($1.verdict == own.verdict ? 1 : 0)
      }
      if let best, isRight(best) { claims += 1 }
      if best?.verdict == own.verdict { verdicts += 1 }
    }
    return (Double(claims) / Double(gold.count), Double(verdicts) / Double(gold.count))
  }

  @Test(
    .enabled(
      if: Reports.areThere, "skipped: ../shared is not here, so the floors were not measured"))
  func theDistrictReachesItsFloors() throws {
    let gold = try Self.gold("district-hulunbuir-hailar-2014-2015")
    let read = try Self.read("district-hulunbuir-hailar-2014", "district-hulunbuir-hailar-2015")
    let score = Self.score(gold, read)
    #expect(score.claim >= 0.80 && score.verdict >= 0.72, "\(score)")
  }

  @Test(
    .enabled(
      if: Reports.areThere, "skipped: ../shared is not here, so the floors were not measured"))
  func theProvincesReachTheirFloors() throws {
    let gold = Dictionary(grouping: try Self.gold("provinces-2025-2026"), by: \.place)
    var claims = 0.0
    var verdicts = 0.0
    for (place, own) in gold {
      let score = Self.score(own, try Self.read("\(place)-2025", "\(place)-2026"))
      claims += score.claim * Double(own.count)
      verdicts += score.verdict * Double(own.count)
    }
    let total = Double(gold.values.map(\.count).reduce(0, +))
    #expect(
      claims / total >= 0.90 && verdicts / total >= 0.85, "\(claims / total) \(verdicts / total)")
  }
}
