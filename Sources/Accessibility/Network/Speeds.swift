import Domain

/// How fast each means of travel goes on each class of road; a table that a district can replace.
public struct Speeds: Sendable, Equatable {
  /// km/h by class of road, then by ``TravelMode`` in its order; nil where it may not go.
  private let byClass: [String: [Double?]]

  /// The table that is built into the program.
  ///
  /// - Throws: ``AccessibilityFault/speeds(line:reason:)``.
  public static func builtIn() throws(AccessibilityFault) -> Speeds {
    try Speeds(String(decoding: PackageResources.speeds_txt, as: UTF8.self))
  }

  /// Reads lines of `class walk cycle drive ambulance`, `-` for what may not go; `#` opens a remark.
  ///
  /// - Throws: ``AccessibilityFault/speeds(line:reason:)`` for a line that is not so, a class that
  ///   is there twice, and speeds that are not above 0 and at most 200.
  public init(_ table: String) throws(AccessibilityFault) {
    var byClass: [String: [Double?]] = [:]
    for (number, line) in table.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let cells = line.split(whereSeparator: \.isWhitespace)
      guard let name = cells.first, !name.hasPrefix("#") else { continue }
      guard cells.count == TravelMode.allCases.count + 1 else {
        throw .speeds(
          line: number + 1, reason: Phrase("应有五栏", "there must be five columns"))
      }
      guard byClass[String(name)] == nil else {
        throw .speeds(line: number + 1, reason: Phrase("类别重复", "the class is there twice"))
      }
      var speeds: [Double?] = []
      for cell in cells.dropFirst() {
        let speed = Double(cell)
        guard cell == "-" || (speed.map { $0 > 0 && $0 <= 200 } ?? false) else {
          throw .speeds(
            line: number + 1,
            reason: Phrase("速度应大于 0、不超过 200，或写 -", "a speed is above 0 and at most 200, or -"))
        }
        speeds.append(speed)
      }
      byClass[String(name)] = speeds
    }
    self.byClass = byClass
  }

  /// km/h on a road, or nil where the means of travel may not use it; a posted limit binds drivers.
  public func speed(_ mode: TravelMode, on road: RoadLine) -> Double? {
    guard !road.closedTo.contains(mode), let speeds = byClass[road.roadClass],
      let index = TravelMode.allCases.firstIndex(of: mode), let speed = speeds[index]
    else { return nil }
    guard mode == .drive, let limit = road.speedLimit, limit > 0 else { return speed }
    return min(speed, limit)
  }
}
