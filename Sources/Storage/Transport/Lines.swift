import Domain
import Foundation

/// Writes lines to a new file, in blocks.
final class LineWriter {
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private static let block = 1 << 20

  init(_ path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw StorageFault.cannotOpen(file: path, reason: String(cString: strerror(errno))) }
    self.handle = handle
  }

  func write(_ line: String) throws {
    buffer.append(contentsOf: line.utf8)
    buffer.append(0x0A)
    if buffer.count > LineWriter.block { try flush() }
  }

  private func flush() throws {
    try handle.write(contentsOf: buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  func close() throws {
    try flush()
    try handle.synchronize()
    try handle.close()
  }
}

/// Reads lines of a file, one ahead.
final class LineReader {
  /// As faults name it.
  let name: String
  private let handle: FileHandle?
  private var buffer: [UInt8] = []
  private var position = 0
  /// 1-based number of `next`.
  private(set) var number = 0
  /// The line that comes next; nil at the end.
  private(set) var next: ArraySlice<UInt8>?

  /// - Parameter isRequired: a file that is not there is a fault, else it has no lines.
  init(_ path: String, name: String, isRequired: Bool) throws {
    self.name = name
    handle = FileHandle(forReadingAtPath: path)
    if handle == nil, isRequired {
      throw StorageFault.export(
        file: name, line: nil, reason: Phrase("缺少这个文件", "the file is missing"))
    }
    try advance()
  }

  deinit { try? handle?.close() }

  func advance() throws {
    number += 1
    while true {
      if let end = buffer[position...].firstIndex(of: 0x0A) {
        next = buffer[position..<end]
        position = end + 1
        return
      }
      guard let more = try handle?.read(upToCount: 1 << 20), !more.isEmpty else { break }
      buffer.removeFirst(position)
      position = 0
      buffer.append(contentsOf: more)
    }
    next = position < buffer.count ? buffer[position...] : nil
    position = buffer.count
  }

  func fault(_ chinese: String, _ english: String, line: Int? = nil) -> StorageFault {
    .export(file: name, line: line ?? number, reason: Phrase(chinese, english))
  }

  func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value? {
    guard let next else { return nil }
    do { return try JSONDecoder().decode(type, from: Data(next)) } catch {
      throw fault("这一行无法读懂", "the line cannot be read")
    }
  }
}

/// A text as JSON writes it.
func quotedJSON(_ text: String) -> String {
  var bytes: [UInt8] = [0x22]
  for byte in text.utf8 {
    switch byte {
    case 0x22, 0x5C: bytes += [0x5C, byte]
    case 0..<0x20: bytes += Array("\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8)
    default: bytes.append(byte)
    }
  }
  bytes.append(0x22)
  return String(decoding: bytes, as: UTF8.self)
}
