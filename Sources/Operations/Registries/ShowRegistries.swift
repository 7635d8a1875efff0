import Domain
import Publishing
import Synchronization

/// Registries as tables: inside as they are now, outside as the last release knew.
public struct ShowRegistries: Sendable {
  private let view: View

  /// Shows what a view may know, and asks nothing else.
  public init(_ view: View) { self.view = view }

  /// Every registry by name, with how many records it has and when it was last imported.
  public func list() throws -> RegistriesPage {
    let (books, store) = (view.books, try view.browse())
    return RegistriesPage(
      try books.registries.values.sorted { $0.name < $1.name }.map { registry in
        .init(
          registry, count: try store.count(view.known(Browsing(registry: registry.name))),
          imported: try view.lastImport(of: registry.name),
          commitments: books.active.filter {
            $0.measure?.registries.contains(registry.name) ?? false
          }
          .map(\.id))
      })
  }

  /// - Parameter page: from 1.
  /// - Throws: a fault for a registry that there is not.
  public func run(
    _ browsing: Browsing, page: Int, columns: Set<String> = []
  ) throws -> RegistryPage {
    let registry = try registry(browsing)
    let browsing = try view.known(browsing)
    let store = try view.browse()
    guard isListed(registry) else {
      let counted = try view.known(Browsing(registry: registry.name))
      let tables = try registry.fields.filter { $0.kind == .choice }.map { field in
        SuppressedTable(
          field.name, try store.tally(counted, by: field.name, limit: 100),
          least: view.books.settings.smallCell)
      }
      return RegistryPage(registry, counted, .counts(tables), page: 1, hasPage: hasPage(registry))
    }
    let number = max(1, min(page, 1 << 20))
    let records = try store.page(
      browsing, offset: (number - 1) * RegistryPage.size, limit: RegistryPage.size)
    return RegistryPage(
      registry, browsing, .records(records, total: try store.count(browsing)), page: number,
      columns: columns, hasPage: hasPage(registry))
  }

  /// Whether the chains or buildings of a registry have a page of their own.
  private func hasPage(_ registry: Registry) -> Bool {
    registry.name == ShowViews.chains.chain
      ? ShowViews.hasChains(view.books) : ShowViews.hasBuildings(view.books)
  }

  /// Every record of a browsing as one CSV; nil where the caller sees counts only.
  public func csv(_ browsing: Browsing, language: Language) throws -> [UInt8]? {
    let rows = try rows(browsing, language: language)
    guard let rows else { return nil }
    var bytes: [UInt8] = []
    while let piece = try rows.next() { bytes += piece }
    return bytes
  }

  /// Every record of a browsing as a CSV, piece by piece; nil where the caller sees counts only.
  public func rows(
    _ browsing: Browsing, columns: Set<String> = [], language: Language
  ) throws -> RegistryRows? {
    let registry = try registry(browsing)
    guard isListed(registry) else { return nil }
    return RegistryRows(
      registry, try view.known(browsing), try view.browse(),
      RecordsExporter(
        format: .csv, language: language, synthetic: view.books.synthetic, columns: columns))
  }

  /// Records that a workbook holds at most; it says how many there are more.
  public static let workbookRows = 50_000

  /// The records of a browsing as a workbook.
  ///
  /// - Throws: ``WorkFault/notFound`` where the caller sees counts only.
  public func workbook(
    _ browsing: Browsing, columns: Set<String>, language: Language
  ) throws -> [UInt8] {
    let registry = try registry(browsing)
    guard isListed(registry) else { throw WorkFault.notFound }
    let (browsing, store) = (try view.known(browsing), try view.browse())
    let records = try store.page(browsing, offset: 0, limit: Self.workbookRows)
    return try RecordsExporter(
      format: .xlsx, language: language, synthetic: view.books.synthetic, columns: columns
    ).bytes(records, of: registry, total: store.count(browsing))
  }

  /// One record with its versions.
  ///
  /// - Throws: ``WorkFault/notFound``; also for the public where records are persons.
  public func record(_ key: String, of name: String) throws -> RecordPage {
    let registry = try Declared(view.books).registry(name)
    guard isListed(registry) else { throw WorkFault.notFound }
    let versions = try view.evidence.versions(of: key, in: name)
      .filter { $0.since <= view.recordsKnown }
    guard !versions.isEmpty else { throw WorkFault.notFound }
    return RecordPage(
      registry,
      try versions.map { record in
        let entry = try view.entry(record.since)
        return .init(
          record, source: view.books.sources[record.source], time: entry?.time,
          actor: entry?.actor ?? "")
      })
  }

  private func registry(_ browsing: Browsing) throws -> Registry {
    try Declared(view.books).registry(browsing.registry)
  }

  /// Persons are counted for everybody and listed inside alone.
  private func isListed(_ registry: Registry) -> Bool {
    view.isInside || !registry.isAboutPersons
  }
}
