import Domain

/// A number with its unit as it stands in the text, before anything is known of what it measures.
struct Quantity: Equatable {
  /// Number, unit and adjacent comparators.
  var range: Range<Int>
  var value: Exact
  var value2: Exact? = nil
  /// As the contract writes it: scale and unit (`万家`), `位` for ranks, empty for fractions.
  var unit: String
  var unitClass: WordClass
  var bound: Statement.Bound = .exact
  var strict = false
  var form: Form
  /// The comparator that stands behind the quantity, for lists that share it.
  var boundIsBehind = false
  /// Written with Chinese numerals.
  var isChinese = false

  enum Form: String { case cardinal, rank, fraction, tenth }
}
