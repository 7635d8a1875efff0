import Domain

/// One contradiction in a registry's declaration.
public struct SchemaProblem: Sendable, Equatable {
  /// The registry's name.
  public var registry: String
  /// The field's name, or its place (`#3`) where it has none; nil for the registry itself.
  public var field: String?
  /// What is wrong with the declaration.
  public var what: Phrase

  /// Takes every field as it is; nothing is checked.
  public init(registry: String, field: String? = nil, what: Phrase) {
    self.registry = registry
    self.field = field
    self.what = what
  }

  /// The place and what is wrong there.
  public func line(_ language: Language) -> String {
    let place = [registry, field].compactMap { $0 }.joined(separator: " › ")
    return place + (language == .chinese ? "：" : ": ") + what(language)
  }
}

/// Checks a registry's declaration before anything is stored by it.
public enum RegistryCheck {
  /// Everything that is wrong with a registry; empty when it can be used.
  ///
  /// - Parameter registries: all that are declared, so that references can be followed; the
  ///   registry itself need not be among them.
  public static func problems(
    of registry: Registry, among registries: [Registry]
  ) -> [SchemaProblem] {
    var check = SchemaChecker(registry: registry, registries: registries)
    check.run()
    return check.problems
  }

  /// - Throws: `RegistryFault.declaration` when anything is wrong.
  public static func check(_ registry: Registry, among registries: [Registry]) throws {
    let problems = problems(of: registry, among: registries)
    guard problems.isEmpty else {
      throw RegistryFault.declaration(registry: registry.name, problems: problems)
    }
  }
}

struct SchemaChecker {
  let registry: Registry
  let registries: [Registry]
  var problems: [SchemaProblem] = []

  mutating func run() {
    checkNames()
    checkKey()
    for (index, field) in registry.fields.enumerated() {
      check(field, field.name.isEmpty ? "#\(index + 1)" : field.name)
    }
    checkHeadings()
    checkDuplicates()
    checkChecks()
  }

  mutating func add(_ field: String?, _ chinese: String, _ english: String) {
    problems.append(
      SchemaProblem(registry: registry.name, field: field, what: Phrase(chinese, english)))
  }

  private mutating func checkNames() {
    if isBlank(registry.name) { add(nil, "没有名称。应有 name。", "It has no name.") }
    if isBlank(registry.unit) {
      add(nil, "没有计数单位。应有 unit，如 家、个。", "It has no unit. Expected a counting word.")
    }
    if registry.fields.isEmpty { add(nil, "没有字段。至少应有一个。", "It has no fields.") }
    if registries.count(where: { $0.name == registry.name }) > 1 {
      add(nil, "有两个同名的台账。", "Two registries have this name.")
    }
    for (index, field) in registry.fields.enumerated() {
      if isBlank(field.name) { add("#\(index + 1)", "字段没有名称。", "The field has no name.") }
      if field.name.contains(".") || field.name.unicodeScalars.contains(where: { $0.value < 0x20 })
      {
        add(field.name, "名称里不能有点号和控制字符。", "A name has no point and no control character.")
      }
    }
    for name in repeated(registry.columns.map(\.name)) {
      add(name, "有两个同名的字段。", "Two fields have this name.")
    }
  }

  private mutating func checkKey() {
    if registry.key.isEmpty { add(nil, "没有主键。应有 key。", "It has no key.") }
    for name in repeated(registry.key) { add(name, "主键里写了两次。", "It is in the key twice.") }
    for name in registry.key {
      guard let field = field(name) else {
        add(nil, "主键“\(name)”不是字段。", "The key names \(name), which is no field.")
        continue
      }
      if field.required != true {
        add(name, "是主键，应写明 required: true。", "It is in the key. Expected required: true.")
      }
      if field.kind == .stages {
        add(name, "阶段不能作主键。", "Stages cannot be a key.")
      }
    }
  }

