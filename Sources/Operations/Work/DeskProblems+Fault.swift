import Domain
import Publishing

extension DeskProblems {
  /// A fault as the head of the page that is shown again.
  public init(_ fault: WorkFault) {
    let title = Phrase(fault.sentence(.chinese), fault.sentence(.english))
    guard case .form(let problems) = fault else {
      self.init(Phrase("没有办成", "This was not done"), [Item(nil, title)])
      return
    }
    self.init(title, problems.map { Item($0.field, $0.what) })
  }
}

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
