import Domain

extension Office {
  /// Has the office's key vouch for an entry, by an entry of its own; nothing without a key. That
  /// entry comes after, so that the signature is over the very hash of the one it is for.
  public func sign(_ entries: [Entry], by caller: Caller) throws {
    guard let key = watch?.key else { return }
    for entry in entries {
      guard case .release = entry.change else { continue }
      let head = LedgerHead(sequence: entry.sequence, hash: entry.hash)
      let signed = try SignedHead(head, by: key)
      try change(.release, by: caller) { books in
        books.signatures.contains(signed) ? [] : [.signed(signed)]
      }
    }
  }
}
