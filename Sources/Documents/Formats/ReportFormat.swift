/// The kinds of files that reports are read from, named once for messages, folders and forms.
///
/// How a kind is told by its bytes says `DocumentFormat`; names of files only help.
public enum ReportFormat: String, Sendable, CaseIterable {
  case txt, html, docx, pdf

  /// Endings of names by which a folder's reports are found, in lower case.
  public var endings: [String] {
    switch self {
    case .txt: ["txt", "text"]
    case .html: ["htm", "html", "xhtml"]
    case .docx, .pdf: [rawValue]
    }
  }

  /// `txt、html、docx 或 pdf`, `txt, html, docx or pdf`.
  public static let either: (chinese: String, english: String) = {
    let names = allCases.map(\.rawValue)
    let (first, last) = (names.dropLast(), names[names.count - 1])
    return (
      first.joined(separator: "、") + " 或 " + last, first.joined(separator: ", ") + " or " + last
    )
  }()
}
