/// Something that input got wrong: a stable code, the place, and what was expected.
///
/// Each target has its own faults as an enum and one file that turns them into sentences.
public protocol Fault: Error, Sendable {
  /// The stable code that docs/faults.md explains.
  var code: FaultCode { get }
  /// Where the fault is, or nil when it concerns the whole document.
  var place: FaultPlace? { get }
  /// What is wrong and what was expected, in one or two sentences.
  func sentence(_ language: Language) -> String
}

/// Several faults that were found at once.
public protocol FaultList: Error {
  /// At least one, in the order of their places.
  var all: [any Fault] { get }
}

/// Stable codes of faults; a retired code is never used again.
public enum FaultCode: String, Sendable, CaseIterable {
  // Documents
  case unreadableFile = "D101"
  case emptyDocument = "D102"
  case unknownEncoding = "D103"
  case tooLarge = "D104"
  case damagedArchive = "D105"
  case missingPart = "D106"
  case archiveLimit = "D107"
  case malformedMarkup = "D108"
  case encryptedPDF = "D109"
  case noTextInPDF = "D110"
  case pdfToolMissing = "D111"
  case damagedPDF = "D112"
  case unknownFormat = "D113"
  case noReportInFolder = "D114"
  case readersBusy = "D115"
  // Documents: tables
  case notATable = "D201"
  case renamedTable = "D202"
  case tableEncoding = "D203"
  case brokenTableText = "D204"
  case zeroByteInTable = "D205"
  case emptyTable = "D206"
  case openQuote = "D207"
  case wordsBehindQuote = "D208"
  case noHeader = "D209"
  case noSheet = "D210"
  case tableLimit = "D211"
  case damagedWorkbook = "D212"
  case notAWorkbook = "D213"
  case malformedWorkbook = "D214"
  // Reading
  case damagedLexicon = "R101"
  // Reconciling
  case damagedDictionary = "C101"
  // Accessibility
  case damagedSpeeds = "A101"
  case noRoads = "A102"
  case badPoint = "A103"
  case damagedMap = "A104"
  case badPlace = "A105"
  case nothingToReach = "A106"
  case elsewhere = "A107"
  case swappedCoordinates = "A108"
  case shiftedCoordinates = "A109"
  case offTheNetwork = "A110"
  case solverFailed = "A111"
  // Registries
  case batchRefused = "E101"
  case registryDeclaration = "E102"
  case columnMissing = "E110"
  case columnDoubled = "E111"
  case unitDoesNotFit = "E112"
  case raggedRow = "E113"
  case cellEmpty = "E120"
  case notANumber = "E121"
  case tooManyDigits = "E122"
  case numberTooLarge = "E123"
  case notADate = "E124"
  case noSuchDay = "E125"
  case notAChoice = "E126"
  case wrongCreditCode = "E127"
  case wrongDivisionCode = "E128"
  case stagesOutOfOrder = "E129"
  case referenceMissing = "E130"
  case mergedCells = "E131"
  case formulaWithoutValue = "E132"
  case errorCell = "E133"
  case repeatedKey = "E134"
  case controlCharacter = "E135"
  case silentMonth = "E140"
  case periodUnknown = "E141"
  case seriesUnknown = "E142"
  case repeatedFigure = "E143"
  case gradeWithoutNumber = "E144"
  case gradeRaised = "E145"
  case missingWithoutReason = "E146"
  case unitRedeclared = "E147"
  // Publishing
  case cannotWrite = "P101"
  // Declarations
  case declarationEncoding = "Y101"
  case declarationLimit = "Y102"
  case declarationSyntax = "Y103"
  case declarationForbidden = "Y104"
  case unknownKey = "Y105"
  case missingKey = "Y106"
  case declarationValue = "Y107"
  case doubledKey = "Y108"
  case repeatedName = "Y109"
  // Operations
  case nothingReadThere = "O101"
  case alreadyAdopted = "O102"
  case noReportYear = "O103"
  case unknownName = "O104"
  case noTarget = "O105"
  case noSource = "O106"
  case monthNotOver = "O107"
  case alreadyReleased = "O108"
  case ledgerNotEmpty = "O109"
  case nothingReleased = "O110"
  case brokenLink = "O111"
  case notPublic = "O112"
  case foreignFolder = "O113"
  case reportsReversed = "O114"
  case nothingToReconcile = "O115"
  case secondReport = "O116"
  case alreadyIssued = "O117"
  case nothingToIssue = "O118"
  case nothingToRelease = "O119"
  // Operations: work at pages
  case notSignedIn = "W101"
  case notAllowed = "W102"
  case stalePage = "W103"
  case wrongStep = "W104"
  case formProblems = "W105"
  case notFound = "W106"
  case wrongPassword = "W107"
  case throttled = "W108"
  case foreignForm = "W109"
  case attachmentTooLarge = "W110"
  case wrongFileType = "W111"
  case badRequest = "W112"
  case serverFailed = "W113"
  case planFileOld = "W114"
  case serverBusy = "W125"
  // Storage
  case cannotOpenLedger = "S101"
  case notALedger = "S102"
  case newerLedger = "S103"
  case lockedLedger = "S104"
  case readOnlyLedger = "S105"
  case diskFull = "S106"
  case damagedLedger = "S107"
  case unknownEntry = "S108"
  case bringsRows = "S109"
  case undeclared = "S110"
  case conflictingDeclaration = "S111"
  case duplicateKey = "S112"
  case rowDoesNotFit = "S113"
  case noSuchRecord = "S114"
  case fileNotKept = "S115"
  case alreadyThere = "S116"
  case damagedExport = "S117"
  case questionDoesNotFit = "S118"
  case databaseFailed = "S119"
  case notACorpus = "S120"
  case ledgerInUse = "S121"
  case ledgerBeingReplaced = "S122"
  case ledgerReplaced = "S123"
  case doesNotFit = "S125"
  case rolledBack = "S126"
  case forked = "S127"
  case wrongSignature = "S128"
  case otherKey = "S129"
  case siteOfOtherChain = "S130"
  case badKeyFile = "S131"
  case notAnAnchor = "S132"
  case clockDoesNotFit = "S133"
  // Tracking
  case unknownCommitment = "T101"
  case commitmentNotActive = "T102"
  case commitmentIdTaken = "T103"
  case targetWithoutDecision = "T104"
  case badDecision = "T105"
  case badMerge = "T106"
  case badUnits = "T107"
  case predecessorCycle = "T108"
  case badSchedule = "T109"
  case emptyWords = "T110"
  case noPlanYear = "T111"
  case unknownEvidence = "T121"
  case wrongEvidenceKind = "T122"
  case measureUnitsDiffer = "T123"
  case mixedDenominator = "T124"
  case newnessMissing = "T125"
  case badParts = "T126"
  case notComparable = "T127"
  case lightGap = "T141"
  case lightOverlap = "T142"
  case badLightRules = "T143"
  case numberTooLong = "T151"
  // Tracking: the plan once it is issued
  case undecidedChange = "T154"
  case quoteDiffers = "T155"
  case quoteWithoutReport = "T156"
  case undecidedDeclaration = "T157"
}

/// A place that a person can find: file, passage, column, and the line with a caret under it.
public struct FaultPlace: Sendable, Equatable {
  /// Name or path as it was given.
  public var file: String
  /// 1-based passage or line, where known.
  public var line: Int?
  /// 1-based column in characters, where known.
  public var column: Int?
  /// The line's text, for the caret.
  public var excerpt: String?

  /// Takes every field as it is; nothing is checked.
  public init(file: String, line: Int? = nil, column: Int? = nil, excerpt: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.excerpt = excerpt
  }
}

/// The languages that Duban speaks; Chinese first.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}
