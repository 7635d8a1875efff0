import Domain

/// Says how strong a document is by what it is: a unit's own word is no acceptance, and statistics
/// come from who publishes them.
struct SourceGrading {
  let books: Books
  /// Units that answer for what the document is to prove.
  let responsible: Set<String>

  /// - Parameter responsible: where nobody is known to, any unit of the ledger may be.
  init(_ books: Books, responsible: some Sequence<String>) {
    self.books = books
    let named = Set(responsible)
    self.responsible = named.isEmpty ? Set(books.units.map(\.name)) : named
  }

  /// For a registry: the units of the commitments that are measured by it.
  init(_ books: Books, registry: String) {
    let users = books.active.filter { $0.measure?.registries.contains(registry) == true }
    self.init(books, responsible: users.flatMap(\.units))
  }

  private var place: String? { books.reports.last?.place }

  /// The source with the grade that it can have, and what is to be told of it.
  ///
  /// - Throws: ``EvidenceFault/noNumber(issuer:)``, and ``EvidenceFault/raised(source:from:to:)``
  ///   where a known document is to become stronger without a reason.
  func graded(
    _ source: Source, idGiven: Bool, reason: String?
  ) throws(EvidenceFault) -> (source: Source, notes: [Phrase]) {
    var graded = source
    let why = try weakness(source, idGiven: idGiven)
    if why != nil { (graded.grade, graded.claimed) = (.departmental, source.grade) }
    if let from = books.weakerGrade(of: graded), (reason ?? "").isEmpty {
      throw .raised(source: graded.title, from: from, to: graded.grade)
    }
    let note = why.map {
      Phrase("\($0.chinese)，按部门台账入账。", "\($0.english): recorded as a department's register.")
    }
    return (graded, [note].compactMap { $0 })
  }

  /// Why a document is weaker than it was said to be; nil where it is not.
  private func weakness(_ source: Source, idGiven: Bool) throws(EvidenceFault) -> Phrase? {
    let issuer = Issuer(source.issuer)
    switch source.grade {
    case .selfReported, .departmental: return nil
    case .published:
      let isPublisher = books.series.values.contains { series in
        series.publishers.contains { issuer.isBody($0, of: place) }
      }
      guard !issuer.isStatisticsBody, !isPublisher else { return nil }
      return Phrase(
        "「\(source.issuer)」不是统计机构，也不是所声明的公布机构，不能作统计发布",
        "\(source.issuer) is no statistics body and no declared publisher")
    case .accepted: return try ownWord(source, issuer, idGiven: idGiven)
    }
  }

  private func ownWord(
    _ source: Source, _ issuer: Issuer, idGiven: Bool
  ) throws(EvidenceFault) -> Phrase? {
    let hasNumber = hasNumber(source, idGiven: idGiven)
    if responsible.contains(where: { issuer.isUnit($0, of: place) }) {
      guard hasNumber, isAct(source.title) else {
        return Phrase(
          "「\(source.issuer)」是责任单位自己，不是第三方，材料也不是有文号的验收、批准文书",
          "\(source.issuer) answers for it itself, and this is no numbered act of acceptance")
      }
      return nil
    }
    if hasNumber || issuer.isAbove(place) { return nil }
    guard issuer.isPublicBody || books.units.contains(where: { issuer.isUnit($0.name, of: place) })
    else { throw .noNumber(issuer: source.issuer) }
    return Phrase(
      "「验收或第三方」须有文号，「\(source.issuer)」的这份材料没有",
      "an acceptance has a number, and this document of \(source.issuer) has none")
  }

  private func hasNumber(_ source: Source, idGiven: Bool) -> Bool {
    if let number = source.number, DocumentNumber.isWhole(number) { return true }
    let words = [source.title, source.address, idGiven ? source.id : nil].compactMap { $0 }
    return words.contains(where: DocumentNumber.isIn)
  }

  /// What an authority does by a document of its own, and what is no account of itself.
  private func isAct(_ title: String) -> Bool {
    let acts = ["验收", "备案", "证书", "许可", "批复", "公告", "公示", "认定", "决定", "登记", "核准", "竣工", "证明"]
    let accounts = ["自查", "自评", "自报", "自行", "总结", "汇报", "情况", "说明", "台账", "月报"]
    return title.hasAny(acts) && !title.hasAny(accounts)
  }
}

extension String {
  fileprivate func hasAny(_ words: [String]) -> Bool {
    words.contains { firstRange(of: $0) != nil }
  }
}
