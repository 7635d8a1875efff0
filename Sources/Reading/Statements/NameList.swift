/// Splits a listed subject into its names and gives each the words that they share.
enum NameList {
  /// 城镇、农村居民人均可支配收入 → 城镇居民人均可支配收入, 农村居民人均可支配收入.
  static func split(_ sentence: SentenceReader, _ range: Range<Int>) -> [String] {
    var items: [Range<Int>] = []
    var low = range.lowerBound
    let end = range.first { sentence.tokens[$0].has(.etcetera) } ?? range.upperBound
    let range =
      range.lowerBound..<(end > low && isIndicators(sentence, range) ? end : range.upperBound)
    for index in range where isMark(sentence, index) {
      if index > low { items.append(low..<index) }
      low = index + 1
    }
    if low < range.upperBound { items.append(low..<range.upperBound) }
    let names = items.map { words(sentence, $0) }
    guard names.count > 1, let last = names.last else { return names }
    return complete(names, last)
  }

  /// 「…等六项主要经济指标」: the names stand before 等.
  private static func isIndicators(_ sentence: SentenceReader, _ range: Range<Int>) -> Bool {
    words(sentence, range).hasSuffix("指标")
  }

  private static func isMark(_ sentence: SentenceReader, _ index: Int) -> Bool {
    let token = sentence.tokens[index]
    return token.kind == .listMark || (token.has(.conjunction) && !token.has(.noun))
  }

  private static func words(_ sentence: SentenceReader, _ range: Range<Int>) -> String {
    sentence.words(range)
  }

  /// Gives short names the shared end of the last one.
  private static func complete(_ names: [String], _ last: String) -> [String] {
    let heads = [
      "居民人均可支配收入", "人均可支配收入", "居民收入", "居民人均纯收入", "人均纯收入", "收入", "工业增加值", "产业增加值", "增加值",
      "加工能力", "运营里程", "营业里程", "通车里程", "排放总量", "排放量", "排放强度", "排放", "浓度", "总产值", "产值", "投资", "产业",
      "制造业", "数量", "总量", "总额",
      "消费", "用电量", "产量", "比例", "比重", "占比", "覆盖率", "率", "标准", "保费", "贷款", "里程", "吞吐量", "面积", "规模",
      "水平", "价格", "出口", "进口",
    ]
    guard let head = heads.first(where: { last.hasSuffix($0) && last.count > $0.count }) else {
      return names
    }
    // 工业增加值、固定资产投资 stand for themselves; 城镇、农村居民收入 share their end.
    return names.map { name in
      heads.contains { name.hasSuffix($0) } || name == last ? name : name + shared(name, last, head)
    }
  }

  /// The end of `last` that `name` lacks: behind as many characters as the name has.
  private static func shared(_ name: String, _ last: String, _ head: String) -> String {
    let rest = String(last.dropFirst(name.count))
    return rest.hasPrefix("居民") && rest.hasSuffix(head) ? rest : head
  }

  /// 城乡居民收入 → 城镇居民收入, 农村居民收入.
  static func pair(_ name: String) -> [String] {
    guard let range = name.firstRange(of: "城乡") else { return [name] }
    let first = name.contains("居民") ? "城镇" : "城市"
    return [first, "农村"].map { name.replacing("城乡", with: $0, subrange: range) }
  }
}

extension String {
  fileprivate func firstRange(of word: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(word) { return start..<index(start, offsetBy: word.count) }
      start = index(after: start)
    }
    return nil
  }

  fileprivate func replacing(
    _ word: String, with other: String, subrange: Range<String.Index>
  ) -> String {
    String(self[..<subrange.lowerBound]) + other + String(self[subrange.upperBound...])
  }
}
