extension Measure {
  /// Share of the people who reach a facility in time; the pages print every parameter.
  ///
  /// There is no official definition of 30分钟就医圈 or 10分钟绿色生命通道: mode, hour, level and share
  /// are what a district declares.
  public struct Coverage: Sendable, Equatable, Codable {
    /// The registry of the facilities; a place field, or number fields 经度 and 纬度, hold the points.
    public var facilities: String
    /// The facilities that count: their level.
    public var `where`: [Condition]?
    /// Date columns between which a facility is open.
    public var from: String?
    /// The date column from which it is closed; nil for never.
    public var until: String?
    /// The registry of the points where people live.
    public var population: String
    /// Its number column; where nil one of a usual name (常住人口, 人口 …), else the first that is no
    /// coordinate. Which one it is stands in the measure's words.
    public var people: String?
    /// A ``TravelMode`` by either of its names: `drive`, `驾车`.
    public var mode: String
    /// The limit in minutes.
    public var minutes: Int
    /// 0..<24; nil for no hour in particular.
    public var hour: Int?
    /// Who travels; nil for what the mode stands for.
    public var towards: TravelTerms.Towards?
    /// Metres that a point may lie from the roads; 500 where nil.
    public var reach: Int?
    /// A declared road network; the last one where nil.
    public var network: String?
    /// What the points are written in; nil for WGS-84, with a look for a shift.
    public var datum: Datum?
    /// Records of what really happened (派车记录): where they are declared, their share is the value,
    /// and the share of the model stands beside it.
    public var records: Records?

    /// Records with the minutes that each took.
    public struct Records: Sendable, Equatable, Codable {
      /// The registry of the records.
      public var registry: String
      /// The date column.
      public var dated: String
      /// The number column, in minutes.
      public var field: String
      /// From when to when its minutes run: 受理至到达, 出车至到达.
      public var interval: String
      /// The records that count; all when nil.
      public var `where`: [Condition]?

      /// Takes every field as it is; nothing is checked.
      public init(
        registry: String, dated: String, field: String, interval: String,
        where conditions: [Condition]? = nil
      ) {
        self.registry = registry
        self.dated = dated
        self.field = field
        self.interval = interval
        self.where = conditions
      }
    }

    /// Takes every field as it is; nothing is checked.
    public init(
      facilities: String, where conditions: [Condition]? = nil, from: String? = nil,
      until: String? = nil, population: String, people: String? = nil, mode: String, minutes: Int,
      hour: Int? = nil, towards: TravelTerms.Towards? = nil, reach: Int? = nil,
      network: String? = nil, datum: Datum? = nil, records: Records? = nil
    ) {
      self.records = records
      self.facilities = facilities
      self.where = conditions
      self.from = from
      self.until = until
      self.population = population
      self.people = people
      self.mode = mode
      self.minutes = minutes
      self.hour = hour
      self.towards = towards
      self.reach = reach
      self.network = network
      self.datum = datum
    }

    /// The share of the records within the limit, as a measure.
    public var recorded: Measure? {
      guard let records else { return nil }
      let all = Count(registry: records.registry, dated: records.dated, where: records.where)
      var inTime = all
      let limit = Interval(upper: .init(Exact(minutes), isIncluded: true))
      inTime.where = (records.where ?? []) + [.lies(field: records.field, in: limit)]
      return .ratio(Ratio(of: .count(inTime), to: .count(all)))
    }

    /// The column of a population that says how many live at each point; nil where it has none.
    public func peopleColumn(of population: Registry) -> String? {
      if let people { return people }
      let coordinates = PlaceColumns.longitudes + PlaceColumns.latitudes
      let numbers = population.columns.filter { $0.type == .number }.map(\.name)
        .filter { !coordinates.contains($0) }
      return PlaceColumns.people.first(where: numbers.contains) ?? numbers.first
    }

    /// Nil for a mode that there is not.
    public var terms: TravelTerms? {
      TravelMode(named: mode).map {
        TravelTerms(mode: $0, minutes: minutes, hour: hour, towards: towards, reach: reach ?? 500)
      }
    }
  }
}
