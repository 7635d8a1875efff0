import Domain
import Testing

@testable import Accessibility

/// Who reaches what in time, on a town of streets, and what does not fit.
@Suite struct CircleTests {
  @Test func minutesAreWalkedAlongTheStreets() throws {
    let maker = try Sample.maker(Sample.town(10), minutes: 5)
    let people = [
      Sample.place(0, 0, people: 10, in: "甲街道"), Sample.place(3, 0, people: 20, in: "甲街道"),
      Sample.place(9, 9, people: 30, in: "乙街道"),
    ]
    let circle = try maker.circle([Sample.place(0, 0)], people)
    // Three blocks of 89.27 m at 4.5 km/h are 214 s.
    #expect(circle.people[0].time == 0)
    #expect(abs((circle.people[1].time ?? 0) - 2_142) <= 3)
    #expect(circle.people[2].time == nil)
    #expect(circle.coverage.within == [10, 10, 10, 10, 30, 30] && circle.coverage.leftOut == 30)
    #expect(circle.subdistricts.map(\.name) == ["乙街道", "甲街道"])
    #expect(circle.facilities[0].served == 30 && circle.resilience.within.last == 0)
  }

  @Test func thePatientAndTheAmbulanceTakeDifferentWaysInOneWayStreets() throws {
    let map = try RoadMap([
      RoadLine(
        points: [Sample.point(0, 0), Sample.point(5, 0)], road: Road("residential", backwards: [])),
      RoadLine(
        points: [Sample.point(5, 0), Sample.point(5, 5), Sample.point(0, 5), Sample.point(0, 0)],
        road: Road("residential", backwards: [])),
    ])
    let (hospital, home) = ([Sample.place(0, 0)], [Sample.place(5, 0, people: 1)])
    let there = try Sample.maker(map, .drive, minutes: 30, towards: .place).circle(hospital, home)
    let back = try Sample.maker(map, .drive, minutes: 30, towards: .person).circle(hospital, home)
    #expect(try #require(there.people[0].time) > 3 * #require(back.people[0].time))
  }

  @Test func theWayFromTheDoorToTheRoadTakesTime() throws {
    let maker = try Sample.maker(Sample.town(5))
    let circle = try maker.circle([Sample.place(-1, 0)], [Sample.place(0, 0, people: 1)])
    // 89.27 m on foot.
    #expect(abs((circle.people[0].time ?? 0) - 714) <= 2)
  }

