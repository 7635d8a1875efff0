import Domain

extension ReadingFault {
  /// What is wrong, in one sentence.
  public func sentence(_ language: Language) -> String {
    switch (self, language) {
    case (.damagedLexicon(let file, let line), .chinese):
      "词表 \(file) 第 \(line) 行无法识别,应为 [类别] 或该类别的词"
    case (.damagedLexicon(let file, let line), .english):
      "Line \(line) of lexicon \(file) is not understood; expected [class] or words of a class"
    }
  }
}
