/// One document: its place, year, kind and text, cut into passages.
///
/// `text` holds the source text as UTF-8 (newlines are `\n`, a byte order mark is dropped). Passages
/// that layout damage had split are written once more, whole, behind the source text; `origin`
/// leads each of their bytes back to the source. So every passage is one contiguous range of `text`.
public struct Report: Sendable, Equatable {
  /// File name without its folders, or `-` for standard input.
  public var name: String
  /// The place whose government reports, as written (`济南市市中区`), or nil when it was not found.
  public var place: String?
  /// The year that the report plans for (the year it is given in), or nil when it was not found.
  public var year: Int?
  /// What sort of document it is.
  public var kind: Kind
  /// The title as written, or nil when there is none.
  public var title: String?
  /// Source text, then the repaired passages.
  public var text: [UInt8]
  /// Length in bytes of the source text at the start of `text`.
  public var sourceCount: Int
  /// Passages in reading order. Furniture (menus, share links, page numbers) is in none of them.
  public var passages: [Passage]
  /// Headings, each pointing to the one above it.
  public var sections: [Section]
  /// What was mended before reading.
  public var repairs: [Repair]
  /// Where the repaired bytes behind `sourceCount` come from.
  public var origin: [Piece]

  /// Sorts of documents that Duban tells apart.
  public enum Kind: String, Sendable, CaseIterable {
    /// 政府工作报告
    case workReport = "work-report"
    /// 报告的新闻稿
    case news
    /// 重点工作分工、任务分解
    case division
    /// 公报、通报、统计资料
    case bulletin
    /// 未能判明
    case other
  }

  /// Takes every field as it is; nothing is checked.
  public init(
    name: String, place: String? = nil, year: Int? = nil, kind: Kind = .other,
    title: String? = nil, text: [UInt8], sourceCount: Int? = nil, passages: [Passage] = [],
    sections: [Section] = [], repairs: [Repair] = [], origin: [Piece] = []
  ) {
    self.name = name
    self.place = place
    self.year = year
    self.kind = kind
    self.title = title
    self.text = text
    self.sourceCount = sourceCount ?? text.count
    self.passages = passages
    self.sections = sections
    self.repairs = repairs
    self.origin = origin
  }
}

/// A paragraph with its section path and its place in the text.
public struct Passage: Sendable, Equatable {
  /// Bytes of `Report.text`, without white space at either end.
  public var range: Range<Int>
  /// What the passage is in the document.
  public var role: Role
  /// Index into `Report.sections` of the innermost heading above this passage.
  public var section: Int?
  /// 1-based number among the report's passages, as faults and tables show it (段17).
  public var number: Int

  /// What a passage can be.
  public enum Role: String, Sendable, CaseIterable {
    /// The document's title, date line, speaker.
    case front
    /// 各位代表 and the like.
    case salutation
    /// A heading that stands in a line of its own.
    case heading
    case body
    /// 名词解释 behind the report.
    case glossary
    /// 民生实事 or another list behind the report.
    case annex
  }

  /// Takes every field as it is; nothing is checked.
  public init(range: Range<Int>, role: Role = .body, section: Int? = nil, number: Int = 0) {
    self.range = range
    self.role = role
    self.section = section
    self.number = number
  }
}

/// A heading: its label as written, its words, and the heading above it.
public struct Section: Sendable, Equatable {
  /// 1 for 一、 2 for （一） 3 for 1. 4 for 一是, 第一; a headline without a number has level 1.
  public var level: Int
  /// `一、`, `（二）`, `3.`, `一是`, or empty for a headline without a number.
  public var label: String
  /// Its words, without the label.
  public var title: String
  /// Index of the heading above in `Report.sections`.
  public var parent: Int?

  /// Takes every field as it is; nothing is checked.
  public init(level: Int, label: String, title: String, parent: Int?) {
    self.level = level
    self.label = label
    self.title = title
    self.parent = parent
  }
}

/// Layout damage that was mended before reading, kept so that a reader can check it.
public struct Repair: Sendable, Equatable {
  /// Index of the mended passage in `Report.passages`.
  public var passage: Int
  /// What was wrong.
  public var kind: Kind
  /// The source bytes that were left out between the joined pieces.
  public var removed: Range<Int>

  /// Kinds of layout damage.
  public enum Kind: String, Sendable, CaseIterable {
    /// A sentence went on behind a blank line.
    case blankLine = "blank-line"
    /// A photo caption or another block stood inside a sentence.
    case interruption
    /// A line of fixed width ended inside a sentence (pdf).
    case wrappedLine = "wrapped-line"
  }

  /// Takes every field as it is; nothing is checked.
  public init(passage: Int, kind: Kind, removed: Range<Int>) {
    self.passage = passage
    self.kind = kind
    self.removed = removed
  }
}

/// A run of bytes behind the source text and where it was copied from.
public struct Piece: Sendable, Equatable {
  /// First byte of the run in `Report.text`; the run ends where the next piece starts.
  public var start: Int
  /// Where the run's first byte stands in the source.
  public var source: Int

  /// Takes every field as it is; nothing is checked.
  public init(start: Int, source: Int) {
    self.start = start
    self.source = source
  }
}
