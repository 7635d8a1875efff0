/// What a word can be. A word can be several things; the grammar decides by its neighbours.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt128

  // Verbs
  /// 增长, 提高: the value is a rise.
  static var rise: WordClass { WordClass(rawValue: 1 << 0) }
  /// 下降, 压减: the value is a fall.
  static var fall: WordClass { WordClass(rawValue: 1 << 1) }
  /// 达到, 控制在, 降至: the value is the level reached.
  static var reach: WordClass { WordClass(rawValue: 1 << 2) }
  /// 新增, 建成: something is done; the value counts it.
  static var doing: WordClass { WordClass(rawValue: 1 << 3) }
  /// 高于, 快于: the value is a distance from a reference.
  static var compare: WordClass { WordClass(rawValue: 1 << 4) }
  /// 居, 位列: a rank follows.
  static var ranking: WordClass { WordClass(rawValue: 1 << 5) }
  /// 共, 合计: the value belongs to the whole list before it.
  static var total: WordClass { WordClass(rawValue: 1 << 6) }
  /// Verbs of which the object is spent money: 投资, 发放.
  static var spend: WordClass { WordClass(rawValue: 1 << 7) }

  // Words around a verb
  static var adverb: WordClass { WordClass(rawValue: 1 << 8) }
  /// 力争, 确保, 预计.
  static var modal: WordClass { WordClass(rawValue: 1 << 9) }
  /// 今年, 全年, 年内.
  static var time: WordClass { WordClass(rawValue: 1 << 10) }
  /// 全区, 我市: the reporting place itself.
  static var place: WordClass { WordClass(rawValue: 1 << 11) }
  /// 为, 对, 将, 把, 以, 由, 从.
  static var preposition: WordClass { WordClass(rawValue: 1 << 12) }
  /// 和, 与, 及, 以及.
  static var conjunction: WordClass { WordClass(rawValue: 1 << 13) }
  static var respectively: WordClass { WordClass(rawValue: 1 << 14) }
  /// 均, 都.
  static var each: WordClass { WordClass(rawValue: 1 << 15) }
  static var etcetera: WordClass { WordClass(rawValue: 1 << 16) }
  /// 的
  static var of: WordClass { WordClass(rawValue: 1 << 17) }

  // Nouns that say what a number is
  /// 增速, 涨幅.
  static var growthNoun: WordClass { WordClass(rawValue: 1 << 18) }
  /// 失业率, 税率: a rate that is a state.
  static var levelRate: WordClass { WordClass(rawValue: 1 << 19) }
  /// 占比, 覆盖率, 比重: a part of a whole.
  static var shareNoun: WordClass { WordClass(rawValue: 1 << 20) }
  /// 总数, 规模, 产值: needs the thing it is of.
  static var dependent: WordClass { WordClass(rawValue: 1 << 21) }
  /// 改造, 搬迁, 培训: a noun that names an action.
  static var actionNoun: WordClass { WordClass(rawValue: 1 << 22) }
  /// 方面, 坚持: what a heading counts, not a thing.
  static var abstract: WordClass { WordClass(rawValue: 1 << 23) }

  // Units
  static var percent: WordClass { WordClass(rawValue: 1 << 24) }
  static var point: WordClass { WordClass(rawValue: 1 << 25) }
  static var multiple: WordClass { WordClass(rawValue: 1 << 26) }
  static var money: WordClass { WordClass(rawValue: 1 << 27) }
  /// 家, 个, 条: counts things.
  static var classifier: WordClass { WordClass(rawValue: 1 << 28) }
  /// 公里, 吨, 千瓦.
  static var measure: WordClass { WordClass(rawValue: 1 << 29) }
  /// 年, 个月, 分钟: left out.
  static var duration: WordClass { WordClass(rawValue: 1 << 30) }
  /// A classifier that Chinese numerals count real things with.
  static var concrete: WordClass { WordClass(rawValue: 1 << 31) }

  // Bounds
  static var atLeastBefore: WordClass { WordClass(rawValue: 1 << 32) }
  static var atMostBefore: WordClass { WordClass(rawValue: 1 << 33) }
  static var aboutBefore: WordClass { WordClass(rawValue: 1 << 34) }
  static var atLeastAfter: WordClass { WordClass(rawValue: 1 << 35) }
  static var atMostAfter: WordClass { WordClass(rawValue: 1 << 36) }
  static var aboutAfter: WordClass { WordClass(rawValue: 1 << 37) }
  /// The bound leaves the number itself out (超过, 低于).
  static var strict: WordClass { WordClass(rawValue: 1 << 38) }

  // Tasks
  /// An end state that can be dated: 启动, 建成, 投产.
  static var datable: WordClass { WordClass(rawValue: 1 << 39) }
  /// No end state: 加强, 深化, 推动.
  static var endless: WordClass { WordClass(rawValue: 1 << 40) }
  /// Words that lead a clause of manner, basis or purpose.
  static var manner: WordClass { WordClass(rawValue: 1 << 42) }

  // Context
  /// A noun that is not a verb here though it holds one (建设银行, 实施方案).
  static var noun: WordClass { WordClass(rawValue: 1 << 45) }
  /// 名词 that a number only names: 500强.
  static var nameTail: WordClass { WordClass(rawValue: 1 << 46) }

  /// 金, 银, 铜: a unit only between digits and the end of a clause.
  static var medal: WordClass { WordClass(rawValue: 1 << 47) }

  /// 占: the value is a part of what follows.
  static var portion: WordClass { WordClass(rawValue: 1 << 48) }
  /// 总额, 收入, 里程: a noun that has a level.
  static var aggregate: WordClass { WordClass(rawValue: 1 << 49) }
  /// 比, 较上年: opens a comparison.
  static var than: WordClass { WordClass(rawValue: 1 << 50) }
  /// 方面, 指标: what headings count; a number before it is left out.
  static var headingNoun: WordClass { WordClass(rawValue: 1 << 51) }
  /// 吨, 千瓦: a unit that sizes a plant or names a project (大唐700万吨露天矿).
  static var capacity: WordClass { WordClass(rawValue: 1 << 52) }
  /// 岁
  static var age: WordClass { WordClass(rawValue: 1 << 53) }
  /// 约束性 and 预期性, alone or in a longer word.
  static var binding: WordClass { WordClass(rawValue: 1 << 54) }
  static var expected: WordClass { WordClass(rawValue: 1 << 55) }
  /// Units that single rules ask for: 条, 个 and 项, 次, 天, 家.
  static var article: WordClass { WordClass(rawValue: 1 << 56) }
  static var piece: WordClass { WordClass(rawValue: 1 << 57) }
  static var times: WordClass { WordClass(rawValue: 1 << 58) }
  static var day: WordClass { WordClass(rawValue: 1 << 59) }
  static var firm: WordClass { WordClass(rawValue: 1 << 60) }
  /// 全国, 世界: among whom something is ranked.
  static var scope: WordClass { WordClass(rawValue: 1 << 61) }

  static var anyVerb: WordClass { [.rise, .fall, .reach, .doing, .compare, .ranking, .portion] }
  static var skippable: WordClass { [.adverb, .modal, .time, .place] }
  static var anyUnit: WordClass {
    [
      .percent, .point, .multiple, .money, .classifier, .measure, .duration,
    ]
  }

  /// The names that resource files use.
  static let named: [String: WordClass] = [
    "rise": .rise, "fall": .fall, "reach": .reach, "doing": .doing, "compare": .compare,
    "ranking": .ranking, "total": .total, "spend": .spend, "adverb": .adverb, "modal": .modal,
    "time": .time, "place": .place, "preposition": .preposition, "conjunction": .conjunction,
    "respectively": .respectively, "each": .each, "etcetera": .etcetera, "of": .of,
    "growth-noun": .growthNoun, "level-rate": .levelRate, "share-noun": .shareNoun,
    "dependent": .dependent, "action-noun": .actionNoun, "abstract": .abstract,
    "percent": .percent, "point": .point, "multiple": .multiple, "money": .money,
    "classifier": .classifier, "measure": .measure, "duration": .duration,
    "concrete": .concrete, "at-least-before": .atLeastBefore, "at-most-before": .atMostBefore,
    "about-before": .aboutBefore, "at-least-after": .atLeastAfter,
    "at-most-after": .atMostAfter, "about-after": .aboutAfter, "strict": .strict,
    "datable": .datable, "endless": .endless, "manner": .manner,
    "noun": .noun, "name-tail": .nameTail, "medal": .medal,
    "portion": .portion, "aggregate": .aggregate, "than": .than, "heading-noun": .headingNoun,
    "capacity": .capacity, "age": .age,
    "article": .article, "piece": .piece, "times": .times, "day": .day, "firm": .firm,
    "scope": .scope, "binding": .binding, "expected": .expected,
  ]
}
