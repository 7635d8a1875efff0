/// One thing that must hold of a record.
public indirect enum Condition: Sendable, Hashable {
  /// A text column has one of the values.
  case isOne(field: String, of: [String])
  /// A text column has none of the values (and may be empty).
  case isNone(field: String, of: [String])
  /// A number column lies in the interval.
  case lies(field: String, in: Interval)
  /// Something stands in the column.
  case present(field: String)
  /// Nothing stands in the column.
  case absent(field: String)
  /// A date column lies on or before the judged date, or the window's last day once it is over.
  case reached(field: String)
  /// A date column is empty or lies after that day: what ends next August is there this December.
  case ahead(field: String)
  /// Of the records of another registry whose reference field names this record there is at least
  /// one, and all pass.
  case every(registry: String, by: String, [Condition])
  /// At least one record of another registry that names this one passes.
  case some(registry: String, by: String, [Condition])
  /// At least one of several lists holds as a whole.
  case either([[Condition]])
}
