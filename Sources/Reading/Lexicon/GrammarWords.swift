/// The few words that rules compare places of a text with.
struct GrammarWords: Sendable {
  /// What a sum of money sizes: 500万元以上技改项目.
  let sized = WordList("项目 企业 产业 园区 县 镇 乡镇 村")
  let realise = WordList("实现 确保实现")
  let grade = WordList("级")
  let residents = WordList("居民")
  /// What the last name of a list can share with the names before it; longer words first.
  let sharedHeads = WordList(
    "居民人均可支配收入 人均可支配收入 居民人均纯收入 人均纯收入 居民收入 收入 工业增加值 产业增加值 增加值 加工能力 运营里程 营业里程 通车里程 里程 排放总量 排放量 排放强度 排放 浓度 总产值 产值 投资 制造业 产业 数量 总量 总额 消费 用电量 产量 比例 比重 占比 覆盖率 率 标准 保费 贷款 吞吐量 面积 规模 水平 价格 出口 进口 生产总值 总值"
  )
  let less = WordList("低于 低 少于 慢于 落后 少")
  let objectMarks = WordList("把 将 使 让 对")
  let changeVerbs = WordList("降至 降到 提高到 提高至 提升至 下调至")
  let totalInvestment = WordList("总投资")
  let achieveVerbs = WordList("完成 实现 取得 创造 累计完成 拥有 有 贡献")
  let among = WordList("其中")
  let fallNouns = WordList("降幅 跌幅")
  let lifetimes = WordList("寿命")
  let country = WordList("我国有 我国")
  let standing = WordList("人口的 中国人 民族 中华儿女 人民")
  let areas = WordList("面积")
  let indicators = WordList("指标")
  let stocks = WordList("总数 总量")
  let stored = WordList("在库")
  let modals = WordList("力争 确保 预计 努力 争取 计划 拟 拟按 力求 预期 保证 可 要 坚决")
  let already = WordList("已达")
  let cumulative = WordList("累计")
  let averages = WordList("年均 日均 月均")
  let ownCountry = WordList("我国")
}
