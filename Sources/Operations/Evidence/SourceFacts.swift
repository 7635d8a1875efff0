import Domain

/// What the user says of the document that evidence comes from.
public struct SourceFacts: Sendable, Equatable {
  /// Its id; made from the file's SHA-256 when nil.
  public var id: String?
  /// The file's name when nil.
  public var title: String?
  /// Who issued it.
  public var issuer: String
  /// The day that the document bears.
  public var date: Day
  /// How strong it is, as the user says; a document that cannot be that strong is recorded as
  /// weaker.
  public var grade: Grade
  /// Where it can be found, besides the file that is kept.
  public var address: String?
  /// The number that its issuer gave it.
  public var number: String?
  /// What kind of document it is; as its title has it when nil.
  public var kind: DocumentKind?

  /// Takes every field as it is; nothing is checked.
  public init(
    id: String? = nil, title: String? = nil, issuer: String, date: Day,
    grade: Grade = .departmental, address: String? = nil, number: String? = nil,
    kind: DocumentKind? = nil
  ) {
    self.number = number
    self.id = id
    self.title = title
    self.issuer = issuer
    self.date = date
    self.grade = grade
    self.address = address
    self.kind = kind
  }

  func source(file name: String, sha256: String) -> Source {
    Source(
      id: id ?? String(sha256.prefix(12)), title: title ?? name, issuer: issuer, date: date,
      grade: grade, sha256: sha256, address: address, number: number, kind: kind)
  }
}
