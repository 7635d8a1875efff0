import Domain

extension DeclarationFault {
  /// The fault in one or two plain sentences: what is wrong, and what was expected.
  public func sentence(_ language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }

  private var chinese: String {
    switch self {
    case .encoding: "文字编码不是 UTF-8。请另存为 UTF-8。"
    case .limit(_, let limit): Self.words(limit).chinese
    case .syntax(_, let problem): "不合 YAML 格式（\(problem)）。请检查缩进、引号和冒号后的空格。"
    case .tab: "用制表符缩进。请改用空格。"
    case .character: "含有不可见的控制字符。请删去。"
    case .forbidden(_, let feature): "\(Self.words(feature).chinese)在声明文件中不可用。请照写全文。"
    case .repeatedKey(_, let key): "键“\(key)”在同一处写了两次。只能写一次。"
    case .unknownKey(_, let key, let meant, let known):
      "没有“\(key)”这个键。" + (meant.map { "是否应为“\($0)”？" } ?? "可用的键：\(known.joined(separator: "、"))。")
    case .missingKey(_, let key, let written):
      "缺少键“\(key)”。" + (written.map { "是否误写成了“\($0)”？" } ?? "")
    case .value(_, let found, let expected): "值不合要求：\(found.chinese)。应为\(expected.chinese)。"
    case .repeatedName(_, let name): "“\(name)”出现了两次。名称、编号不得重复。"
    }
  }

  private var english: String {
    switch self {
    case .encoding: "The text is not UTF-8. Save it as UTF-8."
    case .limit(_, let limit): Self.words(limit).english
    case .syntax(_, let problem):
      "This is not YAML (\(problem)). Check indents, quotes, and spaces behind colons."
    case .tab: "The line is indented by a tab. Use spaces."
    case .character: "There is a control character. Remove it."
    case .forbidden(_, let feature):
      "Declarations do without \(Self.words(feature).english). Write it out."
    case .repeatedKey(_, let key): "The key \"\(key)\" stands twice in one place. Write it once."
    case .unknownKey(_, let key, let meant, let known):
      "There is no key \"\(key)\". "
        + (meant.map { "Did you mean \"\($0)\"?" } ?? "Keys: \(known.joined(separator: ", ")).")
    case .missingKey(_, let key, let written):
      "The key \"\(key)\" is missing."
        + (written.map { " Is \"\($0)\" a slip for it?" } ?? "")
    case .value(_, let found, let expected):
      "The value does not fit: \(found.english). Expected \(expected.english)."
    case .repeatedName(_, let name): "\"\(name)\" is there twice. Names and ids have to differ."
    }
  }

  private static func words(_ limit: Limit) -> Phrase {
    switch limit {
    case .size(let bytes):
      Phrase(
        "文件过大：\(bytes) 字节，上限为 \(ReadYAML.size) 字节。",
        "The file is too large: \(bytes) bytes; the limit is \(ReadYAML.size).")
    case .depth:
      Phrase(
        "嵌套过深，上限为 \(ReadYAML.depth) 层。", "Nested too deeply; the limit is \(ReadYAML.depth) levels."
      )
    case .nodes:
      Phrase("内容过多，上限为 \(ReadYAML.nodes) 项。", "Too many values; the limit is \(ReadYAML.nodes).")
    }
  }

  private static func words(_ feature: Forbidden) -> Phrase {
    switch feature {
    case .anchor: Phrase("锚点（&）", "anchors (&)")
    case .alias: Phrase("别名（*）", "aliases (*)")
    case .merge: Phrase("合并键（<<）", "merge keys (<<)")
    case .complexKey: Phrase("不是单个词的键", "keys that are not one word")
    case .severalDocuments: Phrase("一个文件多份文档（---）", "several documents in a file (---)")
    case .tag(let tag): Phrase("标签（\(tag)）", "tags (\(tag))")
    }
  }
}

/// What types of the domain say they expect, in both languages.
enum Expectations {
  static func phrase(_ english: String) -> Phrase {
    Phrase(chinese[english] ?? english, english)
  }

  private static let chinese = [
    "a number like 12 or 1.5": "数，如 12 或 1.5",
    "a day like 2023-11-30": "日期，如 2023-11-30",
    "a period like 2023, 2023-11, 2023Q3 or 2023-01..2023-11":
      "时期，如 2023、2023-11、2023Q3 或 2023-01..2023-11",
    "comparisons like \">= 10, < 30\"": "比较式，如 \">= 10, < 30\"",
    "linear, annual, 60/40 or a list of day and percent":
      "linear（按日均进度）、annual（只看年底）、60/40（上下半年）或日期与百分比的清单",
    "active, withdrawn, merged into ID or split into IDS":
      "active、withdrawn、merged into 编号 或 split into 编号",
    "自报, 部门台账, 统计发布 or 验收或第三方": "自报、部门台账、统计发布、验收或第三方之一",
    "a measure has one of the keys reported, count, stock, sum, ratio, growth, coverage, milestones, all":
      "恰有一个键的口径：reported、count、stock、sum、ratio、growth、coverage、milestones、all 之一",
    "a condition on a field has one of is, isNot, lies, present, reached":
      "字段条件，带 is、isNot、lies、present、reached 之一",
  ]
}
