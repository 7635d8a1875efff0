import Domain

extension Judge {
  /// What an auditor would ask of the documents behind milestones; no verdict moves by it.
  func papers(
    _ milestones: [Measure.Milestone], _ commitment: Commitment, _ context: Context
  ) -> [Finding] {
    let known = proofs(known: context.known)
    let own = known.filter { $0.commitment == commitment.id }
    let pairs = milestones.compactMap { milestone -> Paper? in
      guard let proof = own.first(where: { $0.milestone == milestone.id }),
        let source = books.sources[proof.source], proof.day <= context.asOf,
        source.date <= context.seen
      else { return nil }
      return Paper(milestone: milestone, proof: proof, source: source)
    }
    return pairs.flatMap { paper in
      [older(paper), several(paper, known), unkept(paper), otherKind(paper)].compactMap { $0 }
    }
  }

  private struct Paper {
    var milestone: Measure.Milestone
    var proof: Proof
    var source: Source
  }

  /// The last version of every proof.
  private func proofs(known: Int) -> [Proof] {
    var last: [[String]: Proof] = [:]
    var order: [[String]] = []
    for version in books.proofVersions where version.sequence <= known {
      let name = [version.proof.commitment, version.proof.milestone]
      if last.updateValue(version.proof, forKey: name) == nil { order.append(name) }
    }
    return order.compactMap { last[$0] }
  }

  private func finding(
    _ kind: Finding.Kind, _ paper: Paper, _ others: [String] = [], _ detail: Phrase
  ) -> Finding {
    Finding(
      kind: kind, about: paper.source.title, count: max(1, others.count),
      groups: [[paper.milestone.id] + others], detail: detail)
  }

  /// A permit, and the announcement of a day that is near, come before what they are about.
  private func older(_ paper: Paper) -> Finding? {
    let (source, proof) = (paper.source, paper.proof)
    guard source.date < proof.day else { return nil }
    if let kind = Papers.kind(of: source), kind.precedesEvent,
      kind == .permit || proof.day.number - source.date.number <= 15
    {
      return nil
    }
    return finding(
      .olderThanEvent, paper, [],
      Phrase(
        "文件 \(source.date)，事情 \(proof.day)：文件早于它所证明的事",
        "document of \(source.date), event of \(proof.day): older than what it proves"))
  }

  private func several(_ paper: Paper, _ known: [Proof]) -> Finding? {
    let others = known.filter { other in
      (other.commitment, other.milestone) != (paper.proof.commitment, paper.proof.milestone)
        && books.sources[other.source].map { isSame($0, paper.source) } ?? false
    }
    guard !others.isEmpty else { return nil }
    return finding(
      .oneForSeveral, paper, others.map { "\($0.commitment) \($0.milestone)" },
      Phrase("同一份文件还证明另 \(others.count) 件事", "the same document also proves \(others.count) more"))
  }

  private func isSame(_ a: Source, _ b: Source) -> Bool {
    if a.id == b.id { return true }
    if let file = a.sha256, file == b.sha256 { return true }
    if a.sha256 == nil, b.sha256 == nil, let address = a.address { return address == b.address }
    return false
  }

  private func unkept(_ paper: Paper) -> Finding? {
    guard paper.source.sha256 == nil else { return nil }
    return finding(
      .notKept, paper, [],
      Phrase("只有网址或编号，账内没有存下文件", "only an address or a number; no file is kept"))
  }

  private func otherKind(_ paper: Paper) -> Finding? {
    Papers.doubt(paper.source, for: paper.milestone).map { finding(.otherKind, paper, [], $0) }
  }
}
