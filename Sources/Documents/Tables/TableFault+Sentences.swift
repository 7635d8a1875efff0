import Domain

extension TableFault {
  /// The fault in one or two plain sentences: what is wrong, and what was expected.
  public func sentence(_ language: Language) -> String {
    language == .chinese ? chinese : english
  }

  private var chinese: String {
    switch self {
    case .format(_, let found):
      "不是可读的表格\(found.map { "（内容是 \($0)）" } ?? "")。应为 csv 或 xlsx；旧的 xls、et 请另存为 xlsx。"
    case .renamed(_, let named, let found):
      "扩展名是 \(named)，内容却是 \(found)。请改回原来的扩展名，或者用表格软件另存为 \(named)。"
    case .encoding: "文字编码无法识别。应为 UTF-8、UTF-16 或 GB18030（含 GBK、GB2312）。"
    case .brokenText(_, let row, let column):
      "\(cell(row, column)) 里有损坏的文字。请从原系统重新导出。"
    case .zeroByte(_, let row, let column): "\(cell(row, column)) 里有空字节（NUL）。应为纯文本。"
    case .empty(_, let sheet): "\(sheet.map { "工作表“\($0)”" } ?? "表格")里没有数据。应有表头和至少一行。"
    case .openQuote(_, let row, let column): "\(cell(row, column)) 以引号开头，到文件末尾也没有收尾的引号。"
    case .wordsBehindQuote(_, let row, let column):
      "\(cell(row, column)) 收尾的引号后面还有文字。引号内的引号应写成两个。"
    case .noHeader(_, let sheet, let expected):
      "\(sheet.map { "工作表“\($0)”" } ?? "")没有找到表头。应有一行写明列名：\(list(expected, "、"))。"
    case .noSheet(_, let sheet, let present): "没有名为“\(sheet)”的工作表。现有：\(list(present, "、"))。"
    case .limit(_, let limit, let sheet, let row, let column):
      "\(place(sheet, row, column, "工作表", "第", "行"))超出限制：\(chinese(limit))。未读取。"
    case .archive: "xlsx 文件已损坏，压缩包打不开或不完整。请重新导出或另存为 xlsx。"
    case .missingPart(_, let part): "文件里没有 \(part)，不是 Excel 工作簿。应为 xlsx。"
    case .markup(_, let part, let line):
      "工作簿的 \(part)\(line.map { " 第 \($0) 行" } ?? "") 有错，无法继续读取。请用表格软件打开后另存。"
    }
  }

  private var english: String {
    switch self {
    case .format(_, let found):
      "This is no table that can be read\(found.map { " (it is \($0))" } ?? ""). Expected csv or "
        + "xlsx; save an old xls as xlsx."
    case .renamed(_, let named, let found):
      "The name ends in \(named), but the file is \(found). Give it back its ending, or save it "
        + "as \(named)."
    case .encoding:
      "The text encoding is not known. Expected UTF-8, UTF-16 or GB18030 (GBK, GB2312)."
    case .brokenText(_, let row, let column):
      "\(cell(row, column)) holds broken text. Export the file again."
    case .zeroByte(_, let row, let column):
      "\(cell(row, column)) holds a NUL byte. Expected plain text."
    case .empty(_, let sheet):
      "\(sheet.map { "Sheet \"\($0)\"" } ?? "The table") is empty. Expected a header and a row."
    case .openQuote(_, let row, let column):
      "\(cell(row, column)) opens with a quotation mark that is never closed."
    case .wordsBehindQuote(_, let row, let column):
      "\(cell(row, column)) has words behind its closing quotation mark. Expected a mark inside a "
        + "cell to be doubled."
    case .noHeader(_, let sheet, let expected):
      "\(sheet.map { "Sheet \"\($0)\": no" } ?? "No") header was found. Expected a row that names "
        + "columns: \(list(expected, ", "))."
    case .noSheet(_, let sheet, let present):
      "There is no sheet \"\(sheet)\". Present: \(list(present, ", "))."
    case .limit(_, let limit, let sheet, let row, let column):
      "\(place(sheet, row, column, "sheet ", "row ", ""))More than is allowed: \(english(limit)). "
        + "Nothing was read."
    case .archive: "The xlsx file is damaged or cut short: its archive cannot be read."
    case .missingPart(_, let part): "The file has no \(part): it is no workbook. Expected xlsx."
    case .markup(_, let part, let line):
      "\(part) of the workbook is broken\(line.map { " in line \($0)" } ?? ""). Open and save it in "
        + "a spreadsheet program."
    }
  }

  private func cell(_ row: Int, _ column: Int) -> String {
    Table.address(row: row, column: column)
  }

  private func place(
    _ sheet: String?, _ row: Int?, _ column: Int?, _ name: String, _ before: String,
    _ after: String
  ) -> String {
    let cell = row.map { row in
      column.map { Table.address(row: row, column: $0) } ?? "\(before)\(row)\(after)"
    }
    let parts = [sheet.map { "\(name)“\($0)”" }, cell].compactMap { $0 }
    return parts.isEmpty ? "" : parts.joined(separator: " ") + " "
  }

  private func list(_ names: [String], _ comma: String) -> String {
    names.prefix(8).joined(separator: comma) + (names.count > 8 ? " …" : "")
  }

  private func chinese(_ limit: Limit) -> String {
    switch limit {
    case .file(let bytes): "文件不得大于 \(bytes >> 20) MB"
    case .part(let bytes): "工作簿的单个部件解压后不得大于 \(bytes >> 20) MB"
    case .ratio(let ratio): "压缩比不得高于 \(ratio) 倍"
    case .files(let count): "压缩包里的文件不得多于 \(count) 个"
    case .cell(let bytes): "一个单元格不得多于 \(bytes) 字节"
    case .columns(let count): "一行不得多于 \(count) 列"
    case .rows(let count): "不得多于 \(count) 行"
    case .cells(let count): "不得多于 \(count) 个单元格"
    case .merges(let count): "合并的区域不得多于 \(count) 个，且不得重叠"
    }
  }

  private func english(_ limit: Limit) -> String {
    switch limit {
    case .file(let bytes): "a file has at most \(bytes >> 20) MB"
    case .part(let bytes): "a part of a workbook unpacks to at most \(bytes >> 20) MB"
    case .ratio(let ratio): "at most \(ratio) bytes for one packed byte"
    case .files(let count): "at most \(count) files in the archive"
    case .cell(let bytes): "a cell has at most \(bytes) bytes"
    case .columns(let count): "a row has at most \(count) columns"
    case .rows(let count): "at most \(count) rows"
    case .cells(let count): "at most \(count) cells"
    case .merges(let count): "at most \(count) merged ranges that do not overlap"
    }
  }
}
