import Domain

/// How far work has come.
enum Stage: Int, Sendable, Comparable, CaseIterable {
  case prepare = 1
  case approve, start, progress, structure, done, use

  static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }

  var name: Phrase {
    switch self {
    case .prepare: Phrase("前期", "preparing")
    case .approve: Phrase("获批", "approved")
    case .start: Phrase("开工", "started")
    case .progress: Phrase("在建", "under way")
    case .structure: Phrase("主体完工", "main structure done")
    case .done: Phrase("建成", "done")
    case .use: Phrase("投用", "in use")
    }
  }
}

/// Finds the words that tell a stage.
struct StageReader: Sendable {
  /// A word and what it tells; nil for a word that says when or how, and nothing of the matter.
  struct Word {
    var bytes: [UInt8]
    var stage: Stage?
    /// 完成, 实现: the stage is that of the word that follows, where one does.
    var isBare: Bool
  }
  typealias Found = (range: Range<Int>, word: Word)

  /// Words by their first scalar, the longest first.
  private let words: [UInt32: [Word]]

  static func builtIn() throws(ReconcilingFault) -> StageReader {
    try StageReader(String(decoding: PackageResources.stages_txt, as: UTF8.self))
  }

  init(_ table: String) throws(ReconcilingFault) {
    var words: [UInt32: [Word]] = [:]
    for (number, line) in table.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "|")
      let stage = Stage.allCases.first { "\($0)" == cells[0] }
      guard cells.count == 2, stage != nil || cells[0] == "bare" || cells[0] == "pass" else {
        throw .damagedDictionary(
          line: number + 1, reason: Phrase("应为 阶段|词", "must be a stage, | and words"))
      }
      for word in cells[1].split(separator: " ") {
        guard let first = word.unicodeScalars.first else { continue }
        let isBare = cells[0] == "bare"
        words[first.value, default: []].append(
          Word(bytes: Array(word.utf8), stage: isBare ? .done : stage, isBare: isBare))
      }
    }
    self.words = words.mapValues { $0.sorted { $0.bytes.count > $1.bytes.count } }
  }

  /// Every such word, in reading order; of overlapping ones the longest.
  func all(_ text: [UInt8], _ range: Range<Int>) -> [Found] {
    var found: [Found] = []
    var covered = range.lowerBound
    Scalars.each(text, range) { scalar, position in
      guard position >= covered, let candidates = words[scalar] else { return }
      for word in candidates
      where position + word.bytes.count <= range.upperBound
        && text[position..<position + word.bytes.count].elementsEqual(word.bytes)
      {
        found.append((position..<position + word.bytes.count, word))
        covered = position + word.bytes.count
        return
      }
    }
    return found
  }

  /// How far the words of a range say that work has come: the last stage that stands there, where
  /// 完成 and 推进 give way to what is completed or pressed on with (完成核准, 加快推进前期工作).
  func stage(_ text: [UInt8], _ range: Range<Int>) -> Stage? { Self.stage(all(text, range)) }

  static func stage(_ found: [Found]) -> Stage? {
    let told = found.filter { $0.word.stage != nil }
    let own = told.filter { !$0.word.isBare && $0.word.stage != .progress }
    return (own.isEmpty ? told : own).compactMap(\.word.stage).max()
  }

  /// How far the words say that the thing at `place` has come: those between the same 、, else the
  /// words before it, else those behind (确保甲开工、乙投入运营; 启动甲、乙项目建设).
  func stage(_ text: [UInt8], _ clause: Range<Int>, at place: Range<Int>) -> Stage? {
    let found = all(text, clause).filter { $0.word.stage != nil }
    var segment = clause
    Scalars.each(text, clause) { scalar, position in
      guard scalar == 0x3001 else { return }  // 、
      if position < place.lowerBound {
        segment = position + 3..<segment.upperBound
      } else if position >= place.upperBound, position < segment.upperBound {
        segment = segment.lowerBound..<position
      }
    }
    let own = found.filter { segment.contains($0.range.lowerBound) }
    if !own.isEmpty { return Self.stage(own) }
    let before = found.filter { $0.range.upperBound <= segment.lowerBound }
    if !before.isEmpty { return Self.stage(before.suffix(1)) }
    return Self.stage(found)
  }
}
