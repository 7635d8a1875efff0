/// The document behind a record or an observation.
public struct Source: Sendable, Hashable, Codable {
  /// Names it within the ledger; the same id again is a new version.
  public var id: String
  /// The document's title.
  public var title: String
  /// Who issued it.
  public var issuer: String
  /// The day that the document bears: before it, it did not exist.
  public var date: Day
  /// How strong it is as a proof.
  public var grade: Grade
  /// SHA-256 of the stored file in lower-case hexadecimal, or nil when only the address is known.
  public var sha256: String?
  /// Where it can be found.
  public var address: String?
  /// The number that its issuer gave it (文号, 备案号, 证书号).
  public var number: String?
  /// The grade that was asked for, where the document is not what that takes; nil where `grade` is
  /// just that.
  public var claimed: Grade?
  /// What kind of document it is; nil where nobody said.
  public var kind: DocumentKind?

  /// Takes every field as it is; nothing is checked.
  public init(
    id: String, title: String, issuer: String, date: Day, grade: Grade, sha256: String? = nil,
    address: String? = nil, number: String? = nil, claimed: Grade? = nil,
    kind: DocumentKind? = nil
  ) {
    self.number = number
    self.claimed = claimed
    self.id = id
    self.title = title
    self.issuer = issuer
    self.date = date
    self.grade = grade
    self.sha256 = sha256
    self.address = address
    self.kind = kind
  }
}

/// How strong a source is, weakest first.
public enum Grade: Int, Sendable, Comparable, CaseIterable {
  /// 自报: what a unit says of itself; a claim.
  case selfReported = 1
  /// 部门台账: a department's own register.
  case departmental
  /// 统计发布: published by a statistics body.
  case published
  /// 验收或第三方: an acceptance, a certificate, a third party.
  case accepted

  /// As declarations and exports write it.
  public var chinese: String {
    switch self {
    case .selfReported: "自报"
    case .departmental: "部门台账"
    case .published: "统计发布"
    case .accepted: "验收或第三方"
    }
  }

  /// For English output.
  public var english: String {
    switch self {
    case .selfReported: "self-reported"
    case .departmental: "department register"
    case .published: "published statistics"
    case .accepted: "acceptance, third party"
    }
  }

  /// True where `a` is the weaker one.
  public static func < (a: Grade, b: Grade) -> Bool { a.rawValue < b.rawValue }
}

extension Grade: Codable {
  /// Reads the Chinese name; anything else is a fault.
  public init(from decoder: any Decoder) throws {
    self = try decoder.text("自报, 部门台账, 统计发布 or 验收或第三方") { text in
      Grade.allCases.first { $0.chinese == text }
    }
  }

  /// Writes the Chinese name.
  public func encode(to encoder: any Encoder) throws { try encoder.write(chinese) }
}
