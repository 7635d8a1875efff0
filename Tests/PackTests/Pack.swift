import DemoDistrict
import Domain
import Foundation
import Packs
import Yams

/// The district pack, decoded straight into the values that its files are lists of.
struct Pack: Sendable {
  let registries: [Registry]
  let series: [Series]
  let units: [WorkUnit]
  let templates: [Template]
  let lights: [LightRules]
  let published: [LightRules]
  let scores: [ScoreRules]
  let report: [UInt8]

  static let district = Result { try Pack() }

  /// The demo and its steps, made once for all tests.
  static let demo = Result { () throws -> DemoDistrict in
    let pack = try district.get()
    return DemoDistrict(registries: pack.byName, series: pack.seriesByName)
  }
  static let steps = demo.map { $0.steps() }

  init() throws {
    let files = Dictionary(uniqueKeysWithValues: Packs.district.map { ($0.name, $0.bytes) })
    func list<Item: Decodable>(_ name: String) throws -> [Item] {
      try YAMLDecoder().decode([Item].self, from: Data(files[name] ?? []))
    }
    registries = try files.keys.filter { $0.hasPrefix("registries-") }.sorted().flatMap {
      try list($0) as [Registry]
    }
    series = try list("series.yaml")
    units = try list("units.yaml")
    templates = try list("commitments.yaml")
    lights = try list("lights.yaml")
    published = try list("lights-published.yaml")
    scores = try list("scores.yaml")
    report = files["demo-report.txt"] ?? []
  }

  var byName: [String: Registry] {
    Dictionary(registries.map { ($0.name, $0) }) { first, _ in first }
  }

  var seriesByName: [String: Series] {
    Dictionary(series.map { ($0.name, $0) }) { first, _ in first }
  }

  /// The folder beside the repository that some tests look into.
  static let shared = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../shared").standardized

  static func isThere(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: shared.appending(path: path).path)
  }
}
