import Domain

/// The invented records of one registry: how many there are, and what each one says on a day.
struct Table: Sendable {
  var registry: String
  /// Who keeps the register.
  var unit: String
  var grade: Grade = .departmental
  /// Tells tables of one registry apart; stands in the source's id and title.
  var label = ""
  /// Names of registry columns; `成交额#2` is given in hundredths.
  var columns: [String]
  /// Date columns that say until when something holds, and are known long before.
  var plans: Set<String> = []
  var count: Int
  /// Values in the order of `columns`, as the record is kept on a day.
  var row: @Sendable (Int, Day) -> [FieldValue]
  /// The day it is entered, where that is not the day of its first event.
  var entered: (@Sendable (Int) -> Day?)?
  /// Days of events and corrections; every date of `row` but the plans when nil.
  var events: (@Sendable (Int) -> [Day])?
  /// Further days on which it changes.
  var touched: (@Sendable (Int) -> [Day])?
}

extension Table {
  /// Nothing that has not happened by the day is known.
  func known(_ index: Int, on day: Day, _ isEvent: [Bool]) -> [FieldValue] {
    zip(row(index, day), isEvent).map { value, isEvent in
      guard isEvent, case .day(let date) = value, date > day else { return value }
      return .none
    }
  }

  var eventColumns: [Bool] { columns.map { !plans.contains($0) } }

  /// Days on which the record is new or changed, from the first of the demo on.
  func changes(_ index: Int, _ isEvent: [Bool]) -> [Day] {
    let first = entered?(index)
    var days = events?(index) ?? dates(index, isEvent)
    days += touched?(index) ?? []
    if let first { days = days.filter { $0 > first } + [first] }
    return days.isEmpty ? [Calendar.opening] : days
  }

  private func dates(_ index: Int, _ isEvent: [Bool]) -> [Day] {
    zip(row(index, Calendar.end), isEvent).compactMap { value, isEvent in
      guard isEvent, case .day(let date) = value else { return nil }
      return date
    }
  }
}

/// Brings values from a table's order into that of a registry, and numbers to its digits.
struct Layout: Sendable {
  let registry: Registry
  private let places: [(column: Int, factor: Int)?]
  private let width: Int
  private let key: [Int]

  init(_ registry: Registry, columns names: [String]) {
    self.registry = registry
    let columns = registry.columns
    width = columns.count
    places = names.map { name in
      let parts = name.split(separator: "#")
      guard let column = columns.firstIndex(where: { $0.name == parts[0] }) else { return nil }
      let given = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
      return (column, Layout.power(columns[column].digits - given))
    }
    key = registry.key.compactMap { name in columns.firstIndex { $0.name == name } }
  }

  private static func power(_ digits: Int) -> Int {
    (0..<max(0, digits)).reduce(1) { value, _ in value * 10 }
  }

  func place(_ given: [FieldValue]) -> (key: String, values: [FieldValue]) {
    var values = [FieldValue](repeating: .none, count: width)
    for (value, place) in zip(given, places) {
      guard let place else { continue }
      if case .number(let number) = value {
        values[place.column] = .number(number * place.factor)
      } else {
        values[place.column] = value
      }
    }
    return (key.map { values[$0].plain }.joined(separator: Record.separator), values)
  }
}

extension FieldValue {
  var plain: String {
    switch self {
    case .none: ""
    case .text(let text): text
    case .day(let day): day.description
    case .number(let number): String(number)
    }
  }

  static func when(_ day: Day?) -> FieldValue { day.map { FieldValue.day($0) } ?? .none }
  static func maybe(_ text: String?) -> FieldValue { text.map { FieldValue.text($0) } ?? .none }
}
