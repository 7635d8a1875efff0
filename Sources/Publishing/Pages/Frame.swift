import Domain

/// Everything around a page: whose accounts, as of which day, in which language, who looks at it.
public struct Frame: Sendable {
  public var language: Language
  public var place: String?
  public var year: Int?
  public var asOf: Day
  public var today: Day
  /// False before the first release, when there is no day to look at.
  public var hasDay = true
  public var caller: Caller
  public var links: Links
  /// Path of the page itself, without query: `/commitments/P16`.
  public var path: String
  /// The query of the page itself, without `as-of` and `lang`.
  public var query: [(name: String, value: String)]
  /// Goes into every form as `csrf`; empty where nothing can be sent.
  public var csrf: String
  /// Why the data is invented, or nil.
  public var synthetic: String?
  /// Names of units in English, by their own names.
  public var unitNames: [String: String] = [:]
  /// Whether third-party scripts are there; without them pages ask for none.
  public var hasVendorFiles = true
  /// What was typed into a form of the page and waits to be shown in it again.
  public var typed: FormValues?
  /// What has just been done, to be said once.
  public var notice: Phrase?

  public init(
    language: Language = .chinese, place: String? = nil, year: Int? = nil, asOf: Day, today: Day,
    caller: Caller = .everyone, links: Links, path: String = "/",
    query: [(name: String, value: String)] = [], csrf: String = "", synthetic: String? = nil,
    notice: Phrase? = nil
  ) {
    self.language = language
    self.place = place
    self.year = year
    self.asOf = asOf
    self.today = today
    self.caller = caller
    self.links = links
    self.path = path
    self.query = query
    self.csrf = csrf
    self.synthetic = synthetic
    self.notice = notice
  }

  var words: Words { Words(language) }

  /// In the frame's language.
  public func callAsFunction(_ chinese: String, _ english: String) -> String {
    language == .chinese ? chinese : english
  }

  /// In the frame's language.
  func callAsFunction(_ phrase: Phrase) -> String { phrase(language) }

  /// The address of a path of the site, as of the same day and in the same language.
  public func link(_ path: String, _ query: [(String, String)] = []) -> String {
    links.to(path, query)
  }

  /// A unit's name in the frame's language, where it has one.
  func unit(_ name: String) -> String {
    language == .english ? unitNames[name] ?? name : name
  }

  /// A commitment's title in the frame's language, where it has one.
  public func title(_ commitment: Commitment) -> String {
    language == .english ? commitment.english ?? commitment.title : commitment.title
  }
}
