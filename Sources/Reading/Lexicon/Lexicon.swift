import Domain

/// The words that reading knows, with what each can be.
///
/// Built from the resource files: a line `[class]` opens a class, the words of the class follow,
/// set apart by white space; `#` starts a comment. A word may stand in several classes.
final class Lexicon: Sendable {
  private let trie: WordTrie
  let classes: [WordClass]
  let words: [String]
  /// The few words that rules compare with directly.
  let grammar = GrammarWords()
  /// Whether a comparator (超过, 不低于, 约) can end with a scalar of the basic plane.
  let comparatorEnds: [Bool]
  /// Where a quantity or a quoted name can start.
  let quantityStarts = QuantityScanner.table()

  /// Reads resource files (UTF-8).
  /// - Parameter names: the classes that the files may name.
  /// - Throws: `ReadingFault.damagedLexicon` for a class that is not known or a word before one.
  init(
    _ files: [(name: String, bytes: [UInt8])], names: [String: WordClass] = WordClass.named
  ) throws {
    var builder = LexiconBuilder(names: names)
    for file in files { try builder.add(file.bytes, name: file.name) }
    trie = builder.trie
    classes = builder.classes
    words = builder.words
    var ends = [Bool](repeating: false, count: 0x10000)
    for (word, kind) in zip(words, classes) where !kind.isDisjoint(with: ComparatorReader.anyBefore)
    {
      if let last = word.unicodeScalars.last { ends[Int(last.value & 0xFFFF)] = true }
    }
    comparatorEnds = ends
  }

  /// The longest known word at a place: its end and what it can be.
  @inline(__always)
  func word(_ text: Span<UInt8>, at start: Int, end: Int) -> (end: Int, index: Int)? {
    trie.longest(text, at: start, end: end)
  }
}

/// Fills a lexicon from its files.
private struct LexiconBuilder {
  let names: [String: WordClass]
  var trie = WordTrie()
  var classes: [WordClass] = []
  var words: [String] = []

  mutating func add(_ bytes: [UInt8], name: String) throws {
    var current: WordClass? = nil
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      for field in line.prefix(while: { $0 != "#" }).split(whereSeparator: \.isWhitespace) {
        if field.first == "[", field.last == "]" {
          current = names[String(field.dropFirst().dropLast())]
          if current == nil { throw ReadingFault.damagedLexicon(file: name, line: number + 1) }
        } else if let current {
          insert(String(field), current)
        } else {
          throw ReadingFault.damagedLexicon(file: name, line: number + 1)
        }
      }
    }
  }

  private mutating func insert(_ word: String, _ added: WordClass) {
    let index = trie.insert(word, index: classes.count)
    if index == classes.count {
      classes.append(added)
      words.append(word)
    } else {
      classes[index].formUnion(added)
    }
  }
}
