import Domain

/// A short plan in the manner of a district's report, with a reading made by hand.
///
/// The second passage of the plan was split by a caption; its mended copy stands behind the source.
enum Fixture {
  static let source = """
    某市某区2023年政府工作报告
    一、2022年工作回顾
    全年社会消费品零售总额490亿元，居民收入增长4.1%。
    二、2023年工作安排
    （一）主要预期目标
    地区生产总值增长6%（预期性），单位能耗下降3%以上，居民消费价格涨幅在2%至3%之间，失业率5.5%左右。
    （二）创新与更新
    力争新增高新技术企业52家以上，技术合同成交额突破90亿元；加快40
    【图：会场】
    余个低效楼宇改造，启动水泥厂片区更新，不断完善人才政策体系，9月底前建成学校8所。
    """

  static let reading = make()

  private static func make() -> ReportReading {
    var report = Report(
      name: "plan-2023.txt", place: "某市某区", year: 2023, kind: .workReport,
      title: "某市某区2023年政府工作报告", text: Array(source.utf8))
    report.sections = [
      Section(level: 1, label: "一、", title: "2022年工作回顾", parent: nil),
      Section(level: 1, label: "二、", title: "2023年工作安排", parent: nil),
      Section(level: 2, label: "（一）", title: "主要预期目标", parent: 1),
      Section(level: 2, label: "（二）", title: "创新与更新", parent: 1),
    ]
    addPassages(to: &report)
    return ReportReading(
      report: report, statements: statements(in: report), tasks: tasks(in: report))
  }

  private static func addPassages(to report: inout Report) {
    let rows: [(String, Passage.Role, Int?)] = [
      ("某市某区2023年政府工作报告", .front, nil), ("一、2022年工作回顾", .heading, 0),
      ("全年社会消费品零售总额490亿元，居民收入增长4.1%。", .body, 0),
      ("二、2023年工作安排", .heading, 1), ("（一）主要预期目标", .heading, 2),
      ("地区生产总值增长6%（预期性），单位能耗下降3%以上，居民消费价格涨幅在2%至3%之间，失业率5.5%左右。", .body, 2),
      ("（二）创新与更新", .heading, 3),
    ]
    for (index, row) in rows.enumerated() {
      report.passages.append(
        Passage(
          range: report.find(row.0), role: row.1, section: row.2, number: index + 1))
    }
    mend(&report)
  }

  /// Joins the two halves of the split passage behind the source, as reading a document does.
  private static func mend(_ report: inout Report) {
    let head = report.find("力争新增高新技术企业52家以上，技术合同成交额突破90亿元；加快40")
    let tail = report.find("余个低效楼宇改造，启动水泥厂片区更新，不断完善人才政策体系，9月底前建成学校8所。")
    let start = report.text.count
    report.text += report.text[head] + report.text[tail]
    report.origin = [
      Piece(start: start, source: head.lowerBound),
      Piece(start: start + head.count, source: tail.lowerBound),
    ]
    report.passages.append(
      Passage(range: start..<report.text.count, section: 3, number: report.passages.count + 1))
    report.repairs = [
      Repair(
        passage: report.passages.count - 1, kind: .interruption,
        removed: head.upperBound..<tail.lowerBound)
    ]
  }
}

extension Fixture {
  private static func statements(in report: Report) -> [Statement] {
    let review = 2
    let targets = 5
    let work = 7
    return [
      row(report, 1, review, "490亿元", "全年社会消费品零售总额490亿元", "社会消费品零售总额", .level, 490, "亿元", .claim) {
        $0.period = "2022"
      },
      row(report, 2, review, "4.1%", "居民收入增长4.1%", "居民收入", .growth, 4.1, "%", .claim) {
        $0.period = "2022"
      },
      row(report, 3, targets, "6%", "地区生产总值增长6%（预期性）", "地区生产总值", .growth, 6, "%", .target) {
        $0.nature = .expected
      },
      row(report, 4, targets, "3%以上", "单位能耗下降3%以上", "单位能耗", .growth, -3, "%", .target) {
        $0.bound = .atLeast
      },
      row(report, 5, targets, "2%至3%", "居民消费价格涨幅在2%至3%之间", "居民消费价格", .growth, 2, "%", .target) {
        $0.bound = .between
        $0.value2 = 3
      },
      row(report, 6, targets, "5.5%左右", "失业率5.5%左右", "失业率", .level, 5.5, "%", .target) {
        $0.bound = .about
      },
      row(report, 7, work, "52家以上", "力争新增高新技术企业52家以上", "高新技术企业", .count, 52, "家", .target) {
        $0.action = "新增"
        $0.bound = .atLeast
        $0.modality = "力争"
      },
      row(report, 8, work, "突破90亿元", "技术合同成交额突破90亿元", "技术合同成交额", .level, 90, "亿元", .target) {
        $0.bound = .atLeast
        $0.strict = true
        $0.modality = "力争"
      },
      row(report, 9, work, "40余个", "加快40余个低效楼宇改造", "低效楼宇", .count, 40, "个", .target) {
        $0.action = "改造"
        $0.bound = .about
        $0.note = "工作量"
      },
      row(report, 10, work, "8所", "9月底前建成学校8所", "学校", .count, 8, "所", .target) {
        $0.action = "建成"
        $0.period = "2023-09"
      },
    ]
  }

