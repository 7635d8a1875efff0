/// Questions that researchers ask of every corpus.
public enum CorpusQuestion: String, Sendable, CaseIterable {
  /// 各地历年经济增长目标及其语气
  case growthTargets = "gdp-targets"

  public static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }

  public var title: Phrase {
    switch self {
    case .growthTargets:
      Phrase("各地历年地区生产总值增长目标", "Targets of growth of gross product, by place and year")
    }
  }
}
