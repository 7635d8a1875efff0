import Domain

/// The characters and pairs of neighbouring characters of two reports, and how much each tells.
///
/// A pair that stands in few clauses tells more than one that stands in many (inverse document
/// frequency): 豪德 names a project, 项目 does not. A single character tells half of what a pair
/// tells, and what the later report never says tells little: it may be the seam of two words.
struct Vocabulary: Sendable {
  private var numbers: [UInt64: Int32] = [:]
  private var isSingle: [Bool] = []
  private var clauseCounts: [Int32] = []
  private var laterCounts: [Int32] = []
  private var clauses = 0
  /// How much each pair tells: ln(clauses / clauses with it).
  private(set) var weights: [Float] = []

  /// Short reports count as if they had this many clauses, so that a name tells as much in them.
  private static let fewest = 800

  /// Numbers the pairs of a text's range; sorted, each once. Unknown pairs get a number.
  mutating func learn(_ text: [UInt8], _ range: Range<Int>, isLater: Bool) -> [Int32] {
    var out: [Int32] = []
    Self.each(text, range) { key in
      if let number = numbers[key] {
        out.append(number)
      } else {
        let number = Int32(numbers.count)
        numbers[key] = number
        clauseCounts.append(0)
        laterCounts.append(0)
        isSingle.append(key >> 32 == 0)
        out.append(number)
      }
    }
    out = Self.unique(out)
    for number in out {
      clauseCounts[Int(number)] += 1
      if isLater { laterCounts[Int(number)] += 1 }
    }
    clauses += 1
    return out
  }

  /// To be called when all clauses are learnt.
  mutating func weigh() {
    let total = Float(max(clauses, Self.fewest))
    weights = clauseCounts.indices.map { index in
      let weight = Self.logarithm(total / Float(max(1, clauseCounts[index])))
      let share: Float = isSingle[index] ? 0.5 : 1
      return weight * share * (laterCounts[index] == 0 ? 0.6 : 1)
    }
  }

  /// Whether it is a pair that stands in a few clauses only, as those of names do.
  func isRare(_ number: Int32) -> Bool {
    !isSingle[Int(number)] && clauseCounts[Int(number)] <= 4
  }

  /// Whether it is a pair that the later report has in a few clauses only.
  func isRareLater(_ number: Int32) -> Bool {
    !isSingle[Int(number)] && (1...4).contains(laterCounts[Int(number)])
  }

  /// The known pairs of a text's range; sorted, each once.
  func pairs(_ text: [UInt8], _ range: Range<Int>) -> [Int32] {
    var out: [Int32] = []
    Self.each(text, range) { key in if let number = numbers[key] { out.append(number) } }
    return Self.unique(out)
  }

  /// What the pairs tell in all.
  func weight(_ pairs: [Int32]) -> Float {
    pairs.reduce(0) { $0 + weights[Int($1)] }
  }

  /// What the pairs that both have tell in all; both are sorted.
  func shared(_ left: [Int32], _ right: [Int32]) -> Float {
    var sum: Float = 0
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        sum += weights[Int(left[i])]
        i += 1
        j += 1
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  /// Where the first to the last of some pairs stand in a text's range; single characters do not
  /// count.
  func place(of pairs: [Int32], _ text: [UInt8], _ range: Range<Int>) -> Range<Int>? {
    let wanted = Set(pairs)
    var found: Range<Int>? = nil
    var last: (scalar: UInt32, at: Int)? = nil
    Scalars.each(text, range) { scalar, position in
      defer { last = Scalars.tells(scalar) ? (scalar, position) : nil }
      guard let last, Scalars.tells(scalar),
        let number = numbers[UInt64(last.scalar) << 32 | UInt64(scalar)], wanted.contains(number)
      else { return }
      found = (found?.lowerBound ?? last.at)..<position + 3
    }
    return found
  }

  private static func each(_ text: [UInt8], _ range: Range<Int>, _ body: (UInt64) -> Void) {
    var last: UInt32 = 0
    Scalars.each(text, range) { scalar, _ in
      guard Scalars.tells(scalar) else {
        // Quotation marks and the stops of lists part words.
        last = 0
        return
      }
      body(UInt64(scalar))
      if last != 0 { body(UInt64(last) << 32 | UInt64(scalar)) }
      last = scalar
    }
  }

  private static func unique(_ numbers: [Int32]) -> [Int32] {
    var out = numbers.sorted()
    var kept = 0
    for index in out.indices where index == 0 || out[index] != out[kept - 1] {
      out[kept] = out[index]
      kept += 1
    }
    out.removeLast(out.count - kept)
    return out
  }

  /// Natural logarithm to within a thousandth for 1 and more; enough to weigh by.
  private static func logarithm(_ value: Float) -> Float {
    let exponent = Float(value.exponent)
    let m = value.significand
    let t = (m - 1) / (m + 1)
    return exponent * 0.693_147 + 2 * (t + t * t * t / 3 + t * t * t * t * t / 5)
  }
}
