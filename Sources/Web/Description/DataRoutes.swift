import Domain

/// What the JSON of a page holds, for the description that machines read.
struct DataRoute: Sendable {
  /// Of the page: `/commitments/:id`.
  var path: String
  var summary: Phrase
  /// Names in the query besides `as-of`, `lang` and `format`, with what each is for.
  var query: [(name: String, what: Phrase)] = []
  /// The keys of the answer with their JSON types; `?` behind one that may be null.
  var keys: [(name: String, type: String)]

  init(
    _ path: String, _ chinese: String, _ english: String,
    query: [(name: String, what: Phrase)] = [], _ keys: KeyValuePairs<String, String>
  ) {
    self.path = path
    summary = Phrase(chinese, english)
    self.query = query
    self.keys = keys.map { ($0.key, $0.value) }
  }

  static let all: [DataRoute] = accounts + registries + work + system

  private static let filter: [(name: String, what: Phrase)] = [
    ("q", Phrase("词、编号或原句", "words, a number, or a sentence")),
    ("state", Phrase("状态", "state")), ("theme", Phrase("主题", "theme")),
    ("unit", Phrase("单位", "unit")), ("kind", Phrase("种类", "kind")),
  ]

  private static let accounts: [DataRoute] = [
    DataRoute(
      "/", "总览", "Overview",
      [
        "as_of": "string", "place": "string?", "year": "integer?", "counts": "object",
        "commitments": "array", "departures": "array", "synthetic": "string?",
      ]),
    DataRoute(
      "/commitments", "承诺", "Commitments", query: filter,
      [
        "as_of": "string", "total": "integer", "commitments": "array", "departures": "array",
        "synthetic": "string?",
      ]),
    DataRoute(
      "/search", "查承诺", "Search commitments", query: filter,
      [
        "as_of": "string", "total": "integer", "commitments": "array", "departures": "array",
        "synthetic": "string?",
      ]),
    DataRoute(
      "/commitments/:id", "一项承诺的账", "The account of one commitment",
      [
        "id": "string", "title": "string", "english": "string?", "theme": "string?",
        "kind": "string",
        "target": "object?", "period": "string", "deadline": "string", "units": "array",
        "strength": "string?", "nature": "string?", "measure": "string?", "unverifiable": "string?",
        "state": "string", "origins": "array", "place": "string?", "year": "integer?",
        "judgement": "object?", "working": "array?", "evidence": "object?",
        "predecessor": "object?",
        "history": "array", "records": "object?", "synthetic": "string?", "points": "array",
        "figures": "array", "objections": "array", "turns": "array",
      ]),
    DataRoute("/data", "数据", "Published series", ["series": "array"]),
    DataRoute(
      "/data/:series", "一个指标的各期各版", "A series with its vintages",
      [
        "name": "string", "english": "string?", "unit": "string", "publisher": "string?",
        "observations": "array", "commitments": "array", "synthetic": "string?",
      ]),
    DataRoute("/releases", "发布", "Releases", ["releases": "array"]),
    DataRoute(
      "/releases/:month", "一个月的发布", "One release",
      [
        "month": "string", "known": "integer", "judgements": "array", "differences": "array",
        "ledger": "object?",
      ]),
    DataRoute(
      "/circles", "以到达时间衡量的承诺", "Commitments measured by travel times", ["circles": "array"]),
    DataRoute(
      "/circles/:id", "一个承诺的可达性地图", "The map of a commitment's travel times",
      query: [
        ("add", Phrase("登录后：再选几处，1 到 10", "signed in: how many sites to add, 1 to 10")),
        (
          "sites",
          Phrase("候选点的台账；不写为有人住的任何地方", "registry of the candidates; anywhere that people live")
        ),
        (
          "goal",
          Phrase("median 为平均用时最短；不写为覆盖的人最多", "median for the shortest way; most people covered")
        ),
      ],
      [
        "title": "string", "terms": "object", "people": "number", "covered": "number",
        "share": "number", "left_out": "number", "second_share": "number",
        "within_minutes": "array", "subdistricts": "array", "facilities": "array",
        "siting": "object?", "network": "object", "problems": "array", "map": "object",
      ]),
    DataRoute("/compare", "承诺对账", "Promise against claim", ["pairs": "array"]),
    DataRoute(
      "/compare/:id", "两份报告的承诺和结果", "The promises of a report beside the next report's claims",
      [
        "place": "string", "promised_in": "integer?", "reported_in": "integer?",
        "promises": "array",
      ]),
    DataRoute("/reports", "报告", "Reports", ["reports": "array", "synthetic": "string?"]),
    DataRoute(
      "/reports/:sha", "一份报告的陈述和承诺", "A report's statements and commitments",
      [
        "sha256": "string", "title": "string?", "name": "string", "place": "string?",
        "year": "integer?", "commitments": "array", "statements": "array", "synthetic": "string?",
      ]),
    DataRoute(
      "/objections", "异议", "Objections",
      [
        "received": "integer", "answered": "integer", "withheld": "integer", "open": "integer",
        "answer_days": "integer", "today": "string", "objections": "array", "synthetic": "string?",
      ]),
  ]

