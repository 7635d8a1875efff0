/// How people get there.
public enum TravelMode: String, Sendable, CaseIterable, Codable {
  /// On foot, by bicycle, by car within the posted limits.
  case walk, cycle, drive
  /// Drives towards the person; not bound by the posted limits.
  case ambulance

  /// One-way streets bind it.
  public var obeysDirection: Bool { self != .walk }

  /// Place in `allCases`.
  public var index: Int {
    switch self {
    case .walk: 0
    case .cycle: 1
    case .drive: 2
    case .ambulance: 3
    }
  }

  /// 步行, 骑行, 驾车, 救护车
  public var name: Phrase {
    switch self {
    case .walk: Phrase("步行", "walking")
    case .cycle: Phrase("骑行", "cycling")
    case .drive: Phrase("驾车", "driving")
    case .ambulance: Phrase("救护车", "ambulance")
    }
  }

  /// Its own name or the Chinese one: `walk`, `步行`.
  public init?(named name: String) {
    guard let mode = Self.allCases.first(where: { $0.rawValue == name || $0.name.chinese == name })
    else { return nil }
    self = mode
  }
}

/// Several means of travel.
public struct TravelModes: OptionSet, Sendable, Hashable {
  /// One bit for each mode, by its place in `allCases`; saved road maps hold it.
  public let rawValue: UInt8

  /// Takes the bits as they are; those of no mode are kept and mean nothing.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// One mode alone.
  public init(_ mode: TravelMode) { rawValue = 1 << UInt8(mode.index) }

  /// On foot.
  public static let walk = TravelModes(.walk)
  /// By bicycle.
  public static let cycle = TravelModes(.cycle)
  /// By car.
  public static let drive = TravelModes(.drive)
  /// By ambulance.
  public static let ambulance = TravelModes(.ambulance)
  /// All four.
  public static let all: TravelModes = [.walk, .cycle, .drive, .ambulance]

  /// Whether a mode is among them.
  public func contains(_ mode: TravelMode) -> Bool { contains(TravelModes(mode)) }
}
