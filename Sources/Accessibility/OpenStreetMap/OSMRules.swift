import Domain

/// What the tags of OpenStreetMap say of who may go where.
///
/// After the wiki's "Key:access" (transport mode hierarchy), "Key:oneway" and "Key:barrier", as of
/// 2024. The more special tag wins over the more general one. An ambulance passes what is private
/// and is held up by `no` alone.
struct OSMRules {
  typealias Tags = [Substring: Substring]

  /// Lines of `key=value`.
  static func tags(_ text: String) -> Tags {
    var tags: Tags = [:]
    for line in text.split(separator: "\n") {
      guard let equals = line.firstIndex(of: "=") else { continue }
      tags[line[..<equals]] = line[line.index(after: equals)...]
    }
    return tags
  }

  /// Nil for what is no road yet or none at all.
  static func road(_ tags: Tags) -> Road? {
    guard let roadClass = tags["highway"], !notRoads.contains(roadClass) else { return nil }
    var (open, opened) = (TravelModes.all, TravelModes())
    for mode in TravelMode.allCases {
      guard let allows = allows(mode, tags) else { continue }
      if !allows {
        open.remove(TravelModes(mode))
      } else if mode == .walk || mode == .cycle {
        opened.insert(TravelModes(mode))
      }
    }
    if tags["motorroad"] == "yes" { open.subtract([.walk, .cycle]) }
    var (forwards, backwards) = (open, open)
    switch direction(roadClass, tags) {
    case .both: break
    case .forwards: backwards.formIntersection(backwardsAnyway(tags))
    case .backwards: forwards.formIntersection(backwardsAnyway(tags))
    }
    return Road(
      String(roadClass), forwards: forwards, backwards: backwards, opened: opened,
      speedLimit: speedLimit(tags))
  }

  /// Means of travel that a node does not let through.
  static func closed(_ tags: Tags) -> TravelModes {
    var closed = TravelModes()
    if let barrier = tags["barrier"] {
      if walls.contains(barrier) {
        closed = .all
      } else if !openBarriers.contains(barrier) {
        closed = narrow.contains(barrier) ? [.cycle, .drive, .ambulance] : [.drive, .ambulance]
      }
    }
    for mode in TravelMode.allCases {
      guard let allows = allows(mode, tags) else { continue }
      if allows { closed.remove(TravelModes(mode)) } else { closed.insert(TravelModes(mode)) }
    }
    return closed
  }

  private enum Direction { case both, forwards, backwards }

  private static func direction(_ roadClass: Substring, _ tags: Tags) -> Direction {
    switch tags["oneway"] {
    case "yes", "true", "1": return .forwards
    case "-1", "reverse": return .backwards
    case "no", "false", "0": return .both
    default: break
    }
    if tags["junction"] == "roundabout" || tags["junction"] == "circular" { return .forwards }
    return roadClass == "motorway" || roadClass == "motorway_link" ? .forwards : .both
  }

  /// Those that a one-way street does not bind.
  private static func backwardsAnyway(_ tags: Tags) -> TravelModes {
    var modes = tags["oneway:foot"] == "yes" ? TravelModes() : .walk
    if tags["oneway:bicycle"] == "no" || tags["cycleway"]?.hasPrefix("opposite") == true {
      modes.insert(.cycle)
    }
    return modes
  }

  /// From the general to the special; the last one that is there decides.
  private static func allows(_ mode: TravelMode, _ tags: Tags) -> Bool? {
    let keys: [Substring] =
      switch mode {
      case .walk: ["access", "foot"]
      case .cycle: ["access", "vehicle", "bicycle"]
      case .drive: ["access", "vehicle", "motor_vehicle", "motorcar"]
      case .ambulance: ["access", "vehicle", "motor_vehicle", "emergency"]
      }
    guard let value = keys.last(where: { tags[$0] != nil }).flatMap({ tags[$0] }) else {
      return nil
    }
    if mode == .ambulance { return value != "no" }
    return !closing.contains(value)
  }

  /// km/h; nil for what is no number (`none`, `CN:urban`).
  private static func speedLimit(_ tags: Tags) -> Double? {
    guard let text = tags["maxspeed"] ?? tags["maxspeed:forward"] else { return nil }
    let words = text.split(separator: " ")
    guard let number = words.first.flatMap({ Double($0) }), number.isFinite, number > 0 else {
      return nil
    }
    return words.count > 1 && words[1] == "mph" ? number * 1.609344 : number
  }

  private static let notRoads: Set<Substring> = [
    "construction", "proposed", "planned", "abandoned", "razed", "platform", "rest_area",
    "services", "raceway", "elevator", "corridor", "bus_stop", "no", "escape",
  ]
  private static let closing: Set<Substring> = [
    "no", "private", "agricultural", "forestry", "agricultural;forestry", "military", "emergency",
    "use_sidepath", "psv", "bus",
  ]
  private static let openBarriers: Set<Substring> = [
    "no", "gate", "lift_gate", "swing_gate", "sliding_gate", "toll_booth", "border_control",
    "cattle_grid", "entrance", "kerb", "height_restrictor", "sally_port", "rising_bollard",
    "motorcycle_barrier",
  ]
  /// Barriers that people pass on foot only.
  private static let narrow: Set<Substring> = [
    "stile", "kissing_gate", "turnstile", "full-height_turnstile", "step",
  ]
  private static let walls: Set<Substring> = [
    "wall", "fence", "hedge", "guard_rail", "retaining_wall", "city_wall", "ditch",
  ]
}
