/// How a judgement is worded, once for every output.
extension Judgement.State {
  /// The state as tables, bars and letters call it.
  public var words: Phrase {
    switch self {
    case .met: Phrase("已兑现", "met")
    case .onPath: Phrase("按序推进", "on path")
    case .behind: Phrase("滞后", "behind")
    case .notMet: Phrase("未兑现", "not met")
    case .notYet: Phrase("尚不能判", "not yet")
    case .unverifiable: Phrase("无法核验", "unverifiable")
    }
  }
}

extension Judgement.Verdict {
  /// The verdict with its reason, where it has one: `尚不能判（未到期限 2023-12-31）`.
  public var words: Phrase {
    switch self {
    case .met: Judgement.State.met.words
    case .notMet: Judgement.State.notMet.words
    case .notYet(let why): Judgement.State.notYet.words.because(why)
    case .unverifiable(let why): Judgement.State.unverifiable.words.because(why)
    }
  }
}

extension Phrase {
  fileprivate func because(_ why: Phrase) -> Phrase {
    Phrase("\(chinese)（\(why.chinese)）", "\(english) (\(why.english))")
  }
}
