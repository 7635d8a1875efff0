extension Report {
  /// The source bytes that a range of `text` stands for: from the source of its first byte to
  /// behind the source of its last, so that what a repair left out is inside.
  public func source(of range: Range<Int>) -> Range<Int> {
    guard range.upperBound > sourceCount, !range.isEmpty else { return range }
    let first = source(ofByte: range.lowerBound)
    let last = source(ofByte: range.upperBound - 1)
    return first..<max(first, last + 1)
  }

  /// The source offset of one byte of `text`.
  public func source(ofByte offset: Int) -> Int {
    guard offset >= sourceCount else { return offset }
    var low = 0
    var high = origin.count
    while low < high {
      let middle = (low + high) / 2
      if origin[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return min(offset, sourceCount) }
    return origin[low - 1].source + offset - origin[low - 1].start
  }

  /// The words of a range, decoded (broken UTF-8 is replaced).
  public func string(_ range: Range<Int>) -> String {
    String(decoding: text[range.clamped(to: 0..<text.count)], as: UTF8.self)
  }

  /// The source's own words for a range, with whatever a repair left out.
  public func sourceString(_ range: Range<Int>) -> String { string(source(of: range)) }

  /// The outermost section above `section`, or `section` itself.
  public func outermost(_ section: Int?) -> Int? {
    var top = section
    var steps = 0
    while let index = top, sections.indices.contains(index), let parent = sections[index].parent,
      steps < 16
    {
      top = parent
      steps += 1
    }
    return top
  }

  /// The section path of a passage, outermost first.
  public func path(of section: Int?) -> [Section] {
    var path: [Section] = []
    var next = section
    while let index = next, sections.indices.contains(index), path.count < 16 {
      path.append(sections[index])
      next = sections[index].parent
    }
    return path.reversed()
  }
}

/// Turns byte offsets of UTF-8 text into offsets in Unicode scalars, which exports use.
///
/// One pass over the text to build; a look-up counts at most 1,024 bytes.
public struct ScalarIndex: Sendable {
  private let text: [UInt8]
  private let marks: [Int]
  private static let stride = 1024

  /// Indexes the first `count` bytes of `text` (all of them when nil).
  public init(_ text: [UInt8], count: Int? = nil) {
    self.text = text
    var marks: [Int] = []
    var scalars = 0
    let end = min(count ?? text.count, text.count)
    var start = 0
    while start <= end {
      marks.append(scalars)
      scalars += Self.scalars(in: text, start..<min(start + Self.stride, end))
      start += Self.stride
    }
    self.marks = marks
  }

  /// The number of scalars before byte `offset`; offsets beyond the text count as its end.
  public func scalars(before offset: Int) -> Int {
    let bounded = max(0, min(offset, text.count))
    let mark = min(bounded / Self.stride, marks.count - 1)
    return marks[mark] + Self.scalars(in: text, mark * Self.stride..<bounded)
  }

  private static func scalars(in text: [UInt8], _ range: Range<Int>) -> Int {
    guard !range.isEmpty else { return 0 }
    let span = text.span
    var count = 0
    for index in range where span[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
