import Domain

/// How fast each means of travel goes on each class of road and at each hour; a table that a
/// district can replace.
public struct Speeds: Sendable, Equatable {
  /// km/h by class of road, then by ``TravelMode`` in its order; nil where it may not go.
  private var byClass: [String: [Double?]] = [:]
  /// What the speed is multiplied by, by hour 0..<24, then by ``TravelMode``.
  private var byHour: [[Double]]
  /// The text that it was read from.
  public let table: String

  /// The table that is built into the program.
  ///
  /// - Throws: ``AccessibilityFault/speeds(line:reason:)``.
  public static func builtIn() throws(AccessibilityFault) -> Speeds {
    try Speeds(String(decoding: PackageResources.speeds_txt, as: UTF8.self))
  }

  /// Reads lines of `class walk cycle drive ambulance` with km/h, `-` for what may not go, and lines
  /// of `hour:8 walk cycle drive ambulance` with factors; `#` opens a remark. Hours that are not
  /// there have the factor 1. The class `off_road` is the way between a point and the network.
  ///
  /// - Throws: ``AccessibilityFault/speeds(line:reason:)`` for a line that is not so, a class or an
  ///   hour that is there twice, speeds that are not above 0 and at most 200, factors that are not
  ///   above 0 and at most 2.
  public init(_ table: String) throws(AccessibilityFault) {
    self.table = table
    byHour = Array(repeating: TravelMode.allCases.map { _ in 1 }, count: 24)
    var hours: Set<Int> = []
    for (index, line) in table.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let cells = line.split(whereSeparator: \.isWhitespace)
      guard let name = cells.first, !name.hasPrefix("#") else { continue }
      let number = index + 1
      guard cells.count == TravelMode.allCases.count + 1 else {
        throw .speeds(line: number, reason: Phrase("应有五栏", "there must be five columns"))
      }
      if name.hasPrefix("hour:") {
        guard let hour = Int(name.dropFirst(5)), (0..<24).contains(hour),
          hours.insert(hour).inserted
        else {
          throw .speeds(
            line: number,
            reason: Phrase("钟点应是 0 到 23，各一次", "hours are 0 to 23, each once"))
        }
        byHour[hour] = try Self.factors(cells.dropFirst(), line: number)
      } else {
        guard byClass[String(name)] == nil else {
          throw .speeds(line: number, reason: Phrase("类别重复", "the class is there twice"))
        }
        byClass[String(name)] = try Self.speeds(cells.dropFirst(), line: number)
      }
    }
  }

  /// The same for a table that came as a file, which a fault names.
  public init(_ table: String, file: String) throws(AccessibilityFault) {
    do {
      try self.init(table)
    } catch {
      throw error.found(in: file)
    }
  }

  private static func speeds(
    _ cells: ArraySlice<Substring>, line: Int
  ) throws(AccessibilityFault) -> [Double?] {
    var speeds: [Double?] = []
    for cell in cells {
      let speed = Double(cell)
      guard cell == "-" || (speed.map { $0 > 0 && $0 <= 200 } ?? false) else {
        throw .speeds(
          line: line,
          reason: Phrase(
            "「\(cell)」不是速度：应大于 0、不超过 200，或写 -",
            "\(cell) is no speed: above 0 and at most 200, or -"))
      }
      speeds.append(speed)
    }
    return speeds
  }

  private static func factors(
    _ cells: ArraySlice<Substring>, line: Int
  ) throws(AccessibilityFault) -> [Double] {
    var factors: [Double] = []
    for cell in cells {
      guard let factor = Double(cell), factor > 0, factor <= 2 else {
        throw .speeds(
          line: line,
          reason: Phrase(
            "「\(cell)」不是系数：应大于 0、不超过 2", "\(cell) is no factor: above 0 and at most 2"))
      }
      factors.append(factor)
    }
    return factors
  }

  /// km/h on a kind of road, or nil where the means of travel may not use it; a posted limit binds
  /// drivers.
  ///
  /// - Parameter hour: 0..<24; nil for no hour in particular.
  public func speed(_ mode: TravelMode, on kind: RoadKind, hour: Int? = nil) -> Double? {
    guard kind.modes.contains(mode) else { return nil }
    let usual = ofClass(kind.roadClass)?[mode.index]
    guard
      var speed = usual
        ?? (kind.opened.contains(mode) ? ofClass("unclassified")?[mode.index] : nil)
    else { return nil }
    if mode == .drive, let limit = kind.speedLimit, limit > 0 { speed = min(speed, limit) }
    return speed * factor(mode, hour)
  }

  /// km/h between a point and the network, where nobody drives.
  public var offRoad: Double { (ofClass("off_road")?[TravelMode.walk.index] ?? nil) ?? 4.5 }

  private func factor(_ mode: TravelMode, _ hour: Int?) -> Double {
    guard let hour, byHour.indices.contains(hour) else { return 1 }
    return byHour[hour][mode.index]
  }

  /// A slip road is as fast as what it leads to where it has no line of its own.
  private func ofClass(_ name: String) -> [Double?]? {
    byClass[name] ?? (name.hasSuffix("_link") ? byClass[String(name.dropLast(5))] : nil)
  }
}
