/// A hard case that the demo district holds, and what must become of it.
public struct PlantedCase: Sendable, Equatable {
  /// Names the case in tests and in the list of what was planted.
  public var id: String
  /// The commitment that it touches.
  public var commitment: String
  /// What was planted.
  public var what: String
  /// In which registry or series, and where there.
  public var place: String
  /// What must be caught.
  public var caught: String
}

extension DemoDistrict {
  /// Every hard case, in the order of the commitments. Numbers hold at scale 1.
  public static let planted: [PlantedCase] = [
    PlantedCase(
      id: "revision-turns", commitment: "T1", what: "全年增速先公布6.0%，最终核实为5.8%",
      place: "地区生产总值 2023年：2024-01-20公布，2024-12-20核实",
      caught: "2024-11-30判为完成，2024-12-31判为未完成，前一个数仍然可见"),
    PlantedCase(
      id: "boundary-at-least", commitment: "T2", what: "全年增速恰好12.0%", place: "一般公共预算收入 2023年",
      caught: "“以上”含本数：完成"),
    PlantedCase(
      id: "two-currencies", commitment: "T6", what: "人民币口径12.4%，美元口径6.9%", place: "进出口总额 每月两条",
      caught: "按人民币口径判：完成；不取美元口径"),
    PlantedCase(
      id: "late-data", commitment: "T7", what: "2023年9月起不再按时公布，到2024-06-28才补", place: "实际使用外资",
      caught: "2023-11-30标为数据逾期；2024-12-31判为未完成（2.1%）"),
    PlantedCase(
      id: "quoted-revision", commitment: "T5", what: "上半年5.0%后来修订为5.2%",
      place: "社会消费品零售总额 2023-01..2023-06",
      caught: "修订数在初次数旁边，两者都在"),
    PlantedCase(
      id: "exact-boundary", commitment: "P11", what: "全年新增恰好15000家，另有约7400家注销",
      place: "市场主体 成立日期在2023年", caught: "“1.5万家以上”含本数：完成；净增另列"),
    PlantedCase(
      id: "amended-target", commitment: "P12", what: "2023-09-22由10家调整为8家，全年8家",
      place: "区人大常委会决议", caught: "完成，标明目标已调整，原目标可见"),
    PlantedCase(
      id: "signed-twice", commitment: "P14", what: "六个项目换名再签一次（投资方和选址相同）",
      place: "招商项目 ZS00378至ZS00383", caught: "只计一次：197个，未完成；不去重是203个，会算成完成"),
    PlantedCase(
      id: "agreement-only", commitment: "P14", what: "38个项目只签约，其中一个协议额158亿元，没有一分钱到账",
      place: "招商项目 ZS00384至ZS00421", caught: "列为尚未到位，不计数；到账记录里没有它们"),
    PlantedCase(
      id: "renewals", commitment: "P16", what: "41张重新认定证书与新证同日发放",
      place: "高新技术企业 2023-12-07", caught: "首次口径53家，毛增口径94家，按首次判：完成"),
    PlantedCase(
      id: "entered-later", commitment: "P16", what: "19张证书日期在2023年12月，2024年2月才入账",
      place: "高新技术企业 GR202399000655至0673", caught: "2023年底只知道34家；2024-12-31按知道的53家判"),
    PlantedCase(
      id: "outside-period", commitment: "P16", what: "8张首次证书日期在2024年1月",
      place: "高新技术企业 2024-01-20", caught: "不在期内，不计数"),
    PlantedCase(
      id: "struck-off", commitment: "P17", what: "5家在10月被撤销", place: "科技型中小企业 第401至405条",
      caught: "年末在库426家，不是431家"),
    PlantedCase(
      id: "corrected-later", commitment: "P19", what: "一份合同金额多写一位，2024-03-20更正",
      place: "技术合同 JS00002001", caught: "更正前超过90亿元，更正后恰好90亿元；两个版本都在"),
    PlantedCase(
      id: "exactly-90", commitment: "P19", what: "更正后全年恰好90亿元", place: "技术合同 本区卖方",
      caught: "“突破”不含本数：未完成"),
    PlantedCase(
      id: "more-than-40", commitment: "P20", what: "41个完成，另有2个换了企业但入驻率只有55%",
      place: "楼宇 低效认定", caught: "“40余”要多于40：41个，完成；两个不计"),
    PlantedCase(
      id: "self-reported", commitment: "P22", what: "单位自报3名，与台账的9名合计12名",
      place: "人才 RC090001至RC090003，佐证等级自报", caught: "自报不算：9名，未完成，列出佐证不足的3名"),
    PlantedCase(
      id: "said-to-be-clear", commitment: "P25", what: "两个项目报清零，各有一户没有拆除",
      place: "征收拆迁项目 CQ013、CQ014", caught: "只算16个项目、5个片区：未完成"),
    PlantedCase(
      id: "tolerance", commitment: "P27", what: "约1466亩，实际约1421亩", place: "地块出让",
      caught: "在声明的正负5%以内：完成"),
    PlantedCase(
      id: "said-to-be-finished", commitment: "P28", what: "三栋270套报竣工，没有竣工备案",
      place: "安置房 AZ024至AZ026", caught: "列为尚未到位：2484套，未完成"),
    PlantedCase(
      id: "last-year-again", commitment: "P29", what: "上年11月验收的3个小区2023年2月又报一次",
      place: "老旧小区 LJ037至LJ039", caught: "事件在期外，不计数，列出原因"),
    PlantedCase(
      id: "opened-late", commitment: "P30", what: "开街在2024-02-08", place: "里程碑 opened",
      caught: "过了期限：未完成"),
    PlantedCase(
      id: "last-year-tips", commitment: "P31", what: "9个2022年末启动的地块2023年3月入账",
      place: "低效地块 DX0109至DX0117", caught: "期内108个，未完成；算上它们是117个"),
    PlantedCase(
      id: "one-part-short", commitment: "P33", what: "第18件有一个部件只完成85%，事项却已验收",
      place: "民生实事部件 MS2023-18-2", caught: "19件，未完成"),
    PlantedCase(
      id: "no-filing", commitment: "P34", what: "第8处报竣工没有备案，另一处是2022年11月备案的",
      place: "学校建设项目 XX008、XX009", caught: "7处，未完成；两处分别列出原因"),
    PlantedCase(
      id: "one-kind-short", commitment: "P37", what: "劳动教育类98个在期内，6个是2022年的",
      place: "典型案例 劳动教育", caught: "十类中有一类不足100：未完成"),
    PlantedCase(
      id: "exactly-80", commitment: "P38", what: "150所中恰好120所", place: "幼儿园",
      caught: "“超过80%”不含本数：未完成"),
    PlantedCase(
      id: "denominators", commitment: "P38", what: "按在园幼儿算占92%，按园数算占80%",
      place: "幼儿园 在园幼儿数", caught: "按园数判；分母不混用"),
    PlantedCase(
      id: "carried-over", commitment: "Q18", what: "2023年申报，2025年又写进报告",
      place: "承诺 2025-Q18", caught: "以Q18为前身；Q18只看上报：完成，受理和批复没有"),
  ]
}