  private mutating func check(_ field: Field, _ name: String) {
    switch field.kind {
    case .number: checkNumber(field, name)
    case .code:
      if field.checker == nil { add(name, "编码没有校验规则。应有 checker。", "The code has no checker.") }
    case .choice: checkList(field.choices, name, "choices", "可选的值")
    case .stages:
      checkList(field.stages, name, "stages", "阶段")
      if let excuse = field.unless, self.field(excuse)?.kind != .text {
        add(name, "unless 所指的“\(excuse)”不是文字字段。", "unless names \(excuse), which is no text field.")
      }
    case .reference: checkReference(field, name)
    case .text, .date, .place, .personal: break
    }
    checkStray(field, name)
  }

  private mutating func checkNumber(_ field: Field, _ name: String) {
    if isBlank(field.unit ?? "") { add(name, "数字没有单位。应有 unit。", "The number has no unit.") }
    if let digits = field.digits, !(0...6).contains(digits) {
      add(name, "小数位数应为 0 到 6。", "Expected 0 to 6 digits.")
    }
  }

  private mutating func checkList(_ list: [String]?, _ name: String, _ key: String, _ word: String)
  {
    let list = list ?? []
    if list.isEmpty { add(name, "没有列出\(word)。应有 \(key)。", "Expected \(key).") }
    if list.contains(where: isBlank) { add(name, "\(word)里有空的一项。", "One of \(key) is empty.") }
    for item in repeated(list) { add(name, "\(word)“\(item)”写了两次。", "\(item) is there twice.") }
  }

  private mutating func checkReference(_ field: Field, _ name: String) {
    let known = registries.first { $0.name == field.registry }
    let target = field.registry == registry.name ? registry : known
    guard let target else {
      let found = field.registry ?? ""
      add(
        name, "所引用的台账“\(found)”没有声明。",
        "It refers to the registry \"\(found)\", which is not declared."
      )
      return
    }
    if target.key.count > 1 {
      add(name, "“\(target.name)”的主键不止一项，不能引用。", "\(target.name) has a key of several fields.")
    }
  }

  /// Settings that do nothing for a field of this kind.
  private mutating func checkStray(_ field: Field, _ name: String) {
    let stray: [(String, Bool)] = [
      ("checker", field.checker != nil && field.kind != .code),
      ("unit", field.unit != nil && field.kind != .number),
      ("digits", field.digits != nil && field.kind != .number),
      ("choices", field.choices != nil && field.kind != .choice),
      ("stages", field.stages != nil && field.kind != .stages),
      ("unless", field.unless != nil && field.kind != .stages),
      ("registry", field.registry != nil && field.kind != .reference),
    ]
    for (key, isStray) in stray where isStray {
      add(
        name, "\(key) 不适用于 \(field.kind.rawValue)。",
        "\(key) means nothing for \(field.kind.rawValue).")
    }
  }

  /// A heading that could mean two fields.
  private mutating func checkHeadings() {
    var owner: [String: String] = [:]
    for field in registry.fields {
      for name in Set(([field.name] + (field.aliases ?? [])).map(Heading.folded)).sorted() {
        if name.isEmpty { add(field.name, "有空的别名。", "An alias is empty.") }
        if let other = owner[name], other != field.name {
          add(field.name, "列名“\(name)”也指“\(other)”。", "The heading \(name) also means \(other).")
        }
        owner[name] = field.name
      }
    }
  }

  private mutating func checkDuplicates() {
    for likeness in registry.duplicates ?? [] {
      let names =
        (likeness.same ?? []) + (likeness.similar.map { [$0] } ?? []) + (likeness.differ ?? [])
      if names.isEmpty {
        add(nil, "查重规则没有写字段。应有 same 或 similar。", "A rule for duplicates names no field.")
      }
      for name in names where registry.column(name) == nil {
        add(nil, "查重规则里的“\(name)”不是字段。", "A rule for duplicates names \(name), which is no field.")
      }
    }
  }

  private func field(_ name: String) -> Field? { registry.fields.first { $0.name == name } }
  func isBlank(_ text: String) -> Bool { Heading.folded(text).isEmpty }

  func repeated(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !$0.isEmpty && !seen.insert($0).inserted }
  }
}
