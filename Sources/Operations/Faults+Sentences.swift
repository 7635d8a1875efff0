import Documents
import Domain
import Foundation

extension OperationFault {
  /// What went wrong and, where it helps, what to do; one line without the place.
  public func sentence(_ language: Language) -> String {
    language == .chinese ? chinese : english
  }

  private var chinese: String {
    switch self {
    case .cannotOpen(_, let error): "无法打开（\(Self.reason(error))）"
    case .tooLarge(_, let limit): "文件超过 \(limit >> 20) MB，不予读取"
    case .noReports: "文件夹中没有可读的报告（\(formats("、"))）"
    case .unreadable(_, let reason): "无法读取（\(reason)）"
    case .nothingAt(let offset, _, let scalars):
      offset < scalars
        ? "第 \(offset) 个字符处没有读出陈述；位置见 --format jsonl 的 start" : "全文只有 \(scalars) 个字符"
    default: accounts.chinese
    }
  }

  private func formats(_ separator: String) -> String {
    ReportFormat.allCases.map(\.rawValue).joined(separator: separator)
  }

  private var english: String {
    switch self {
    case .cannotOpen(_, let error): "cannot be opened (\(String(cString: strerror(error))))"
    case .tooLarge(_, let limit): "the file is larger than \(limit >> 20) MB and is not read"
    case .noReports: "the folder holds no report that can be read (\(formats(", ")))"
    case .unreadable(_, let reason): "cannot be read (\(reason))"
    case .nothingAt(let offset, _, let scalars):
      offset < scalars
        ? "no statement was read at character \(offset); see start in --format jsonl"
        : "the text has only \(scalars) characters"
    default: accounts.english
    }
  }

  private var accounts: Phrase {
    switch self {
    case .alreadyAdopted: Phrase("这份报告已经采纳过", "this report was adopted before")
    case .secondReport(_, let first, let differences): Self.second(first, differences)
    case .alreadyIssued(let year, let day):
      Phrase("\(year) 年计划已于 \(day) 下达", "the plan of \(year) was issued on \(day)")
    case .nothingToIssue(let year):
      Phrase("计划里没有 \(year) 年的事项", "the plan has nothing for \(year)")
    case .issuedLater(let day, let today):
      Phrase("下达日期 \(day) 晚于今天 \(today)", "the day of issue \(day) is after today (\(today))")
    case .noYear: Phrase("报告没有写明年度，请用 --year 指明", "no year was found; say it with --year")
    case .unknownName(let name, let kind, let known): Self.unknown(name, kind, known)
    case .noTarget(let id):
      Phrase("\(id) 没有目标值，请先用 --target 给出", "\(id) has no target; give one with --target")
    case .noSource: Phrase("佐证要有文件或网址", "a proof needs a file or an address")
    case .notAMonth(let text):
      Phrase("“\(text)”不是一个月份，应如 2023-11", "\(text) is not a month; expected one like 2023-11")
    case .monthNotOver(let text): Phrase("\(text) 还没有过完", "\(text) is not over")
    case .nothingToRelease(let text):
      Phrase(
        "计划里没有可以研判的事项，\(text) 无可发布；请核对账本的路径",
        "the plan has nothing to judge, so nothing to release for \(text); check the ledger's path")
    case .alreadyReleased(let text):
      Phrase("\(text) 已经发布；发布后不再改动", "\(text) was released; a release never changes")
    case .planFileOld(let ids):
      Phrase(
        "这份计划文件写出之后，\(ids.joined(separator: "、")) 有了新的改动；请重新导出，改好再导入。计划没有改动",
        "\(ids.joined(separator: ", ")) changed after this file was written; export it again, edit and import. Nothing was changed"
      )
    case .ledgerNotEmpty:
      Phrase("账本里已有记录；演示数据只写入新账本", "the ledger is not empty; the demo needs a new one")
    default: site
    }
  }

  private var site: Phrase {
    switch self {
    case .brokenLink(_, let address):
      Phrase(
        "页面指向的“\(address)”不在网站里；没有写出任何文件",
        "it points to \(address), which is not in the site; nothing was written")
    case .notPublic(_, let what):
      Phrase(
        "其中有\(what.chinese)，不得公开；没有写出任何文件",
        "it holds \(what.english), which is not public; nothing was written")
    case .foreignFolder:
      Phrase("这里已有的不是写出的网站，没有覆盖", "what is there is no published site; it was not overwritten")
    case .reportsReversed(_, let later):
      Phrase(
        "先写较早的报告，再写较晚的；\(later)不比它晚",
        "the older report comes first; \(later) is not younger than it")
    case .nothingToReconcile:
      Phrase(
        "没有哪个地方有相邻两年的报告；给出两个文件，或一个有相邻年份报告的文件夹",
        "no place has reports of two following years; give two files, or a folder with such reports"
      )
    default: Phrase("", "")
    }
  }

  /// At most this many differences are told; the rest are counted.
  private static let told = 20

  private static func second(_ first: String, _ differences: [Phrase]) -> Phrase {
    guard !differences.isEmpty else {
      return Phrase(
        "同一地区、年度的报告《\(first)》已经采纳，两份的承诺没有差异，不必再采纳",
        "\(first), of the same place and year, was adopted before; the promises do not differ")
    }
    let rest = differences.count - told
    let list = differences.prefix(told)
    return Phrase(
      "同一地区、年度的报告《\(first)》已经采纳。两份有 \(differences.count) 处差异，须凭决定采纳"
        + "（--document、--authority、--date）：\n"
        + list.map { "  " + $0.chinese }.joined(separator: "\n")
        + (rest > 0 ? "\n  另有 \(rest) 处" : ""),
      "\(first), of the same place and year, was adopted before. \(differences.count) differences "
        + "need a decision (--document, --authority, --date):\n"
        + list.map { "  " + $0.english }.joined(separator: "\n")
        + (rest > 0 ? "\n  and \(rest) more" : ""))
  }

  private static func unknown(_ name: String, _ kind: Name, _ known: [String]) -> Phrase {
    let (chinese, english) =
      switch kind {
      case .registry: ("台账", "registry")
      case .series: ("统计指标", "series")
      case .commitment: ("承诺事项", "commitment")
      case .milestone: ("节点", "milestone")
      case .lights: ("灯色规则", "light rules")
      case .scores: ("评分规则", "score rules")
      case .release: ("发布", "release")
      }
    let some = known.prefix(12).joined(separator: "、")
    return Phrase(
      "没有“\(name)”这个\(chinese)"
        + (known.isEmpty ? "" : "；已有：\(some)\(known.count > 12 ? " 等" : "")"),
      "there is no \(english) \(name)"
        + (known.isEmpty ? "" : "; there are: \(some)\(known.count > 12 ? " …" : "")"))
  }

  /// The usual errors of the system in Chinese; others in its own words.
  private static func reason(_ error: Int32) -> String {
    switch error {
    case ENOENT, ENOTDIR: "没有这个文件或文件夹"
    case EACCES, EPERM: "没有读取权限"
    case EISDIR: "是文件夹，不是文件"
    case EMFILE, ENFILE: "同时打开的文件过多"
    default: String(cString: strerror(error))
    }
  }
}
