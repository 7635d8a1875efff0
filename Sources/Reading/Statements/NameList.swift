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
    guard items.count > 1, let last = items.last else { return items.map { sentence.words($0) } }
    return complete(items, last, sentence)
  }

  /// Gives short names what the last one ends with: 城镇 and 农村居民收入 share 居民收入.
  private static func complete(
    _ items: [Range<Int>], _ last: Range<Int>, _ sentence: SentenceReader
  ) -> [String] {
    let text = sentence.bytes.span
    let heads = sentence.lexicon.grammar.sharedHeads
    let whole = sentence.span(last)
    let length = heads.suffixLength(text, whole)
    guard length > 0 else { return items.map { sentence.words($0) } }
    return items.map { item in
      let span = sentence.span(item)
      let name = sentence.words(item)
      if item == last || heads.endsWith(text, span) { return name }
      // 居民 before the head is shared too where the names are as long as 城镇 and 农村.
      let rest = min(whole.lowerBound + span.count, whole.upperBound)..<whole.upperBound
      let isResidents =
        rest.count > length && heads.endsWith(text, rest)
        && sentence.lexicon.grammar.residents.starts(text, rest)
      return name
        + sentence.string(isResidents ? rest : whole.upperBound - length..<whole.upperBound)
    }
  }

  /// 「…等六项主要经济指标」: the names stand before 等.
  private static func isIndicators(_ sentence: SentenceReader, _ range: Range<Int>) -> Bool {
    sentence.lexicon.grammar.indicators.endsWith(sentence.bytes.span, sentence.span(range))
  }

  private static func isMark(_ sentence: SentenceReader, _ index: Int) -> Bool {
    let token = sentence.tokens[index]
    return token.kind == .listMark || (token.has(.conjunction) && !token.has(.noun))
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
