import Domain

/// Reads declarations from YAML: each file holds things of one kind, as a list or a single one.
///
/// A file is taken whole or refused with every fault that was found. UTF-8, at most 4 MB, 64 levels
/// and 200,000 values; keys that nothing reads are faults, as are anchors, aliases, merge keys,
/// tags and further documents. Never stops the program, whatever the bytes.
public struct DeclarationReader: Sendable {
  private let file: String

  /// - Parameter file: its name, for faults.
  public init(file: String) { self.file = file }

  /// Registries; their names, and the names of each one's fields, differ.
  public func registries(_ bytes: [UInt8]) throws(DeclarationFaults) -> [Registry] {
    try read(bytes, named: "name") { entry, registry, source in
      Self.repeated(entry["fields"], key: "name", source)
        + (entry["fields"]?.list ?? []).flatMap { field in
          Self.repeated(field["stages"], source) + Self.repeated(field["choices"], source)
            + Self.repeated(field["aliases"], source)
        }
    }
  }

  /// Statistical series; names differ.
  public func series(_ bytes: [UInt8]) throws(DeclarationFaults) -> [Series] {
    try read(bytes, named: "name")
  }

  /// Departments and subdistricts; names differ.
  public func units(_ bytes: [UInt8]) throws(DeclarationFaults) -> [WorkUnit] {
    try read(bytes, named: "name")
  }

  /// What a pack knows of commitments; ids differ.
  public func templates(_ bytes: [UInt8]) throws(DeclarationFaults) -> [Template] {
    try read(bytes, named: "id")
  }

  /// Rule sets for lights; names differ, and rules ask only about facts that there are. Whether a
  /// set has gaps or overlaps is not looked at here.
  public func lights(_ bytes: [UInt8]) throws(DeclarationFaults) -> [LightRules] {
    try read(bytes, named: "name") { entry, _, source in
      (entry["lights"]?.list ?? []).flatMap { Self.unknownFacts($0["when"], source) }
    }
  }

  /// Rule sets for points; names differ.
  public func scores(_ bytes: [UInt8]) throws(DeclarationFaults) -> [ScoreRules] {
    try read(bytes, named: "name")
  }

  /// A plan that ``DeclarationWriter/plan(_:)`` wrote and people may have edited; ids differ.
  public func plan(_ bytes: [UInt8]) throws(DeclarationFaults) -> PlanFile {
    let (source, tree) = try parse(bytes)
    guard var head = tree?.pairs, let tree else {
      throw DeclarationFaults([
        .value(
          source.place(tree?.place ?? .init()), found: (tree ?? .text("", isPlain: true)).shown,
          expected: .mapping)
      ])
    }
    let items = tree["commitments"].flatMap { $0.isNull ? nil : $0 } ?? Tree(.list([]))
    let index = head.firstIndex { $0.key == "commitments" }
    if let index { head[index].value = Tree(.list([]), at: items.place, id: -1) }
    let headTree = Tree(.map(head), at: tree.place, id: tree.id)
    var faults: [DeclarationFault] = []
    let plan = Self.element(headTree, of: PlanFile.self, source, &faults)
    let commitments = Self.elements(items, of: PlanFile.Item.self, source, &faults)
    faults += Self.repeated(items, key: "id", source)
    guard var plan, faults.isEmpty else { throw DeclarationFaults(faults) }
    plan.commitments = commitments
    return plan
  }

  /// One measure, as it stands behind `measure:` in a plan.
  public func measure(_ bytes: [UInt8]) throws(DeclarationFaults) -> Measure {
    let (source, tree) = try parse(bytes)
    var faults: [DeclarationFault] = []
    let measure = Self.element(
      tree ?? .text("", isPlain: true), of: Measure.self, source, &faults)
    guard let measure, faults.isEmpty else { throw DeclarationFaults(faults) }
    return measure
  }

  private func parse(
    _ bytes: [UInt8]
  ) throws(DeclarationFaults) -> (source: SourceText, tree: Tree?) {
    do throws(DeclarationFault) {
      return try ReadYAML.tree(bytes, file: file)
    } catch {
      throw DeclarationFaults([error])
    }
  }

