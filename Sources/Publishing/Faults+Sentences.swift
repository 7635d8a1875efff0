import Domain

extension PublishingFault {
  /// What went wrong, with the reason that the system gave; one line without the place.
  public func sentence(_ language: Language) -> String {
    let words = Words(language)
    switch self {
    case .workbook(let reason):
      return words("无法写出工作簿（\(reason)）", "the workbook could not be written (\(reason))")
    case .cannotWrite(_, let reason):
      return words("无法写出文件（\(reason)）", "the file could not be written (\(reason))")
    }
  }
}

/// A fault as people read it: code, sentence and place, the same in the other language, then the
/// line with a caret under the column where there is one.
public struct FaultText: Sendable {
  private let fault: any Fault
  private let language: Language
  private static let excerptWidth = 100

  /// A fault to be told in `language` first and in the other language below it.
  public init(_ fault: any Fault, _ language: Language = .chinese) {
    self.fault = fault
    self.language = language
  }

  /// Two to four lines, without a line break at the end.
  public var text: String {
    let other: Language = language == .chinese ? .english : .chinese
    let first = [fault.code.rawValue + " " + fault.sentence(language).onOneLine, place]
    let lines = [
      first.compactMap { $0 }.joined(separator: "  "),
      "     " + fault.sentence(other).onOneLine,
    ]
    return (lines + excerpt).joined(separator: "\n")
  }

  private var place: String? {
    guard let place = fault.place else { return nil }
    let words = Words(language)
    guard let line = place.line else { return place.file.onOneLine }
    let column = place.column.map { ":\($0)" } ?? ""
    return place.file.onOneLine + (isOfPassages ? words(" 段", " ¶") : words(" 行", " line "))
      + "\(line)" + column
  }

  /// Documents and what is read from them have passages; tables and declarations have lines.
  private var isOfPassages: Bool { fault.code.rawValue.first.map { "DRO".contains($0) } ?? true }

  private var excerpt: [String] {
    guard let excerpt = fault.place?.excerpt else { return [] }
    guard let column = fault.place?.column, column > 0 else {
      return [excerpt.onOneLine.cut(to: Self.excerptWidth)]
    }
    let characters = Array(excerpt)
    let start = max(0, column - 41)
    let before = String(characters.dropFirst(start).prefix(column - 1 - start)).onOneLine
    let after = String(characters.dropFirst(column - 1)).onOneLine
    let line = (start > 0 ? "…" : "") + before
    return [(line + after).cut(to: Self.excerptWidth), spaces(DisplayWidth.of(line)) + "^"]
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}
