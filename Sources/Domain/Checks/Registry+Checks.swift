extension Registry {
  /// The checks that are declared; those that follow from the names of fields, where no declared one
  /// asks the same; and that stages follow each other.
  ///
  /// - Parameter registries: all that the ledger has declared, by name.
  public func allChecks(among registries: [String: Registry]) -> [Check] {
    let declared = checks ?? []
    let derived = derivedChecks(among: registries).filter { check in
      !declared.contains { $0.rule.asks(as: check.rule) }
    }
    return declared + derived + stageChecks
  }

  /// A record that says why its stages are in another order is not asked again.
  private var stageChecks: [Check] {
    fields.filter { $0.kind == .stages && ($0.stages ?? []).count > 1 }.map { field in
      Check(
        name: "\(field.name)先后倒置", english: "stages out of order",
        where: field.unless.map { [.absent(field: $0)] },
        rule: .order((field.stages ?? []).map { "\(field.name).\($0)" }, days: nil))
    }
  }
}

extension Registry.Check.Rule {
  /// Whether a declared rule leaves nothing to a derived one: it is of the same kind and about the
  /// same columns, or the same other registry.
  func asks(as derived: Self) -> Bool {
    switch (self, derived) {
    case (.order(let own, let days), .order(let names, let least)):
      (days == nil) == (least == nil) && Set(names).isSubset(of: own)
    case (.rising(let own), .rising(let names)): Set(names).isSubset(of: own)
    case (.year(let own), .year(let rule)): own.of == rule.of
    case (.rate(let own), .rate(let rule)): own.is == rule.is
    case (.parts(let own), .parts(let rule)): own.registry == rule.registry
    case (.total(let own), .total(let rule)): own.registry == rule.registry
    case (.alive(let own), .alive(let rule)): own.registry == rule.registry
    default: false
    }
  }
}
