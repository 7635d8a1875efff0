import Domain

/// What keeps a registry or a table from being accepted, as facts.
public enum RegistryFault: Fault, Equatable {
  /// A table that is refused whole; `problems` are the first of `total`.
  case refused(file: String, sheet: String?, problems: [Problem], total: Int)
  /// A registry whose declaration contradicts itself.
  case declaration(registry: String, problems: [SchemaProblem])

  /// The stable code of the fault.
  public var code: FaultCode {
    switch self {
    case .refused: .batchRefused
    case .declaration: .registryDeclaration
    }
  }

  /// The file and the row of the first problem.
  public var place: FaultPlace? {
    switch self {
    case .refused(let file, _, let problems, _): FaultPlace(file: file, line: problems.first?.row)
    case .declaration(let registry, _): FaultPlace(file: registry)
    }
  }
}
