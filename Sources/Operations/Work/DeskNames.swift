import Domain
import Publishing

extension Books {
  /// Names of accounts by login.
  var people: [String: String] { accounts.mapValues(\.name) }
}

extension JudgeAccounts.Outcome {
  /// Rows by commitment.
  var rowsByID: [String: AccountRow] {
    Dictionary(rows.map { ($0.commitment.id, $0) }) { $1 }
  }
}