  private static func row(
    _ report: Report, _ id: Int, _ passage: Int, _ quantity: String, _ clause: String,
    _ indicator: String, _ relation: Statement.Relation, _ value: Double, _ unit: String,
    _ kind: Statement.Kind, _ change: (inout Statement) -> Void
  ) -> Statement {
    let within = report.passages[passage].range
    let clause = report.find(clause, in: within)
    var statement = Statement(
      id: id, range: report.find(quantity, in: clause), clause: clause, sentence: within,
      passage: passage, indicator: indicator, relation: relation,
      value: Exact(measured: value) ?? .zero, unit: unit,
      kind: kind, period: kind == .target ? "2023" : nil, rule: "by hand")
    change(&statement)
    return statement
  }

  private static func tasks(in report: Report) -> [WorkTask] {
    let rows: [(String, String, String, Bool, String, [Int])] = [
      ("力争新增高新技术企业52家以上", "新增", "高新技术企业", false, "有数字", [7]),
      ("技术合同成交额突破90亿元", "突破", "技术合同成交额", false, "有数字", [8]),
      ("加快40余个低效楼宇改造", "改造", "低效楼宇", false, "有数字", [9]),
      ("启动水泥厂片区更新", "启动", "水泥厂片区更新", false, "有名称的项目", []),
      ("不断完善人才政策体系", "完善", "人才政策体系", true, "没有数字，没有可指认的成果", []),
      ("9月底前建成学校8所", "建成", "学校", false, "有数字和时限", [10]),
    ]
    let within = report.passages[7].range
    return rows.enumerated().map { index, row in
      WorkTask(
        id: index + 1, range: report.find(row.0, in: within), sentence: within, passage: 7,
        verb: row.1, object: row.2, project: index == 3 ? "水泥厂片区" : nil, vague: row.3,
        reason: row.4, statements: row.5, modality: index == 0 ? "力争" : nil,
        deadline: index == 5 ? "2023-09" : nil)
    }
  }
}

extension Fixture {
  /// A report whose every word is hostile to the forms that it is written in.
  static let hostile: ReportReading = {
    let words = "=HYPERLINK(\"x\")<script>alert('&')</script>\u{1B}[31m增长\"6%\"\t, 新增3家"
    var report = Report(
      name: "<b>\"x\".txt", place: "=1+1", year: 2023, text: Array(words.utf8))
    let all = 0..<report.text.count
    report.sections = [Section(level: 1, label: "", title: "<img src=x onerror=y>", parent: nil)]
    report.passages = [Passage(range: all, section: 0, number: 1)]
    let statement = Statement(
      id: 1, range: report.find("6%"), clause: all, sentence: all, passage: 0,
      indicator: "@<i>\"指标\"\n第二行", action: "-1", relation: .growth, value: Exact(3, digits: 1),
      unit: "'%",
      kind: .target, modality: "\u{202E}<u>", rule: "</script>", note: "+\u{0}")
    let task = WorkTask(
      id: 1, range: all, sentence: all, passage: 0, verb: "<s>", object: "=2", vague: true,
      reason: "]]></q>", statements: [])
    return ReportReading(report: report, statements: [statement], tasks: [task])
  }()
}

extension Report {
  /// The first place of `words` in the text, or in `range` of it; empty where there is none.
  func find(_ words: String, in range: Range<Int>? = nil) -> Range<Int> {
    let needle = Array(words.utf8)
    let range = range ?? 0..<text.count
    guard range.count >= needle.count else { return range.lowerBound..<range.lowerBound }
    for start in range.lowerBound...(range.upperBound - needle.count)
    where text[start..<start + needle.count].elementsEqual(needle) {
      return start..<start + needle.count
    }
    return range.lowerBound..<range.lowerBound
  }
}
