/// How steps of work are worded, once for every output.
extension Filing.State {
  /// The state as lists and forms call it.
  public var words: Phrase {
    switch self {
    case .filed: Phrase("待单位确认", "to be confirmed by the unit")
    case .confirmed: Phrase("待督查室审核", "with the supervision office")
    case .accepted: Phrase("已通过", "accepted")
    case .returned: Phrase("已退回", "returned")
    case .unlocked: Phrase("已解锁，待更正", "unlocked, to be corrected")
    }
  }
}

extension Closing.Step {
  /// The step as lists and forms call it.
  public var words: Phrase {
    switch self {
    case .requested: Phrase("申请办结", "asked to close")
    case .verified: Phrase("核验", "verified")
    case .closed: Phrase("办结", "closed")
    case .struckOff: Phrase("销号", "struck off")
    case .returned: Phrase("退回", "returned")
    case .carriedOver: Phrase("转下年", "carried over")
    }
  }
}
