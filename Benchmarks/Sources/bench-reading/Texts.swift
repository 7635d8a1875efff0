import Foundation

/// The UTF-8 texts of a folder, in the order of their names.
struct Texts {
  struct File {
    let name: String
    let bytes: [UInt8]
  }

  let files: [File]
  /// Their length together.
  let bytes: Int

  init(folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    files = try names.filter { $0.hasSuffix(".txt") }.compactMap { name in
      let data = try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name))
      guard String(validating: data, as: UTF8.self) != nil else { return nil }
      return File(name: name, bytes: Array(data))
    }
    bytes = files.reduce(0) { $0 + $1.bytes.count }
    guard bytes > 0 else { throw Wrong.noTexts(folder) }
  }

  /// Runs `count` over every file, `rounds` times, and adds up what it gives.
  func each(_ rounds: Int, _ count: (File) throws -> Int) throws -> Int {
    var sum = 0
    for _ in 0..<rounds {
      for file in files { sum += try count(file) }
    }
    return sum
  }

  /// All texts behind one another, repeated until there are `volume` bytes.
  func joined(atLeast volume: Int) -> [UInt8] {
    var document: [UInt8] = []
    document.reserveCapacity(volume + bytes)
    while document.count < volume {
      for file in files where document.count < volume {
        document += file.bytes
        document += [0x0A, 0x0A]
      }
    }
    return document
  }
}
