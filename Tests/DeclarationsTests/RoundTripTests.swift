import Domain
import Foundation
import Testing

@testable import Declarations

@Suite("What is written is read back without loss")
struct RoundTripTests {
  @Test("plans of random commitments", arguments: 0..<40)
  func plans(_ seed: UInt64) throws {
    var maker = Maker(seed: seed)
    for _ in 0..<10 {
      let plan = maker.plan()
      let bytes = try DeclarationWriter().plan(plan)
      let text = String(decoding: bytes, as: UTF8.self)
      let back = try #require(try? DeclarationReader(file: "plan.yaml").plan(bytes), "\(text)")
      for (was, now) in zip(plan.commitments, back.commitments) {
        #expect(was.decision == now.decision)
        #expect(was.commitment.measure == now.commitment.measure)
        #expect(was.commitment.period == now.commitment.period)
        #expect(was.commitment.path == now.commitment.path)
        #expect(was.commitment.target == now.commitment.target)
      }
      #expect(back == plan, "\(text)")
    }
  }

  @Test("every nasty text, as a value, a key's value and in a list", arguments: Maker.nasty)
  func texts(_ text: String) throws {
    let units = [
      WorkUnit(name: text, english: text, kind: .other, duties: [text, "规划", text]),
      WorkUnit(name: "规划局", kind: .department, duties: []),
    ]
    let bytes = try DeclarationWriter().units(units)
    #expect(try DeclarationReader(file: "u").units(bytes) == units)
  }

  @Test func theOtherKinds() throws {
    let writer = DeclarationWriter()
    let reader = DeclarationReader(file: "f")
    #expect(try reader.registries(writer.registries(Samples.registries)) == Samples.registries)
    #expect(try reader.series(writer.series(Samples.series)) == Samples.series)
    #expect(try reader.templates(writer.templates(Samples.templates)) == Samples.templates)
    #expect(try reader.lights(writer.lights(Samples.lights)) == Samples.lights)
    #expect(try reader.scores(writer.scores(Samples.scores)) == Samples.scores)
    #expect(try reader.units(writer.units([])).isEmpty)
  }

  /// The libraries that others read YAML with have to see the same text.
  @Test func anotherReaderSeesTheSameText() throws {
    let units = Maker.nasty.enumerated().map { WorkUnit(name: "\($0)x", english: $1, kind: .other) }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "units-\(UUID().uuidString).yaml")
    try Data(try DeclarationWriter().units(units)).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      """
      import sys, json
      try: import yaml
      except ImportError: print("none"); sys.exit()
      print(json.dumps([u.get("english", "<none>") for u in yaml.safe_load(open(sys.argv[1]))]))
      """, file.path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard String(decoding: output, as: UTF8.self) != "none\n" else {
      print("skipped: python3 has no yaml")
      return
    }
    #expect(try JSONDecoder().decode([String].self, from: output) == Maker.nasty)
  }
}
