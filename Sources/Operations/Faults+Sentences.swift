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
    case .noReports: "文件夹中没有可读的报告（txt、html、docx、pdf）"
    case .unreadable(_, let reason): "无法读取（\(reason)）"
    case .nothingAt(let offset, _, let scalars):
      offset < scalars
        ? "第 \(offset) 个字符处没有读出陈述；位置见 --format jsonl 的 start" : "全文只有 \(scalars) 个字符"
    }
  }

  private var english: String {
    switch self {
    case .cannotOpen(_, let error): "cannot be opened (\(String(cString: strerror(error))))"
    case .tooLarge(_, let limit): "the file is larger than \(limit >> 20) MB and is not read"
    case .noReports: "the folder holds no report that can be read (txt, html, docx, pdf)"
    case .unreadable(_, let reason): "cannot be read (\(reason))"
    case .nothingAt(let offset, _, let scalars):
      offset < scalars
        ? "no statement was read at character \(offset); see start in --format jsonl"
        : "the text has only \(scalars) characters"
    }
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
