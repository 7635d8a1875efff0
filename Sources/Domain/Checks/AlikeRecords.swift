/// Collects records and tells which are likely one thing under two keys, by rules of likeness.
///
/// Works in step with the number of records: each is looked at once for each rule. Ways of writing
/// make no difference, and what stands for nothing (无, /) is no value.
public struct AlikeRecords: Sendable {
  /// Records that look like one.
  public struct Group: Sendable, Equatable {
    /// In the order in which they came; at least two.
    public var keys: [String]
    /// What the records have in common, in words.
    public var why: Phrase
  }

  /// Indices into the registry's columns that the rules look at.
  public let columns: [Int]
  private let rules: [Rule]
  private var keys: [String] = []
  /// For each rule: members by what they have in common, with that in which they must differ.
  private var members: [[String: [Member]]]

  private struct Member: Sendable {
    var index: Int
    var difference: String
  }

  /// - Parameters:
  ///   - likenesses: those that name columns which are not there are passed over.
  ///   - withKeys: also keys that are one when folded.
  public init(
    _ registry: Registry, by likenesses: [Registry.Likeness], withKeys: Bool = false,
    folding: Folding = Folding(), places: [String] = []
  ) {
    let reader = Reader(registry, folding: folding, names: CompanyName(places: places))
    var rules = likenesses.flatMap { Rule.all($0, reader) }
    if withKeys, registry.hasWrittenKey { rules.append(Rule(kind: .key, reader: reader)) }
    self.rules = rules
    members = rules.map { _ in [:] }
    columns = Set(rules.flatMap(\.columns)).sorted()
  }

  /// Whether there is anything to look for.
  public var isIdle: Bool { rules.isEmpty }

  /// - Parameter values: in the order of the registry's columns; those beside `columns` are not
  ///   looked at.
  public mutating func add(key: String, values: [FieldValue]) {
    let index = keys.count
    keys.append(key)
    for (place, rule) in rules.enumerated() {
      guard let mark = rule.mark(key, values), let difference = rule.difference(values) else {
        continue
      }
      members[place][mark, default: []].append(Member(index: index, difference: difference))
    }
  }

  /// In the order of their first records.
  public var groups: [Group] {
    var found: [(first: Int, group: Group)] = []
    var known: [[String]: Int] = [:]
    for (rule, marks) in zip(rules, members) {
      for members in marks.values.filter({ isGroup($0, rule) }).sorted(by: {
        $0[0].index < $1[0].index
      }) {
        let keys = members.map { self.keys[$0.index] }
        if let index = known[keys] {
          found[index].group.why = joined(found[index].group.why, rule.why)
        } else {
          known[keys] = found.count
          found.append((members[0].index, Group(keys: keys, why: rule.why)))
        }
      }
    }
    return found.sorted { $0.first < $1.first }.map(\.group)
  }

  private func isGroup(_ members: [Member], _ rule: Rule) -> Bool {
    members.count > 1
      && (!rule.mustDiffer || members.contains { $0.difference != members[0].difference })
  }

  private func joined(_ a: Phrase, _ b: Phrase) -> Phrase {
    Phrase("\(a.chinese)；\(b.chinese)", "\(a.english); \(b.english)")
  }
}

// MARK: Rules

extension AlikeRecords {
  /// Folds what stands in a column.
  fileprivate struct Reader: Sendable {
    let registry: Registry
    let columns: [RegistryColumn]
    let folding: Folding
    let names: CompanyName

    init(_ registry: Registry, folding: Folding, names: CompanyName) {
      (self.registry, self.folding, self.names) = (registry, folding, names)
      columns = registry.columns
    }

    /// What people write where there is nothing yet.
    private static let nothings: Set<String> = [
      "无", "/", "-", "--", "暂无", "未知", "n/a", "办理中", "正在办理", "待办", "待办理", "待补", "暂缺", "未办理", "未领取",
      "见附件",
    ]

    func index(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }

    /// Nil for what is empty, zero, or stands for nothing.
    func part(_ values: [FieldValue], _ column: Int) -> String? {
      guard values.indices.contains(column) else { return nil }
      switch values[column] {
      case .none: return nil
      case .day(let day): return day.description
      case .number(let number): return number == 0 ? nil : String(number)
      case .text(let text):
        let isPlace = registry.fields[columns[column].field].isPlace
        let folded = isPlace ? folding.address(text) : Folding.text(text)
        return folded.isEmpty || Self.nothings.contains(folded) ? nil : folded
      }
    }
  }

