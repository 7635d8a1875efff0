import Domain

/// One thing that keeps a table from being accepted: where it stands, what stands there, and what
/// was expected. `Problem+Sentences.swift` has the words.
public struct Problem: Sendable, Equatable {
  /// What is wrong, with what was expected.
  public var kind: Kind
  /// The row as spreadsheet programs count; nil for what concerns a column or the whole table.
  public var row: Int?
  /// The column's name as the header has it.
  public var column: String?
  /// `C17`.
  public var address: String?
  /// The cell's words, at most 60 characters; nil for personal data.
  public var text: String?

  /// Takes every field as it is; nothing is checked.
  public init(
    _ kind: Kind, row: Int? = nil, column: String? = nil, address: String? = nil,
    text: String? = nil
  ) {
    self.kind = kind
    self.row = row
    self.column = column
    self.address = address
    self.text = text.map { $0.count > 60 ? $0.prefix(60) + "…" : $0 }
  }

  /// What is wrong, with what was expected.
  public enum Kind: Sendable, Equatable {
    /// No column of the header has one of these names.
    case columnMissing([String])
    /// Several columns of the header mean one field.
    case columnDoubled(field: String, headings: [String])
    /// The header's unit cannot be turned into the declared one.
    case headingUnit(found: String, expected: String)
    /// A row with more cells than the header, or in a text file with fewer.
    case ragged(cells: Int, expected: Int)
    /// A required field has nothing in it.
    case empty
    /// The words are no number.
    case notANumber
    /// More digits behind the point than declared.
    case digits(Int)
    /// A unit in the cell that does not fit; nil when the field has none.
    case unit(found: String, expected: String?)
    /// The number is beyond what a column holds.
    case tooLarge
    /// The words are no date.
    case notADate
    /// A day that the calendar does not have.
    case noSuchDay
    /// The value is none of these.
    case choice([String])
    /// The code breaks GB 32100-2015.
    case creditCode(CodeFlaw)
    /// The code breaks GB/T 2260.
    case divisionCode(CodeFlaw)
    /// A stage whose day is before that of an earlier stage.
    case stageOrder(earlier: String, Day)
    /// No record of the other registry has that key.
    case reference(registry: String)
    /// Joined cells; the range.
    case merged(String)
    /// The file holds a formula and not its result.
    case formula
    /// The cell shows a failed computation.
    case error
    /// The same key as an earlier row.
    case repeatedKey(row: Int)
    /// A character that nobody can see stands in the words.
    case controlCharacter
    /// A figure for a month that has none of its own.
    case silentMonth(series: String, month: Int)
    /// Neither the table nor the caller says which month it is.
    case noPeriod
    /// The words are no period.
    case notAPeriod
    /// No declared series has that name.
    case unknownSeries
    /// Another value for the same series, period and form.
    case repeatedFigure(row: Int)
    /// None of the table's rows is a known series, or no column holds figures.
    case noFigures
  }

  /// The stable code.
  public var code: FaultCode {
    switch kind {
    case .columnMissing: .columnMissing
    case .columnDoubled: .columnDoubled
    case .headingUnit, .unit: .unitDoesNotFit
    case .ragged: .raggedRow
    case .empty: .cellEmpty
    case .notANumber: .notANumber
    case .digits: .tooManyDigits
    case .tooLarge: .numberTooLarge
    case .notADate: .notADate
    case .noSuchDay: .noSuchDay
    case .choice: .notAChoice
    case .creditCode: .wrongCreditCode
    case .divisionCode: .wrongDivisionCode
    case .stageOrder: .stagesOutOfOrder
    case .reference: .referenceMissing
    case .merged: .mergedCells
    case .formula: .formulaWithoutValue
    case .error: .errorCell
    case .repeatedKey: .repeatedKey
    case .controlCharacter: .controlCharacter
    case .silentMonth: .silentMonth
    case .noPeriod, .notAPeriod: .periodUnknown
    case .unknownSeries, .noFigures: .seriesUnknown
    case .repeatedFigure: .repeatedFigure
    }
  }
}

/// Problems as they are found: the first are kept, all are counted.
struct ProblemList {
  /// How many are kept.
  static let limit = 1_000

  private(set) var first: [Problem] = []
  private(set) var total = 0

  var isEmpty: Bool { total == 0 }

  mutating func add(_ problem: @autoclosure () -> Problem) {
    total += 1
    if first.count < Self.limit { first.append(problem()) }
  }

  /// - Throws: `RegistryFault.refused` when there is any.
  func refuse(_ table: Table) throws {
    guard total > 0 else { return }
    throw RegistryFault.refused(
      file: table.file, sheet: table.sheet, problems: first, total: total)
  }
}
