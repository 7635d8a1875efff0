import Foundation
import Testing

/// Who reaches what in how many minutes, from files.
@Suite("Circles of minutes from the command line")
struct CircleCommandTests {
  /// Two streets of 1.8 km that cross, and a one-way street back.
  private static let roads = """
    类别,单行,线形
    residential,,117.000 36.600; 117.010 36.600; 117.020 36.600
    residential,,"LINESTRING (117.010 36.590, 117.010 36.600, 117.010 36.610)"
    secondary,是,117.020 36.600; 117.010 36.610
    """
  private static let people = """
    编号,街道,人口,经度,纬度
    A,东街道,100,117.0201,36.6
    B,西街道,300,117.0001,36.6
    C,西街道,50,117.0001,36.7
    """
  private static let places = """
    编号,名称,类别,坐标
    1,示例医院,医院,"117.0101,36.6"
    2,示例诊所,诊所,"示例路1号(117.0001,36.6001)"
    """

  private func circle(
    _ options: [String], roads: String = roads, people: String = people, places: String = places
  ) throws -> Command {
    let folder = try Folder()
    return try Command.run(
      [
        "circle", folder.file("places.csv", places), "--network", folder.file("roads.csv", roads),
        "--population", folder.file("people.csv", people),
      ] + options)
  }

  private struct Answer: Decodable {
    var people: Double
    var covered: Double
    var share: Double
    var problems: [[String: String]]
    var siting: Siting?

    struct Siting: Decodable {
      var proven: Bool
      var sites: [Site]
    }
    struct Site: Decodable { var key: String }
  }

  private func answer(_ options: [String], places: String = places) throws -> Answer {
    let command = try circle(options + ["--format", "json"], places: places)
    #expect(command.status == 0, "\(command.errors)")
    return try JSONDecoder().decode(Answer.self, from: Data(command.output.utf8))
  }

  @Test("a share of people, those left out, and what lies too far from a road")
  func shares() throws {
    // 895 m are 11.9 minutes on foot.
    let ten = try answer(["--where", "类别=医院", "--minutes", "10"])
    #expect(ten.people == 450 && ten.covered == 0)
    let fifteen = try answer(["--where", "类别=医院", "--minutes", "15"])
    #expect(fifteen.covered == 400 && fifteen.problems.count == 1)
    let both = try answer(["--minutes", "10"])
    #expect(both.covered == 300)
  }

  @Test("the table names subdistricts and terms in both languages")
  func table() throws {
    let chinese = try circle(["--minutes", "10"])
    #expect(chinese.output.contains("东街道") && chinese.output.contains("口径：步行 10 分钟"))
    let english = try circle(["--minutes", "10", "--mode", "drive", "--hour", "8", "--lang", "en"])
    #expect(english.output.contains("driving") && english.output.contains("8:00"))
  }

  @Test("every form can be written", arguments: ["csv", "geojson", "svg", "html", "xlsx"])
  func forms(_ format: String) throws {
    let folder = try Folder()
    let out = folder.path + "/out.\(format)"
    let command = try circle(["--format", format, "--out", out])
    #expect(command.status == 0, "\(command.errors)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: out))
    #expect(bytes.count > 200)
    if format == "geojson" {
      let object = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
      #expect((object?["features"] as? [Any])?.count ?? 0 > 5)
    }
  }

  @Test(
    "whoever lives beside the roads is in the picture, and who lives far off does not shrink it")
  func picture() throws {
    let people = """
      编号,人口,经度,纬度
      A,10,117.0201,36.6
      B,10,117.0235,36.6
      C,10,117.09,36.6
      """
    let svg = try circle(["--format", "svg", "--minutes", "5"], people: people).output
    func numbers(_ pattern: String) throws -> [Double] {
      let expression = try NSRegularExpression(pattern: pattern)
      return expression.matches(in: svg, range: NSRange(svg.startIndex..., in: svg)).compactMap {
        Range($0.range(at: 1), in: svg).flatMap { Double(svg[$0]) }
      }
    }
    let homes = try numbers(#"class="gap" cx="([-0-9.]+)""#)
    #expect(homes.count == 3)
    #expect(
      homes.sorted().prefix(2).allSatisfy { (0...960).contains($0) } && homes.contains { $0 > 960 })
    // The roads fill most of its width.
    #expect(try #require(numbers(#"[ML]([-0-9.]+) "#).max()) > 700)
  }

