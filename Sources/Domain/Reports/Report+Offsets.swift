extension ScalarIndex {
  /// The byte at which the scalar numbered `scalar` (0-based) starts, among the first `count`
  /// bytes; nil where the text has no such scalar.
  public func byte(ofScalar scalar: Int, count: Int) -> Int? {
    guard scalar >= 0, scalar < scalars(before: count) else { return nil }
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if scalars(before: middle + 1) <= scalar { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Report {
  /// The byte of `text` that passages use for a source byte: behind the source where a repair
  /// wrote it once more, else the source byte itself.
  public func reading(ofSource offset: Int) -> Int {
    for (index, piece) in origin.enumerated() {
      let end = index + 1 < origin.count ? origin[index + 1].start : text.count
      let distance = offset - piece.source
      if distance >= 0, piece.start + distance < end { return piece.start + distance }
    }
    return offset
  }
}
