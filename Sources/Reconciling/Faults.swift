import Domain

/// What can be wrong before reports are set against each other; their text never raises a fault.
public enum ReconcilingFault: Fault, Equatable {
  /// A line of the dictionary of indicators, or of the stages of work, cannot be understood.
  case damagedDictionary(line: Int, reason: Phrase)

  /// The stable code.
  public var code: FaultCode { .damagedDictionary }

  /// The line of the table.
  public var place: FaultPlace? {
    switch self {
    case .damagedDictionary(let line, _): FaultPlace(file: "indicators.txt", line: line)
    }
  }
}
