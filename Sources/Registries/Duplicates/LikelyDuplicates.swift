import Domain

/// Finds records that are likely one thing under two keys, by a registry's rules of likeness.
public struct LikelyDuplicates: Sendable {
  /// Records that look like one.
  public typealias Group = AlikeRecords.Group

  private let registry: Registry
  private let places: [String]
  private let folding: Folding

  /// - Parameters:
  ///   - places: names that may stand before a company's own (山东省, 济南市); records that differ
  ///     only in them are alike.
  ///   - place: the whole name of the district, which may stand before its addresses.
  public init(_ registry: Registry, places: [String] = [], place: String? = nil) {
    self.registry = registry
    self.places = places
    folding = Folding(place: place)
  }

  /// The groups, in the order of their first records. Records without a value in one of the fields
  /// are like no other.
  public func groups(_ records: [Record]) -> [Group] {
    var alike = AlikeRecords(
      registry, by: registry.likenesses, withKeys: true, folding: folding, places: places)
    for record in records { alike.add(key: record.key, values: record.values) }
    return alike.groups
  }
}
