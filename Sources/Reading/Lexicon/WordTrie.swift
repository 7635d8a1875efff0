/// Finds the longest word of a fixed set at a place in UTF-8 text.
///
/// A hashed trie over Unicode scalars: one probe for each scalar of the match. It holds any number
/// of words; a word carries the index it was given.
struct WordTrie: Sendable {
  private var first: [Int32] = Array(repeating: 0, count: 0x10000)
  private var keys: [UInt64] = Array(repeating: 0, count: 1024)
  private var next: [Int32] = Array(repeating: 0, count: 1024)
  /// For each node the index of the word that ends there, plus one.
  private var ends: [Int32] = [0]
  private var used = 0

  /// Adds a word, or finds the index that it was added with before.
  mutating func insert(_ word: String, index: Int) -> Int {
    var node: Int32 = 0
    for (position, scalar) in word.unicodeScalars.enumerated() {
      node = child(of: node, scalar.value, isFirst: position == 0)
    }
    if ends[Int(node)] == 0 { ends[Int(node)] = Int32(index + 1) }
    return Int(ends[Int(node)]) - 1
  }

  /// The longest word that starts at byte `start`, its end and its index.
  @inline(__always)
  func longest(_ text: Span<UInt8>, at start: Int, end: Int) -> (end: Int, index: Int)? {
    var position = start
    var node: Int32 = 0
    var best: (end: Int, index: Int)? = nil
    while position < end {
      let (scalar, length) = decodeScalar(text, at: position, end: end)
      node = position == start ? root(scalar) : find(node, scalar)
      guard node != 0 else { break }
      position += length
      let word = ends[Int(node)]
      if word != 0 { best = (position, Int(word) - 1) }
    }
    return best
  }

  /// Whether any word starts with this scalar.
  @inline(__always)
  func root(_ scalar: UInt32) -> Int32 { scalar < 0x10000 ? first[Int(scalar)] : 0 }

  @inline(__always)
  private func find(_ node: Int32, _ scalar: UInt32) -> Int32 {
    let key = UInt64(UInt32(node)) << 21 | UInt64(scalar)
    var slot = Self.slot(key, keys.count)
    while keys[slot] != 0 {
      if keys[slot] == key { return next[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return 0
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ count: Int) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (count - 1)
  }

  private mutating func child(of node: Int32, _ scalar: UInt32, isFirst: Bool) -> Int32 {
    if isFirst {
      guard scalar < 0x10000 else { return 0 }
      if first[Int(scalar)] == 0 { first[Int(scalar)] = newNode() }
      return first[Int(scalar)]
    }
    let found = find(node, scalar)
    if found != 0 { return found }
    let made = newNode()
    if used * 2 >= keys.count { grow() }
    store(UInt64(UInt32(node)) << 21 | UInt64(scalar), made)
    return made
  }

  private mutating func newNode() -> Int32 {
    ends.append(0)
    return Int32(ends.count - 1)
  }

  private mutating func store(_ key: UInt64, _ node: Int32) {
    var slot = Self.slot(key, keys.count)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = key
    next[slot] = node
    used += 1
  }

  private mutating func grow() {
    let old = zip(keys, next).filter { $0.0 != 0 }
    keys = Array(repeating: 0, count: keys.count * 2)
    next = Array(repeating: 0, count: keys.count)
    used = 0
    for (key, node) in old { store(key, node) }
  }
}

/// Decodes one scalar of UTF-8; a broken byte counts as one scalar of its own (U+FFFD).
@inline(__always)
func decodeScalar(_ text: Span<UInt8>, at position: Int, end: Int) -> (UInt32, Int) {
  let lead = UInt32(text[position])
  if lead < 0x80 { return (lead, 1) }
  if lead >= 0xE0, lead < 0xF0, position + 2 < end {
    let value = (lead & 0x0F) << 12 | UInt32(text[position + 1] & 0x3F) << 6
    return (value | UInt32(text[position + 2] & 0x3F), 3)
  }
  if lead >= 0xC0, lead < 0xE0, position + 1 < end {
    return ((lead & 0x1F) << 6 | UInt32(text[position + 1] & 0x3F), 2)
  }
  if lead >= 0xF0, position + 3 < end {
    let value = (lead & 0x07) << 18 | UInt32(text[position + 1] & 0x3F) << 12
    return (value | UInt32(text[position + 2] & 0x3F) << 6 | UInt32(text[position + 3] & 0x3F), 4)
  }
  return (0xFFFD, 1)
}