  @Test("the next site is told with its proof")
  func siting() throws {
    let options = ["--where", "类别=诊所", "--minutes", "10", "--add", "1"]
    let greedy = try answer(options)
    #expect(greedy.siting?.sites.count == 1 && greedy.siting?.proven == false)
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/cbc") else {
      print("skipped: cbc is not installed")
      return
    }
    #expect(try answer(options + ["--prove"]).siting?.proven == true)
  }

  @Test("a map is saved, opened and declared once")
  func saved() throws {
    let folder = try Folder()
    let (saved, ledger) = (folder.path + "/saved", folder.path + "/l.ledger")
    let roads = try folder.file("roads.csv", Self.roads)
    #expect(try Command.run(["roads", "show", roads, "--out", saved]).status == 0)
    let places = try folder.file("places.csv", Self.places)
    let people = try folder.file("people.csv", Self.people)
    func circle(_ map: String) throws -> Command {
      try Command.run(["circle", places, "--network", map, "--population", people])
    }
    #expect(try circle(saved).output == circle(roads).output)
    let declare = ["roads", "declare", "路网", saved, "--ledger", ledger, "--actor", "办公室"]
    #expect(try Command.run(declare).output.contains("1"))
    #expect(try Command.run(declare).output.contains("0"))
    let list = try Command.run(["roads", "list", "--ledger", ledger])
    #expect(list.output.contains("路网"))
    #expect(try Command.run(["verify", "--ledger", ledger]).status == 0)
  }

  @Test(
    "what does not fit is a fault with its place, and nothing is written",
    arguments: [
      ("places", "编号,经度,纬度\n1,36.6,117.01", "A105"),
      ("places", "编号,经度,纬度\n1,1.5,42.5", "A107"),
      ("places", "编号,经度\n1,117", "A105"), ("people", "编号,人口,经度,纬度\n1,0,117,36.6", "A106"),
      ("people", "编号,人口,经度,纬度\n1,-3,117,36.6", "A105"),
      ("people", "编号,人口,经度,纬度\n1,5,117,36.9\n", "A107"),
      ("roads", "类别,线形\nmotorway,117 36.6; 117.01 36.6", "A102"),
      ("roads", "类别,线形\nprimary,117 36.6", "A103"),
      ("roads", "类别,线形,限速\nprimary,117 36.6; 117.01 36.6,-30", "A103"),
      ("roads", "类别,线形\nprimary,36.6 117; 36.6 117.1", "A103"),
    ])
  func faults(_ file: String, _ text: String, _ code: String) throws {
    let folder = try Folder()
    let out = folder.path + "/out.json"
    let command = try circle(
      ["--format", "json", "--out", out], roads: file == "roads" ? text : Self.roads,
      people: file == "people" ? text : Self.people, places: file == "places" ? text : Self.places)
    #expect(command.status == 65)
    #expect(command.errors.contains(code), "\(command.errors)")
    // What one row or line is about names its file.
    if ["A103", "A105"].contains(code) { #expect(command.errors.contains("\(file).csv")) }
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  @Test("a cut off map is a fault")
  func cut() throws {
    let folder = try Folder()
    let map = try folder.file("cut.osm.pbf", "\u{0}\u{0}\u{0}\u{0E}\n\u{9}OSMHeader")
    let command = try Command.run(["roads", "show", map])
    #expect(command.status == 65 && command.errors.contains("A104"))
    #expect(command.errors.contains("cut.osm.pbf"))
  }
}
