import Domain

extension ReconcilingFault {
  /// What is wrong, in one sentence.
  public func sentence(_ language: Language) -> String {
    switch self {
    case .damagedDictionary(let line, let reason):
      language == .chinese
        ? "指标词典第 \(line) 行：\(reason.chinese)"
        : "Line \(line) of the dictionary of indicators: \(reason.english)"
    }
  }
}
