import Domain
import Yams

/// Bytes → tree, with what a declaration must not have refused: more than the limits allow, anchors
/// and aliases (one line of them can stand for billions), merge keys, tags, several documents.
struct ReadYAML {
  /// Bytes of a file.
  static let size = 4 << 20
  /// Lists and mappings inside one another.
  static let depth = 64
  /// Values of all kinds.
  static let nodes = 200_000

  private let source: SourceText
  private var count = 0

  /// Nil for a file without content.
  static func tree(
    _ bytes: [UInt8], file: String
  ) throws(DeclarationFault) -> (source: SourceText, tree: Tree?) {
    guard bytes.count <= size else {
      throw .limit(FaultPlace(file: file), .size(bytes: bytes.count))
    }
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .encoding(FaultPlace(file: file))
    }
    let source = SourceText(file: file, text)
    if let place = source.forbidden { throw .character(source.place(place)) }
    var reader = ReadYAML(source: source)
    return (source, try reader.document())
  }

  private init(source: SourceText) { self.source = source }

  /// Aliases are looked for in a copy in which none can be followed: following them is the danger.
  private mutating func document() throws(DeclarationFault) -> Tree? {
    if source.text.utf8.contains(0x2A), source.text.utf8.contains(0x26) {
      let inert = String(
        String.UnicodeScalarView(
          source.text.unicodeScalars.map { $0 == "*" ? "\u{F8FF}" : $0 }))
      _ = try parse(inert)
    }
    count = 0
    return try parse(source.text)
  }

  private mutating func parse(_ text: String) throws(DeclarationFault) -> Tree? {
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      // Nodes know their anchors only as long as the parser lives.
      return try withExtendedLifetime(parser) {
        try parser.singleRoot().map { try tree($0, depth: 0) }
      }
    } catch let fault as DeclarationFault {
      throw fault
    } catch {
      throw ReadYAML.fault(error, source)
    }
  }

  private mutating func tree(_ node: Node, depth: Int) throws(DeclarationFault) -> Tree {
    count += 1
    let mark = Tree.Place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    let place = source.place(mark)
    guard count <= Self.nodes else { throw .limit(place, .nodes) }
    guard depth <= Self.depth else { throw .limit(place, .depth) }
    try refuse(node, at: place)
    let id = count
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain
      return Tree(.scalar(.init(text: scalar.string, isPlain: isPlain)), at: mark, id: id)
    case .sequence(let items):
      var list: [Tree] = []
      for item in items { list.append(try tree(item, depth: depth + 1)) }
      return Tree(.list(list), at: mark, id: id)
    case .mapping(let pairs):
      return Tree(.map(try map(pairs, depth: depth)), at: mark, id: id)
    case .alias:
      throw .forbidden(place, .alias)
    }
  }

  private mutating func map(
    _ mapping: Node.Mapping, depth: Int
  ) throws(DeclarationFault) -> [Tree.Pair] {
    var pairs: [Tree.Pair] = []
    var known: Set<String> = []
    for (key, value) in mapping {
      let mark = Tree.Place(line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
      let place = source.place(mark)
      guard let name = key.scalar else { throw .forbidden(place, .complexKey) }
      try refuse(key, at: place)
      guard name.string != "<<" || name.style != .plain else { throw .forbidden(place, .merge) }
      guard known.insert(name.string).inserted else { throw .repeatedKey(place, name.string) }
      let child = try tree(value, depth: depth + 1)
      pairs.append(Tree.Pair(key: name.string, place: mark, value: child))
    }
    return pairs
  }

  private func refuse(_ node: Node, at place: FaultPlace) throws(DeclarationFault) {
    if node.anchor != nil { throw .forbidden(place, .anchor) }
    let tag =
      switch node {
      case .scalar(let scalar): scalar.tag.description
      case .sequence(let sequence): sequence.tag.description
      case .mapping(let mapping): mapping.tag.description
      case .alias: ""
      }
    let plain = ["", "!", "str", "seq", "map"].contains { tag == $0 || tag == Self.prefix + $0 }
    guard plain else { throw .forbidden(place, .tag(tag)) }
  }

  private static let prefix = "tag:yaml.org,2002:"
}

extension ReadYAML {
  /// What the parser complains of, with its place.
  private static func fault(_ error: any Error, _ source: SourceText) -> DeclarationFault {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      if let tab = source.indentingTab(line: mark.line) { return .tab(source.place(tab)) }
      return .syntax(source.place(place(mark)), problem)
    case .composer(_, let problem, let mark, _):
      if problem.contains("alias") { return .forbidden(source.place(place(mark)), .alias) }
      return .forbidden(source.place(place(mark)), .severalDocuments)
    case .duplicatedKeysInMapping(let keys, let context):
      return .repeatedKey(source.place(place(context.mark)), keys.first ?? "")
    case .memory: return .limit(FaultPlace(file: source.file), .depth)
    default: return .syntax(FaultPlace(file: source.file), "")
    }
  }

  private static func place(_ mark: Mark) -> Tree.Place {
    Tree.Place(line: max(1, mark.line), column: max(1, mark.column))
  }
}
