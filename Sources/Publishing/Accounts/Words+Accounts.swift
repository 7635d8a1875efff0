import Domain

extension Words {
  /// Sign and word of the state; baselines are right or not, never kept.
  func state(_ row: AccountRow) -> String {
    let state = row.judgement.state
    if row.isBaseline, state == .met { return sign(state) + self(" 相符", " agrees") }
    if row.isBaseline, state == .notMet { return sign(state) + self(" 不符", " disagrees") }
    if state == .onPath, case .ahead = row.judgement.pace {
      return sign(state) + self(" 超前", " ahead")
    }
    return sign(state) + " " + name(state)
  }

  func name(_ state: Judgement.State) -> String { state.words(language) }

  func sign(_ state: Judgement.State) -> String {
    switch state {
    case .met: "✓"
    case .onPath: "▸"
    case .behind: "▾"
    case .notMet: "✕"
    case .notYet: "…"
    case .unverifiable: "?"
    }
  }

  func pace(_ pace: Judgement.Pace) -> String {
    switch pace {
    case .ahead(let by): self("超前 \(points(by)) 个百分点", "ahead by \(points(by)) points")
    case .on: self("按序", "on path")
    case .behind(let by): self("滞后 \(points(by)) 个百分点", "behind by \(points(by)) points")
    case .none: ""
    }
  }

  /// One digit, or as many as it takes not to show a difference as nothing.
  private func points(_ by: Exact) -> String { ExactText.shown(by, beside: [.zero]) }

  func data(_ data: Judgement.DataState) -> String {
    switch data {
    case .noneDue: self("未到期", "none due")
    case .late: self("逾期未到", "late")
    case .provisional: self("初步", "provisional")
    case .final: self("最终", "final")
    case .revised: self("修订", "revised")
    }
  }

  func proof(_ grade: Grade) -> String { self(grade.chinese, grade.english) }

  func light(_ light: Light) -> String {
    switch light {
    case .green: self("绿灯", "green")
    case .blue: self("蓝灯", "blue")
    case .yellow: self("黄灯", "yellow")
    case .orange: self("橙灯", "orange")
    case .red: self("红灯", "red")
    case .grey: self("灰灯", "grey")
    }
  }

  func reason(_ reason: LeftOut.Reason) -> String {
    switch reason {
    case .outsidePeriod: self("事件不在时期内", "event outside the period")
    case .recordedLater: self("截至日之后才录入", "entered after the day")
    case .sourceLater: self("材料日期晚于截至日", "source dated after the day")
    case .tooWeak: self("佐证等级不够", "source too weak")
    case .sameThing: self("同一事项重复", "the same thing again")
    case .notFirst: self("期前已有过", "not for the first time")
    case .notYetThere: self("已报而尚未达到", "reported, not yet there")
    case .otherPublisher: self("不是该指标公布机构的数", "of somebody who does not publish it")
    case .basisUnstated: self("未写明币种或价格口径", "currency or price basis not stated")
    case .doubtful: self("有疑点，口径不计", "in doubt, which the measure does not count")
    case .otherKind: self("文件种类不能证明", "a document of another kind")
    }
  }

  func kind(_ kind: Commitment.Kind) -> String {
    switch kind {
    case .target: self("目标", "target")
    case .task: self("任务", "task")
    case .baseline: self("基数", "baseline")
    }
  }

  func strength(_ strength: Commitment.Strength) -> String {
    switch strength {
    case .aim: self("力争", "aim")
    case .ensure: self("确保", "ensure")
    }
  }

  func state(_ state: Commitment.State) -> String {
    switch state {
    case .active: self("在账", "active")
    case .merged(let id): self("已并入 \(id)", "merged into \(id)")
    case .split(let ids):
      self("已拆为 \(ids.joined(separator: "、"))", "split into \(ids.joined(separator: ", "))")
    case .withdrawn: self("已撤出", "withdrawn")
    }
  }

  /// Why a verdict is out; nil where it is in.
  func reason(_ verdict: Judgement.Verdict) -> String? {
    switch verdict {
    case .met, .notMet: nil
    case .notYet(let why), .unverifiable(let why): why(language)
    }
  }

  /// `≥52`, `>90`, `2–3`, `降≥3`.
  /// - Parameter others: what was measured, which a number that no decimal says must not cross.
  func target(_ target: Target, beside others: [Exact] = []) -> String {
    let falls = target.value < .zero
    let sizes = others.map { falls ? -$0 : $0 }
    let number = ExactText.shown(target.value.magnitude, beside: sizes, asPublished: true)
    let fall = falls ? self("降", "−") : ""
    switch target.bound {
    case .between:
      let upper =
        target.value2.map { ExactText.shown($0.magnitude, beside: sizes, asPublished: true) }
        ?? number
      return fall + "\(number)–\(upper)"
    case .exact: return fall + number
    case .atLeast: return fall + (target.strict == true ? ">" : "≥") + number
    case .atMost: return fall + (target.strict == true ? "<" : "≤") + number
    case .about: return fall + (target.strict == true ? ">" : "≈") + number
    }
  }

  func decision(_ decision: Decision) -> String {
    self(
      "\(decision.authority)《\(decision.document)》\(decision.date)",
      "\(decision.authority), \(decision.document), \(decision.date)")
  }

  /// `济南市市中区 2023年`.
  func heading(_ place: String?, _ year: Int?) -> String {
    heading(place, [year].compactMap(\.self))
  }

  /// The place and the years of its plans: `济南市市中区 2023年、2024年`.
  func heading(_ place: String?, _ years: [Int]) -> String {
    let place = place?.onOneLine ?? self("地区未判明", "place not known")
    let named = years.map { self("\($0)年", "\($0)") }.joined(separator: self("、", ", "))
    return place + " " + (named.isEmpty ? self("年份未判明", "year not known") : named)
  }

  func synthetic(_ why: String) -> String {
    self("模拟数据，不代表任何地方的实际情况", "Synthetic data: says nothing of any real place")
      + (why.isEmpty ? "" : self("（\(why.onOneLine)）", " (\(why.onOneLine))"))
  }
}
