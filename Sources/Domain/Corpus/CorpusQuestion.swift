/// Questions that researchers ask of every corpus.
public enum CorpusQuestion: String, Sendable, CaseIterable {
  /// 各地历年经济增长目标及其语气
  case growthTargets = "gdp-targets"
  /// 各指标的目标与下一年报告称的结果
  case targetsAndClaims = "targets-claims"
  /// 各指标目标兑现、未达、不再提的比例
  case sharesKept = "shares-kept"
  /// 词典里没有的指标，按出现次数
  case unknownIndicators = "unknown-indicators"

  /// The names of all questions with commas, for messages.
  public static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  /// What is asked, as a heading.
  public var title: Phrase {
    switch self {
    case .growthTargets:
      Phrase("各地历年地区生产总值增长目标", "Targets of growth of gross product, by place and year")
    case .targetsAndClaims:
      Phrase("目标与下一年报告称的结果", "Targets against what was claimed a year later")
    case .sharesKept:
      Phrase("各指标目标兑现、未达、不再提的比例", "Shares of targets kept, missed and dropped, by indicator")
    case .unknownIndicators:
      Phrase("词典里没有的指标，按出现次数", "Indicators that the dictionary does not know, by frequency")
    }
  }
}
