import Domain

extension Problem {
  /// What is wrong and what was expected, in one sentence without its place.
  public func sentence(_ language: Language) -> String {
    language == .chinese ? chinese : english
  }

  /// The code, the place, the cell's words and the sentence in one line:
  /// `E121 C17 注册资本 “一百万”：应为数字，如 1200 或 1,200.5。`
  public func line(_ language: Language) -> String {
    let isChinese = language == .chinese
    let place = address ?? row.map { isChinese ? "第 \($0) 行" : "row \($0)" }
    let words = text.map { isChinese ? "“\($0)”" : "\"\($0)\"" }
    let parts = [code.rawValue, place, column, words].compactMap { $0 }
    return parts.joined(separator: " ") + (isChinese ? "：" : ": ") + sentence(language)
  }

  private var chinese: String {
    switch kind {
    case .columnMissing(let names): "表头缺少这一列。应有：\(names.joined(separator: "、或 "))。"
    case .columnDoubled(let field, let headings):
      "几列都是“\(field)”（\(headings.joined(separator: "、"))）。应只有一列。"
    case .headingUnit(let found, let expected): "表头的单位“\(found)”不能换算成 \(expected)。"
    case .ragged(let cells, let expected): "这一行有 \(cells) 格。应与表头一样有 \(expected) 格。"
    case .empty: "这一格不能为空。"
    case .notANumber: "应为数字，如 1200 或 1,200.5。"
    case .digits(0): "应为整数。"
    case .digits(let digits): "小数最多 \(digits) 位。"
    case .unit(let found, .some(let expected)): "单位“\(found)”不合。应为 \(expected)。"
    case .unit(let found, nil): "不应带有“\(found)”。"
    case .tooLarge: "数字过大，无法保存。"
    case .notADate: "应为日期，如 2023-11-30 或 2023年11月30日。"
    case .noSuchDay: "日历上没有这一天。应为日期，如 2023-11-30。"
    case .choice(let choices): "应为以下之一：\(list(choices, "、"))。"
    case .creditCode(let flaw): "不是统一社会信用代码（GB 32100-2015）：\(flaw.chinese)。"
    case .divisionCode(let flaw): "不是行政区划代码（GB/T 2260）：\(flaw.chinese)。"
    case .stageOrder(let earlier, let day): "早于前一阶段“\(earlier)”的 \(day)。应不早于它。"
    case .reference(let registry): "“\(registry)”台账里没有这一条。应先登记它，或者改正。"
    case .merged(let range): "\(range) 是合并单元格。应拆开，每格各填各的。"
    case .formula: "公式没有结果。请用表格软件重新计算后保存，或者粘贴为数值。"
    case .error: "公式出错。应为数值或文字。"
    case .repeatedKey(let row): "与第 \(row) 行的主键相同。同一条记录只应出现一次。"
    case .controlCharacter: "含有看不见的控制字符或损坏的文字。应删去。"
    case .silentMonth(let series, let month):
      "“\(series)”没有 \(month) 月单月的数据，与以后的月份合并发布。此格应为空。"
    case .noPeriod: "不知道是哪一年哪一月的数据。应在标题写明，如“2023年11月”，或在命令中指明。"
    case .notAPeriod: "应为时期，如 2023-11、2023年1-11月、2023年三季度。"
    case .unknownSeries: "没有声明过这个指标。应为已声明的指标或其别名。"
    case .repeatedFigure(let row): "与第 \(row) 行是同一指标、同一时期，数值却不同。应只有一个。"
    case .noFigures: "没有找到已声明的指标，或者没有数据列（本月、1-本月、同比增长）。"
    }
  }

  private var english: String {
    switch kind {
    case .columnMissing(let names):
      "The header lacks this column. Expected \(names.joined(separator: " or "))."
    case .columnDoubled(let field, let headings):
      "Several columns mean \(field) (\(headings.joined(separator: ", "))). Expected one."
    case .headingUnit(let found, let expected):
      "The header's unit \"\(found)\" cannot be turned into \(expected)."
    case .ragged(let cells, let expected):
      "The row has \(cells) cells. Expected \(expected), as the header has."
    case .empty: "This cell must not be empty."
    case .notANumber: "Expected a number like 1200 or 1,200.5."
    case .digits(0): "Expected a whole number."
    case .digits(let digits): "Expected at most \(digits) digits behind the point."
    case .unit(let found, .some(let expected)):
      "The unit \"\(found)\" does not fit. Expected \(expected)."
    case .unit(let found, nil): "Expected a number without \"\(found)\"."
    case .tooLarge: "The number is too large to be kept."
    case .notADate: "Expected a date like 2023-11-30 or 2023年11月30日."
    case .noSuchDay: "The calendar has no such day. Expected a date like 2023-11-30."
    case .choice(let choices): "Expected one of \(list(choices, ", "))."
    case .creditCode(let flaw):
      "This is no unified social credit code (GB 32100-2015): \(flaw.english)."
    case .divisionCode(let flaw): "This is no division code (GB/T 2260): \(flaw.english)."
    case .stageOrder(let earlier, let day):
      "Before \(day) of the earlier stage \(earlier). Expected that day or a later one."
    case .reference(let registry):
      "The registry \(registry) has no such record. Expected it to be there first."
    case .merged(let range): "\(range) are merged cells. Expected each cell to have its own value."
    case .formula: "The formula has no stored result. Recalculate and save, or paste the value."
    case .error: "The formula failed. Expected a value."
    case .repeatedKey(let row): "The same key as in row \(row). Expected each record once."
    case .controlCharacter: "It holds control characters or broken text. Expected plain words."
    case .silentMonth(let series, let month):
      "\(series) has no figure for month \(month) alone; it comes with a later month. Expected an "
        + "empty cell."
    case .noPeriod:
      "The year and month are not known. Expected them in a title (2023年11月) or from the caller."
    case .notAPeriod: "Expected a period like 2023-11, 2023年1-11月 or 2023年三季度."
    case .unknownSeries: "No such series is declared. Expected a declared name or alias."
    case .repeatedFigure(let row):
      "Another value in row \(row) for the same series and period. Expected one."
    case .noFigures: "No declared series, or no column of figures (本月, 1-本月, 同比增长), was found."
    }
  }

  private func list(_ names: [String], _ comma: String) -> String {
    names.prefix(12).joined(separator: comma) + (names.count > 12 ? " …" : "")
  }
}

extension CodeFlaw {
  var chinese: String {
    switch self {
    case .length(let found, let expected): "应为 \(expected) 位，实为 \(found) 位"
    case .character(let position): "第 \(position) 位不是允许的字符"
    case .check(let expected): "末位校验码不符，应为 \(expected)"
    case .province: "前两位不是省级代码"
    case .number: "以数字存放，末几位已丢失，应以文本存放"
    }
  }

  var english: String {
    switch self {
    case .length(let found, let expected): "expected \(expected) characters, found \(found)"
    case .character(let position): "character \(position) is not allowed there"
    case .check(let expected): "the check character should be \(expected)"
    case .province: "the first two digits name no province"
    case .number: "stored as a number, which lost its last digits; expected text"
    }
  }
}
