import Domain

extension CommitmentPage {
  /// The course of the year: what the path asks for, what was observed, where it leads; the same
  /// numbers as a table and as JSON for the chart.
  func course(_ frame: Frame) -> [String: Any] {
    let points = facts.points
    guard points.contains(where: { $0.actual != nil }), let judgement = account.judgement else {
      return ["has-course": false]
    }
    let forecast = forecast
    let target = judgement.target.map {
      ExactText.shown($0, beside: judgement.actual.map { [$0] } ?? [], asPublished: true)
    }
    let chart = JSONValue.object([
      ("unit", .text(judgement.unit)), ("target", JSONValue(judgement.target)),
      ("targetName", .text(frame("目标 ", "target ") + (target ?? "") + " " + judgement.unit)),
      ("observed", .text(frame("佐证", "evidence"))),
      ("required", .text(frame("序时要求", "required"))),
      ("forecast", .text(frame("照此趋势", "at this rate"))),
      (
        "points",
        .list(
          points.map {
            .object([
              ("day", .text($0.day.description)), ("actual", JSONValue($0.actual)),
              ("required", JSONValue($0.required)), ("final", .flag($0.isFinal)),
            ])
          })
      ),
      (
        "leads",
        forecast.map {
          .list(
            $0.map { .list([.text($0.day.description), .number($0.value)]) })
        } ?? .null
      ),
    ])
    return [
      "has-course": true, "chart": chart.script, "course-unit": judgement.unit,
      "course": points.map { point in
        [
          "day": point.day.description,
          "actual": point.actual.map {
            ExactText.shown(
              $0, beside: judgement.beside + (point.required.map { [$0] } ?? []),
              asPublished: account.row?.isPublished == true)
          }
            ?? frame("未公布", "unpublished"),
          "required": point.required.map {
            ExactText.shown($0, beside: point.actual.map { [$0] } ?? [])
          } ?? "",
          "final": point.isFinal ? "" : frame("初步", "provisional"),
        ]
      },
      "has-leads": forecast != nil,
      "leads": forecast.flatMap { $0.last }.map {
        ExactText.shown(isCounted ? $0.value.rounded(0) : $0.value) + " " + judgement.unit
      } ?? "",
    ]
  }

  /// A straight line from the start of the period through the last point to the deadline, for
  /// amounts that add up; rates and published figures are not drawn on.
  private var forecast: [(day: Day, value: Exact)]? {
    switch commitment.measure {
    case .count, .sum: break
    default: return nil
    }
    guard let last = facts.points.last(where: { $0.actual != nil }), let actual = last.actual,
      last.day < commitment.deadline
    else { return nil }
    let passed = last.day.number - commitment.period.first.number + 1
    let whole = commitment.deadline.number - commitment.period.first.number + 1
    guard passed > 0, let end = actual * Exact(whole) / Exact(passed) else { return nil }
    return [(last.day, actual), (commitment.deadline, end)]
  }

  private var isCounted: Bool { if case .count? = commitment.measure { true } else { false } }

  /// What units filed and what came of it, closing out, objections.
  func work(_ frame: Frame) -> [String: Any] {
    [
      "filings": facts.filings.map { filing($0, frame) }, "has-filings": !facts.filings.isEmpty,
      "closings": facts.closings.map { closing($0, frame) },
      "has-closings": !facts.closings.isEmpty,
      "receipts": facts.receipts.map { ["unit": $0.unit, "day": $0.day.description] },
      "has-receipts": !facts.receipts.isEmpty,
      "objections": facts.objections.map {
        [
          "id": $0.id, "day": $0.day.description, "text": $0.text, "answer": $0.answer ?? "",
          "answered": $0.answered?.description ?? "",
        ]
      },
      "has-objections": !facts.objections.isEmpty,
      "years": years(frame), "has-years": !years(frame).isEmpty,
    ]
  }

  private func filing(_ noted: Books.Noted<Filing>, _ frame: Frame) -> [String: Any] {
    let filing = noted.value
    return [
      "month": "\(filing.month)", "unit": filing.unit,
      "value": filing.value.map {
        ExactText.shown($0, asPublished: true) + " " + (filing.measuredIn ?? "")
      } ?? "", "progress": filing.progress, "next": filing.next,
      "state": frame.words.filing(filing.state), "reason": filing.reason ?? "",
    ]
  }

  private func closing(_ noted: Books.Noted<Closing>, _ frame: Frame) -> [String: Any] {
    [
      "day": noted.note.time.day.description, "step": frame.words.closing(noted.value.step),
      "note": noted.value.note, "method": noted.value.method?.rawValue ?? "",
    ]
  }

  private func years(_ frame: Frame) -> [[String: Any]] {
    var years: [[String: Any]] = []
    if let before = commitment.predecessor {
      years.append([
        "year": before.year, "title": before.title ?? before.id ?? "",
        "href": before.id.map { frame.link("/commitments/" + $0) } ?? "",
      ])
    }
    return years
      + facts.successors.map {
        [
          "year": $0.period.last.year, "title": frame.title($0),
          "href": frame.link("/commitments/" + $0.id),
        ]
      }
  }
}

extension Words {
  func filing(_ state: Filing.State) -> String { state.words(language) }
  func closing(_ step: Closing.Step) -> String { step.words(language) }
}