  private static let registries: [DataRoute] = [
    DataRoute("/registries", "台账", "Registries", ["registries": "array"]),
    DataRoute(
      "/registries/:name", "一个台账：一页记录；涉及个人的只有计数",
      "One page of a registry; counts only where it is about persons",
      query: [
        ("q", Phrase("词", "words")), ("page", Phrase("页，从 1 起", "page, from 1")),
        ("sort", Phrase("排序的列", "column to sort by")),
        ("down", Phrase("1 为倒序", "1 for descending")),
        ("columns", Phrase("只要这一列（可重复）", "only this column (may be repeated)")),
      ],
      [
        "registry": "string", "total": "integer?", "page": "integer?", "records": "array?",
        "counts": "array?",
      ]),
    DataRoute(
      "/registries/:name/records/:key", "一条记录的各版", "A record with its versions",
      ["registry": "string", "versions": "array"]),
    DataRoute(
      "/registries/:name/stages", "按阶段", "By stage", ["registry": "string", "stages": "array"]),
    DataRoute("/chains", "产业链", "Industrial chains", ["chains": "array"]),
    DataRoute("/buildings", "楼宇", "Buildings", ["buildings": "array"]),
  ]

  private static let preview: KeyValuePairs<String, String> = [
    "subject": "string", "file": "string", "added": "integer", "changed": "integer",
    "unchanged": "integer", "problems_total": "integer", "problems": "array",
  ]

  private static let month: [(name: String, what: Phrase)] = [
    ("month", Phrase("月份，如 2023-11", "a month like 2023-11"))
  ]

  private static let work: [DataRoute] = [
    DataRoute("/registries/:name/import/:id", "导入预览", "Import preview", preview),
    DataRoute("/data/import/:id", "导入预览", "Import preview", preview),
    DataRoute(
      "/office", "督查工作台", "Office desk", query: month,
      ["month": "string", "by": "string", "filings": "array", "units": "array"]),
    DataRoute(
      "/office/bulletin", "通报", "Bulletin", query: month,
      [
        "month": "string", "as_of": "string", "released": "boolean", "total": "integer",
        "counts": "object", "behind": "array", "changed": "array", "not_filed": "array",
        "due_next_month": "array", "departures": "array", "ledger": "object?",
        "synthetic": "string?",
      ]),
    DataRoute(
      "/office/quarterly", "季度表", "Quarterly table",
      query: [("quarter", Phrase("季度，如 2023Q4", "a quarter like 2023Q4"))],
      [
        "quarter": "string", "as_of": "string", "synthetic": "string?", "tasks": "array",
        "departures": "array", "ledger": "object?",
      ]),
    DataRoute("/office/matters", "交办事项", "Matters from elsewhere", ["matters": "array"]),
    DataRoute(
      "/office/release", "待发布的一个月", "A month to be released", query: month,
      ["month": "string", "released": "boolean", "commitments": "array"]),
    DataRoute("/office/closing", "办结", "Closing out", ["matters": "array"]),
    DataRoute(
      "/unit", "单位工作台", "Unit desk", query: month,
      ["unit": "string", "month": "string", "by": "string", "matters": "array"]),
    DataRoute(
      "/filings/:id/:month/:unit", "一份填报的各版", "A filing with its versions", ["versions": "array"]),
  ]

  private static let system: [DataRoute] = [
    DataRoute("/system", "系统", "System", ["rows": "array"]),
    DataRoute("/system/roles", "角色", "Roles", ["rows": "array"]),
    DataRoute("/system/rules", "规则", "Rule sets", ["rows": "array"]),
    DataRoute(
      "/system/trail", "操作记录", "Audit trail",
      query: [
        ("actor", Phrase("经办", "actor")), ("about", Phrase("关于", "about")),
        ("day", Phrase("日期", "day")), ("kind", Phrase("种类", "kind")),
        ("page", Phrase("页，从 1 起", "page, from 1")),
      ], ["rows": "array"]),
    DataRoute("/system/units", "单位", "Units", ["rows": "array"]),
    DataRoute("/system/accounts", "帐号", "Accounts", ["rows": "array"]),
  ]
}