  /// - Parameter check: what else can be wrong with an element that was read.
  private func read<Value: Decodable>(
    _ bytes: [UInt8], named key: String,
    check: (Tree, Value, SourceText) -> [DeclarationFault] = { _, _, _ in [] }
  ) throws(DeclarationFaults) -> [Value] {
    let (source, tree) = try parse(bytes)
    guard var tree, !tree.isNull else { return [] }
    if tree.pairs != nil { tree = Tree(.list([tree]), at: tree.place) }
    var faults: [DeclarationFault] = []
    let values = Self.elements(tree, of: Value.self, source, &faults)
    faults += Self.repeated(tree, key: key, source)
    if faults.isEmpty {
      faults = zip(tree.list ?? [], values).flatMap { check($0, $1, source) }
    }
    guard faults.isEmpty else { throw DeclarationFaults(faults) }
    return values
  }
}

extension DeclarationReader {
  /// The elements that can be read; the faults of the others.
  private static func elements<Value: Decodable>(
    _ tree: Tree, of type: Value.Type, _ source: SourceText, _ faults: inout [DeclarationFault]
  ) -> [Value] {
    guard let list = tree.list else {
      faults.append(.value(source.place(tree.place), found: tree.shown, expected: .list))
      return []
    }
    return list.compactMap { element($0, of: type, source, &faults) }
  }

  private static func element<Value: Decodable>(
    _ tree: Tree, of type: Value.Type, _ source: SourceText, _ faults: inout [DeclarationFault]
  ) -> Value? {
    let record = DecodingRecord()
    do {
      let value = try TreeDecoder(tree: tree, record: record).value(type)
      let unknown = unknownKeys(tree, record, source)
      faults += unknown
      return unknown.isEmpty ? value : nil
    } catch let misfit as Misfit {
      faults.append(fault(record.telling(misfit), source))
    } catch {
      faults.append(
        .value(
          source.place(tree.place), found: tree.shown, expected: Expectations.phrase("\(error)")))
    }
    return nil
  }

  private static func fault(_ misfit: Misfit, _ source: SourceText) -> DeclarationFault {
    let place = source.place(misfit.place)
    switch misfit.problem {
    case .value(let found, let expected): return .value(place, found: found, expected: expected)
    case .missing(let key, let written): return .missingKey(place, key, written: written)
    }
  }

  /// Keys that no type asked for, wherever a type looked.
  private static func unknownKeys(
    _ tree: Tree, _ record: DecodingRecord, _ source: SourceText
  ) -> [DeclarationFault] {
    switch tree.content {
    case .scalar: return []
    case .list(let items): return items.flatMap { unknownKeys($0, record, source) }
    case .map(let pairs):
      guard let used = record.used[tree.id] else { return [] }
      let known = record.known[tree.id] ?? []
      return pairs.flatMap { pair in
        guard !used.contains(pair.key) else { return unknownKeys(pair.value, record, source) }
        return [
          .unknownKey(
            source.place(pair.place), pair.key, meant: Spelling.nearest(to: pair.key, in: known),
            known: known)
        ]
      }
    }
  }

  private static func unknownFacts(_ tree: Tree?, _ source: SourceText) -> [DeclarationFault] {
    let known = LightRules.Fact.allCases.map(\.rawValue)
    return (tree?.pairs ?? []).filter { !known.contains($0.key) }.map {
      .unknownKey(
        source.place($0.place), $0.key, meant: Spelling.nearest(to: $0.key, in: known),
        known: known)
    }
  }

  /// Later ones of those that have the same text (under a key, if one is given).
  private static func repeated(
    _ tree: Tree?, key: String? = nil, _ source: SourceText
  ) -> [DeclarationFault] {
    var seen: Set<String> = []
    return (tree?.list ?? []).compactMap { item in
      guard let node = key.map({ item[$0] }) ?? item, let name = node.scalar?.text,
        !seen.insert(name).inserted
      else { return nil }
      return .repeatedName(source.place(node.place), name)
    }
  }
}
