import Domain

extension JSONValue {
  /// `{"entries": 123, "head": "…", "key": "…", "signature": "…"}`, the same wherever an anchor stands;
  /// null for none.
  init(_ anchor: Anchor?) {
    guard let anchor else {
      self = .null
      return
    }
    self = .object([
      ("entries", .whole(anchor.head.sequence)), ("head", .text(anchor.head.hash)),
      ("key", JSONValue(anchor.signed?.key)), ("signature", JSONValue(anchor.signed?.signature)),
    ])
  }
}

extension Words {
  /// 「锚点：账本第 123 条，123:…」 — what a letter or a page rests on, for `duban verify --against`.
  func anchor(_ anchor: Anchor) -> String {
    let signed = anchor.signed.map { self("；签名公钥 \($0.key)", "; signed by \($0.key)") } ?? ""
    return self(
      "账本锚点 \(anchor.head)（第 \(anchor.head.sequence) 条及其散列，可用 duban verify --against 核对）\(signed)",
      "Anchor \(anchor.head) (entry and hash of the ledger; duban verify --against checks it)\(signed)"
    )
  }
}
