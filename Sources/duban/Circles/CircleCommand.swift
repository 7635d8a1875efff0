import Accessibility
import ArgumentParser
import Domain
import Operations
import Publishing

/// `duban circle FACILITIES`: who reaches one of them in how many minutes.
struct CircleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "circle",
    abstract: "多少人几分钟内到得了。 Who reaches a facility in how many minutes.",
    discussion: """
      设施、人口和候选点是 csv、xlsx 或 GeoJSON，要有经度、纬度（或坐标）；人口还要有人口数，可有街道。\
      Facilities, population and candidates are csv, xlsx or GeoJSON with lon and lat.
      地图是 .osm.pbf、duban roads 存下的文件、GeoJSON 或路段表。 A map is a .osm.pbf, what duban roads \
      has saved, GeoJSON, or a table of road lines.
      """)

  @Argument(help: "设施。 The facilities.")
  var facilities: String

  @Option(help: "地图。 The road map.")
  var network: String

  @Option(help: "人口。 Where people live.")
  var population: String

  @Option(help: "出行方式 walk、cycle、drive、ambulance。 The means of travel.")
  var mode: TravelMode = .walk

  @Option(help: "时限，分钟。 The limit in minutes.")
  var minutes = 30

  @Option(help: "钟点 0–23，按该时段的速度。 The hour whose speeds count.")
  var hour: Int?

  @Option(help: "方向 place（居民前往设施）或 person（设施前往居民）。 Who travels.")
  var towards: TravelTerms.Towards?

  @Option(help: "点离路网的最远距离，米。 How far a point may lie from a road, in metres.")
  var reach = 500

  @Option(
    name: .customLong("where"),
    help: "只算某栏为某值的设施：类别=三级医院,二级医院。 Only facilities with a value in a column.")
  var filters: [String] = []

  @Option(help: "速度表文件。 A table of speeds.")
  var speeds: String?

  @Option(help: "坐标系 WGS-84、GCJ-02、BD-09。 What the coordinates are written in.")
  var datum: Datum?

  @Option(help: "再选几处。 How many to add.")
  var add: Int?

  @Option(help: "候选点文件；不给则为有人住的任何结点。 Candidate sites; any node where people live if not given.")
  var sites: String?

  @Option(help: "选址目标 cover（覆盖最多）或 median（平均最近）。 What siting seeks.")
  var goal: SitingProblem.Goal = .cover

  @Option(help: "每处新增的学位或床位；满了不再收。 Places of each new site; they fill up.")
  var capacity: Double?

  @Flag(help: "用 CBC 或 GLPK 求最优并证明。 Ask CBC or GLPK for the proven best.")
  var prove = false

  @Option(help: "求解器的秒数。 Seconds for the solver.")
  var seconds = 60

  @Option(help: "标题。 What is reached, for headings.")
  var title: String?

  @Option(help: "输出形式 table、json、csv、xlsx、geojson、svg、html。 The form of the output.")
  var format: CircleFormat = .table

  @Option(help: "写入文件。 Write to this file.")
  var out: String?

  @Option(help: "输出语言 zh 或 en。 Language of titles and words.")
  var lang: Language = .chinese

  func validate() throws {
    if format.isBinary, out == nil, Screen.isTerminal(1) {
      throw ValidationError("xlsx 不能显示在终端上，请用 --out / use --out: a terminal cannot show xlsx")
    }
    guard (1...240).contains(minutes) else {
      throw ValidationError("--minutes 应在 1 至 240 之间 / must lie between 1 and 240")
    }
    guard hour.map({ (0..<24).contains($0) }) ?? true else {
      throw ValidationError("--hour 应在 0 至 23 之间 / must lie between 0 and 23")
    }
    guard (1...100_000).contains(reach), seconds > 0, add.map({ $0 > 0 }) ?? true else {
      throw ValidationError("--reach、--seconds、--add 应大于 0 / must be above 0")
    }
    guard filters.allSatisfy({ $0.contains("=") }) else {
      throw ValidationError("--where 写作 栏=值,值 / is column=value,value")
    }
    if add == nil, sites != nil || prove || capacity != nil {
      throw ValidationError("--sites、--prove、--capacity 要与 --add 一起用 / need --add")
    }
  }

  func run() throws {
    var question = DrawCircle.Question(
      facilities: facilities, population: population, network: network,
      terms: TravelTerms(mode: mode, minutes: minutes, hour: hour, towards: towards, reach: reach))
    question.filters = filters.map { filter in
      let parts = filter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (String(parts[0]), parts[1].split(separator: ",").map(String.init))
    }
    (question.speeds, question.datum, question.title) = (speeds, datum, title)
    question.sites = add.map {
      DrawCircle.Sites(
        count: $0, candidates: sites, goal: goal, capacity: capacity, usesSolver: prove,
        seconds: seconds)
    }
    let report: CircleReport
    do {
      report = try ProgressLine(lang).waiting { try DrawCircle().run(question) }
    } catch let fault as any Fault {
      Screen.tell(fault, lang)
      throw ExitCode.unreadable
    }
    do {
      let exporter = CircleExporter(format: format, language: lang, width: Screen.width)
      try Output.write(exporter.bytes(report), to: out)
    } catch let fault as any Fault {
      Screen.tell(fault, lang)
      throw ExitCode.cannotCreate
    }
  }
}

