import Foundation

/// The separately named things of a task's object: 三元、元盛、鼎盛等传统工业企业.
enum TaskParts {
  /// At least one part; a list that runs on into one noun is cut at its marks all the same.
  static func parts(_ object: String) -> [String] {
    var parts: [String] = []
    for piece in object.split(whereSeparator: { marks.contains($0) }) {
      parts += conjunctions(String(piece))
    }
    let named = parts.map(withoutTail).filter { $0.unicodeScalars.count >= 2 }
    return named.count >= 2 ? named : [object]
  }

  /// What the named things are some of: 国际航线 in 「乌兰乌德等国际航线」; nil without 等.
  static func tail(_ object: String) -> String? {
    guard let range = object.range(of: "等", options: .backwards) else { return nil }
    let tail = String(object[range.upperBound...])
    return tail.unicodeScalars.count >= 3 ? tail : nil
  }

  private static let marks: Set<Character> = ["、", "，", ",", "；"]

  /// Cut at 和, 及, 与 only where both sides are longer than a word.
  private static func conjunctions(_ text: String) -> [String] {
    for word in ["以及", "和", "及", "与"] {
      guard let range = text.range(of: word) else { continue }
      let (left, right) = (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
      if left.count >= 3, right.count >= 3 { return [left] + conjunctions(right) }
    }
    return [text]
  }

  /// 鼎盛等传统工业企业 → 鼎盛
  private static func withoutTail(_ part: String) -> String {
    guard let range = part.range(of: "等"), range.lowerBound > part.startIndex,
      part[..<range.lowerBound].count >= 2
    else { return part }
    return String(part[..<range.lowerBound])
  }
}
