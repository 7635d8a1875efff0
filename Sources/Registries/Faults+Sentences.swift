import Domain

extension RegistryFault {
  /// How many problems a sentence lists.
  public static let listed = 10

  /// How many problems there are, then a line for each of the first.
  public func sentence(_ language: Language) -> String {
    let isChinese = language == .chinese
    switch self {
    case .refused(_, let sheet, let problems, let total):
      let name = sheet.map { isChinese ? "工作表“\($0)”：" : "Sheet \"\($0)\": " } ?? ""
      let head =
        isChinese
        ? "\(name)共 \(total) 处有误，整批未收，什么也没有改动。"
        : "\(name)\(total) problems; the whole batch is refused and nothing has changed."
      return lines(head, problems.map { $0.line(language) }, total, language)
    case .declaration(let registry, let problems):
      let head =
        isChinese
        ? "台账“\(registry)”的定义有 \(problems.count) 处不通。"
        : "The declaration of registry \(registry) has \(problems.count) problems."
      return lines(head, problems.map { $0.line(language) }, problems.count, language)
    }
  }

  private func lines(
    _ head: String, _ lines: [String], _ total: Int, _ language: Language
  ) -> String {
    let shown = lines.prefix(Self.listed)
    let rest = total - shown.count
    let tail = language == .chinese ? "……另有 \(rest) 处。" : "… and \(rest) more."
    return ([head] + shown + (rest > 0 ? [tail] : [])).joined(separator: "\n")
  }
}
