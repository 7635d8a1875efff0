extension Registry {
  /// The checks that are declared and, where nothing is declared, those that follow from the names of
  /// fields; with those that need no declaration: stages follow each other.
  ///
  /// - Parameter registries: all that the ledger has declared, by name.
  public func allChecks(among registries: [String: Registry]) -> [Check] {
    (checks ?? derivedChecks(among: registries)) + stageChecks
  }

  private var stageChecks: [Check] {
    fields.filter { $0.kind == .stages && ($0.stages ?? []).count > 1 }.map { field in
      Check(
        name: "\(field.name)先后倒置", english: "stages out of order",
        rule: .order((field.stages ?? []).map { "\(field.name).\($0)" }, days: nil))
    }
  }
}
