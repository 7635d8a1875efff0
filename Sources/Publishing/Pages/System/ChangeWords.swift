import Domain

/// What an entry of the ledger did, in one line.
public struct ChangeWords: Sendable {
  private let change: Change

  public init(_ change: Change) { self.change = change }

  /// `adopted`, as the trail is filtered by.
  public var kind: String { change.kind.rawValue }

  public var line: Phrase { evidence ?? plan ?? work ?? Phrase(kind, kind) }

  /// Whether it is about a commitment, a registry, a unit or an account of this name.
  public func mentions(_ name: String) -> Bool {
    switch change {
    case .commitment(let value, _): value.id == name || value.units.contains(name)
    case .registry(let value): value.name == name
    case .records(let batch), .observations(let batch): batch.registry == name
    case .removal(let value): value.registry == name
    case .series(let value): value.name == name
    case .unit(let value): value.name == name
    case .proof(let value): value.commitment == name
    case .release(let value): value.month.description == name
    case .redeclared(let value): value.names.contains(name)
    case .account(let value): value.login == name || value.unit == name
    case .receipt(let value): value.commitment == name || value.unit == name
    case .filing(let value): value.commitment == name || value.unit == name
    case .closing(let value): value.commitment == name
    case .objection(let value): value.id == name || value.commitment == name
    case .notice(let value):
      value.id == name || value.unit == name || value.commitments.contains(name)
    default: false
    }
  }

  private var evidence: Phrase? {
    switch change {
    case .registry(let value): Phrase("声明台账：\(value.name)", "declared the registry \(value.name)")
    case .series(let value): Phrase("声明指标：\(value.name)", "declared the series \(value.name)")
    case .source(let value): Phrase("登记材料：\(value.title)", "entered the source \(value.title)")
    case .records(let batch):
      Phrase(
        "导入台账“\(batch.registry)”：新增 \(batch.added)，更新 \(batch.changed)",
        "imported \(batch.registry): \(batch.added) new, \(batch.changed) changed")
    case .observations(let batch):
      Phrase("导入数据：新增 \(batch.added)", "imported figures: \(batch.added) new")
    case .removal(let value):
      Phrase(
        "撤去台账“\(value.registry)”的 \(value.keys.count) 条记录",
        "took \(value.keys.count) records out of \(value.registry)")
    case .proof(let value):
      Phrase("登记佐证：\(value.commitment)", "entered a proof of \(value.commitment)")
    default: nil
    }
  }

  private var plan: Phrase? {
    switch change {
    case .synthetic: Phrase("标明数据是模拟的", "marked the data as synthetic")
    case .report(let value):
      Phrase("采纳报告：\(value.title ?? value.name)", "adopted the report \(value.title ?? value.name)")
    case .unit(let value): Phrase("单位：\(value.name)", "the unit \(value.name)")
    case .commitment(let value, let decision):
      decision == nil
        ? Phrase(
          "承诺 \(value.id) \(value.title)", "commitment \(value.id) \(value.english ?? value.title)")
        : Phrase(
          "承诺 \(value.id) 依决定变更：\(value.title)",
          "commitment \(value.id), changed by decision: \(value.english ?? value.title)")
    case .issued(let value):
      Phrase("下达 \(value.year) 年计划", "issued the plan of \(value.year)")
    case .redeclared(let value):
      Phrase(
        "依决定重新声明：\(value.names.joined(separator: "、"))",
        "declared anew by decision: \(value.names.joined(separator: ", "))")
    case .lights(let value): Phrase("灯色规则：\(value.name)", "light rules \(value.name)")
    case .scores(let value): Phrase("评分规则：\(value.name)", "score rules \(value.name)")
    case .roads(let value): Phrase("路网：\(value.name)", "road network \(value.name)")
    case .release(let value): Phrase("发布 \(value.month)", "released \(value.month)")
    default: nil
    }
  }

