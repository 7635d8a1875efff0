import Domain

/// What can be wrong before reading starts; the text itself never raises a fault.
public enum ReadingFault: Fault, Equatable {
  /// A lexicon file has a line that cannot be understood.
  case damagedLexicon(file: String, line: Int)

  /// The stable code.
  public var code: FaultCode { .damagedLexicon }

  /// The lexicon file and its line.
  public var place: FaultPlace? {
    switch self {
    case .damagedLexicon(let file, let line): FaultPlace(file: file, line: line)
    }
  }
}
