/// What a registry's own records say against each other, as known: a check that does not hold, or
/// records that are likely one. A registry has the same doubts whatever is counted; a measure shows
/// those that touch what it counts.
public struct Doubt: Sendable, Hashable {
  /// ``Finding/Kind/check`` or ``Finding/Kind/likelySame``.
  public var kind: Finding.Kind
  /// The check's name; nil for likely duplicates.
  public var check: String?
  /// What does not hold, in words.
  public var detail: Phrase
  /// The records, one group for each time that it does not hold.
  public var groups: [Group]

  /// Takes every field as it is; nothing is checked.
  public init(kind: Finding.Kind, check: String? = nil, detail: Phrase, groups: [Group]) {
    self.kind = kind
    self.check = check
    self.detail = detail
    self.groups = groups
  }

  /// The records that take part.
  public struct Group: Sendable, Hashable {
    /// Keys of the registry itself; at least one.
    public var own: [String]
    /// Those of another registry.
    public var others: [String]

    /// Takes every field as it is; nothing is checked.
    public init(own: [String], others: [String] = []) {
      self.own = own
      self.others = others
    }
  }
}

/// How a record stands to a question.
public struct RecordStanding: Sendable, Hashable {
  /// What names the thing, folded; the record's own key where the question does not say.
  public var thing: String
  /// It does not count now, but would have before the window.
  public var isBefore: Bool

  /// Takes every field as it is; nothing is checked.
  public init(thing: String, isBefore: Bool) {
    self.thing = thing
    self.isBefore = isBefore
  }
}

/// The greatest amounts of what a question adds up.
public struct Amounts: Sendable, Hashable {
  /// The greatest first, with their records' keys; at most ``Amounts/listed``.
  public var greatest: [(key: String, amount: Exact)] {
    get { zip(keys, values).map { ($0, $1) } }
    set { (keys, values) = (newValue.map(\.key), newValue.map(\.amount)) }
  }
  private var keys: [String]
  private var values: [Exact]
  /// How many amounts there are, the greatest included.
  public var count: Int
  /// The middle one; of an even number the greater of the two in the middle.
  public var median: Exact
  /// All of them added up, in the field's unit.
  public var total: Exact

  /// Takes every field as it is; nothing is checked.
  public init(
    greatest: [(key: String, amount: Exact)] = [], count: Int = 0, median: Exact = .zero,
    total: Exact = .zero
  ) {
    (keys, values) = (greatest.map(\.key), greatest.map(\.amount))
    (self.count, self.median, self.total) = (count, median, total)
  }

  /// How many of the greatest are looked at.
  public static let listed = 6

  /// How many of the greatest stand apart from all others: each at least ten times the next below
  /// them and a hundred times the middle one, among ten or more; among five or more, one that is a
  /// hundred times the next. Amounts of ordinary unequal things
  /// (investments, plots) thin out upwards and leave no such gap; a number with digits too many does.
  public var apart: Int {
    guard count >= 5, median > .zero else { return 0 }
    guard count >= 10 else {
      return values.count > 1 && values[0] >= values[1] * Exact(100) ? 1 : 0
    }
    for taken in 1..<max(1, values.count) where taken * 5 <= count {
      let (last, next) = (values[taken - 1], values[taken])
      if last >= next * Exact(10) { return last >= median * Exact(100) ? taken : 0 }
    }
    return 0
  }
}
