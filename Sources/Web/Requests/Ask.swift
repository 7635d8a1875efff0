import Domain
import Operations
import Publishing

/// A request after it was checked: who asks for what, as of which day, in which language.
struct Ask: Sendable {
  /// Where what is done is written; what is shown is made of ``view``.
  let office: Office
  /// What the caller may know on the day that is asked for.
  let view: View
  /// What is asked for, in its one form.
  let address: Address
  var language: Language = .chinese
  /// The day that is asked for.
  var asOf: Day
  /// The last day that the caller may look at, which is the default.
  var lastDay: Day
  /// The path, decoded.
  var path = "/"
  /// What stands in the path's variable parts.
  var parameters: [String: String] = [:]
  /// What the route knows of the query, in the route's order, without `as-of` and `lang`.
  var query: [(name: String, value: String)] = []
  /// True where data is asked for as CSV.
  var isCSV = false
  /// What was sent; for a page with a form, what was typed before and is to be shown again.
  var form = Form()
  /// Names what was typed and could not be taken; nil where nothing waits.
  var draft: String?
  /// What was typed into a form of the page that is asked for, to stand in it again.
  var typed: FormValues?
  /// Goes into forms of the answer.
  var csrf = ""
  /// The value of the session's cookie.
  var cookie: String?
  /// Where the request came from, as far as it can be told.
  var remote = ""

  /// How reminders are mailed; nil where no mail is set up.
  var mail: SendMail?

  var caller: Caller { view.caller }

  /// What a document that is not a page is made with.
  func frame() -> Frame { frame(.served(language)) }

  func frame(_ links: Links) -> Frame {
    var frame = view.frame(language, links, path: path)
    frame.today = lastDay
    return frame
  }

  /// The last view that the caller has: for pages that are of no day.
  func latest() throws -> View {
    asOf == lastDay ? view : try office.view(asOf: lastDay, by: caller)
  }

  /// A part of the path; empty where the route has none of that name.
  func part(_ name: String) -> String { parameters[name] ?? "" }

  /// The first value of a name in the query, trimmed; nil where it is missing or empty.
  func asked(_ name: String) -> String? {
    guard let value = query.first(where: { $0.name == name })?.value.trimmed, !value.isEmpty else {
      return nil
    }
    return value
  }

  /// All values of a name in the query.
  func allAsked(_ name: String) -> [String] { query.filter { $0.name == name }.map(\.value) }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(String.UnicodeScalarView(scalars))
  }
}
