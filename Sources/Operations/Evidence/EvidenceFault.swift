import Domain

/// Why evidence is not taken as it was handed in.
public enum EvidenceFault: Fault, Equatable {
  /// A document without a number, of somebody who is no public body, was to be an acceptance.
  case noNumber(issuer: String)
  /// A document that is known by a weaker grade was to have a stronger one, without a reason.
  case raised(source: String, from: Grade, to: Grade)
  /// Records were to be removed without a reason.
  case missingWithoutReason
  /// A number field or a series of which values are stored was declared in another unit.
  case unit(of: String, from: String, to: String)

  /// The stable code that the documentation explains.
  public var code: FaultCode {
    switch self {
    case .noNumber: .gradeWithoutNumber
    case .raised: .gradeRaised
    case .missingWithoutReason: .missingWithoutReason
    case .unit: .unitRedeclared
    }
  }

  /// None: it concerns what was said of a file.
  public var place: FaultPlace? { nil }

  /// What is missing, in one or two sentences.
  public func sentence(_ language: Language) -> String { words(language) }

  private var words: Phrase {
    switch self {
    case .noNumber(let issuer):
      Phrase(
        "「验收或第三方」须写明出具单位和文号；「\(issuer)」出具的这份材料没有文号。请用 --number 写明，或按自报、部门台账导入。",
        "An acceptance or a third party's document has an issuer and a number; this one of \(issuer) has none. Give it with --number, or import it as a weaker grade."
      )
    case .raised(let source, let from, let to):
      Phrase(
        "「\(source)」已按\(from.chinese)入账，提高为\(to.chinese)须写明理由（--reason）。",
        "\(source) is in the ledger as \(from.english); say with --reason why it becomes \(to.english)."
      )
    case .missingWithoutReason:
      Phrase(
        "撤去新表没有的记录须写明理由（--reason）。",
        "Say with --reason why the records that the new list lacks are removed.")
    case .unit(let name, let from, let to):
      Phrase(
        "「\(name)」已有按 \(from) 入账的数，不能改为 \(to)：原来的数会变成另一个数。请另设一个字段或指标。",
        "\(name) has numbers in \(from); in \(to) they would be other numbers. Declare another field or series."
      )
    }
  }
}
