import Domain

extension Measuring {
  /// A finding for each document that was given a stronger grade after it had been entered, of those
  /// that the number rests on.
  func raised(among sources: Set<String>, _ frame: Frame) -> [Finding] {
    books.raised(among: sources, known: frame.known)
  }

  /// The same for the records that a question counts; they are looked at only where it can be.
  func raised(_ question: Question, _ frame: Frame) throws -> [Finding] {
    let possible = Set(
      books.raises.filter { raise in
        raise.note.sequence <= frame.known
          && books.registriesOfSource[raise.source]?.contains(question.registry) == true
      }.map(\.source))
    guard !possible.isEmpty else { return [] }
    let counted = try evidence.records(question, offset: 0, limit: .max).map(\.source)
    return raised(among: possible.intersection(counted), frame)
  }
}

extension Books {
  /// What there is to tell of the grades of some sources.
  func raised(among sources: Set<String>, known: Int) -> [Finding] {
    raises.filter { sources.contains($0.source) && $0.note.sequence <= known }.map { raise in
      let why = raise.note.reason ?? "未写理由"
      let day = raise.note.time.day
      return Finding(
        kind: .raisedGrade, about: self.sources[raise.source]?.title ?? raise.source, count: 1,
        groups: [[raise.source]],
        detail: Phrase(
          "等级由\(raise.from.chinese)改为\(raise.to.chinese)（\(day)，理由：\(why)）",
          "grade raised from \(raise.from.english) to \(raise.to.english) (\(day), because: \(why))"
        ))
    }
  }
}
