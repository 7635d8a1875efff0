import Foundation
import Testing

@testable import Operations

/// Whoever is second decides again on the newer books, or is refused; nothing is lost or made twice.
@Suite("Two at the same time")
struct RaceTests {
  @Test("every writing verb beside itself and every other", arguments: Verb.all.indices)
  func verbs(_ index: Int) throws {
    let folder = try Folder()
    let track = try Track(folder, isShared: index % 2 == 0)
    let verb = Verb.all[index]
    for other in Verb.all[index...] {
      for turn in 0..<Self.turns { try track.race(verb, other, turn: turn) }
    }
    try track.check()
  }

  /// 30 verbs make 465 pairs: 930 races here.
  static let turns = 2

  @Test("every writing command beside itself and every other, in two processes")
  func commands() throws {
    let folder = try Folder()
    let track = try Track(folder, isShared: true)
    for (index, deed) in Deed.all.enumerated() {
      for other in Deed.all[index...] { try track.race(deed, other) }
    }
    try track.check()
  }

  @Test("no writing command is left out")
  func allCommands() throws {
    let found = try Sources("duban").files { $0.contains("ledger.office()") }
    // The demo goes into an empty ledger, and a clock is mended where the machine's had jumped: that
    // verb is raced in threads.
    #expect(found.subtracting(Deed.all.map(\.file)) == ["DemoCommand", "ClockCommand"])
    for file in Set(Deed.all.map(\.file)) {
      let places = try Sources("duban").text(of: file).components(separatedBy: "ledger.office()")
      #expect(places.count - 1 == Deed.all.count { $0.file == file }, "\(file)")
    }
  }

  @Test("no writing verb is left out")
  func complete() throws {
    let writes = ["change", "decide", "importRecords", "removeRecords", "importObservations"]
    let found = try Sources("Operations").files { text in
      writes.contains { text.contains("office.\($0)(") }
    }
    // The demo writes what the other verbs write, into a ledger of its own.
    #expect(found.subtracting(Verb.all.map(\.file)) == ["MakeDemo"])
    #expect(Set(Verb.all.map(\.file)).subtracting(found) == [])
  }

  @Test("nothing is appended but through the one door")
  func oneDoor() throws {
    let found = try Sources("Operations").files { $0.contains("onTopOf: ") }
    #expect(found == ["Office+Change"])
    for module in ["Web", "duban", "Publishing"] {
      #expect(try Sources(module).files { $0.contains("onTopOf: ") } == [])
    }
  }
}

/// Swift files of a module of the program, by their names.
struct Sources {
  private let folder: URL

  init(_ module: String) {
    folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources").appending(path: module)
  }

  func text(of file: String) throws -> String {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let path = all?.nextObject() as? URL {
      guard path.lastPathComponent == file + ".swift" else { continue }
      return try String(contentsOf: path, encoding: .utf8)
    }
    throw Missing()
  }

  func files(where fits: (String) -> Bool) throws -> Set<String> {
    let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var names: Set<String> = []
    while let file = all?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      if fits(try String(contentsOf: file, encoding: .utf8)) {
        names.insert(file.deletingPathExtension().lastPathComponent)
      }
    }
    return names
  }
}
