import Domain

extension Judge {
  /// With what was changed once the plan was issued; a change counts from the entry that brought it.
  func turned(_ judgement: Judgement, _ known: Int) -> Judgement {
    var judgement = judgement
    judgement.turns = PlanTurns(books, known: known).issued(of: judgement.commitment)
    judgement.change = judgement.turns == nil ? .original : .amended
    return judgement
  }

  /// Why a measure that was bound cannot be asked any more: a registry, a field or a choice is gone
  /// or of another kind, a unit no longer converts. The rest of the check is for binding.
  func cannotAnswer(_ measure: Measure, _ commitment: Commitment) -> (any Fault)? {
    MeasureCheck.check(
      measure, for: commitment, registries: books.registries, series: books.series
    ).first { [.unknownEvidence, .wrongEvidenceKind, .measureUnitsDiffer].contains($0.code) }
  }

  /// 口径失效: the commitment's own measure cannot answer; nothing else is touched by that.
  func void(_ empty: Judgement, _ fault: any Fault) -> Judgement {
    var judgement = empty
    let code = fault.code.rawValue
    judgement.value = .unverifiable(Phrase("口径失效", "its measure cannot answer"))
    judgement.working = [
      Phrase(
        "口径失效：\(code) \(fault.sentence(.chinese))",
        "The measure cannot answer: \(code) \(fault.sentence(.english))")
    ]
    return judgement
  }
}

extension Fault {
  /// Whether only the question that was asked can be at fault. A ledger that cannot be read is
  /// everybody's and stops the whole.
  var isOfOneQuestion: Bool {
    switch code {
    case .cannotOpenLedger, .notALedger, .newerLedger, .lockedLedger, .readOnlyLedger, .diskFull,
      .damagedLedger, .unknownEntry, .unreadableFile:
      false
    default: true
    }
  }
}
