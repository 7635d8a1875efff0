/// What a word can be. A word can be several things; the grammar decides by its neighbours.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt64

  // Verbs
  /// 增长, 提高: the value is a rise.
  static let rise = WordClass(rawValue: 1 << 0)
  /// 下降, 压减: the value is a fall.
  static let fall = WordClass(rawValue: 1 << 1)
  /// 达到, 控制在, 降至: the value is the level reached.
  static let reach = WordClass(rawValue: 1 << 2)
  /// 新增, 建成: something is done; the value counts it.
  static let doing = WordClass(rawValue: 1 << 3)
  /// 高于, 快于: the value is a distance from a reference.
  static let compare = WordClass(rawValue: 1 << 4)
  /// 居, 位列: a rank follows.
  static let ranking = WordClass(rawValue: 1 << 5)
  /// 共, 合计: the value belongs to the whole list before it.
  static let total = WordClass(rawValue: 1 << 6)
  /// Verbs of which the object is spent money: 投资, 发放.
  static let spend = WordClass(rawValue: 1 << 7)

  // Words around a verb
  static let adverb = WordClass(rawValue: 1 << 8)
  /// 力争, 确保, 预计.
  static let modal = WordClass(rawValue: 1 << 9)
  /// 今年, 全年, 年内.
  static let time = WordClass(rawValue: 1 << 10)
  /// 全区, 我市: the reporting place itself.
  static let place = WordClass(rawValue: 1 << 11)
  /// 为, 对, 将, 把, 以, 由, 从.
  static let preposition = WordClass(rawValue: 1 << 12)
  /// 和, 与, 及, 以及.
  static let conjunction = WordClass(rawValue: 1 << 13)
  static let respectively = WordClass(rawValue: 1 << 14)
  /// 均, 都.
  static let each = WordClass(rawValue: 1 << 15)
  static let etcetera = WordClass(rawValue: 1 << 16)
  /// 的
  static let of = WordClass(rawValue: 1 << 17)

  // Nouns that say what a number is
  /// 增速, 涨幅.
  static let growthNoun = WordClass(rawValue: 1 << 18)
  /// 失业率, 税率: a rate that is a state.
  static let levelRate = WordClass(rawValue: 1 << 19)
  /// 占比, 覆盖率, 比重: a part of a whole.
  static let shareNoun = WordClass(rawValue: 1 << 20)
  /// 总数, 规模, 产值: needs the thing it is of.
  static let dependent = WordClass(rawValue: 1 << 21)
  /// 改造, 搬迁, 培训: a noun that names an action.
  static let actionNoun = WordClass(rawValue: 1 << 22)
  /// 方面, 坚持: what a heading counts, not a thing.
  static let abstract = WordClass(rawValue: 1 << 23)

  // Units
  static let percent = WordClass(rawValue: 1 << 24)
  static let point = WordClass(rawValue: 1 << 25)
  static let multiple = WordClass(rawValue: 1 << 26)
  static let money = WordClass(rawValue: 1 << 27)
  /// 家, 个, 条: counts things.
  static let classifier = WordClass(rawValue: 1 << 28)
  /// 公里, 吨, 千瓦.
  static let measure = WordClass(rawValue: 1 << 29)
  /// 年, 个月, 分钟: left out.
  static let duration = WordClass(rawValue: 1 << 30)
  /// A classifier that Chinese numerals count real things with.
  static let concrete = WordClass(rawValue: 1 << 31)

  // Bounds
  static let atLeastBefore = WordClass(rawValue: 1 << 32)
  static let atMostBefore = WordClass(rawValue: 1 << 33)
  static let aboutBefore = WordClass(rawValue: 1 << 34)
  static let atLeastAfter = WordClass(rawValue: 1 << 35)
  static let atMostAfter = WordClass(rawValue: 1 << 36)
  static let aboutAfter = WordClass(rawValue: 1 << 37)
  /// The bound leaves the number itself out (超过, 低于).
  static let strict = WordClass(rawValue: 1 << 38)

  // Tasks
  /// An end state that can be dated: 启动, 建成, 投产.
  static let datable = WordClass(rawValue: 1 << 39)
  /// No end state: 加强, 深化, 推动.
  static let endless = WordClass(rawValue: 1 << 40)
  /// A verb that carries a work task.
  static let taskVerb = WordClass(rawValue: 1 << 41)
  /// Words that lead a clause of manner, basis or purpose.
  static let manner = WordClass(rawValue: 1 << 42)

  // Context
  static let review = WordClass(rawValue: 1 << 43)
  static let plan = WordClass(rawValue: 1 << 44)
  /// A noun that is not a verb here though it holds one (建设银行, 实施方案).
  static let noun = WordClass(rawValue: 1 << 45)
  /// 名词 that a number only names: 500强.
  static let nameTail = WordClass(rawValue: 1 << 46)

  /// 金, 银, 铜: a unit only between digits and the end of a clause.
  static let medal = WordClass(rawValue: 1 << 47)

  /// 占: the value is a part of what follows.
  static let portion = WordClass(rawValue: 1 << 48)
  /// 总额, 收入, 里程: a noun that has a level.
  static let aggregate = WordClass(rawValue: 1 << 49)

  // Tasks, in more detail (bits 50 to 63)
  /// 实施, 开展, 落实: carries out something; a named programme can be checked.
  static let carry = WordClass(rawValue: 1 << 50)
  /// 支持, 推动: what somebody else does follows; a list behind it is one matter.
  static let pivot = WordClass(rawValue: 1 << 51)
  /// 建设, 改造, 整治: work on a thing; a named thing can be checked.
  static let works = WordClass(rawValue: 1 << 52)
  /// 激发, 形成, 展现: says what the works bring about.
  static let effect = WordClass(rawValue: 1 << 53)
  /// 探索, 谋划, 鼓励: takes the end state away from the verb beside it.
  static let tentative = WordClass(rawValue: 1 << 54)
  /// 开工, 投入使用: the state that a thing reaches, behind its name.
  static let endState = WordClass(rawValue: 1 << 55)
  /// 氛围, 局面, 信心: an object that nobody delivers.
  static let airy = WordClass(rawValue: 1 << 56)
  /// 行动, 工程, 计划: ends the name of a programme.
  static let programme = WordClass(rawValue: 1 << 57)
  /// 园区, 新区, 都市圈: ends the name of an area.
  static let area = WordClass(rawValue: 1 << 58)
  /// 路, 水库, 医院: ends the name of a work that can be looked at.
  static let facility = WordClass(rawValue: 1 << 59)
  /// 标准, 补贴, 待遇: published, so that a rise can be looked up.
  static let allowance = WordClass(rawValue: 1 << 60)
  /// 我们, 各部门: who acts; not part of the task.
  static let subject = WordClass(rawValue: 1 << 61)
  /// A word that reports of many places share, so no proper name.
  static let common = WordClass(rawValue: 1 << 62)
  /// 全部, 清零, 应保尽保: none is left out.
  static let whole = WordClass(rawValue: 1 << 63)

  static let anyVerb: WordClass = [
    .rise, .fall, .reach, .doing, .compare, .ranking, .portion,
  ]
  static let skippable: WordClass = [.adverb, .modal, .time, .place]
  static let anyUnit: WordClass = [
    .percent, .point, .multiple, .money, .classifier, .measure, .duration,
  ]

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
    "datable": .datable, "endless": .endless, "task-verb": .taskVerb, "manner": .manner,
    "review": .review, "plan": .plan, "noun": .noun, "name-tail": .nameTail, "medal": .medal,
    "portion": .portion, "aggregate": .aggregate,
    "carry": .carry, "pivot": .pivot, "works": .works, "effect": .effect,
    "tentative": .tentative, "end-state": .endState, "airy": .airy, "programme": .programme,
    "area": .area, "facility": .facility, "allowance": .allowance, "subject": .subject,
    "common": .common, "whole": .whole,
  ]
}