  fileprivate struct Rule: Sendable {
    enum Kind: Sendable {
      case key
      case similar(Int)
      case same([Int])
    }

    var kind: Kind
    var reader: Reader
    var differ: [Int] = []

    var mustDiffer: Bool { !differ.isEmpty }

    static func all(_ likeness: Registry.Likeness, _ reader: Reader) -> [Rule] {
      let same = (likeness.same ?? []).map(reader.index)
      let differ = (likeness.differ ?? []).compactMap(reader.index)
      var rules: [Rule] = []
      if !same.isEmpty, !same.contains(nil) {
        rules.append(Rule(kind: .same(same.compactMap { $0 }), reader: reader, differ: differ))
      }
      if let column = likeness.similar.flatMap(reader.index) {
        rules.append(Rule(kind: .similar(column), reader: reader, differ: differ))
      }
      return rules
    }

    var columns: [Int] {
      switch kind {
      case .key: []
      case .similar(let column): [column] + differ
      case .same(let columns): columns + differ
      }
    }

    /// What alike records have in common.
    func mark(_ key: String, _ values: [FieldValue]) -> String? {
      switch kind {
      case .key: return reader.folding.address(key.replacing(Record.separator, with: "|"))
      case .similar(let column):
        guard values.indices.contains(column), case .text(let name) = values[column] else {
          return nil
        }
        return reader.names.core(name)
      case .same(let columns):
        let parts = columns.compactMap { reader.part(values, $0) }
        if isSiteAndAmount, !parts.contains(where: { $0.contains("号") || $0.contains("栋") }) {
          return nil
        }
        return parts.count == columns.count ? parts.joined(separator: Record.separator) : nil
      }
    }

    /// In a park of forty firms, two projects of 5000万元 are no wonder; under one house number they
    /// are.
    private var isSiteAndAmount: Bool {
      guard case .same(let columns) = kind else { return false }
      let fields = columns.map { reader.registry.fields[reader.columns[$0].field] }
      return fields.count == 2 && fields.contains(where: \.isPlace)
        && fields.contains { $0.kind == .number }
    }

    /// Nil where there is nothing to differ in.
    func difference(_ values: [FieldValue]) -> String? {
      let parts = differ.compactMap { reader.part(values, $0) }
      return parts.count == differ.count ? parts.joined(separator: Record.separator) : nil
    }

    var why: Phrase {
      let names = { (columns: [Int]) in columns.map { reader.columns[$0].name } }
      let other =
        differ.isEmpty
        ? Phrase("", "")
        : Phrase(
          "而\(names(differ).joined(separator: "、"))不同",
          ", other \(names(differ).joined(separator: ", "))")
      switch kind {
      case .key: return Phrase("编号写法不同而实为一个", "one key written in two ways")
      case .similar(let column):
        let name = reader.columns[column].name
        return Phrase(
          "\(name)去掉公司形式后相同\(other.chinese)",
          "same \(name) without its kind of company\(other.english)")
      case .same(let columns):
        return Phrase(
          "\(names(columns).joined(separator: "、"))相同\(other.chinese)",
          "same \(names(columns).joined(separator: ", "))\(other.english)")
      }
    }
  }
}

/// What is a company's own in its name: without brackets, its kind (有限公司) and places before it.
struct CompanyName: Sendable {
  private let places: [[Unicode.Scalar]]

  /// Longer endings stand before those that they end in.
  private static let endings = [
    "股份有限公司", "有限责任公司", "有限公司", "总公司", "公司", "集团", "股份", "有限合伙", "普通合伙",
  ].map { Array($0.unicodeScalars) }

  init(places: [String]) {
    self.places = places.map { Array(Heading.folded($0).unicodeScalars) }
      .filter { !$0.isEmpty }.sorted { $0.count > $1.count }
  }

  /// Nil for names of which nothing is left.
  func core(_ name: String) -> String? {
    var rest = Heading.folded(name).unicodeScalars.filter {
      !"()[]【】〔〕\"“”".unicodeScalars.contains($0)
    }[...]
    while let ending = Self.endings.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
      if rest.count == ending.count { return nil }
      if rest.count == ending.count + 1 { break }
      rest.removeLast(ending.count)
    }
    while let place = places.first(where: { rest.count > $0.count + 1 && rest.starts(with: $0) }) {
      rest.removeFirst(place.count)
    }
    return rest.isEmpty ? nil : String(String.UnicodeScalarView(rest))
  }
}
