import Domain
import Publishing
import Synchronization

/// A registry's records as CSV, some thousands at a time, so that a large one is never held whole.
public final class RegistryRows: Sendable {
  private let registry: Registry
  private let browsing: Browsing
  private let store: any BrowseStore
  private let exporter: RecordsExporter
  /// Records that were given; nil before the head.
  private let given = Mutex<Int?>(nil)

  private static let size = 4096

  init(
    _ registry: Registry, _ browsing: Browsing, _ store: any BrowseStore,
    _ exporter: RecordsExporter
  ) {
    self.registry = registry
    self.browsing = browsing
    self.store = store
    self.exporter = exporter
  }

  /// The next piece; nil after the last.
  public func next() throws -> [UInt8]? {
    try given.withLock { given in
      guard let done = given else {
        given = 0
        return exporter.head(of: registry)
      }
      let records = try store.page(browsing, offset: done, limit: Self.size)
      given = done + records.count
      return records.isEmpty ? nil : exporter.rows(records, of: registry)
    }
  }
}
