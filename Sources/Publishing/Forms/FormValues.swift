import Domain

/// What stands in a form: what the page puts there, what was typed over it, and what is wrong with
/// that. Whoever has typed something gets it back by this one way: after a mistake, after somebody
/// else was faster, and after a session ran out.
public struct FormValues: Sendable {
  /// What the page itself puts into the fields, by name.
  public var standing: [String: String] = [:]
  /// What was typed, in the order in which it was sent; empty where nothing was.
  public private(set) var typed: [(name: String, value: String)] = []
  /// The path that it was sent to, decoded; nil where nothing was typed.
  public private(set) var sentTo: String?
  /// What is wrong with single fields, in the order in which the head of the page lists it.
  public var problems: [FormProblem] = []
  /// What is wrong with the whole, said at its head; the number of problems otherwise.
  public var title: Phrase?
  /// True where somebody else has changed the thing since the form was opened.
  public var isStale = false
  /// What somebody else has made of fields meanwhile, by name.
  public var theirs: [String: String] = [:]

  /// A form that nobody has typed into.
  public init(standing: [String: String] = [:]) { self.standing = standing }

  /// - Parameter path: where it was sent, decoded.
  public init(typed: [(name: String, value: String)], sentTo path: String) {
    self.typed = typed
    sentTo = path
  }

  /// True where something was sent, even if every field of it was empty.
  public var isTyped: Bool { sentTo != nil }

  /// The last value that was typed, or what stands there; empty where there is neither.
  public func value(_ name: String) -> String {
    typed.last { $0.name == name }?.value ?? standing[name] ?? ""
  }

  /// All values of a name that were sent: boxes that were ticked.
  public func all(_ name: String) -> [String] {
    typed.filter { $0.name == name }.map(\.value)
  }

  /// Names of the fields that something stands in.
  public var names: Set<String> { Set(standing.keys).union(typed.map(\.name)) }

  /// Whether a box is ticked. Browsers send nothing for one that is not.
  public func isTicked(_ name: String) -> Bool {
    !(isTyped ? all(name).last ?? "" : standing[name] ?? "").isEmpty
  }

  /// Whether a box of several with the same name is ticked.
  ///
  /// - Parameter usually: what it is before anybody has typed.
  public func isTicked(_ name: String, _ value: String, usually: Bool) -> Bool {
    isTyped ? all(name).contains(value) : usually
  }

  /// The entry that the form rests on: what was sent with it, so that what others do meanwhile is
  /// noticed; once it is shown beside, the newest.
  public func basis(_ newest: some CustomStringConvertible) -> String {
    let sent = all("basis").last ?? ""
    return isStale || sent.isEmpty ? newest.description : sent
  }
}

extension FormValues {
  /// Everything that is wrong with a field; nil where nothing is.
  func wrong(_ name: String, _ frame: Frame) -> String? {
    let all = problems.filter { $0.field == name }.map { $0.what(frame.language) }
    return all.isEmpty ? nil : all.joined(separator: frame("；", "; "))
  }

  /// Puts `v-NAME` and, where something is wrong with it, `w-NAME` for each field.
  func add(_ names: Set<String>, to context: inout [String: Any], _ frame: Frame) {
    for name in names {
      context["v-" + name] = Self.inArea(value(name))
      context["w-" + name] = wrong(name, frame)
    }
  }

  /// A text as it goes into a text area, of which a browser drops a line break at the beginning.
  static func inArea(_ text: String) -> String {
    let isBroken = text.utf8.first.map { $0 == 0x0A || $0 == 0x0D } ?? false
    return isBroken ? "\n" + text : text
  }

  /// What the part `problems` at the head of a page shows; nothing where nothing is wrong.
  func head(_ frame: Frame) -> [String: Any] {
    let count = problems.count
    guard count > 0 || title != nil else { return [:] }
    return [
      "has-problems": true,
      "problems-title": title?(frame.language)
        ?? frame("有 \(count) 处需要改正", "\(count) thing\(count == 1 ? "" : "s") to correct"),
      "problems": problems.map { ["field": $0.field, "what": $0.what(frame.language)] },
    ]
  }

  /// Texts that none of `places` has a field for.
  func homeless(_ places: [FormPlace]) -> [String] {
    let own = places.filter { $0.fits(self) }
    guard own.allSatisfy({ $0.names != nil }) else { return [] }
    let known = own.reduce(Self.unseen) { $0.union($1.names ?? []) }
    return typed.filter { !known.contains($0.name) && $0.value.contains { !$0.isWhitespace } }
      .map(\.value)
  }

  /// Fields that nobody types: what a form carries along, its boxes and buttons.
  private static let unseen: Set = [
    "as", "basis", "columns", "do", "draft", "form", "id", "kept", "lacks", "lang", "line", "month",
    "open", "seen", "step", "test", "to", "unit", "website", "what",
  ]
}

extension Frame {
  /// What stands in a form of the page: what was typed into it, where something was, over what the
  /// page puts there.
  func form(_ place: FormPlace, standing: [String: String] = [:]) -> FormValues {
    guard var values = typed, place.fits(values) else { return FormValues(standing: standing) }
    values.standing = standing
    return values
  }
}
