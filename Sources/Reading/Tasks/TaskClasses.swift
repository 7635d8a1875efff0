/// Classes that only the words of tasks have.
///
/// The words of tasks are a lexicon of their own, which holds no units: bits 24 to 31 mean units in
/// the lexicon of numbers and these classes here. A file of one lexicon is refused by the other,
/// because it names classes that the other does not know.
extension WordClass {
  /// 实施, 开展, 落实: carries out something; a named programme can be checked.
  static var carry: WordClass { WordClass(rawValue: 1 << 41) }
  /// 支持, 推动: what somebody else does follows; a list behind it is one matter.
  static var pivot: WordClass { WordClass(rawValue: 1 << 43) }
  /// 建设, 改造, 整治: work on a thing; a named thing can be checked.
  static var works: WordClass { WordClass(rawValue: 1 << 44) }
  /// 激发, 形成, 展现: says what the works bring about.
  static var effect: WordClass { WordClass(rawValue: 1 << 24) }
  /// 探索, 谋划, 鼓励: takes the end state away from the verb beside it.
  static var tentative: WordClass { WordClass(rawValue: 1 << 25) }
  /// 开工, 投入使用: the state that a thing reaches, behind its name.
  static var endState: WordClass { WordClass(rawValue: 1 << 26) }
  /// 氛围, 局面, 信心: an object that nobody delivers.
  static var airy: WordClass { WordClass(rawValue: 1 << 27) }
  /// 行动, 工程, 计划: ends the name of a programme.
  static var programme: WordClass { WordClass(rawValue: 1 << 28) }
  /// 园区, 新区, 都市圈: ends the name of an area.
  static var area: WordClass { WordClass(rawValue: 1 << 29) }
  /// 路, 水库, 医院: ends the name of a work that can be looked at.
  static var facility: WordClass { WordClass(rawValue: 1 << 30) }
  /// 全部, 清零, 应保尽保: none is left out.
  static var whole: WordClass { WordClass(rawValue: 1 << 31) }

  /// The names that the resource files of tasks use.
  static let taskNames: [String: WordClass] = [
    "adverb": .adverb, "modal": .modal, "time": .time, "place": .place,
    "preposition": .preposition, "conjunction": .conjunction, "of": .of, "etcetera": .etcetera,
    "noun": .noun, "action-noun": .actionNoun, "aggregate": .aggregate, "manner": .manner,
    "datable": .datable, "endless": .endless, "carry": .carry, "pivot": .pivot, "works": .works,
    "effect": .effect, "tentative": .tentative, "end-state": .endState, "airy": .airy,
    "programme": .programme, "area": .area, "facility": .facility, "whole": .whole,
  ]
}
