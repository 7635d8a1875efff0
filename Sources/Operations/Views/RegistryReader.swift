import Domain
import Publishing

/// The records of a registry as a view reads them: by the names of its columns.
struct RegistryReader {
  let registry: Registry
  let records: [Record]
  private let places: [String: Int]

  /// - Throws: ``WorkFault/notFound`` where the books have no registry of that name.
  init(_ name: String, in view: View) throws {
    guard let registry = view.books.registries[name] else { throw WorkFault.notFound }
    self.registry = registry
    records = try view.browse().page(
      view.known(Browsing(registry: name)), offset: 0, limit: Self.most)
    places = Dictionary(registry.columns.enumerated().map { ($1.name, $0) }) { $1 }
  }

  /// Records that a view looks at; more are told as not looked at.
  static let most = 200_000

  private func value(_ record: Record, _ column: String) -> FieldValue {
    guard let place = places[column], record.values.indices.contains(place) else { return .none }
    return record.values[place]
  }

  func text(_ record: Record, _ column: String) -> String? {
    if case .text(let text) = value(record, column), !text.isEmpty { text } else { nil }
  }

  func day(_ record: Record, _ column: String) -> Day? {
    if case .day(let day) = value(record, column) { day } else { nil }
  }

  func number(_ record: Record, _ column: String) -> Exact? {
    guard case .number(let number) = value(record, column), let place = places[column] else {
      return nil
    }
    return Exact(number, digits: registry.columns[place].digits)
  }
}
