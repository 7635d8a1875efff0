/// A facility, a candidate site, or a point where people live.
public struct Place: Sendable, Hashable {
  /// Names it among its like.
  public var key: String
  /// Its name, for people; empty where the table has none.
  public var name: String
  /// WGS-84.
  public var point: Coordinate
  /// How many people live there; 1 for a facility.
  public var people: Double
  /// The subdistrict (街道) that it lies in.
  public var subdistrict: String?
  /// Beds, school places.
  public var capacity: Double?
  /// Row in its file, from 1.
  public var line: Int?

  /// Takes every field as it is; nothing is checked.
  public init(
    key: String, name: String = "", point: Coordinate, people: Double = 1,
    subdistrict: String? = nil, capacity: Double? = nil, line: Int? = nil
  ) {
    self.key = key
    self.name = name.isEmpty ? key : name
    self.point = point
    self.people = people
    self.subdistrict = subdistrict
    self.capacity = capacity
    self.line = line
  }
}

/// What a minute means: how, when, in which direction, and how far from the road a point may lie.
public struct TravelTerms: Sendable, Hashable, Codable {
  /// The means of travel.
  public var mode: TravelMode
  /// The limit.
  public var minutes: Int
  /// 0..<24, whose factor of the table of speeds counts; nil for no hour in particular.
  public var hour: Int?
  /// Who travels; a one-way street is then passed in that direction.
  public var towards: Towards
  /// Metres that a point may lie from the network; further ones are listed and not joined.
  public var reach: Int

  /// Who travels: people towards the place, or help towards the people.
  public enum Towards: String, Sendable, Codable, CaseIterable { case place, person }

  /// - Parameter towards: nil for what the mode stands for: ambulances drive towards the person.
  public init(
    mode: TravelMode, minutes: Int, hour: Int? = nil, towards: Towards? = nil, reach: Int = 500
  ) {
    self.mode = mode
    self.minutes = minutes
    self.hour = hour
    self.towards = towards ?? (mode == .ambulance ? .person : .place)
    self.reach = reach
  }

  /// 步行 30 分钟，由居民前往设施，不分时段，离路网 500 米以内
  public var phrase: Phrase {
    let direction =
      towards == .place
      ? Phrase("由居民前往设施", "from people to the facility")
      : Phrase("由设施前往居民", "from the facility to people")
    let time =
      hour.map { Phrase("\($0) 时的速度", "speeds of \($0):00") }
      ?? Phrase("不分时段", "no hour in particular")
    return Phrase(
      "\(mode.name.chinese) \(minutes) 分钟，\(direction.chinese)，\(time.chinese)，离路网 \(reach) 米以内的点才计入",
      "\(minutes) minutes \(mode.name.english), \(direction.english), \(time.english), "
        + "points at most \(reach) m from the roads")
  }
}
