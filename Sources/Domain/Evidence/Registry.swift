/// A declared register of things that can be counted (台账): what a record is and which fields it has.
public struct Registry: Sendable, Equatable, Codable {
  /// 高新技术企业; names it in measures and in the ledger.
  public var name: String
  /// The name for English pages; nil shows the Chinese one.
  public var english: String?
  /// What one record is, where several registries hold the same thing; the name when nil. Shares
  /// are only of like and like: 幼儿园 are not 在园幼儿.
  public var entity: String?
  /// Counting word of a record: 家, 个, 所.
  public var unit: String
  /// The fields whose values together name a record; at least one, all required.
  public var key: [String]
  /// The declared fields in the order of the declaration.
  public var fields: [Field]
  /// What makes two records look like one.
  public var duplicates: [Likeness]?
  /// True where a record is a person or a household: the public sees counts, never records.
  public var persons: Bool?
  /// What holds of honest records; where it does not, an auditor would ask.
  public var checks: [Check]?
  /// A remark for readers; nothing is decided by it.
  public var note: String?

  /// Takes every field as it is; nothing is checked.
  public init(
    name: String, english: String? = nil, entity: String? = nil, unit: String, key: [String],
    fields: [Field], duplicates: [Likeness]? = nil, persons: Bool? = nil, checks: [Check]? = nil,
    note: String? = nil
  ) {
    self.name = name
    self.english = english
    self.entity = entity
    self.unit = unit
    self.key = key
    self.fields = fields
    self.duplicates = duplicates
    self.persons = persons
    self.checks = checks
    self.note = note
  }

  /// Declared so, or named by what is personal.
  public var isAboutPersons: Bool {
    persons == true || fields.contains { $0.kind == .personal && key.contains($0.name) }
  }

  /// Two records that agree in all of `same` and in none of `differ`, or whose `similar` names agree
  /// without the ending that tells companies of one name apart (有限公司, 股份有限公司 …), are likely one
  /// thing. Ways of writing (``Folding``) make no difference.
  public struct Likeness: Sendable, Equatable, Codable {
    /// Columns in which both agree; empty values never do. Nil for none.
    public var same: [String]?
    /// The column with a company's name; nil for none.
    public var similar: String?
    /// Columns in which they differ: one filing number (`same`) that stands for two projects.
    public var differ: [String]?

    /// Takes every field as it is; nothing is checked.
    public init(same: [String]? = nil, similar: String? = nil, differ: [String]? = nil) {
      self.same = same
      self.similar = similar
      self.differ = differ
    }
  }
}

/// One declared field of a registry.
public struct Field: Sendable, Equatable, Codable {
  /// Its name, unique within the registry; the header of its column.
  public var name: String
  /// What its values are.
  public var kind: Kind
  /// Other headers under which the field comes.
  public var aliases: [String]?
  /// True where a row without it is refused; no when nil.
  public var required: Bool?
  /// For `code`.
  public var checker: Checker?
  /// For `number`.
  public var unit: String?
  /// For `number`: digits kept behind the point, 0...6; 0 when nil.
  public var digits: Int?
  /// For `choice`.
  public var choices: [String]?
  /// For `stages`: their names in order; each has a date, later ones not before earlier ones.
  public var stages: [String]?
  /// For `stages`: the text field that says why they are out of order (先注册后签约); a row in which it
  /// is filled in is taken, and listed as a doubt.
  public var unless: String?
  /// For `reference`: the registry whose key it holds.
  public var registry: String?
  /// What to write in it, for the form that units fill in.
  public var note: String?

  /// Takes every field as it is; nothing is checked.
  public init(
    name: String, kind: Kind, aliases: [String]? = nil, required: Bool? = nil,
    checker: Checker? = nil, unit: String? = nil, digits: Int? = nil, choices: [String]? = nil,
    stages: [String]? = nil, unless: String? = nil, registry: String? = nil, note: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.required = required
    self.checker = checker
    self.unit = unit
    self.digits = digits
    self.choices = choices
    self.stages = stages
    self.unless = unless
    self.registry = registry
    self.note = note
  }

