import Domain

/// What was read from an uploaded report, to be adopted one by one; nothing is in the ledger yet.
public struct ReportDraftPage: Page {
  public static let template = "report-draft"
  private let draft: String
  private let name: String
  private let heading: (title: String?, place: String?, year: Int?)
  private let proposals: [Proposal]
  private let left: [Left]
  private let notFound: [String]
  private let units: [String]
  private let values: [String: String]

  /// A commitment as it would be adopted.
  public struct Proposal: Sendable {
    public var commitment: Commitment
    /// Its suggested measure in words; nil where none is known.
    public var measure: Phrase?
    /// Why the suggested measure cannot be bound here.
    public var doubt: Phrase?
    /// A task without a number that no template knows: adopted only where it is ticked.
    public var isOptional: Bool

    public init(_ commitment: Commitment, measure: Phrase?, doubt: Phrase?, isOptional: Bool) {
      self.commitment = commitment
      self.measure = measure
      self.doubt = doubt
      self.isOptional = isOptional
    }
  }

  /// A statement that gives no commitment.
  public struct Left: Sendable {
    public var kind: Statement.Kind
    public var quote: String
    public var indicator: String

    public init(kind: Statement.Kind, quote: String, indicator: String) {
      self.kind = kind
      self.quote = quote
      self.indicator = indicator
    }
  }

  /// - Parameters:
  ///   - draft: the draft's id.
  ///   - notFound: what the pack knows and this report does not have, by id and title.
  ///   - units: names of all units, the choices.
  ///   - values: what stands in the fields before anything is typed.
  public init(
    draft: String, name: String, title: String?, place: String?, year: Int?,
    proposals: [Proposal], left: [Left], notFound: [String], units: [String],
    values: [String: String]
  ) {
    self.draft = draft
    self.name = name
    heading = (title, place, year)
    self.proposals = proposals
    self.left = left
    self.notFound = notFound
    self.units = units
    self.values = values
  }

  public var title: Phrase { Phrase("待采纳的报告", "Report to be adopted") }
  public var tab: Tab { .reports }
  public var places: [FormPlace] { [FormPlace("/reports/draft/\(draft)")] }

  private var main: [Proposal] { proposals.filter { !$0.isOptional } }

  public func context(_ frame: Frame) -> [String: Any] {
    let form = frame.form(places[0], standing: values)
    let optional = proposals.filter(\.isOptional)
    let groups = Dictionary(grouping: left, by: \.kind)
    return [
      "reports": frame.link("/reports"), "action": "/reports/draft/\(draft)", "name": name,
      "remove": "/reports/draft/\(draft)/remove",
      "heading": (heading.title ?? name).onOneLine,
      "about": frame.words.heading(heading.place, heading.year),
      "count": main.count, "themes": themes(form, frame), "units": units,
      "optional": optional.map { tick($0, form, frame) }, "optional-count": optional.count,
      "has-optional": !optional.isEmpty, "not-found": notFound,
      "not-found-count": notFound.count, "has-not-found": !notFound.isEmpty,
      "left": Statement.Kind.allCases.compactMap { kind -> [String: Any]? in
        guard let own = groups[kind] else { return nil }
        return [
          "name": frame.words.kind(kind), "count": own.count,
          "items": own.map { ["quote": $0.quote, "what": $0.indicator] },
        ]
      },
    ]
  }

  /// Themes in the order in which they come first.
  private func themes(_ form: FormValues, _ frame: Frame) -> [[String: Any]] {
    func theme(_ proposal: Proposal) -> String {
      proposal.commitment.theme ?? frame("没有主题", "No theme")
    }
    var order: [String] = []
    for proposal in main where !order.contains(theme(proposal)) { order.append(theme(proposal)) }
    let groups = Dictionary(grouping: main, by: theme)
    return order.map { name in
      let own = groups[name] ?? []
      return [
        "theme": name, "size": own.count, "proposals": own.map { proposal($0, form, frame) },
      ]
    }
  }

  private func proposal(
    _ proposal: Proposal, _ form: FormValues, _ frame: Frame
  ) -> [String: Any] {
    let commitment = proposal.commitment
    let id = commitment.id
    let isLeftOut = form.value("take-\(id)") == "no"
    var item: [String: Any] = [
      "id": id, "shown-title": commitment.title, "kind": frame.words.kind(commitment.kind),
      "sentence": SentenceParts(commitment.origins.first).context,
      "target": commitment.target.map { frame.words.target($0) + " " + $0.unit }
        ?? frame("报告没有给出数字", "no number in the report"),
      "deadline": commitment.deadline.description,
      "measure": proposal.measure?(frame.language)
        ?? frame("没有建议的口径，采纳后再定", "none suggested; to be set after adoption"),
      "taken": !isLeftOut, "left-out": isLeftOut,
      "fields": [
        FormField("title-\(id)", frame("名称", "Title")),
        FormField(
          "units-\(id)", frame("责任单位（牵头在前，用顿号隔开）", "Units, the lead first, with 、 between")),
      ].map { $0.context(form, frame) },
      "why": FormField("reason-\(id)", frame("不采纳的理由（将公开）", "Reason for leaving it out (public)"))
        .context(form, frame),
    ]
    item["section"] = commitment.origins.first?.section
    item["doubt"] = proposal.doubt?(frame.language)
    item["strength"] = commitment.strength.map(frame.words.strength)
    return item
  }

  private func tick(_ proposal: Proposal, _ form: FormValues, _ frame: Frame) -> [String: Any] {
    let name = "take-\(proposal.commitment.id)"
    return [
      "name": name, "id": proposal.commitment.id, "quote": proposal.commitment.title,
      "ticked": form.isTicked(name),
    ]
  }
}

/// A sentence with its own words of a commitment set apart.
struct SentenceParts {
  var before = ""
  var quote = ""
  var after = ""

  init(_ origin: Commitment.Origin?) {
    guard let origin else { return }
    quote = origin.quote
    guard let range = origin.sentence.firstRange(of: origin.quote) else { return }
    before = String(origin.sentence[..<range.lowerBound])
    after = String(origin.sentence[range.upperBound...])
  }

  var context: [String: Any] { ["before": before, "own": quote, "after": after] }
}
