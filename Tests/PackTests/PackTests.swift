import Domain
import Foundation
import Packs
import Testing

@Suite struct PackTests {
  let pack: Pack

  init() throws { pack = try Pack.district.get() }

  static let ids =
    (1...6).map { "B\($0)" } + (1...9).map { "T\($0)" } + (10...40).map { "P\($0)" }
    + (1...48).map { "Q\($0)" }

  @Test func everyFileOfTheFolderIsInThePack() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Packs/district").standardized
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(files == Packs.district.map(\.name).sorted())
    for (name, bytes) in Packs.district {
      #expect(try Array(Data(contentsOf: folder.appending(path: name))) == bytes)
    }
  }

  @Test func everyRowHasItsTemplate() {
    #expect(pack.templates.map(\.id) == Self.ids)
  }

  @Test(.enabled(if: Pack.isThere("PROMISES.md"), "skipped: ../shared/PROMISES.md is not here"))
  func everyIdOfTheListHasATemplate() throws {
    let text = try String(contentsOf: Pack.shared.appending(path: "PROMISES.md"), encoding: .utf8)
    let listed = text.split(separator: "\n").compactMap { line -> String? in
      line.firstMatch(of: #/^\| ([BTPQ]\d+) /#).map { String($0.1) }
    }
    #expect(!listed.isEmpty)
    #expect(Set(listed).subtracting(pack.templates.map(\.id)) == [])
  }

  @Test func everyTemplateIsMeasuredOrSaysWhyNot() {
    for template in pack.templates {
      let answers =
        (template.measure == nil ? 0 : 1) + (template.parts == nil ? 0 : 1)
        + (template.unverifiable == nil ? 0 : 1)
      #expect(answers == 1, "\(template.id)")
      #expect(template.english != nil && template.theme != nil && !template.reads.words.isEmpty)
      let isNumber = template.id.hasPrefix("P") || template.id.hasPrefix("T")
      #expect(!isNumber || template.unverifiable == nil, "\(template.id)")
      #expect(template.id.hasPrefix("B") == (template.kind == .baseline))
    }
  }

  @Test func everyNameThatAMeasureUsesExists() {
    let check = NameCheck(registries: pack.byName, series: pack.seriesByName)
    for template in pack.templates {
      let measures = (template.parts ?? []).map(\.measure) + [template.measure].compactMap { $0 }
      for measure in measures { #expect(check.problems(measure) == [], "\(template.id)") }
    }
  }

  @Test func newIsAlwaysDecided() throws {
    for id in ["P11", "P12", "P14", "P16", "P22"] {
      guard case .count(let count) = try #require(pack.templates.first { $0.id == id }).measure
      else {
        Issue.record("\(id) is not a count")
        continue
      }
      #expect(count.newness == (id == "P16" ? .first : .gross), "\(id)")
    }
  }

  @Test func everyUnitIsDeclared() {
    let names = Set(pack.units.map(\.name))
    #expect(names.count == pack.units.count)
    for template in pack.templates {
      #expect(!template.units.isEmpty && Set(template.units).isSubset(of: names), "\(template.id)")
    }
  }

  @Test func registriesAreSound() {
    #expect(pack.byName.count == pack.registries.count)
    for registry in pack.registries {
      let names = registry.fields.map(\.name)
      let headers = registry.fields.flatMap { [$0.name] + ($0.aliases ?? []) }
      #expect(Set(headers).count == headers.count, "\(registry.name): a header leads to two fields")
      #expect(Set(registry.key).isSubset(of: names) && !registry.key.isEmpty, "\(registry.name)")
      for likeness in registry.duplicates ?? [] {
        #expect(
          Set((likeness.same ?? []) + [likeness.similar].compactMap { $0 }).isSubset(of: names))
      }
      for field in registry.fields { check(field, registry) }
    }
  }

  private func check(_ field: Field, _ registry: Registry) {
    let place: Comment = "\(registry.name).\(field.name)"
    #expect((field.kind == .number) == (field.unit != nil), place)
    #expect((0...6).contains(field.digits ?? 0), place)
    #expect((field.kind == .choice) == (field.choices?.isEmpty == false), place)
    #expect((field.kind == .stages) == (field.stages?.isEmpty == false), place)
    #expect((field.kind == .reference) == (field.registry != nil), place)
    #expect(field.registry.map { pack.byName[$0] != nil } ?? true, place)
    #expect(!registry.key.contains(field.name) || field.required == true, place)
  }

  @Test func lightAndScoreRulesNameFactsThatExist() {
    for rules in pack.lights + pack.published {
      let names = rules.lights.flatMap(\.when.keys)
      #expect(names.allSatisfy { LightRules.Fact(rawValue: $0) != nil }, "\(rules.name)")
    }
    for rules in pack.lights {
      for behind in [-50, -8, 0, 1, 3, 9, 10, 20, 30, 40, 60] {
        for excused in [0, 1] {
          #expect(lights(rules, behind, excused) == 1, "\(rules.name) at \(behind)")
        }
      }
    }
    #expect(lights(pack.published[0], 5, 0) == 0)
    #expect(Set(pack.scores.map(\.name)).count == 3)
  }

  /// How many rules give a light where nothing is missed yet and every other fact but the excuse
  /// has the same number.
  private func lights(_ rules: LightRules, _ number: Int, _ excused: Int) -> Int {
    rules.lights.count { rule in
      rule.when.allSatisfy { name, interval in
        interval.contains(Exact(name == "excused" ? excused : name == "missed" ? 0 : number))
      }
    }
  }
}
