import Domain

/// Classes of a whole (states of tasks, votes), with what the classes leave out.
public struct Composition: Sendable, Equatable {
  /// What the classes are parts of.
  public var whole: Int
  /// The classes in the order given.
  public var classes: [Class]

  /// One class.
  public struct Class: Sendable, Equatable {
    /// What it is called.
    public var name: String
    /// How many belong to it.
    public var count: Int

    /// Takes every field as it is; nothing is checked.
    public init(_ name: String, _ count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// The sum of the classes is the whole where none is given.
  public init(whole: Int? = nil, _ classes: [Class]) {
    self.classes = classes
    self.whole = whole ?? classes.reduce(0) { $0 + $1.count }
  }

  /// What is in the whole and in no class; negative when something is counted twice.
  public var remainder: Int { whole - classes.reduce(0) { $0 + $1.count } }

  /// Percent of the whole; nil when the whole is zero.
  public func share(_ name: String) -> Exact? {
    classes.first { $0.name == name }.flatMap {
      Exact($0.count) * 100 / Exact(whole)
    }
  }

  /// Classes whose printed percent is not their share rounded to so many digits: a column that was
  /// bent to add up to 100.
  public func misprints(_ printed: [String: Exact], decimals: Int) -> [String] {
    classes.map(\.name).filter { name in
      guard let claim = printed[name], let share = share(name) else { return false }
      return share.rounded(decimals) != claim
    }
  }
}