  /// What a field's values are. The names are stored.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Words, a checked code, a day, a number, one of several words, dated stages in order, a key
    /// of another registry, or a place.
    case text, code, date, number, choice, stages, reference, place
    /// Never leaves the ledger: no page, no export for others shows it.
    case personal
  }

  /// A check of the code's own digits.
  public enum Checker: String, Sendable, Codable, CaseIterable {
    /// GB 32100-2015, 18 characters with a check character.
    case creditCode = "统一社会信用代码"
    /// GB/T 2260, six digits.
    case divisionCode = "行政区划代码"
  }
}

/// A column that a registry's records are stored in: one for a field, one for each stage.
public struct RegistryColumn: Sendable, Equatable {
  /// The field's name; `进度.开工` for a stage.
  public var name: String
  /// How it is stored and compared.
  public var type: ColumnType
  /// Index into the registry's fields.
  public var field: Int
  /// Digits behind the point that a number keeps; it is stored as a whole number of such units.
  public var digits: Int

  /// Takes every field as it is; nothing is checked.
  public init(name: String, type: ColumnType, field: Int, digits: Int = 0) {
    self.name = name
    self.type = type
    self.field = field
    self.digits = digits
  }
}

/// How a column is stored: UTF-8, days since 1970-01-01, or a whole number of the smallest unit
/// kept.
public enum ColumnType: String, Sendable { case text, day, number }

extension Registry {
  /// The columns of a record in the order of its values.
  public var columns: [RegistryColumn] {
    fields.enumerated().flatMap { index, field -> [RegistryColumn] in
      switch field.kind {
      case .date: [RegistryColumn(name: field.name, type: .day, field: index)]
      case .number:
        [RegistryColumn(name: field.name, type: .number, field: index, digits: field.digits ?? 0)]
      case .stages:
        (field.stages ?? []).map {
          RegistryColumn(name: "\(field.name).\($0)", type: .day, field: index)
        }
      default: [RegistryColumn(name: field.name, type: .text, field: index)]
      }
    }
  }

  /// The column of a name (`进度.开工` for a stage); nil where there is none.
  public func column(_ name: String) -> RegistryColumn? { columns.first { $0.name == name } }

  /// True with a place field, or with numbers 经度 and 纬度.
  public var mayHavePoints: Bool {
    let numbers = fields.filter { $0.kind == .number }.map(\.name)
    return fields.contains { $0.kind == .place }
      || (numbers.contains(where: PlaceColumns.longitudes.contains)
        && numbers.contains(where: PlaceColumns.latitudes.contains))
  }

  /// What one record is.
  public var counted: String { entity ?? name }
}

/// What stands in one column of a record.
public enum FieldValue: Sendable, Hashable {
  /// The cell was empty.
  case none
  /// Words; never empty.
  case text(String)
  /// A day of the calendar.
  case day(Day)
  /// A whole number of 10^-`RegistryColumn.digits`.
  case number(Int)
}

/// One version of a record as the ledger holds it.
public struct Record: Sendable, Equatable {
  /// Values of the key's fields, joined by U+001F where there are several.
  public var key: String
  /// In the order of `Registry.columns`.
  public var values: [FieldValue]
  /// The entry that brought this version.
  public var since: Int
  /// The entry that replaced or removed it; nil while it is current.
  public var until: Int?
  /// The id of its source.
  public var source: String

  /// Takes every field as it is; nothing is checked.
  public init(
    key: String, values: [FieldValue], since: Int = 0, until: Int? = nil, source: String = ""
  ) {
    self.key = key
    self.values = values
    self.since = since
    self.until = until
    self.source = source
  }

  /// Stands between the parts of a key.
  public static let separator = "\u{1F}"
}
