/// Finds the longest word of a fixed set at a place in UTF-8 text.
///
/// A hashed trie over Unicode scalars: one probe for each scalar of the match. It holds any number
/// of words; a word carries the index it was given.
struct WordTrie: Sendable {
  /// Nodes under the root, by scalar.
  private var first: [UInt16] = Array(repeating: 0, count: 0x10000)
  /// Open addressing: node and scalar in the upper half, the next node in the lower.
  private var slots: [UInt64] = Array(repeating: 0, count: 1024)
  /// For each node the index of the word that ends there, plus one.
  private var ends: [Int32] = [0]
  private var used = 0

  /// Adds a word, or finds the index that it was added with before.
  ///
  /// Words of scalars outside the basic plane, and words beyond 65,535 nodes, are not taken; their
  /// index is given back all the same.
  mutating func insert(_ word: String, index: Int) -> Int {
    var node: Int32 = 0
    for (position, scalar) in word.unicodeScalars.enumerated() {
      guard scalar.value < 0x10000, ends.count < 0xFFFF else { return index }
      node = child(of: node, scalar.value, isFirst: position == 0)
    }
    if ends[Int(node)] == 0 { ends[Int(node)] = Int32(index + 1) }
    return Int(ends[Int(node)]) - 1
  }

  /// The longest word that starts at byte `start`, its end and its index.
  @inline(__always)
  func longest(_ text: Span<UInt8>, at start: Int, end: Int) -> (end: Int, index: Int)? {
    let (scalar, length) = decodeScalar(text, at: start, end: end)
    var node = root(scalar)
    guard node != 0 else { return nil }
    var position = start + length
    var best: (end: Int, index: Int)? = nil
    while true {
      let word = ends[Int(node)]
      if word != 0 { best = (position, Int(word) - 1) }
      guard position < end else { return best }
      let (scalar, length) = decodeScalar(text, at: position, end: end)
      node = find(node, scalar)
      guard node != 0 else { return best }
      position += length
    }
  }

  /// The node that words starting with this scalar go through, or 0.
  @inline(__always)
  func root(_ scalar: UInt32) -> Int32 { scalar < 0x10000 ? Int32(first[Int(scalar)]) : 0 }

  @inline(__always)
  private func find(_ node: Int32, _ scalar: UInt32) -> Int32 {
    guard scalar < 0x10000 else { return 0 }
    let key = UInt32(node) << 16 | scalar
    var slot = Self.slot(key, slots.count)
    while slots[slot] != 0 {
      if UInt32(slots[slot] >> 32) == key { return Int32(truncatingIfNeeded: slots[slot]) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  @inline(__always)
  private static func slot(_ key: UInt32, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 40) & (count - 1)
  }

  private mutating func child(of node: Int32, _ scalar: UInt32, isFirst: Bool) -> Int32 {
    if isFirst {
      if first[Int(scalar)] == 0 { first[Int(scalar)] = UInt16(newNode()) }
      return Int32(first[Int(scalar)])
    }
    let found = find(node, scalar)
    if found != 0 { return found }
    let made = newNode()
    if used * 2 >= slots.count { grow() }
    store(UInt64(UInt32(node) << 16 | scalar) << 32 | UInt64(UInt32(made)))
    return made
  }

  private mutating func newNode() -> Int32 {
    ends.append(0)
    return Int32(ends.count - 1)
  }

  private mutating func store(_ entry: UInt64) {
    var slot = Self.slot(UInt32(entry >> 32), slots.count)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = entry
    used += 1
  }

  private mutating func grow() {
    let old = slots.filter { $0 != 0 }
    slots = Array(repeating: 0, count: slots.count * 2)
    used = 0
    for entry in old { store(entry) }
  }
}

/// Decodes one scalar of UTF-8; a broken byte counts as one scalar of its own (U+FFFD), and at the
/// end there is none: scalar and length are 0.
///
/// `end` is never beyond the text: walkers clamp what they are given.
@inline(__always)
func decodeScalar(_ text: Span<UInt8>, at position: Int, end: Int) -> (UInt32, Int) {
  guard position < end else { return (0, 0) }
  let lead = UInt32(text[unchecked: position])
  if lead >= 0xE0, lead < 0xF0, position + 2 < end {
    let second = UInt32(text[unchecked: position + 1] & 0x3F)
    let third = UInt32(text[unchecked: position + 2] & 0x3F)
    return ((lead & 0x0F) << 12 | second << 6 | third, 3)
  }
  if lead < 0x80 { return (lead, 1) }
  if lead >= 0xC0, lead < 0xE0, position + 1 < end {
    return ((lead & 0x1F) << 6 | UInt32(text[position + 1] & 0x3F), 2)
  }
  if lead >= 0xF0, position + 3 < end {
    let value = (lead & 0x07) << 18 | UInt32(text[position + 1] & 0x3F) << 12
    return (value | UInt32(text[position + 2] & 0x3F) << 6 | UInt32(text[position + 3] & 0x3F), 4)
  }
  return (0xFFFD, 1)
}
