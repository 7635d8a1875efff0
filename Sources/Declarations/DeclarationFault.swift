import Domain

/// What can be wrong with a declaration, as facts; `Faults+Sentences.swift` has the words.
public enum DeclarationFault: Fault, Equatable {
  /// Not UTF-8.
  case encoding(FaultPlace)
  /// More than a declaration may have.
  case limit(FaultPlace, Limit)
  /// Not YAML; the parser's own words.
  case syntax(FaultPlace, String)
  /// A line is indented by a tab.
  case tab(FaultPlace)
  /// A control character.
  case character(FaultPlace)
  /// YAML that declarations do without.
  case forbidden(FaultPlace, Forbidden)
  /// One key twice in a mapping.
  case repeatedKey(FaultPlace, String)
  /// A key that nothing reads: likely a slip; what was likely meant, and the keys that there are.
  case unknownKey(FaultPlace, String, meant: String?, known: [String])
  /// A key that has to be there; a key that stands there and looks like it.
  case missingKey(FaultPlace, String, written: String?)
  /// A value that does not fit; what was found.
  case value(FaultPlace, found: Phrase, expected: Phrase)
  /// One name for two things.
  case repeatedName(FaultPlace, String)

  /// A limit that was broken.
  public enum Limit: Sendable, Equatable {
    /// Bytes of the file.
    case size(bytes: Int)
    case depth, nodes
  }

  /// Features of YAML that are refused.
  public enum Forbidden: Sendable, Equatable {
    case anchor, alias, merge, complexKey, severalDocuments
    case tag(String)
  }

  /// The stable code of the fault.
  public var code: FaultCode {
    switch self {
    case .encoding: .declarationEncoding
    case .limit: .declarationLimit
    case .syntax, .tab, .character: .declarationSyntax
    case .forbidden: .declarationForbidden
    case .repeatedKey: .doubledKey
    case .unknownKey: .unknownKey
    case .missingKey: .missingKey
    case .value: .declarationValue
    case .repeatedName: .repeatedName
    }
  }

  /// File, line, column and the line itself, as far as they are known.
  public var place: FaultPlace? {
    switch self {
    case .encoding(let place), .limit(let place, _), .syntax(let place, _), .tab(let place),
      .character(let place), .forbidden(let place, _), .repeatedKey(let place, _),
      .unknownKey(let place, _, _, _), .missingKey(let place, _, _), .value(let place, _, _),
      .repeatedName(let place, _):
      place
    }
  }
}

/// Everything that was found wrong with one file; nothing of it was taken.
public struct DeclarationFaults: FaultList, Sendable, Equatable {
  /// At least one, in the order of the file.
  public var faults: [DeclarationFault]

  /// Takes the faults in the order of the file; at least one.
  public init(_ faults: [DeclarationFault]) { self.faults = faults }

  /// The same as faults of any kind, for whoever prints them.
  public var all: [any Fault] { faults }
}
