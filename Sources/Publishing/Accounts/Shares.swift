import Domain

/// Shares of a whole as they are printed.
public enum Shares {
  /// Percentages of the whole that the counts make, with so many digits behind the point (0...6),
  /// that add up to 100 as printed.
  ///
  /// Each is rounded half to even; what the rounded ones miss or exceed 100 by is taken by the
  /// largest, where it changes least. So published tables do it: 金寨县 2025 上半年, 162 of 222 is
  /// 72.97 % and printed as 72.9, for 10.8, 4.5, 7.7 and 4.1 stand beside it.
  /// All zero when there is nothing to share.
  public static func printed(_ counts: [Int], decimals: Int) -> [String] {
    let total = counts.reduce(0, +)
    let whole = (0..<max(0, min(6, decimals))).reduce(100) { value, _ in value * 10 }
    guard total > 0 else { return counts.map { _ in ExactText.grouped(.zero, digits: decimals) } }
    var parts = counts.map { count in
      (Exact(count) * Exact(whole) * .part(of: total)).rounded(0).int ?? 0
    }
    let order = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
    var rest = whole - parts.reduce(0, +)
    while rest != 0 {
      for index in order where rest != 0 {
        parts[index] += rest.signum()
        rest -= rest.signum()
      }
    }
    return parts.map { ExactText.grouped(Exact($0, digits: decimals), digits: decimals) }
  }
}

/// What a table of stated classes leaves unmentioned: 24 + 9 + 11 of 45 leave 1.
public struct Remainder: Sendable, Equatable {
  /// The whole less the stated classes; below nothing where the classes overlap.
  public let count: Int
  private let stated: [Int]
  private let total: Int

  public init(stated: [Int], of total: Int) {
    self.stated = stated
    self.total = total
    count = total - stated.reduce(0, +)
  }

  /// `24 + 9 + 11 = 44，共 45 项，未提及 1 项`.
  public func sentence(_ language: Language) -> String {
    let sum = stated.map(String.init).joined(separator: " + ") + " = \(total - count)"
    let words = Words(language)
    switch count {
    case 0: return words("\(sum)，与总数相符", "\(sum), which is the whole")
    case ..<0:
      return words("\(sum)，比总数 \(total) 多 \(-count)", "\(sum), \(-count) more than \(total)")
    default:
      return words(
        "\(sum)，共 \(total) 项，未提及 \(count) 项", "\(sum) of \(total); \(count) not mentioned")
    }
  }
}
