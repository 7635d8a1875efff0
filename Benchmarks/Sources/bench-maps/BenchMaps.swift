import Accessibility
import Domain
import Foundation

/// Measures reading of maps, travel times and siting, and prints `name=value` lines.
///
///     bench-maps map MAP FOLDER    a map: read, saved, opened, searched; graph and times to FOLDER
///     bench-maps make NODES FILE   saves a generated city
///     bench-maps city FILE         opens it and finds who reaches one of 20 places
///     bench-maps siting            2,000 points, 200 candidates, 10 sites
@main
enum BenchMaps {
  static func main() throws {
    let arguments = CommandLine.arguments
    switch (arguments.dropFirst().first, arguments.count) {
    case ("map", 4): try measureMap(arguments[2], arguments[3])
    case ("make", 4): try makeCity(Int(arguments[2]) ?? 10_000, arguments[3])
    case ("city", 3): try measureCity(arguments[2])
    case ("siting", 2): measureSiting()
    default: throw Wrong.usage
    }
  }

  enum Wrong: Error { case usage }

  static let limit = 18_000

  // MARK: A real map

  static func measureMap(_ path: String, _ folder: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    let map = try fastest("pbf_ms", 10) { try RoadMap(openStreetMap: bytes) }
    let saved = map.saved
    try Data(saved).write(to: URL(fileURLWithPath: folder + "/saved"))
    _ = try fastest("open_ms", 50) { try RoadMap(saved: saved) }
    let speeds = try Speeds.builtIn()
    try write(map.nodes.flatMap { [$0.longitude, $0.latitude] }, folder + "/nodes")
    for mode in TravelMode.allCases {
      let network = try fastest("network_\(mode)_ms", 10) {
        try map.network(mode, speeds: speeds)
      }
      let places = (0..<20).map { $0 * network.nodes.count / 20 }
      let found = fastest("nearest_\(mode)_ms", 50) {
        NearestSearch(network).nearest(places, within: limit)
      }
      try write(network.starts, folder + "/\(mode)-starts")
      try write(network.heads, folder + "/\(mode)-heads")
      try write(network.times, folder + "/\(mode)-times")
      try write(found.times, folder + "/\(mode)-found")
    }
    print("nodes=\(map.nodes.count)")
  }

  // MARK: A generated city

  /// Square blocks of 120 m; every eighth street is a main one, every third a one-way street.
  static func makeCity(_ nodes: Int, _ path: String) throws {
    let side = Int(Double(nodes).squareRoot().rounded())
    func point(_ x: Int, _ y: Int) -> Coordinate {
      Coordinate(longitude: 116 + Double(x) * 0.00134, latitude: 36 + Double(y) * 0.00108)
    }
    func road(_ number: Int) -> Road {
      Road(
        number % 8 == 0 ? "secondary" : "residential",
        backwards: number % 3 == 1 ? .walk : .all)
    }
    let lines = (0..<side).flatMap { number -> [RoadLine] in
      [
        RoadLine(points: (0..<side).map { point($0, number) }, road: road(number)),
        RoadLine(points: (0..<side).map { point(number, $0) }, road: road(number)),
      ]
    }
    try Data(RoadMap(lines).saved).write(to: URL(fileURLWithPath: path))
  }

  /// Coverage of 20,000 points by 20 places, driving 30 minutes.
  static func measureCity(_ path: String) throws {
    let maker = try {
      let map = try RoadMap(saved: [UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
      return try CircleMaker(
        map, speeds: .builtIn(), terms: TravelTerms(mode: .drive, minutes: 30))
    }()
    let nodes = maker.map.nodes
    func places(_ count: Int, _ people: Double) -> [Place] {
      (0..<count).map { number in
        var point = nodes[(number * 7_919 + 13) * (nodes.count / count) % nodes.count]
        point.longitude += 0.0002
        return Place(key: "\(number)", point: point, people: people)
      }
    }
    let (facilities, people) = (places(20, 1), places(20_000, 50))
    let circle = try fastest("city_coverage_ms", 5) { try maker.circle(facilities, people) }
    _ = fastest("city_nearest_ms", 5) {
      NearestSearch(maker.network)
        .nearest((0..<20).map { $0 * nodes.count / 20 }, within: limit).times.count
    }
    print("city_nodes=\(nodes.count)")
    print("city_share=\(circle.coverage.share(30))")
    print("city_peak_mb=\(try peakMemory())")
  }

  // MARK: Siting

  static func measureSiting() {
    var state: UInt64 = 7
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    let homes = (0..<2_000).map { _ in (next(), next()) }
    let people = homes.map { _ in 10 + 500 * next() }
    let sites = (0..<200).map { _ in (next(), next()) }
    let times = sites.map { site in
      homes.map { home -> Int32 in
        let (x, y) = (home.0 - site.0, home.1 - site.1)
        return Int32((x * x + y * y).squareRoot() * 60_000)
      }
    }
    for goal in SitingProblem.Goal.allCases {
      let problem = SitingProblem(
        goal: goal, people: people,
        existing: [Int32](repeating: NearestSearch.unreached, count: homes.count),
        candidates: times, limit: 6_000, count: 10)
      let siting = fastest("siting_\(goal)_ms", 10) { problem.greedy() }
      print("siting_\(goal)_value=\(siting.value)")
      if goal == .cover, let solver = Solver.find(), let best = try? solver.solve(problem) {
        print("siting_cover_best=\(best.value)")
      }
    }
  }

  // MARK: Measuring

  static func fastest<Value>(_ name: String, _ passes: Int, _ work: () throws -> Value) rethrows
    -> Value
  {
    var best = Double.infinity
    var value: Value?
    for _ in 0..<passes {
      let start = DispatchTime.now().uptimeNanoseconds
      value = try work()
      best = min(best, Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
    }
    print("\(name)=\(best)")
    if let value { return value }
    return try work()
  }

  private static func write<Number: BitwiseCopyable>(_ numbers: [Number], _ path: String) throws {
    let data = numbers.withUnsafeBytes { Data($0) }
    try data.write(to: URL(fileURLWithPath: path))
  }

  /// The most memory that the process ever held, in MB.
  private static func peakMemory() throws -> Double {
    let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
    let number = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Double($0) }
    return (number ?? 0) * 1024 / 1e6
  }
}
