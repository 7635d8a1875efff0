import Domain
import Publishing
import Tracking

/// What has changed in what the public sees: releases and what they turned, targets that a decision
/// corrected, objections that were answered, matters that were closed out.
public struct ShowChanges: Sendable {
  private let view: View

  /// Shows what a view may know, and asks nothing else.
  public init(_ view: View) { self.view = view }

  /// Entries that a feed holds.
  private static let most = 200

  /// The newest first, at most 200, with the words of one language.
  public func run(_ language: Language) -> ChangeFeed {
    let books = view.books
    let all = releases(books) + turns(books) + closings(books) + answers(books)
    let newest = all.sorted { ($1.time, $1.id) < ($0.time, $0.id) }.prefix(Self.most)
    return ChangeFeed(
      Array(newest), place: books.reports.last?.place ?? "",
      anchor: view.release.flatMap { books.anchor(of: $0.month) }, language)
  }

  private func releases(_ books: Books) -> [ChangeFeed.Entry] {
    let made = zip(books.releases, books.releaseNotes).filter { $0.0.month.last <= view.day }
      .sorted { $0.0.month.first < $1.0.month.first }
    return made.enumerated().map { number, item in
      let (release, note) = item
      let before = number > 0 ? made[number - 1].0.judgements : []
      let month = release.month.description
      let lines = Self.turned(from: before, to: release.judgements, books)
      let count = release.judgements.count
      return ChangeFeed.Entry(
        id: "release/" + month,
        title: Phrase("\(month) 发布：\(count) 项承诺", "Release \(month): \(count) commitments"),
        time: note.time, path: "/releases/" + month, lines: lines)
    }
  }

  /// The commitments whose state has turned between two releases.
  private static func turned(
    from before: [Judgement], to after: [Judgement], _ books: Books
  ) -> [Phrase] {
    let old = Dictionary(before.map { ($0.commitment, $0.state) }) { $1 }
    return after.compactMap { new in
      guard let was = old[new.commitment], was != new.state,
        let commitment = books.commitment(new.commitment)
      else { return nil }
      return ChangeFeed.turn(commitment, from: was, to: new.state)
    }
  }

  /// What was changed of the issued plan, one entry for each version: old → new, the decision, and
  /// what a careful reader would ask.
  private func turns(_ books: Books) -> [ChangeFeed.Entry] {
    let turns = PlanTurns(books, known: view.known)
    return books.order.flatMap { id -> [ChangeFeed.Entry] in
      let entries = Dictionary(grouping: turns.issued(of: id) ?? [], by: \.sequence)
      return entries.sorted { $0.key < $1.key }.compactMap { sequence, turns in
        guard let commitment = books.commitment(id) else { return nil }
        let title = commitment.title
        return ChangeFeed.Entry(
          id: "target/\(id)/\(sequence)",
          title: Phrase(
            "\(id) 计划变更：\(title)", "\(id) amended: \(commitment.english ?? title)"),
          time: Self.time(of: sequence, id, books) ?? Instant(startOf: turns[0].day),
          path: "/commitments/" + id,
          lines: turns.map(\.change) + [turns[0].ground])
      }
    }
  }

  private static func time(of sequence: Int, _ id: String, _ books: Books) -> Instant? {
    books.commitments[id]?.first { $0.sequence == sequence }?.time
  }

  private func closings(_ books: Books) -> [ChangeFeed.Entry] {
    books.closings.flatMap { id, steps in
      steps.filter { $0.value.step.isEnd }.map { step in
        let commitment = books.commitment(id)
        let title = commitment?.title ?? id
        let english = commitment?.english ?? title
        return ChangeFeed.Entry(
          id: "closing/\(id)/\(step.note.sequence)",
          title: step.value.step == .carriedOver
            ? Phrase("\(id) 转下年：\(title)", "\(id) carried over: \(english)")
            : Phrase("\(id) 办结：\(title)", "\(id) closed out: \(english)"), time: step.note.time,
          path: "/commitments/" + id, lines: [])
      }
    }
  }

  private func answers(_ books: Books) -> [ChangeFeed.Entry] {
    books.objections.values.compactMap { versions in
      guard let last = versions.last, last.value.state == .answered else { return nil }
      return ChangeFeed.Entry(
        id: "objection/" + last.value.id,
        title: Phrase(
          "\(last.value.id) 异议已答复（\(last.value.commitment)）",
          "Objection \(last.value.id) answered (\(last.value.commitment))"),
        time: last.note.time, path: "/objections",
        lines: [last.value.answer ?? ""].filter { !$0.isEmpty }.map { Phrase($0, $0) })
    }
  }
}
