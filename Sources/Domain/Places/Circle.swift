/// Who reaches what in how many minutes (生活圈, 就医圈): each point where people live with its nearest
/// place, and what that comes to.
public struct Circle: Sendable {
  /// What a minute meant.
  public let terms: TravelTerms
  /// The places that can be reached, in the order given.
  public let facilities: [Facility]
  /// The points where people live, in the order given.
  public let people: [Inhabited]
  /// People by the minutes to the nearest place.
  public let coverage: Coverage
  /// The same within the limit for the second nearest place.
  public let resilience: Coverage
  /// By subdistrict, those with the most left out first.
  public let subdistricts: [(name: String, coverage: Coverage)]
  /// Facilities that could not be joined to the network, and what else people should know.
  public let problems: [Phrase]
  /// The same of points where people live, one by one: not for everybody's eyes where these are a
  /// person's matter.
  public let homeProblems: [Phrase]
  /// Tenths of a second from (or to) the nearest facility at every node of the network; `Int32.max`
  /// beyond the limit.
  public let nodeTimes: [Int32]

  /// Takes every field as it is; nothing is checked.
  public init(
    terms: TravelTerms, facilities: [Facility], people: [Inhabited], coverage: Coverage,
    resilience: Coverage, subdistricts: [(name: String, coverage: Coverage)], problems: [Phrase],
    homeProblems: [Phrase] = [], nodeTimes: [Int32]
  ) {
    self.terms = terms
    self.facilities = facilities
    self.people = people
    self.coverage = coverage
    self.resilience = resilience
    self.subdistricts = subdistricts
    self.problems = problems
    self.homeProblems = homeProblems
    self.nodeTimes = nodeTimes
  }

  /// How many points with people are not joined to the network, and how many live there; nil for
  /// none.
  public var lostHomes: Phrase? {
    let lost = people.filter { $0.joint == nil && $0.place.people > 0 }
    guard !lost.isEmpty else { return nil }
    let count = Int(lost.reduce(0) { $0 + $1.place.people }.rounded())
    return Phrase(
      "\(lost.count) 个人口点（\(count) 人）离路网太远，按未覆盖计",
      "\(lost.count) points (\(count) people) lie too far from the roads and count as left out")
  }

  /// A place and where it meets the network.
  public struct Facility: Sendable {
    /// The place as it was given.
    public let place: Place
    /// Nil where no road is within reach.
    public let joint: Joint?
    /// People for whom it is the nearest, within the limit.
    public let served: Double
    /// People within the limit of it, whatever is nearer; nil where that was too much to look at.
    public let inReach: Double?

    /// Takes every field as it is; nothing is checked.
    public init(place: Place, joint: Joint?, served: Double, inReach: Double?) {
      self.place = place
      self.joint = joint
      self.served = served
      self.inReach = inReach
    }
  }

  /// A point where people live.
  public struct Inhabited: Sendable {
    /// The point as it was given, with how many live there.
    public let place: Place
    /// Where it meets the network; nil where no road is within reach.
    public let joint: Joint?
    /// Tenths of a second to the nearest facility; nil beyond the limit or without a way.
    public let time: Int?
    /// Index of the nearest facility.
    public let nearest: Int?
    /// The same for the nearest other one.
    public let secondTime: Int?
    /// Index of that other one.
    public let second: Int?
    /// Places (beds) for 1,000 people that are in reach, shared with all who reach them (E2SFCA);
    /// nil where no facility tells its capacity.
    public let supply: Double?

    /// Takes every field as it is; nothing is checked.
    public init(
      place: Place, joint: Joint?, time: Int?, nearest: Int?, secondTime: Int?, second: Int?,
      supply: Double?
    ) {
      self.place = place
      self.joint = joint
      self.time = time
      self.nearest = nearest
      self.secondTime = secondTime
      self.second = second
      self.supply = supply
    }
  }

  /// Where a point meets the network: a place on the road between two nodes, in the direction in
  /// which times are searched.
  public struct Joint: Sendable, Equatable {
    /// The node that the road leaves.
    public let tail: Int
    /// The node that it leads to.
    public let head: Int
    /// 0 at the tail to 1 at the head.
    public let fraction: Double
    /// Tenths of a second of the whole road from the tail to the head; nil where nobody may go so.
    public let forwards: Int?
    /// The same from the head to the tail.
    public let backwards: Int?
    /// Metres from the point to the road.
    public let metres: Double
    /// Tenths of a second from the point to the road, on foot.
    public let delay: Int