  @Test(arguments: 0..<10) func moreFacilitiesAreNeverWorseAndSharesStayWithinOne(_ seed: Int)
    throws
  {
    var random = SeededRandom(seed)
    let maker = try Sample.maker(Sample.town(12, oneWay: true), .drive, minutes: 3)
    func place(_ people: Double) -> Place {
      Sample.place(
        .random(in: 0...12, using: &random), .random(in: 0...12, using: &random), people: people)
    }
    let people = (0..<30).map { _ in place(.random(in: 0...9, using: &random)) }
    let places = (0..<4).map { _ in place(1) }
    let few = try maker.circle(Array(places.prefix(2)), people)
    let many = try maker.circle(places, people)
    for (one, other) in zip(few.people, many.people) {
      #expect((other.time ?? .max) <= (one.time ?? .max))
    }
    for minute in 0...3 {
      #expect((0...1).contains(many.coverage.share(minute)))
      #expect(many.coverage.share(minute) >= few.coverage.share(minute) - 1e-9)
    }
    #expect(many.resilience.share(3) <= many.coverage.share(3))
    #expect(
      abs(many.facilities.reduce(0) { $0 + $1.served } - (many.coverage.within.last ?? 0)) < 1e-6)
  }

  /// Whatever the minute, the roads drawn as reached are those whose ends both are.
  @Test(arguments: [TravelMode.walk, .drive], [3, 5, 12])
  func roadsAreDrawnWithTheMinuteThatReachesThem(_ mode: TravelMode, _ limit: Int) throws {
    let map = try Sample.town(16)
    let maker = try Sample.maker(map, mode, minutes: limit)
    let circle = try maker.circle([Sample.place(2.5, 3)], [Sample.place(8, 8)])
    let strokes = maker.drawing(circle)
    let times = Dictionary(zip(map.nodes, circle.nodeTimes)) { $1 }
    #expect(strokes.reduce(0) { $0 + $1.points.count - 1 } == 2 * 16 * 17)
    for stroke in strokes {
      for (one, other) in zip(stroke.points, stroke.points.dropFirst()) {
        let time = Int(max(try #require(times[one]), try #require(times[other])))
        #expect(stroke.minute == (time <= limit * 600 ? Coverage.minute(time) : nil))
      }
      #expect((stroke.band == nil) == (stroke.minute == nil))
    }
    #expect(Set(strokes.compactMap(\.minute)).isSubset(of: 0...limit))
  }

  @Test func whereEverybodyLooksFewPeopleAreNotToldApart() throws {
    let maker = try Sample.maker(Sample.town(16), minutes: 5)
    var random = SeededRandom(4)
    // Persons one by one, a few hundred of them in one corner, a handful in the other.
    let crowd = (0..<300).map { _ in
      Sample.place(.random(in: 0...4, using: &random), .random(in: 0...4, using: &random))
    }
    let few = (0..<9).map { Sample.place(14 + Double($0) / 10, 14) }
    let circle = try maker.circle([Sample.place(0, 0)], crowd + few)
    let cells = circle.cells
    #expect(cells.allSatisfy { $0.people >= Circle.fewest })
    #expect(cells.reduce(0) { $0 + $1.people } > 250)
    #expect(!cells.contains { $0.point.latitude > Sample.point(0, 10).latitude })
    #expect(cells.contains { $0.minute == nil } && cells.contains { $0.minute == 3 })
    // The place is no finer than about 100 m.
    for cell in cells {
      let thousandths = cell.point.longitude * 1000
      #expect(abs(thousandths - thousandths.rounded()) < 1e-6)
    }
    // One more in the corner, and they are ten.
    let ten = try maker.circle([Sample.place(0, 0)], crowd + few + [Sample.place(14, 14)])
    #expect(ten.cells.count == cells.count + 1)
  }

  @Test func capacityIsSharedWithAllWhoReachIt() throws {
    let maker = try Sample.maker(Sample.town(10), minutes: 30)
    var school = Sample.place(0, 0)
    school.capacity = 100
    let circle = try maker.circle(
      [school], [Sample.place(0, 0, people: 500), Sample.place(1, 0, people: 500)])
    // Both live in the first band: 100 places for 1,000 people.
    #expect(circle.people.map { ($0.supply ?? 0).rounded() } == [100, 100])
    // Whatever the bands, people times places add up to the places.
    let far = try maker.circle(
      [school], [Sample.place(0, 0, people: 300), Sample.place(10, 10, people: 700)])
    let sum = far.people.reduce(0) { $0 + ($1.supply ?? 0) * $1.place.people / 1000 }
    #expect(abs(sum - 100) < 1e-6 && far.people[0].supply! > far.people[1].supply!)
  }

  // MARK: What does not fit

  @Test func aPointFarFromTheRoadIsListedAndNotSnapped() throws {
    let maker = try Sample.maker(Sample.town(5), reach: 100)
    let circle = try maker.circle(
      [Sample.place(0, 0), Sample.place(-4, 0)],
      [Sample.place(1, 0, people: 5), Sample.place(9, 0, people: 5)])
    #expect(circle.facilities[1].joint == nil && circle.people[1].joint == nil)
    #expect(circle.problems.count == 1 && circle.homeProblems.count == 1)
    #expect(circle.coverage.leftOut == 5 && circle.lostHomes != nil)
  }

  @Test func nobodyAndNothingAreFaults() throws {
    let maker = try Sample.maker(Sample.town(5))
    #expect(throws: AccessibilityFault.noPlaces) {
      try maker.circle([], [Sample.place(0, 0, people: 1)])
    }
    #expect(throws: AccessibilityFault.nobody) {
      try maker.circle([Sample.place(0, 0)], [Sample.place(0, 0, people: 0)])
    }
  }

  @Test func pointsOfAnotherContinentAndExchangedOnesAreFaults() throws {
    let maker = try Sample.maker(Sample.town(5))
    let home = [Sample.place(0, 0, people: 1)]
    let abroad = Place(key: "a", point: Coordinate(longitude: 1.5, latitude: 42.5))
    let swapped = Place(key: "b", point: Coordinate(longitude: 36.6, latitude: 87))
    #expect { try maker.circle([abroad], home) } throws: {
      ($0 as? AccessibilityFault)?.code == .elsewhere
    }
    let north = try Sample.maker(
      RoadMap([
        RoadLine(
          points: [
            Coordinate(longitude: 80, latitude: 40), Coordinate(longitude: 80.01, latitude: 40),
          ], road: Road("residential"))
      ]))
    let exchanged = Place(key: "c", point: Coordinate(longitude: 40, latitude: 80))
    #expect { try north.circle([exchanged], home) } throws: {
      ($0 as? AccessibilityFault)?.code == .swappedCoordinates
    }
    #expect { try maker.circle([swapped], home) } throws: {
      ($0 as? AccessibilityFault)?.code == .elsewhere
    }
  }

  @Test func facilitiesOnAnIslandAreAFault() throws {
    let island = [
      RoadLine(points: [Sample.point(30, 0), Sample.point(31, 0)], road: Road("residential"))
    ]
    var lines = island
    for number in 0...19 {
      lines.append(
        RoadLine(
          points: (0...19).map { Sample.point(Double($0), Double(number)) },
          road: Road("residential")))
      lines.append(
        RoadLine(
          points: (0...19).map { Sample.point(Double(number), Double($0)) },
          road: Road("residential")))
    }
    // Twenty-five more nodes on the island, so that it is no fragment.
    lines.append(
      RoadLine(
        points: (0..<25).map { Sample.point(31, Double($0) / 20) }, road: Road("residential")))
    let maker = try Sample.maker(RoadMap(lines))
    let homes = [Sample.place(0, 0, people: 1)]
    #expect(maker.islands.sizes.count == 2)
    let both = try maker.circle([Sample.place(0, 0), Sample.place(31, 0.5)], homes)
    #expect(both.problems.count == 1)
    #expect(throws: AccessibilityFault.island(count: 1, nodes: 26)) {
      try maker.circle([Sample.place(31, 0.5)], homes)
    }
  }

  @Test(arguments: [Datum.gcj02, .bd09]) func shiftedCoordinatesAreSeenAndConvertedWhenTold(
    _ datum: Datum
  ) throws {
    var random = SeededRandom(5)
    // Blocks of 450 by 555 m: a shifted point lies far from the roads.
    let lines = (0...8).flatMap { number -> [RoadLine] in
      let step = (0...400).map { Double($0) / 10 }
      return [
        RoadLine(
          points: step.map { Sample.point($0, Double(number * 5)) }, road: Road("residential")),
        RoadLine(
          points: step.map { Sample.point(Double(number * 5), $0) }, road: Road("residential")),
      ]
    }
    let maker = try Sample.maker(RoadMap(lines), minutes: 30, reach: 1_000)
    let right = (0..<20).map { number -> Place in
      let along = Double.random(in: 10...30, using: &random)
      return Place(
        key: "\(number)",
        point: number % 2 == 0
          ? Sample.point(along, Double(2 + number % 5) * 5)
          : Sample.point(Double(2 + number % 5) * 5, along))
    }
    let shifted = right.map { place in
      Place(key: place.key, point: datum.fromWGS84(place.point))
    }
    let homes = [Sample.place(20, 20, people: 1)]
    #expect { try maker.circle(shifted, homes, checksDatum: true) } throws: { fault in
      guard case .shifted(_, datum, _, _)? = fault as? AccessibilityFault else { return false }
      return true
    }
    #expect(throws: Never.self) { try maker.circle(right, homes, checksDatum: true) }
    // The cells of a grid, wherever it lies, show nothing.
    let cells = (0..<100).map { number in
      Place(
        key: "\(number)",
        point: Sample.point(Double(number % 10) * 4 + 1.7, Double(number / 10) * 4 + 2.1), people: 1
      )
    }
    #expect(throws: Never.self) { try maker.circle(right, cells, checksDatum: true) }
    let told = shifted.map { Place(key: $0.key, point: datum.toWGS84($0.point)) }
    for (one, other) in zip(told, right) { #expect(one.point.metres(to: other.point) < 0.01) }
  }

  /// In a dense town a shifted point is seldom far from some road: many points show it together.
  @Test(arguments: 0..<8) func manyHomesShowAShiftInADenseTown(_ seed: Int) throws {
    var random = SeededRandom(seed)
    let lines = (0...20).flatMap { number -> [RoadLine] in
      let step = (0...20).map { Double($0) * 2.5 }
      return [
        RoadLine(
          points: step.map { Sample.point($0, Double(number) * 2.5) }, road: Road("residential")),
        RoadLine(
          points: step.map { Sample.point(Double(number) * 2.5, $0) }, road: Road("residential")),
      ]
    }
    let maker = try Sample.maker(RoadMap(lines), minutes: 30)
    let homes = (0..<200).map { number -> Place in
      let (along, street) = (
        Double.random(in: 10...40, using: &random), Double.random(in: 4...16, using: &random)
      )
      let beside = street.rounded() * 2.5 + 0.3
      return Place(
        key: "\(number)",
        point: number % 2 == 0 ? Sample.point(along, beside) : Sample.point(beside, along),
        people: 3)
    }
    #expect(throws: Never.self) { try maker.circle([homes[0]], homes, checksDatum: true) }
    let shifted = homes.map { home in
      Place(key: home.key, point: Datum.gcj02.fromWGS84(home.point), people: 3)
    }
    #expect { try maker.circle([homes[0]], shifted, checksDatum: true) } throws: {
      ($0 as? AccessibilityFault)?.code == .shiftedCoordinates
    }
    // People who live anywhere between the roads show nothing.
    let anywhere = (0..<200).map { number in
      Place(
        key: "\(number)",
        point: Sample.point(
          .random(in: 5...45, using: &random), .random(in: 5...45, using: &random)), people: 3)
    }
    #expect(throws: Never.self) { try maker.circle([homes[0]], anywhere, checksDatum: true) }
  }

  @Test func theShiftIsTheKnownOne() {
    // 天安门: published by the maps as 116.403874, 39.914885 in BD-09.
    let point = Coordinate(longitude: 116.391, latitude: 39.9074)
    let there = Datum.gcj02.fromWGS84(point)
    #expect((450...650).contains(point.metres(to: there)))
    #expect(Datum.gcj02.toWGS84(there).metres(to: point) < 0.01)
    let abroad = Coordinate(longitude: 1.5, latitude: 42.5)
    #expect(Datum.gcj02.toWGS84(abroad) == abroad)
    #expect(Datum(named: "gcj02") == .gcj02 && Datum(named: "百度") == nil)
  }

  // MARK: Rows

  @Test(arguments: [
    #"{"features":[{"properties":{"人口":"5"},"geometry":null}]}"#,
    #"{"features":[{"properties":{},"geometry":{"type":"Point","coordinates":[117,36]}}]}"#,
    #"{"features":[{"properties":{"人口":"-5"},"geometry":{"type":"Point","coordinates":[117,36]}}]}"#,
    #"{"features":[{"properties":{"人口":5},"geometry":{"type":"Point","coordinates":[36,117]}}]}"#,
  ])
  func aRowThatIsNoHomeIsAFaultWithItsPlace(_ text: String) throws {
    let rows = try FeatureRows(geoJSON: Array(text.utf8), file: "people.geojson")
    #expect { try rows.places(.people) } throws: { fault in
      (fault as? AccessibilityFault)?.place == FaultPlace(file: "people.geojson", line: 1)
    }
  }

  @Test func aByteOrderMarkInFrontIsPassedOver() throws {
    let text =
      #"{"features":[{"properties":{"人口":7},"geometry":{"type":"Point","coordinates":[117,36]}}]}"#
    let bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    #expect(FeatureRows.isGeoJSON(bytes))
    #expect(try FeatureRows(geoJSON: bytes, file: "p").places(.people).count == 1)
  }

  @Test func aPolygonStandsForItsMiddle() throws {
    let text = #"""
      {"features":[{"properties":{"人口":7,"街道":"甲"},"geometry":{"type":"Polygon","coordinates":[[[117,36],[117.2,36],[117.2,36.2],[117,36.2],[117,36]]]}}]}
      """#
    let place = try FeatureRows(geoJSON: Array(text.utf8), file: "p").places(.people)[0]
    #expect(abs(place.point.longitude - 117.1) < 1e-9 && place.people == 7)
    #expect(place.subdistrict == "甲")
  }

  @Test(arguments: 0..<20) func theRoadThatIsFoundIsTheNearest(_ seed: Int) throws {
    var random = SeededRandom(seed)
    let network = try Sample.town(9).network(.walk, speeds: .builtIn())
    let index = try #require(RoadIndex(network, islands: network.islands))
    for _ in 0..<20 {
      let point = Sample.point(
        .random(in: -6...16, using: &random), .random(in: -6...16, using: &random))
      let found = try #require(index.nearest(to: point))
      // Streets lie on whole numbers: by hand, over a hundred points of each.
      var least = Double.infinity
      for street in 0...9 {
        for step in 0...900 {
          let along = Double(step) / 100
          least = min(
            least, Sample.point(along, Double(street)).metres(to: point),
            Sample.point(Double(street), along).metres(to: point))
        }
      }
      #expect(abs(found.metres - least) < 1)
    }
  }

  @Test func aHouseInTheMiddleOfALongRoadIsJoinedThere() throws {
    // One road of 893 m: the hospital at a quarter, homes at the middle and at an eighth.
    let road = [Sample.point(0, 0), Sample.point(10, 0)]
    let both = try RoadMap([RoadLine(points: road, road: Road("residential"))])
    let hospital = [Sample.place(2.5, 0)]
    let homes = [Sample.place(5, 0, people: 1), Sample.place(1.25, 0, people: 1)]
    let walked = try Sample.maker(both, minutes: 30).circle(hospital, homes)
    #expect(walked.people.allSatisfy { ($0.joint?.metres ?? 9) < 0.1 })
    #expect(abs((walked.people[0].time ?? 0) - 1_785) <= 2)
    #expect(abs((walked.people[1].time ?? 0) - 893) <= 2)
    // One way: the ambulance gets to the house ahead, not to the one behind.
    let oneWay = try RoadMap([
      RoadLine(points: road, road: Road("residential", backwards: .walk))
    ])
    let ambulance = try Sample.maker(oneWay, .ambulance, minutes: 30).circle(hospital, homes)
    #expect(ambulance.people[0].time != nil && ambulance.people[1].time == nil)
    // And the patient the other way round.
    let patient = try Sample.maker(oneWay, .drive, minutes: 30).circle(hospital, homes)
    #expect(patient.people[0].time == nil && patient.people[1].time != nil)
  }

  /// A road cut into many pieces is the same road.
  @Test(arguments: 0..<10) func moreNodesOnARoadChangeNothing(_ seed: Int) throws {
    var random = SeededRandom(seed)
    let oneWay = seed % 2 == 0
    func town(_ step: Double) throws -> RoadMap {
      let places = stride(from: 0.0, through: 8, by: step).map { $0 }
      return try RoadMap(
        stride(from: 0.0, through: 8, by: 4).flatMap { number -> [RoadLine] in
          let road = Road("residential", backwards: oneWay && number == 4 ? .walk : .all)
          return [
            RoadLine(points: places.map { Sample.point($0, number) }, road: road),
            RoadLine(points: places.map { Sample.point(number, $0) }, road: Road("residential")),
          ]
        })
    }
    func place() -> Place {
      Sample.place(
        .random(in: 0...8, using: &random), .random(in: 0...8, using: &random), people: 1)
    }
    let (places, homes) = ((0..<3).map { _ in place() }, (0..<12).map { _ in place() })
    for mode in [TravelMode.walk, .drive] {
      let coarse = try Sample.maker(town(4), mode, minutes: 60).circle(places, homes)
      let fine = try Sample.maker(town(0.5), mode, minutes: 60).circle(places, homes)
      for (one, other) in zip(coarse.people, fine.people) {
        // Each piece is rounded to a tenth of a second.
        #expect(abs((one.time ?? -999) - (other.time ?? -999)) <= 30)
        #expect(abs((one.secondTime ?? -999) - (other.secondTime ?? -999)) <= 30)
      }
    }
  }
}
