import Domain

/// A road map as a file: `DUBANMAP`, a version, counts, the arrays little-endian, the kinds as text,
/// and a checksum over all of it. Reading it back is copying.
extension RoadMap {
  private static let magic: [UInt8] = Array("DUBANMAP".utf8)
  private static let version = 1
  /// magic, version, nodes, edges, cut roads, bytes of kinds
  private static let header = 8 + 5 * 8

  /// True for bytes that say they are a saved road map.
  public static func isSaved(_ bytes: [UInt8]) -> Bool { bytes.starts(with: magic) }

  /// The map as bytes that ``init(saved:)`` takes back.
  public var saved: [UInt8] {
    let text = Array(kindTable.map(\.line).joined(separator: "\n").utf8)
    var bytes = Self.magic
    let size = Self.size(nodes: nodes.count, edges: edgeCount, text: text.count)
    bytes.reserveCapacity(size)
    for number in [Self.version, nodes.count, edgeCount, cutRoads, text.count] {
      Self.append([Int64(number).littleEndian], to: &bytes)
    }
    Self.append(nodes.map { GridPoint($0).x.littleEndian }, to: &bytes)
    Self.append(nodes.map { GridPoint($0).y.littleEndian }, to: &bytes)
    Self.append(starts, to: &bytes)
    Self.append(heads, to: &bytes)
    Self.append(lengths, to: &bytes)
    Self.append(kinds, to: &bytes)
    bytes += text
    bytes += [UInt8](repeating: 0, count: size - 8 - bytes.count)
    let sum = Checksum.of(bytes[...])
    Self.append([sum.littleEndian], to: &bytes)
    return bytes
  }

  /// Takes back what ``saved`` gave.
  ///
  /// - Throws: ``AccessibilityFault/damagedRoads(byte:)`` for anything else: cut off, changed, of
  ///   another version, or with numbers that do not fit one another.
  public init(saved bytes: [UInt8]) throws(AccessibilityFault) {
    guard bytes.count >= Self.header, Self.isSaved(bytes) else { throw .damagedRoads(byte: 0) }
    let numbers = bytes.withUnsafeBytes { raw in
      (0..<5).map {
        Int(Int64(littleEndian: raw.loadUnaligned(fromByteOffset: 8 + $0 * 8, as: Int64.self)))
      }
    }
    let (nodeCount, edgeCount, cut, textCount) = (numbers[1], numbers[2], numbers[3], numbers[4])
    let most = Int(Int32.max)
    guard numbers[0] == Self.version, (0..<most).contains(nodeCount),
      (0..<most).contains(edgeCount), (0..<most).contains(textCount),
      bytes.count == Self.size(nodes: nodeCount, edges: edgeCount, text: textCount)
    else { throw .damagedRoads(byte: bytes.count) }
    let sum = bytes.withUnsafeBytes {
      UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self))
    }
    guard Checksum.of(bytes[..<(bytes.count - 8)]) == sum else {
      throw .damagedRoads(byte: bytes.count - 8)
    }
    var place = Self.header
    let x: [Int32] = Self.take(nodeCount, bytes, &place)
    let y: [Int32] = Self.take(nodeCount, bytes, &place)
    let starts: [Int32] = Self.take(nodeCount + 1, bytes, &place)
    let heads: [Int32] = Self.take(edgeCount, bytes, &place)
    let lengths: [Int32] = Self.take(edgeCount, bytes, &place)
    let kinds: [UInt16] = Self.take(edgeCount, bytes, &place)
    let text = String(decoding: bytes[place..<(place + textCount)], as: UTF8.self)
    let table = text.split(separator: "\n").compactMap { RoadKind(line: $0) }
    guard Self.fits(starts, heads, lengths, kinds, nodeCount, table.count),
      Self.areOnEarth(x, y)
    else { throw .damagedRoads(byte: place) }
    let nodes = [Coordinate](unsafeUninitializedCapacity: nodeCount) { buffer, filled in
      for node in 0..<nodeCount {
        buffer.initializeElement(at: node, to: GridPoint(x: x[node], y: y[node]).coordinate)
      }
      filled = nodeCount
    }
    self.init(
      nodes: nodes, starts: starts, heads: heads, lengths: lengths, kinds: kinds, kindTable: table,
      cutRoads: cut)
  }

  private static func fits(
    _ starts: [Int32], _ heads: [Int32], _ lengths: [Int32], _ kinds: [UInt16], _ nodes: Int,
    _ table: Int
  ) -> Bool {
    guard starts.first == 0, starts.last == Int32(heads.count) else { return false }
    // One number that keeps what any of them did wrong: no branch, so that it runs fast.
    var wrong: UInt32 = 0
    let nodes = UInt32(nodes)
    for (one, next) in zip(starts, starts.dropFirst()) { wrong |= one <= next ? 0 : 1 }
    for head in heads { wrong |= UInt32(bitPattern: head) < nodes ? 0 : 1 }
    for length in lengths { wrong |= length >= 0 ? 0 : 1 }
    let table = UInt16(clamping: table)
    for kind in kinds { wrong |= kind < table ? 0 : 1 }
    return wrong == 0
  }

  private static func areOnEarth(_ x: [Int32], _ y: [Int32]) -> Bool {
    var isFine = true
    for longitude in x { isFine = isFine && longitude.magnitude <= 1_800_000_000 }
    for latitude in y { isFine = isFine && latitude.magnitude <= 900_000_000 }
    return isFine
  }

  private static func size(nodes: Int, edges: Int, text: Int) -> Int {
    let content = header + nodes * 8 + (nodes + 1) * 4 + edges * 10 + text
    return (content + 7) / 8 * 8 + 8
  }

  private static func append<T: BitwiseCopyable>(_ values: [T], to bytes: inout [UInt8]) {
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  private static func take<T: BitwiseCopyable & FixedWidthInteger>(
    _ count: Int, _ bytes: [UInt8], _ place: inout Int
  ) -> [T] {
    let size = count * MemoryLayout<T>.stride
    let values = [T](unsafeUninitializedCapacity: count) { buffer, filled in
      bytes.withUnsafeBytes { raw in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: raw[place..<(place + size)]))
      }
      filled = count
    }
    place += size
    return values
  }
}

extension RoadKind {
  /// `primary 15 0 60`: class, modes, opened, limit.
  fileprivate var line: String {
    let name = String(roadClass.map { $0.isWhitespace ? "_" : $0 })
    return "\(name.isEmpty ? "_" : name) \(modes.rawValue) \(opened.rawValue) "
      + (speedLimit.map { "\($0)" } ?? "-")
  }

  fileprivate init?(line: Substring) {
    let cells = line.split(separator: " ")
    guard cells.count == 4, let modes = UInt8(cells[1]), let opened = UInt8(cells[2]) else {
      return nil
    }
    let limit = Double(cells[3])
    guard cells[3] == "-" || limit.map({ $0.isFinite }) == true else { return nil }
    self.init(
      String(cells[0]), modes: TravelModes(rawValue: modes),
      opened: TravelModes(rawValue: opened), speedLimit: limit)
  }
}

/// A 64-bit sum over words of eight bytes; finds damage, not intent.
private enum Checksum {
  /// - Parameter bytes: a multiple of eight.
  static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { raw in
      var sum: UInt64 = 0x9E37_79B9_7F4A_7C15
      for place in stride(from: 0, to: raw.count - raw.count % 8, by: 8) {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        sum = (sum ^ word) &* 0xFF51_AFD7_ED55_8CCD
        sum ^= sum >> 32
      }
      return sum
    }
  }
}
