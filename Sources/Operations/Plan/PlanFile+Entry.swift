import Domain

extension PlanFile {
  /// A plan file says how commitments are to be, whole: what others changed after it was written
  /// would be taken back without a word.
  ///
  /// - Throws: ``OperationFault/planFileOld(ids:)`` with the commitments among `changes` that have
  ///   a version after the file's own entry; nothing for a file that says none.
  func checkEntry(of changes: [Change], _ books: Books) throws(OperationFault) {
    guard let entry else { return }
    let newer = changes.compactMap { change -> String? in
      guard case .commitment(let commitment, _) = change,
        let last = books.commitments[commitment.id]?.last, last.sequence > entry
      else { return nil }
      return commitment.id
    }
    guard newer.isEmpty else { throw .planFileOld(ids: newer) }
  }
}
