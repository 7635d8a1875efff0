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
  /// The report was adopted before.
  case alreadyAdopted(name: String)
  /// Another report of the same place, year and kind was adopted before; what differs is listed.
  case secondReport(name: String, first: String, differences: [Phrase])
  /// The plan of a year is issued once.
  case alreadyIssued(year: Int, day: Day)
  /// The plan has nothing for that year.
  case nothingToIssue(year: Int)
  /// A plan is not issued before its day.
  case issuedLater(day: Day, today: Day)
  /// The report does not say for which year it plans.
  case noYear(name: String)
  /// The ledger has nothing of that name; `known` is what it has.
  case unknownName(String, kind: Name, known: [String])
  /// A commitment without a target was to have its bound or unit changed.
  case noTarget(String)
  /// A proof has neither a file nor an address.
  case noSource
  /// A release is of a month.
  case notAMonth(String)
  /// A month is released once it is over.
  case monthNotOver(String)
  /// A release is of a plan that has something in it.
  case nothingToRelease(String)
  /// A release never changes.
  case alreadyReleased(String)
  /// Others have changed these commitments since the plan file was written.
  case planFileOld(ids: [String])
  /// The demo district goes into an empty ledger.
  case ledgerNotEmpty
  /// A page of a site points to what is not in it.
  case brokenLink(file: String, address: String)
  /// A file of a site holds what is not for the public.
  case notPublic(file: String, what: Phrase)
  /// Something that no site is stands where one is to go.
  case foreignFolder(path: String)
  /// The first of two reports is not the older one.
  case reportsReversed(earlier: String, later: String)
  /// No place has reports of two following years.
  case nothingToReconcile

  /// What was asked for by name.
  public enum Name: Sendable {
    case registry, series, commitment, milestone, lights, scores, release
  }

  /// The stable code that the documentation explains.
  public var code: FaultCode {
    switch self {
    case .cannotOpen, .unreadable: .unreadableFile
    case .tooLarge: .tooLarge
    case .noReports: .noReportInFolder
    case .nothingAt: .nothingReadThere
    case .alreadyAdopted: .alreadyAdopted
    case .secondReport: .secondReport
    case .alreadyIssued: .alreadyIssued
    case .nothingToIssue, .issuedLater: .nothingToIssue
    case .noYear: .noReportYear
    case .unknownName: .unknownName
    case .noTarget: .noTarget
    case .noSource: .noSource
    case .notAMonth, .monthNotOver: .monthNotOver
    case .nothingToRelease: .nothingToRelease
    case .alreadyReleased: .alreadyReleased
    case .planFileOld: .planFileOld
    case .ledgerNotEmpty: .ledgerNotEmpty
    case .brokenLink: .brokenLink
    case .notPublic: .notPublic
    case .foreignFolder: .foreignFolder
    case .reportsReversed: .reportsReversed
    case .nothingToReconcile: .nothingToReconcile
    }
  }

  /// The file or folder as it was given; nil where none is concerned.
  public var place: FaultPlace? {
    switch self {
    case .cannotOpen(let path, _), .tooLarge(let path, _), .unreadable(let path, _):
      FaultPlace(file: path)
    case .noReports(let folder): FaultPlace(file: folder)
    case .nothingAt(_, let file, _), .alreadyAdopted(let file), .noYear(let file),
      .secondReport(let file, _, _):
      FaultPlace(file: file)
    case .brokenLink(let file, _), .notPublic(let file, _), .foreignFolder(let file),
      .reportsReversed(let file, _):
      FaultPlace(file: file)
    case .alreadyIssued, .nothingToIssue, .issuedLater, .nothingToRelease: nil
    case .unknownName, .noTarget, .noSource, .notAMonth, .monthNotOver, .alreadyReleased,
      .planFileOld, .ledgerNotEmpty, .nothingToReconcile:
      nil
    }
  }
}
