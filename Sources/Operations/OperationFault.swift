import Domain

/// What keeps a command from being carried out before any document is looked into.
public enum OperationFault: Fault, Equatable {
  /// The file or folder cannot be opened; `error` is the system's `errno`.
  case cannotOpen(path: String, error: Int32)
  /// The file is larger than is ever read.
  case tooLarge(path: String, limit: Int)
  /// The folder holds no document of a kind that can be read.
  case noReports(folder: String)
  /// Reading failed in a way that it has no fault for.
  case unreadable(path: String, reason: String)
  /// No statement was read from the words at this offset (Unicode scalars of the source).
  case nothingAt(offset: Int, file: String, scalars: Int)

  /// The stable code that the documentation explains.
  public var code: FaultCode {
    switch self {
    case .cannotOpen, .unreadable: .unreadableFile
    case .tooLarge: .tooLarge
    case .noReports: .noReportInFolder
    case .nothingAt: .nothingReadThere
    }
  }

  /// The file or folder as it was given; nil where none is concerned.
  public var place: FaultPlace? {
    switch self {
    case .cannotOpen(let path, _), .tooLarge(let path, _), .unreadable(let path, _):
      FaultPlace(file: path)
    case .noReports(let folder): FaultPlace(file: folder)
    case .nothingAt(_, let file, _): FaultPlace(file: file)
    }
  }
}
