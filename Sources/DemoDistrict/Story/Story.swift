import Domain

extension DemoDistrict {
  /// What is neither a register nor a figure: proofs of milestones, a changed target, a successor.
  var story: [DemoStep] { proofs + [amendment, successor] }

  private struct Event: Sendable {
    var commitment: String
    var milestone: String
    var document: String
    var issuer: String
    var day: Day
  }

  private static let events: [Event] = [
    Event(
      commitment: "T9", milestone: "assigned", document: "市节能环保指标下达通知", issuer: "市生态环境局",
      day: on(2023, 5, 18)),
    Event(
      commitment: "T9", milestone: "passed", document: "市年度考核结果通报", issuer: "市生态环境局",
      day: on(2024, 8, 20)),
    Event(
      commitment: "P30", milestone: "accepted", document: "新街片区竣工验收报告", issuer: "住建局",
      day: on(2023, 11, 20)),
    Event(
      commitment: "P30", milestone: "opened", document: "新街开街公告", issuer: "商埠区发展中心",
      day: on(2024, 2, 8)),
    Event(
      commitment: "Q8", milestone: "first", document: "体育公园街区更新方案批复", issuer: "商务局",
      day: on(2023, 5, 30)),
    Event(
      commitment: "Q8", milestone: "second", document: "美食广场街区更新方案批复", issuer: "商务局",
      day: on(2023, 10, 12)),
    Event(
      commitment: "Q14", milestone: "issued", document: "梯度培育机制文件", issuer: "科技局",
      day: on(2023, 6, 15)),
    Event(
      commitment: "Q16", milestone: "issued", document: "科研人员激励办法", issuer: "科技局",
      day: on(2023, 4, 6)),
    Event(
      commitment: "Q18", milestone: "submitted", document: "设立省级经济开发区的请示", issuer: "发改局",
      day: on(2023, 9, 26)),
    Event(
      commitment: "Q21", milestone: "issued", document: "人才政策若干条", issuer: "组织部",
      day: on(2023, 3, 28)),
    Event(
      commitment: "Q25", milestone: "plan", document: "老水泥厂更新方案批复", issuer: "活力区发展中心",
      day: on(2023, 6, 12)),
    Event(
      commitment: "Q27", milestone: "south", document: "南北二号线施工许可证", issuer: "行政审批局",
      day: on(2023, 8, 9)),
    Event(
      commitment: "Q30", milestone: "one", document: "老影院更新施工许可证", issuer: "行政审批局",
      day: on(2023, 7, 3)),
    Event(
      commitment: "Q30", milestone: "two", document: "老粮站更新施工许可证", issuer: "行政审批局",
      day: on(2023, 11, 6)),
    Event(
      commitment: "Q38", milestone: "applied", document: "优质均衡发展区创建申请", issuer: "教体局",
      day: on(2023, 4, 20)),
    Event(
      commitment: "Q44", milestone: "signed", document: "合作办医协议", issuer: "卫健局",
      day: on(2023, 12, 4)),
  ]

  private var proofs: [DemoStep] {
    Self.events.map { event in
      let source = Source(
        id: "\(event.commitment)-\(event.milestone)", title: "\(event.document)（合成）",
        issuer: event.issuer,
        date: event.day, grade: .accepted,
        number: "合成〔\(event.day.year)〕\(event.day.number % 1000)号")
      return DemoStep(
        time: Instant(milliseconds: Instant(startOf: event.day).milliseconds + 54_000_000),
        actor: event.issuer, reason: event.document,
        action: .proof(
          Proof(
            commitment: event.commitment, milestone: event.milestone, day: event.day,
            source: source.id), source: source,
          paper: Array(
            "\(source.title)\n\(source.number ?? "")\n\(event.issuer)  \(event.day)\n".utf8))
      )
    }
  }

  /// The regional headquarters go from 10 to 8 by a decision; the first target stays to be seen.
  private var amendment: DemoStep {
    DemoStep(
      time: Instant(milliseconds: Instant(startOf: on(2023, 9, 25)).milliseconds + 32_400_000),
      actor: "政府办", reason: "年中计划调整",
      action: .target(
        commitment: "P12", Target(value: Exact(8), unit: "家"),
        Decision(
          document: "关于调整2023年国民经济和社会发展计划部分指标的决议（合成）", authority: "示例区人大常委会",
          date: on(2023, 9, 22))))
  }

  /// What was promised in 2023 is promised again in 2025.
  private var successor: DemoStep {
    let period = Period.year(2025) ?? Period.year(2023)
    let zone = period.map { period in
      Commitment(
        id: "2025-Q18", title: "创建省级经济开发区", english: "Found a provincial development zone",
        kind: .task,
        theme: "创新", period: period, units: ["发改局", "活力区发展中心"],
        measure: .milestones([
          Measure.Milestone(id: "accepted", title: "省里受理", proof: "受理通知书"),
          Measure.Milestone(id: "approved", title: "批复设立", proof: "批复文号"),
        ]),
        predecessor: Commitment.Predecessor(year: 2023, id: "Q18", title: "申报省级经济开发区"),
        note: "2023年已上报，至2024年底没有受理；不是新承诺，是上一项的延续。")
    }
    return DemoStep(
      time: Instant(milliseconds: Instant(startOf: on(2025, 1, 8)).milliseconds + 32_400_000),
      actor: "政府办", reason: "2025年政府工作报告",
      action: zone.map { .commitment($0) } ?? .synthetic(Self.notice))
  }
}
