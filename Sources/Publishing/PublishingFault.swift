import Domain

/// What keeps an export from being made.
public enum PublishingFault: Fault, Equatable {
  /// The workbook could not be written; `reason` is the library's own words.
  case workbook(reason: String)
  /// A file could not be written; `reason` is the system's own words.
  case cannotWrite(path: String, reason: String)

  /// The stable code that the documentation explains.
  public var code: FaultCode { .cannotWrite }

  /// The file or folder as it was given; nil where none is concerned.
  public var place: FaultPlace? {
    switch self {
    case .workbook: nil
    case .cannotWrite(let path, _): FaultPlace(file: path)
    }
  }
}
