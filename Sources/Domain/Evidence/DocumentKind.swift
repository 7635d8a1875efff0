/// What kind of document a source is (文件种类): a plan does not prove an approval. The names are
/// stored: never used again for another meaning.
public enum DocumentKind: String, Sendable, Codable, CaseIterable {
  case approval = "批复"
  case filing = "备案表"
  case acceptance = "验收"
  case permit = "许可证"
  case contract = "合同"
  case invoice = "发票"
  case certificate = "证书"
  case announcement = "公告"
  case recognition = "认定"
  case request = "请示"
  case plan = "方案"
  case notice = "通知"
  case minutes = "会议纪要"
  case photo = "照片"
  case other = "其他"

  /// Its name on English pages.
  public var english: String {
    switch self {
    case .approval: "approval"
    case .filing: "filing"
    case .acceptance: "acceptance"
    case .permit: "permit"
    case .contract: "contract"
    case .invoice: "invoice"
    case .certificate: "certificate"
    case .announcement: "announcement"
    case .recognition: "recognition"
    case .request: "request"
    case .plan: "plan"
    case .notice: "notice"
    case .minutes: "minutes"
    case .photo: "photograph"
    case .other: "other"
    }
  }

  /// Says only that something is meant or asked for: proves nothing that was granted or finished.
  public var isIntent: Bool { self == .plan || self == .request }

  /// Comes before what it permits or announces.
  public var precedesEvent: Bool { self == .permit || self == .announcement }
}

extension DocumentKind {
  /// Words of titles and numbers; the first that is there decides, since 关于更新方案的批复 is an approval
  /// and 关于报送验收材料的请示 a request.
  private static let endings: [(DocumentKind, [String])] = [
    (.minutes, ["会议纪要", "纪要"]), (.request, ["请示", "申请书", "申请表", "申请"]),
    (.approval, ["批复", "批准", "核准", "审批", "征收决定"]),
    (.filing, ["备案表", "备案证明", "备案登记", "备案"]),
    (.permit, ["许可证", "开工令", "许可", "开工报告"]),
    (.acceptance, ["验收报告", "验收意见", "验收单", "验收"]),
    (.contract, ["合同", "协议书", "协议"]), (.invoice, ["发票", "进账单", "回单", "验资报告", "凭证"]),
    (.recognition, ["认定", "考核结果", "评估结果", "评估", "通报", "名单", "授牌"]),
    (.certificate, ["证书", "执照"]), (.announcement, ["公告", "公示", "通告"]),
    (.plan, ["实施方案", "工作方案", "方案", "计划", "规划", "设想"]),
    (.notice, ["通知", "通知书"]), (.photo, ["照片", "图片"]),
  ]

  /// What a title says of its document by the words it ends in, else by the strongest within; nil
  /// where it says nothing.
  public static func guess(fromTitle title: String) -> DocumentKind? {
    let words = plain(title)
    for (kind, ends) in endings where ends.contains(where: { words.hasSuffix($0) }) {
      // A notice hands something on: 关于印发…方案的通知 a plan, 关于…考核结果的通知 the result.
      guard kind == .notice else { return kind }
      if words.contains("方案") || words.contains("计划") { return .plan }
      if ["召开", "会议", "开展", "组织", "做好"].contains(where: words.contains) { return .notice }
      return endings.first { $0.1.contains { words.contains($0) } }?.0
    }
    return endings.first { $0.1.contains { words.contains($0) } }?.0
  }

  /// Without what stands behind a title: 某某验收报告（合成）.pdf.
  private static func plain(_ title: String) -> String {
    var words = Folding.text(title)[...]
    if let dot = words.lastIndex(of: "."), words.distance(from: dot, to: words.endIndex) <= 6 {
      words = words[..<dot]
    }
    while words.hasSuffix(")"), let open = words.lastIndex(of: "("), open > words.startIndex {
      words = words[..<open]
    }
    return String(words)
  }

  /// The kinds that a milestone's `proof` asks for (更新方案批复文号或开工令); empty where it asks for no
  /// kind in particular (文件文号).
  public static func expected(by proof: String) -> Set<DocumentKind> {
    var kinds: Set<DocumentKind> = []
    for (kind, words) in endings where kind != .plan && kind != .notice {
      if words.contains(where: { proof.contains($0) }) { kinds.insert(kind) }
    }
    if kinds.contains(.request), kinds.count > 1, proof.contains("申请") { kinds.remove(.request) }
    if kinds.contains(.acceptance) || kinds.contains(.filing) {
      kinds.formUnion([.acceptance, .filing])
    }
    return kinds
  }
}
