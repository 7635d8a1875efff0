extension Registry {
  /// Rules of likeness that hold without being declared: as declared, or from the kinds and names of
  /// the fields where nothing is declared (an empty list declares that there are none).
  public var likenesses: [Likeness] { duplicates ?? derivedLikenesses }

  /// By which a judgement lists records beside its number. Companies of one name under two codes are
  /// two companies: their names only guide a person who looks for duplicates.
  public var sureLikenesses: [Likeness] {
    let hasCode = fields.contains { $0.checker == .creditCode }
    return likenesses.filter { !($0.same ?? []).isEmpty || ($0.similar != nil && !hasCode) }
  }

  /// Whether a record could be there twice by writing its key in two ways.
  public var hasWrittenKey: Bool {
    key.contains { name in
      fields.contains { $0.name == name && [.text, .place].contains($0.kind) }
    }
  }

  /// A number that is given out once (协议编号, 证书号, 备案号, 凭证号) names a thing together with what
  /// it is about; several sites, amounts or names may honestly stand under one. A document's number
  /// (文号) covers whole lists, and names a thing only with its company or name. A permit, a
  /// certificate, a receipt is given to one thing only.
  private var derivedLikenesses: [Likeness] {
    let numbers = named(Self.numberEndings)
    let documents = named(["文号"])
    let names = text(["名称", "标题", "内容"])
    let codes = fields(.code)
    let places = fields.filter(\.isPlace).map(\.name)
    let amounts = self.amounts
    let dates = fields(.date)
    // Two buildings of one size may stand under one filing; where they stand tells them apart.
    let companions = places + (places.isEmpty ? amounts : []) + codes + names
    var rules = numbers.flatMap { number in companions.map { [number, $0] } }
    rules += (companions.isEmpty ? numbers : named(Self.soleEndings)).map { [$0] }
    rules += documents.flatMap { document in (codes + names).map { [document, $0] } }
    rules += places.flatMap { place in (amounts + codes).map { [place, $0] } }
    rules += codes.flatMap { code in amounts.flatMap { a in dates.map { [code, a, $0] } } }
    let same = rules.filter { !key.allSatisfy($0.contains) }.map { Likeness(same: $0) }
    return same + otherParties
  }

  /// One agreement may have several sites; two parties under one number are two agreements.
  private var otherParties: [Likeness] {
    let agreements = named(["合同号", "合同编号", "协议号", "协议编号", "协议文号"])
    let parties = fields.filter { field in
      field.kind == .text
        && ["投资方", "投资主体", "投资人", "卖方", "乙方"].contains { field.name.hasSuffix($0) }
    }.map(\.name)
    return agreements.flatMap { number in
      parties.map { Likeness(same: [number], differ: [$0]) }
    }
  }

  private static let numberEndings = [
    "编号", "证书号", "证号", "协议号", "合同号", "备案号", "凭证号", "许可证号", "登记号", "回单号", "报告号", "单号", "发票号",
    "回单", "发票", "凭证",
  ]

  private static let soleEndings = ["许可证号", "证书号", "证书编号", "发票号", "发票号码", "回单号", "凭证号"]

  private func fields(_ kind: Field.Kind) -> [String] {
    fields.filter { $0.kind == kind }.map(\.name)
  }

  private func named(_ endings: [String]) -> [String] {
    fields.filter { field in
      field.kind == .text && endings.contains { field.name.hasSuffix($0) } && key != [field.name]
    }.map(\.name)
  }

  private func text(_ words: [String]) -> [String] {
    fields.filter { field in field.kind == .text && words.contains { field.name.hasSuffix($0) } }
      .map(\.name)
  }

  /// Money, areas and lengths; how many storeys or pupils there are says nothing.
  private var amounts: [String] {
    fields.filter { field in
      field.kind == .number
        && ["元", "平方米", "亩", "公顷", "千米", "米", "吨"].contains(UnitScale(field.unit ?? "").base)
    }.map(\.name)
  }
}
