import Documents
import Domain
import Publishing
import Registries

/// What importing a table would do, found without recording anything.
struct PreviewImport {
  private let store: any LedgerStore

  init(_ store: any LedgerStore) { self.store = store }

  /// Rows and changes that are shown.
  private static let shown = 20

  /// - Throws: a fault for a file that is no table, or for a document that cannot have its grade;
  ///   what is wrong with its rows is part of the look.
  func records(
    _ bytes: [UInt8], name: String, _ facts: ImportFacts, registry: Registry
  ) throws -> ImportLook {
    let reader = RecordReader(registry)
    let table = try TableReader(sheet: facts.sheet, headers: reader.headers)
      .read(bytes, name: name)
    let books = try store.books()
    let (source, told) = try SourceGrading(books, registry: registry.name).graded(
      facts.source.source(file: name, sha256: store.sha256(bytes)), idGiven: false,
      reason: facts.reason)
    let found = CollectedRows(store, registry)
    var sink: any RecordSink = found
    var look = ImportLook()
    do {
      look.notes = try reader.read(table, into: &sink) + told
    } catch RegistryFault.refused(_, _, let problems, let total) {
      look.problems = problems.map(\.shown)
      look.total = total
    }
    guard look.problems.isEmpty else { return look }
    look.sample = found.rows.prefix(Self.shown).map { Record(key: $0.key, values: $0.values) }
    for row in found.rows {
      try compare(row, source, found.lacking, registry, books, &look)
    }
    if look.changed + look.unchanged + look.beside > 0 {
      look.missing = try found.missing()
    }
    return look
  }

  /// One row against what counts now.
  private func compare(
    _ row: (key: String, values: [FieldValue]), _ source: Source, _ lacking: [Int],
    _ registry: Registry, _ books: Books, _ look: inout ImportLook
  ) throws {
    let old = try store.versions(of: row.key, in: registry.name).last { $0.until == nil }
    guard let old else {
      look.added += 1
      return
    }
    var values = row.values
    for column in lacking { values[column] = old.values[column] }
    let isEqual = old.values == values
    if !isEqual, books.sources[old.source].map({ $0.grade > source.grade }) == true {
      look.beside += 1
      return
    }
    if lacking.contains(where: { old.values[$0] != .none }) { look.kept += 1 }
    guard !isEqual else {
      look.unchanged += 1
      return
    }
    look.changed += 1
    look.emptied += zip(old.values, values).count { $0 != .none && $1 == .none }
    if look.changes.count < Self.shown { look.changes += changes(old, values, registry) }
  }

  private func changes(
    _ old: Record, _ new: [FieldValue], _ registry: Registry
  ) -> [ImportLook.Turn] {
    registry.columns.indices.compactMap { index in
      let column = registry.columns[index]
      guard old.values.indices.contains(index), old.values[index] != new[index],
        registry.fields[column.field].kind != .personal
      else { return nil }
      return .init(
        what: old.key.replacing(Record.separator, with: " | "), column: column.name,
        old: Self.words(old.values[index], column), new: Self.words(new[index], column))
    }
  }

  private static func words(_ value: FieldValue, _ column: RegistryColumn) -> String {
    switch value {
    case .none: ""
    case .text(let text): text
    case .day(let day): day.description
    case .number(let number): "\(Exact(number, digits: column.digits))"
    }
  }

  func figures(_ bytes: [UInt8], name: String, _ facts: ImportFacts) throws -> ImportLook {
    let books = try store.books()
    let (_, told) = try SourceGrading(books, responsible: []).graded(
      facts.source.source(file: name, sha256: store.sha256(bytes)), idGiven: false,
      reason: facts.reason)
    let reader = ObservationReader(
      series: books.series.values.sorted { $0.name < $1.name },
      publication: .init(
        year: facts.month?.first.year, month: facts.month?.last.month, vintage: facts.vintage,
        publisher: facts.issuer, published: facts.date, source: "preview"))
    let table = try TableReader(sheet: facts.sheet, headers: reader.headers).read(bytes, name: name)
    var look = ImportLook()
    look.notes = told
    do {
      let figures = try reader.read(table, notes: &look.notes)
      try compare(figures, books, &look)
    } catch RegistryFault.refused(_, _, let problems, let total) {
      look.problems = problems.map(\.shown)
      look.total = total
    }
    return look
  }

  /// Against what the ledger has for the same series, period and form.
  private func compare(_ figures: [Observation], _ books: Books, _ look: inout ImportLook) throws {
    look.series = Set(figures.map(\.series))
    let before = try look.series.reduce(into: [String: [Observation]]()) {
      $0[$1] = try store.observations(of: $1, known: .max)
    }
    for figure in figures {
      let earlier = (before[figure.series] ?? [])
        .filter { $0.period == figure.period && $0.form == figure.form }
        .max { $0.published < $1.published }
      let unit = figure.form == .growth ? "%" : books.series[figure.series]?.unit ?? ""
      let new = "\(figure.value) \(unit)"
      if let earlier, earlier.value == figure.value, earlier.vintage == figure.vintage,
        earlier.published == figure.published
      {
        look.unchanged += 1
      } else if let earlier {
        look.changed += 1
        let old = "\(earlier.value) \(unit)（\(earlier.vintage.rawValue)，\(earlier.published)）"
        look.changes.append(
          .init(what: figure.series, column: figure.period.description, old: old, new: new))
      } else {
        look.added += 1
        look.figures.append((figure.series, figure.period.description, new))
      }
    }
  }
}

/// Takes the rows of a table without recording them.
private final class CollectedRows: RecordSink {
  private let store: any LedgerStore
  private let registry: Registry
  private(set) var rows: [(key: String, values: [FieldValue])] = []
  private var keys: Set<String> = []
  /// Columns that the table lacks.
  private(set) var lacking: [Int] = []

  init(_ store: any LedgerStore, _ registry: Registry) {
    self.store = store
    self.registry = registry
  }

  func add(key: String, values: [FieldValue]) throws {
    rows.append((key, values))
    keys.insert(key)
  }

  func keep(_ columns: [Int]) { lacking = columns }

  func missing() throws -> MissingRecords {
    let current = try store.records(Question.everything(of: registry.name), offset: 0, limit: .max)
    let missing = current.map(\.key).filter { !keys.contains($0) }
    return MissingRecords(
      count: missing.count, keys: Array(missing.prefix(MissingRecords.listed)))
  }

  func has(_ key: String, in name: String) throws -> Bool {
    if name == registry.name, keys.contains(key) { return true }
    return try store.versions(of: key, in: name).contains { $0.until == nil }
  }
}

extension Problem {
  fileprivate var shown: ImportLook.Flaw {
    .init(
      code: code.rawValue, row: row, column: column, address: address, text: text,
      what: Phrase(sentence(.chinese), sentence(.english)))
  }
}