  private var work: Phrase? {
    switch change {
    case .account(let value):
      value.isActive
        ? Phrase(
          "帐号 \(value.login)（\(value.role.rawValue)）",
          "the account \(value.login) (\(value.role.rawValue))")
        : Phrase("停用帐号 \(value.login)", "closed the account \(value.login)")
    case .settings: Phrase("修改设置", "changed the settings")
    case .receipt(let value):
      Phrase("\(value.unit) 签收 \(value.commitment)", "\(value.unit) signed for \(value.commitment)")
    case .filing(let value):
      Phrase(
        "\(value.unit) 填报 \(value.commitment)，\(value.month)：\(Words(.chinese).filing(value.state))",
        "\(value.unit), filing for \(value.commitment), \(value.month): \(value.state.rawValue)")
    case .closing(let value):
      Phrase(
        "办结 \(value.commitment)：\(Words(.chinese).closing(value.step))",
        "closing out \(value.commitment): \(value.step.rawValue)")
    case .objection(let value):
      Phrase(
        "异议 \(value.id)（\(value.commitment)）",
        "objection \(value.id) to \(value.commitment): \(value.state.rawValue)")
    case .notice(let value):
      Phrase(
        "发出 \(Words(.chinese).kind(value.kind)) \(value.id)：\(value.unit)",
        "sent \(value.id) to \(value.unit)")
    case .signed(let value):
      Phrase("签署第 \(value.head.sequence) 条", "signed entry \(value.head.sequence)")
    case .clock(let value):
      Phrase(
        "更正时钟：第 \(value.from)–\(value.through) 条的时间走快，实为 \(value.time)",
        "corrected the clock: entries \(value.from)–\(value.through) were ahead; truly \(value.time)"
      )
    default: nil
    }
  }
}

/// What every role may do, as the rules themselves have it.
public enum RoleTable {
  public static var columns: [Phrase] {
    [Phrase("可以做什么", "May")] + [Phrase("公众", "public")]
      + Role.allCases.map { Phrase(Words(.chinese).role($0), Words(.english).role($0)) }
  }

  public static var rows: [[SystemListPage.Item]] {
    Act.allCases.map { act in
      let everyone = act.roles == nil
      let unit = act.isForUnit ? Phrase("是，本单位", "yes, own unit") : Phrase("是", "yes")
      return [SystemListPage.Item(name(act)), everyone ? .init(Phrase("是", "yes")) : .init("—")]
        + Role.allCases.map { role in
          act.roles?.contains(role) ?? true ? .init(unit) : .init("—")
        }
    }
  }

  public static func name(_ role: Role) -> Phrase {
    Phrase(Words(.chinese).role(role), Words(.english).role(role))
  }

  public static func name(_ kind: WorkUnit.Kind) -> Phrase {
    switch kind {
    case .department: Phrase("部门", "department")
    case .subdistrict: Phrase("街道", "subdistrict")
    case .other: Phrase("其他", "other")
    }
  }

  private static func name(_ act: Act) -> Phrase {
    switch act {
    case .readPublic: Phrase("看已发布的账", "see what is published")
    case .object: Phrase("提出异议", "object to a line")
    case .readInternal:
      Phrase("看内部的账：每天的研判、填报、台账", "see what is internal: every day, filings, registries")
    case .file: Phrase("签收、填报", "sign for tasks and file")
    case .confirm: Phrase("确认或退回本单位的填报", "confirm or send back what the unit's clerk filed")
    case .plan: Phrase("采纳报告、编辑计划、录入交办事项", "adopt reports, edit the plan, enter matters")
    case .keepEvidence: Phrase("导入台账和数据", "import records and figures")
    case .supervise:
      Phrase("审核、退回、解锁、办结、催办、答复异议", "accept, return, unlock, close out, remind, answer objections")
    case .release: Phrase("发布一个月", "release a month")
    case .administer:
      Phrase("管理帐号、令牌、设置、备份、核验", "keep accounts, tokens, settings, backup, verification")
    case .readTrail: Phrase("看操作记录", "see the audit trail")
    case .ownAccount: Phrase("改自己的密码", "change one's own password")
    }
  }
}
