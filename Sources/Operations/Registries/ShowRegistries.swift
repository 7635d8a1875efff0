import Domain
import Publishing
import Synchronization

/// Registries as tables, for whoever asks: inside as they are now, outside as the last release knew.
public struct ShowRegistries: Sendable {
  private let office: Office

  public init(_ office: Office) { self.office = office }

  public func list(asOf day: Day, by caller: Caller) throws -> RegistriesPage {
    try office.require(.readPublic, by: caller)
    let books = try office.books()
    let known = try known(asOf: day, by: caller)
    let store = try browse()
    return RegistriesPage(
      try books.registries.values.sorted { $0.name < $1.name }.map { registry in
        .init(
          registry, count: try store.count(Browsing(registry: registry.name, known: known)),
          imported: try lastImport(registry.name, known),
          commitments: books.active.filter {
            $0.measure?.registries.contains(registry.name) ?? false
          }
          .map(\.id))
      })
  }

  /// - Parameter page: from 1.
  /// - Throws: a fault for a registry that there is not.
  public func run(
    _ browsing: Browsing, page: Int, columns: Set<String> = [], asOf day: Day, by caller: Caller
  ) throws -> RegistryPage {
    try office.require(.readPublic, by: caller)
    let books = try office.books()
    let registry = try Declared(books).registry(browsing.registry)
    var browsing = browsing
    browsing.known = try known(asOf: day, by: caller)
    let store = try browse()
    guard caller.may(.readInternal) || !registry.isAboutPersons else {
      let counted = Browsing(registry: registry.name, known: browsing.known)
      let tables = try registry.fields.filter { $0.kind == .choice }.map { field in
        SuppressedTable(
          field.name, try store.tally(counted, by: field.name, limit: 100),
          least: books.settings.smallCell)
      }
      return RegistryPage(registry, counted, .counts(tables), page: 1)
    }
    let number = max(1, min(page, 1 << 20))
    let records = try store.page(
      browsing, offset: (number - 1) * RegistryPage.size, limit: RegistryPage.size)
    return RegistryPage(
      registry, browsing, .records(records, total: try store.count(browsing)), page: number,
      columns: columns)
  }

  /// Every record of a browsing as one CSV; nil where the caller sees counts only.
  public func csv(
    _ browsing: Browsing, language: Language, asOf day: Day, by caller: Caller
  ) throws -> [UInt8]? {
    let rows = try rows(browsing, language: language, asOf: day, by: caller)
    guard let rows else { return nil }
    var bytes: [UInt8] = []
    while let piece = try rows.next() { bytes += piece }
    return bytes
  }

  /// Every record of a browsing as a CSV, piece by piece; nil where the caller sees counts only.
  public func rows(
    _ browsing: Browsing, columns: Set<String> = [], language: Language, asOf day: Day,
    by caller: Caller
  ) throws -> RegistryRows? {
    try office.require(.readPublic, by: caller)
    let books = try office.books()
    let registry = try Declared(books).registry(browsing.registry)
    guard caller.may(.readInternal) || !registry.isAboutPersons else { return nil }
    var browsing = browsing
    browsing.known = try known(asOf: day, by: caller)
    return RegistryRows(
      registry, browsing, try browse(),
      RecordsExporter(
        format: .csv, language: language, synthetic: books.synthetic, columns: columns))
  }

  /// Records that a workbook holds at most; it says how many there are more.
  public static let workbookRows = 50_000

  /// The records of a browsing as a workbook.
  ///
  /// - Throws: ``WorkFault/notFound`` where the caller sees counts only.
  public func workbook(
    _ browsing: Browsing, columns: Set<String>, language: Language, asOf day: Day,
    by caller: Caller
  ) throws -> [UInt8] {
    try office.require(.readPublic, by: caller)
    let books = try office.books()
    let registry = try Declared(books).registry(browsing.registry)
    guard caller.may(.readInternal) || !registry.isAboutPersons else { throw WorkFault.notFound }
    var browsing = browsing
    browsing.known = try known(asOf: day, by: caller)
    let store = try browse()
    let records = try store.page(browsing, offset: 0, limit: Self.workbookRows)
    return try RecordsExporter(
      format: .xlsx, language: language, synthetic: books.synthetic, columns: columns
    ).bytes(records, of: registry, total: store.count(browsing))
  }

  /// One record with its versions.
  ///
  /// - Throws: ``WorkFault/notFound``; also for the public where records are persons.
  public func record(
    _ key: String, of name: String, asOf day: Day, by caller: Caller
  ) throws -> RecordPage {
    try office.require(.readPublic, by: caller)
    let books = try office.books()
    let registry = try Declared(books).registry(name)
    let isInside = caller.may(.readInternal)
    guard isInside || !registry.isAboutPersons else { throw WorkFault.notFound }
    let known = try known(asOf: day, by: caller)
    let versions = try office.store.versions(of: key, in: name).filter { $0.since <= known }
    guard !versions.isEmpty else { throw WorkFault.notFound }
    return RecordPage(
      registry,
      try versions.map { record in
        let entry = try office.store.entries(after: record.since - 1, through: record.since).first
        return .init(
          record, source: books.sources[record.source], time: entry?.time,
          actor: isInside ? entry?.actor ?? "" : "")
      })
  }

  private func browse() throws -> any BrowseStore {
    guard let store = office.store as? any BrowseStore else { throw WorkFault.notFound }
    return store
  }

  /// The last entry that brought evidence: inside of all, outside of those that the release knew. As
  /// long as it is the same, every table is.
  private func known(asOf day: Day, by caller: Caller) throws -> Int {
    let books = try office.books()
    if caller.may(.readInternal), day == office.today { return books.evidence(known: .max) }
    let view = try office.view(asOf: day, by: caller)
    return books.evidence(known: try view.knowledge.sequence(asOf: view.day, in: office.store))
  }

  private func lastImport(_ name: String, _ known: Int) throws -> Day? {
    try office.imports()[name]?.last { $0.sequence <= known }?.day
  }
}
