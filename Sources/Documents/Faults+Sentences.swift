import Domain

extension DocumentFault {
  /// The fault in one or two plain sentences: what is wrong, and what was expected.
  public func sentence(_ language: Language) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }

  private var chinese: String {
    switch self {
    case .unreadable(_, let reason): "文件无法读取（\(reason)）。请确认文件存在并有读取权限。"
    case .empty: "文件没有内容。应为含有报告正文的 \(ReportFormat.either.chinese) 文件。"
    case .encoding: "文字编码无法识别。应为 UTF-8、UTF-16 或 GB18030（含 GBK、GB2312）。"
    case .tooLarge(_, let bytes, let limit):
      "文件过大：\(Self.megabytes(bytes))，上限为 \(Self.megabytes(limit))。请只提交报告本身。"
    case .archive: "docx 文件已损坏，压缩包打不开。请重新导出或另存为 docx。"
    case .missingPart(_, let part): "docx 文件缺少 \(part)，里面没有正文。应为 Word 文档（.docx）。"
    case .archiveLimit(_, let limit): "docx 文件解压后超出限制：\(Self.chinese(limit))。未读取。"
    case .markup: "标记语言有错，读到一半无法继续。应为完整的 html 或 docx 文件。"
    case .encrypted: "pdf 文件已加密。请先解除密码再提交。"
    case .noText: "pdf 文件里没有文字，可能是扫描件。请先做文字识别（OCR），或提交 docx、txt。"
    case .toolMissing: "没有找到 pdftotext。读取 pdf 需要先安装 poppler-utils 和 poppler-data。"
    case .damagedPDF(_, .unreadable): "pdf 文件已损坏，无法读出文字。请重新导出。"
    case .damagedPDF(_, .time(let seconds)): "pdf 文件在 \(seconds) 秒内没有读完，已放弃。请重新导出。"
    case .damagedPDF(_, .memory(let bytes)):
      "pdf 文件用到 \(Self.megabytes(bytes)) 内存仍没有读完，已放弃。请重新导出。"
    case .damagedPDF(_, .output(let bytes)):
      "pdf 文件里的文字超过 \(Self.megabytes(bytes))，已放弃。请只提交报告本身。"
    case .busy: "正在读取的 pdf 文件已达上限。请稍后再试。"
    case .format(_, let found):
      "不是可读的文件\(found.map { "（内容是 \($0)）" } ?? "")。应为 \(ReportFormat.either.chinese)。"
    }
  }

  private var english: String {
    switch self {
    case .unreadable(_, let reason):
      "The file cannot be read (\(reason)). Check that it exists and may be read."
    case .empty:
      "The file holds no text. Expected a \(ReportFormat.either.english) file with a report in it."
    case .encoding:
      "The text encoding is not known. Expected UTF-8, UTF-16 or GB18030 (GBK, GB2312)."
    case .tooLarge(_, let bytes, let limit):
      "The file is too large: \(Self.megabytes(bytes)); the limit is \(Self.megabytes(limit))."
    case .archive: "The docx file is damaged: its archive cannot be opened. Export it again."
    case .missingPart(_, let part):
      "The docx file has no \(part), so it holds no text. Expected a Word document (.docx)."
    case .archiveLimit(_, let limit):
      "The docx file unpacks to more than allowed: \(Self.english(limit)). It was not read."
    case .markup: "The markup is broken and cannot be read on. Expected a whole html or docx file."
    case .encrypted: "The pdf file is encrypted. Remove its password first."
    case .noText:
      "The pdf file holds no text; it is probably a scan. Run text recognition (OCR) first, "
        + "or give a docx or txt file."
    case .toolMissing:
      "pdftotext was not found. To read pdf files install poppler-utils and poppler-data."
    case .damagedPDF(_, .unreadable): "The pdf file is damaged; no text can be read from it."
    case .damagedPDF(_, .time(let seconds)):
      "The pdf file was not read within \(seconds) seconds and was given up."
    case .damagedPDF(_, .memory(let bytes)):
      "The pdf file was not read within \(Self.megabytes(bytes)) of memory and was given up."
    case .damagedPDF(_, .output(let bytes)):
      "The pdf file holds more than \(Self.megabytes(bytes)) of text and was given up."
    case .busy: "As many pdf files as may be are being read. Try again in a while."
    case .format(_, let found):
      "This is no file that can be read\(found.map { " (it is \($0))" } ?? ""). "
        + "Expected \(ReportFormat.either.english)."
    }
  }

  private static func chinese(_ limit: ArchiveLimit) -> String {
    switch limit {
    case .size(let bytes): "单个部件不得大于 \(megabytes(bytes))"
    case .ratio(let ratio): "压缩比不得高于 \(ratio) 倍"
    case .files(let count): "文件数不得多于 \(count) 个"
    }
  }

  private static func english(_ limit: ArchiveLimit) -> String {
    switch limit {
    case .size(let bytes): "a part may have at most \(megabytes(bytes))"
    case .ratio(let ratio): "at most \(ratio) bytes for one packed byte"
    case .files(let count): "at most \(count) files"
    }
  }

  private static func megabytes(_ bytes: Int) -> String { "\((bytes + 524_288) / 1_048_576) MB" }
}
