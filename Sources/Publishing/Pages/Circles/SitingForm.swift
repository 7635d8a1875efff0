import Domain

/// Where the next places should stand: what somebody inside asks of a map, and what there is to ask.
public struct SitingForm: Sendable {
  /// What is asked for.
  public struct Wish: Sendable, Equatable {
    /// Most sites that a page seeks.
    public static let most = 10
    /// Most candidates among which a page seeks.
    public static let candidates = 200

    /// How many to add, 1...``most``.
    public var count: Int
    /// True for the shortest way on average, false for most people within the limit.
    public var isMedian: Bool
    /// The registry whose records are the candidates; nil for anywhere that people live.
    public var registry: String?

    public init(count: Int, isMedian: Bool = false, registry: String? = nil) {
      self.count = max(1, min(count, Self.most))
      self.isMedian = isMedian
      self.registry = registry
    }
  }

  /// Nil before anything was asked.
  public var wish: Wish?
  /// Registries whose records may have a point, by name, with their English names.
  public var registries: [(name: String, english: String?)]
  /// Why there are no sites.
  public var notice: Phrase?

  public init(
    wish: Wish?, registries: [(name: String, english: String?)], notice: Phrase? = nil
  ) {
    self.wish = wish
    self.registries = registries
    self.notice = notice
  }

  /// As addresses say it.
  var query: [(String, String)] {
    guard let wish else { return [] }
    return [("add", String(wish.count))] + (wish.isMedian ? [("goal", "median")] : [])
      + (wish.registry.map { [("sites", $0)] } ?? [])
  }

  func context(_ frame: Frame) -> [String: Any] {
    [
      "add": wish?.count ?? 3, "median": wish?.isMedian ?? false,
      "registries": registries.map { registry in
        [
          "value": registry.name,
          "name": frame.language == .english ? registry.english ?? registry.name : registry.name,
          "chosen": registry.name == wish?.registry,
        ] as [String: Any]
      },
      "notice": notice.map { $0(frame.language) } ?? "",
    ]
  }
}