    /// Takes every field as it is; nothing is checked.
    public init(
      tail: Int, head: Int, fraction: Double, forwards: Int?, backwards: Int?, metres: Double,
      delay: Int
    ) {
      self.tail = tail
      self.head = head
      self.fraction = fraction
      self.forwards = forwards
      self.backwards = backwards
      self.metres = metres
      self.delay = delay
    }

    /// The end that is nearer.
    public var node: Int { fraction < 0.5 ? tail : head }
  }
}

/// A circle with what is needed to show it: the roads it was computed on, and sites that would close
/// its gaps.
public struct CircleReport: Sendable {
  /// What is reached, as its readers call it.
  public var title: Phrase
  /// Who reaches what.
  public var circle: Circle
  /// The network that was travelled on.
  public var roads: RoadFacts
  /// The lines of the map, in the order in which they are drawn.
  public var drawing: [RoadStroke]
  /// Sites that would close its gaps; nil where none were asked for.
  public var siting: SitingReport?

  /// Takes every field as it is; nothing is checked.
  public init(
    title: Phrase, circle: Circle, roads: RoadFacts, drawing: [RoadStroke],
    siting: SitingReport? = nil
  ) {
    self.title = title
    self.circle = circle
    self.roads = roads
    self.drawing = drawing
    self.siting = siting
  }
}

/// The network that was travelled on.
public struct RoadFacts: Sendable, Equatable {
  /// Places where roads meet or end.
  public var nodes: Int
  /// Directed edges that the means of travel may use.
  public var edges: Int
  /// Roads that end at the map's border.
  public var cutRoads: Int
  /// Nodes of each part that no road joins to the others, the largest first.
  public var islands: [Int]

  /// Takes every field as it is; nothing is checked.
  public init(nodes: Int, edges: Int, cutRoads: Int, islands: [Int]) {
    self.nodes = nodes
    self.edges = edges
    self.cutRoads = cutRoads
    self.islands = islands
  }

  /// The facts as one sentence beside the map.
  public var phrase: Phrase {
    let rest = islands.dropFirst().reduce(0, +)
    return Phrase(
      "路网 \(nodes) 个结点、\(edges) 条有向路段；\(cutRoads) 条路在地图边界处截断；除主路网外有 \(max(0, islands.count - 1)) 片互不相连的道路，共 \(rest) 个结点",
      "network of \(nodes) nodes and \(edges) directed edges; \(cutRoads) roads are cut at the map's border; "
        + "\(max(0, islands.count - 1)) parts of \(rest) nodes are not joined to the main one")
  }
}

/// A line of the map: roads of one importance that are reached within the same minute.
public struct RoadStroke: Sendable, Equatable {
  /// The line, from end to end.
  public var points: [Coordinate]
  /// 0 for the first fifth of the limit to 4 for the last; nil for what is not reached.
  public var band: Int?
  /// Whole minutes within which all of it is reached; nil beyond the limit.
  public var minute: Int?
  /// Whether it is a main road, which stays when the map is small.
  public var isMajor: Bool

  /// Takes every field as it is; nothing is checked.
  public init(points: [Coordinate], band: Int?, minute: Int?, isMajor: Bool) {
    self.points = points
    self.band = band
    self.minute = minute
    self.isMajor = isMajor
  }
}

/// Sites that were chosen for the next places.
public struct SitingReport: Sendable {
  /// What was made best: people within the limit, mean minutes, or children with a place.
  public var goal: Phrase
  /// The sites in the order in which they help most.
  public var steps: [Step]
  /// People within the limit (cover), the mean minutes (median), or children with a place before.
  public var before: Double
  /// What `before` and the steps' values count: people, minutes, children.
  public var unit: Phrase
  /// How far the result may be from the best, 0...1; nil where no solver was asked.
  public var gap: Double?
  /// True where the solver proved that nothing is better.
  public var isProven: Bool
  /// The program that was asked for the bound; nil where none was.
  public var solver: String?
  /// How many sites there were to choose from.
  public var candidates: Int

  /// One site that is chosen next.
  public struct Step: Sendable {
    /// The chosen site.
    public var place: Place
    /// The goal's value with it and all before it, in `unit`.
    public var value: Double

    /// Takes every field as it is; nothing is checked.
    public init(place: Place, value: Double) {
      self.place = place
      self.value = value
    }
  }

  /// Takes every field as it is; nothing is checked.
  public init(
    goal: Phrase, steps: [Step], before: Double, unit: Phrase, gap: Double? = nil,
    isProven: Bool = false, solver: String? = nil, candidates: Int
  ) {
    self.goal = goal
    self.steps = steps
    self.before = before
    self.unit = unit
    self.gap = gap
    self.isProven = isProven
    self.solver = solver
    self.candidates = candidates
  }
}
