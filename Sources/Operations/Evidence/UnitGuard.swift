import Domain

/// Keeps stored numbers from becoming others: a field or a series that has values does not change its
/// unit. Another way of writing the same unit is none.
struct UnitGuard {
  let store: any LedgerStore
  let books: Books

  /// - Throws: ``EvidenceFault/unit(of:from:to:)``.
  func check(_ changes: [Change]) throws {
    for change in changes {
      switch change {
      case .registry(let registry): try check(registry)
      case .series(let series): try check(series)
      default: continue
      }
    }
  }

  private func check(_ registry: Registry) throws {
    guard let earlier = books.registries[registry.name] else { return }
    for field in registry.fields where field.kind == .number {
      let before = earlier.fields.first { $0.name == field.name && $0.kind == .number }
      guard let from = before?.unit, let to = field.unit, Self.differ(from, to) else { continue }
      var question = Question.everything(of: registry.name)
      question.conditions = [.present(field: field.name)]
      if try store.answer(question).records > 0 {
        throw EvidenceFault.unit(of: "\(registry.name)·\(field.name)", from: from, to: to)
      }
    }
  }

  private func check(_ series: Series) throws {
    guard let earlier = books.series[series.name] else { return }
    let figures = try store.observations(of: series.name, known: .max)
    if Self.differ(earlier.unit, series.unit), figures.contains(where: { $0.form == .level }) {
      throw EvidenceFault.unit(of: series.name, from: earlier.unit, to: series.unit)
    }
    if let from = earlier.currency, let to = series.currency, from != to, !figures.isEmpty {
      throw EvidenceFault.unit(of: series.name, from: from, to: to)
    }
  }

  private static func differ(_ unit: String, _ other: String) -> Bool {
    unit != other && UnitScale.factor(from: unit, to: other) != Exact(1)
  }
}