/// `duban roads`: road maps, by themselves and in a ledger.
struct RoadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roads", abstract: "路网：查看、存成打开即用的文件、登记到账本。 Road maps.",
    subcommands: [Show.self, Declare.self, List.self])

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "查看地图里的路网，存成打开即用的文件。 Looks at a road map and saves it.")

    @Argument(help: "地图：.osm.pbf、GeoJSON 或路段表。 The map.")
    var map: String

    @Option(help: "速度表文件。 A table of speeds.")
    var speeds: String?

    @Option(help: "存入文件。 Save to this file.")
    var out: String?

    @Option(help: "输出语言 zh 或 en。 Language of titles and words.")
    var lang: Language = .chinese

    func run() throws {
      do {
        let (saved, facts) = try ReadRoads().run(map, speeds: speeds)
        let none = Phrase("没有可走的路", "no road is open")
        let lines = facts.map { mode, roads in
          "\(mode.name(lang)): \((roads?.phrase ?? none)(lang))\n"
        }
        try Output.write(Array(lines.joined().utf8), to: nil)
        if let out { try Output.write(saved, to: out) }
      } catch let fault as PublishingFault {
        Screen.tell(fault, lang)
        throw ExitCode.cannotCreate
      } catch let fault as any Fault {
        Screen.tell(fault, lang)
        throw ExitCode.unreadable
      }
    }
  }

  struct Declare: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "登记路网，供口径 coverage 使用。 Declares a road map for measures of coverage.")

    @Argument(help: "路网的名称。 The network's name.")
    var name: String

    @Argument(help: "地图文件。 The map.")
    var map: String

    @Option(help: "速度表文件。 A table of speeds.")
    var speeds: String?

    @Option(help: "地图的来源和日期。 Where the map comes from, and its day.")
    var source: String?

    @OptionGroup var ledger: LedgerArguments
    @OptionGroup var author: AuthorArguments

    func run() throws {
      try ledger.telling {
        let isNew = try DeclareRoads(ledger.office()).run(
          map, name: name, speeds: speeds, source: source, by: author.caller,
          reason: author.reason)
        print(Counted.declared(isNew ? 1 : 0, ledger.lang))
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "列出账本里的路网。 Lists the ledger's road maps.")

    @OptionGroup var ledger: LedgerArguments

    func run() throws {
      try ledger.telling {
        for (network, sequence) in try LedgerBooks(ledger.openToRead()).books.networks {
          print("\(sequence)  \(network.name)  \(network.source)  \(network.sha256.prefix(12))")
        }
      }
    }
  }
}

extension TravelMode: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }
}
extension TravelTerms.Towards: ExpressibleByArgument {}
extension Datum: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }
}
extension SitingProblem.Goal: ExpressibleByArgument {}
extension CircleFormat: ExpressibleByArgument {}
