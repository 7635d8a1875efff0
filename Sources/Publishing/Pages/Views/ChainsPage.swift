import Domain

/// 产业链: each with the unit that leads it, its leading enterprise, its links and its gaps, as a
/// picture and as a table. Who is personally in charge is not public.
public struct ChainsPage: Page {
  public static let template = "chains"
  private let chains: [Chain]

  public struct Chain: Sendable {
    public var id: String
    public var name: String
    public var kind: String?
    public var unit: String?
    public var leader: String?
    public var links: [Link] = []
    public var gaps: [Gap] = []

    public init(id: String, name: String) {
      self.id = id
      self.name = name
    }
  }

  public struct Link: Sendable {
    public var name: String
    public var members: [String]

    public init(name: String, members: [String]) {
      self.name = name
      self.members = members
    }
  }

  public struct Gap: Sendable {
    public var text: String
    public var since: Day
    /// Nil while it is open.
    public var closed: Day?

    public init(text: String, since: Day, closed: Day?) {
      self.text = text
      self.since = since
      self.closed = closed
    }
  }

  public init(_ chains: [Chain]) { self.chains = chains }

  public var title: Phrase { Phrase("产业链", "Industrial chains") }
  public var tab: Tab { .registries }

  public func context(_ frame: Frame) -> [String: Any] {
    [
      "back": frame.link("/registries/产业链"), "csv": frame.links.csv("/chains"),
      "json": frame.links.json("/chains"), "count": chains.count, "any": !chains.isEmpty,
      "chains": chains.map { chain($0, frame) },
    ]
  }

  private func chain(_ chain: Chain, _ frame: Frame) -> [String: Any] {
    let open = chain.gaps.filter { $0.closed == nil }
    return [
      "id": chain.id, "name": chain.name, "kind": chain.kind ?? "",
      "unit": chain.unit ?? frame("待定", "to be named"),
      "leader": chain.leader ?? frame("未明确", "none named"), "has-leader": chain.leader != nil,
      "open": open.count, "closed": chain.gaps.count - open.count,
      "boxes": boxes(chain, frame), "width": max(1, chain.links.count) * Self.step,
      "links": chain.links.map { link in
        [
          "name": link.name, "count": link.members.count, "is-gap": link.members.isEmpty,
          "members": frame.words.list(link.members.prefix(6)),
          "more": link.members.count > 6 ? String(link.members.count - 6) : "",
        ] as [String: Any]
      },
      "gaps": chain.gaps.map { gap in
        [
          "text": gap.text, "since": gap.since.description, "open": gap.closed == nil,
          "closed": gap.closed?.description ?? "",
        ] as [String: Any]
      },
      "has-gaps": !chain.gaps.isEmpty,
    ]
  }

  /// Points from one box to the next, and of a box.
  private static let (step, box) = (170, 130)

  private func boxes(_ chain: Chain, _ frame: Frame) -> [[String: Any]] {
    chain.links.enumerated().map { index, link in
      let x = index * Self.step + 10
      return [
        "x": x, "middle": x + Self.box / 2, "name": link.name,
        "count": link.members.isEmpty
          ? frame("缺", "gap") : frame("\(link.members.count) 家", "\(link.members.count)"),
        "is-gap": link.members.isEmpty,
        "arrow": index + 1 < chain.links.count, "from": x + Self.box,
        "to": x + Self.step - 8, "tip": x + Self.step,
      ]
    }
  }

  public func data(_ frame: Frame) -> JSONValue? {
    .object([
      (
        "chains",
        .list(
          chains.map { chain in
            .object([
              ("id", .text(chain.id)), ("name", .text(chain.name)), ("unit", JSONValue(chain.unit)),
              ("leader", JSONValue(chain.leader)),
              (
                "links",
                .list(
                  chain.links.map {
                    .object([
                      ("name", .text($0.name)), ("count", .whole($0.members.count)),
                      ("members", .list($0.members.map { .text($0) })),
                    ])
                  })
              ),
              (
                "gaps",
                .list(
                  chain.gaps.map {
                    .object([
                      ("text", .text($0.text)), ("since", JSONValue($0.since)),
                      ("closed", JSONValue($0.closed)),
                    ])
                  })
              ),
            ])
          })
      )
    ])
  }

  public func csv(_ frame: Frame) -> [UInt8]? {
    CSVText.bytes(
      [
        frame("产业链", "chain"), frame("名称", "name"), frame("环节", "link"),
        frame("企业数", "enterprises"), frame("企业", "names"),
      ],
      chains.flatMap { chain in
        chain.links.map {
          [chain.id, chain.name, $0.name, "\($0.members.count)", $0.members.joined(separator: "、")]
        }
      })
  }
}
