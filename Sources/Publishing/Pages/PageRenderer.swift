import Domain
import Mustache

/// Turns pages into html. Templates are compiled once for each language: `[[中文|English]]` in a
/// template is the one or the other.
public struct PageRenderer: Sendable {
  private let libraries: [Language: MustacheLibrary]

  /// - Throws: what is wrong with a built-in template.
  public init() throws {
    PageEscape.register()
    var libraries: [Language: MustacheLibrary] = [:]
    for language in Language.allCases {
      var library = MustacheLibrary()
      for (name, bytes) in Templates.all {
        let text = PageRenderer.inLanguage(String(decoding: bytes, as: UTF8.self), language)
        try library.register(PageEscape.pragma + text, named: name)
      }
      libraries[language] = library
    }
    self.libraries = libraries
  }

  /// The whole page.
  public func html(_ page: any Page, _ frame: Frame) -> [UInt8] {
    html(body: body(page, frame), PageShell(page), frame)
  }

  /// What stands between the bars: the same for everybody who may see the same.
  public func body(_ page: any Page, _ frame: Frame) -> String {
    var context = page.context(frame)
    context["csrf"] = frame.csrf
    guard let typed = frame.typed else {
      return render(context, type(of: page).template, frame.language)
    }
    context.merge(typed.head(frame)) { $1 }
    let homeless = typed.homeless(page.places)
    return (homeless.isEmpty ? "" : render(["texts": homeless], "homeless", frame.language))
      + render(context, type(of: page).template, frame.language)
  }

  /// A body with the bars around it.
  public func html(body: String, _ shell: PageShell, _ frame: Frame) -> [UInt8] {
    var context = FrameContext(frame, shell).values
    context["body"] = body
    return Array(render(context, "frame", frame.language).utf8)
  }

  private func render(_ context: [String: Any], _ name: String, _ language: Language) -> String {
    libraries[language]?.render(Blank.filling(context), withTemplate: name) ?? ""
  }

  /// Replaces every `[[中文|English]]` by its part.
  static func inLanguage(_ text: String, _ language: Language) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "[["),
      let close = rest[open.upperBound...].firstRange(of: "]]")
    {
      result += rest[..<open.lowerBound]
      let parts = rest[open.upperBound..<close.lowerBound].split(
        separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      result += language == .chinese ? parts[0] : parts.last ?? ""
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}
