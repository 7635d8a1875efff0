import Domain

/// One record with all of its versions. Nothing personal is on it.
public struct RecordPage: Page {
  public static let template = "record"
  private let registry: Registry
  private let versions: [Version]

  /// A version of the record, and what it rests on.
  public struct Version: Sendable {
    public var record: Record
    public var source: Source?
    /// When it was entered.
    public var time: Instant?
    /// By whom; empty where that is not to be seen.
    public var actor: String

    /// Kept beside a stronger source, without replacing it.
    var isBeside: Bool { record.until == record.since }

    public init(_ record: Record, source: Source?, time: Instant?, actor: String) {
      self.record = record
      self.source = source
      self.time = time
      self.actor = actor
    }
  }

  /// Versions that count or counted; what weaker sources said beside them did not.
  private var counted: [Version] {
    let own = versions.filter { !$0.isBeside }
    return own.isEmpty ? versions : own
  }

  /// - Parameter versions: oldest first, at least one.
  public init(_ registry: Registry, _ versions: [Version]) {
    self.registry = registry
    self.versions = versions
  }

  private var key: String {
    versions.last?.record.key.replacing(Record.separator, with: " ") ?? ""
  }

  public var title: Phrase {
    Phrase("\(registry.name) \(key)", "\(registry.english ?? registry.name) \(key)")
  }
  public var tab: Tab { .registries }

  public func context(_ frame: Frame) -> [String: Any] {
    [
      "list": frame.link("/registries"), "registry": frame.name(of: registry),
      "registry-href": frame.link("/registries/" + registry.name), "key": key,
      "fields": fields(frame), "gone": counted.last?.record.until != nil,
      "versions": versions.reversed().map { context(of: $0, frame) },
    ]
  }

  private func context(of version: Version, _ frame: Frame) -> [String: Any] {
    let source = version.source
    return [
      "time": version.time.map { String($0.description.prefix(16)) } ?? "",
      "actor": version.actor, "number": version.record.since,
      "source": source.map { "\($0.title)（\($0.issuer)，\($0.date)）" } ?? "",
      "grade": source.map { frame.words.proof($0.grade) } ?? "",
      "ended": version.isBeside ? "" : version.record.until.map { String($0) } ?? "",
      "beside": version.isBeside,
    ]
  }

  /// Values of the last version, and what each was before.
  private func fields(_ frame: Frame) -> [[String: Any]] {
    let sheet = RecordSheet(
      registry: registry, records: counted.map(\.record), total: counted.count,
      words: frame.words, synthetic: nil
    ).screen
    return sheet.columns.indices.map { column in
      let values = sheet.rows.map { $0[column].shown }
      let before = zip(values, values.dropFirst()).filter { $0 != $1 }.map(\.0)
      return [
        "name": sheet.columns[column].title, "value": values.last ?? "",
        "before": before.map { ["text": $0.isEmpty ? frame("空", "empty") : $0] },
      ]
    }
  }

  public func data(_ frame: Frame) -> JSONValue? {
    let sheet = RecordSheet(
      registry: registry, records: versions.map(\.record), total: versions.count,
      words: frame.words, synthetic: nil)
    return .object([
      ("registry", .text(registry.name)),
      (
        "versions",
        .list(
          zip(sheet.objects, versions).map { object, version in
            object.with("since", .whole(version.record.since))
              .with("until", JSONValue(version.record.until))
              .with("source", JSONValue(version.source?.title))
          })
      ),
    ])
  }
}
