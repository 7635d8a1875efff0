/// What of the ledger is known: everything, or what had been entered by some entry. Two shapes,
/// because knowing everything needs one test only and is asked most.
enum Moment {
  case now
  case past(Int)

  /// Whether a version was current. A `+` keeps an index on the column from being used where
  /// another serves better.
  func current(_ alias: String) -> Fragment {
    switch self {
    case .now: "\(alias: alias).until IS NULL"
    case .past(let known):
      """
      +\(alias: alias).since <= \(known) \
      AND (\(alias: alias).until IS NULL OR \(alias: alias).until > \(known))
      """
    }
  }
}
