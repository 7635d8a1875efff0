/// Why a code is not one.
public enum CodeFlaw: Sendable, Equatable {
  /// How many characters it has, and should have.
  case length(Int, expected: Int)
  /// The 1-based position of a character that is not allowed there.
  case character(Int)
  /// The check character that would fit.
  case check(String)
  /// The first two digits name no province (GB/T 2260).
  case province
  /// A number of a workbook, whose digits behind the fifteenth are lost.
  case number
}
