import Domain
import GRDB
import Synchronization

/// Functions of SQL that fold ways of writing, and read the year in a document's number.
enum Written {
  static let text = "as_meant"
  static let address = "address_as_meant"
  static let year = "document_year"

  static let functions = [
    DatabaseFunction(text, argumentCount: 1, pure: true) { values in
      String.fromDatabaseValue(values[0]).map { Folding.text($0) }
    },
    DatabaseFunction(address, argumentCount: 2, pure: true) { values in
      guard let written = String.fromDatabaseValue(values[0]) else { return nil }
      return folding(of: String.fromDatabaseValue(values[1]) ?? "").address(written)
    },
    DatabaseFunction(year, argumentCount: 1, pure: true) { values in
      String.fromDatabaseValue(values[0]).flatMap { DocumentNumber.year($0) }
    },
  ]

  /// A statement asks for one place, over and over.
  private static let last = Mutex<(place: String, folding: Folding)?>(nil)

  private static func folding(of place: String) -> Folding {
    last.withLock { last in
      if let last, last.place == place { return last.folding }
      let folding = Folding(place: place)
      last = (place, folding)
      return folding
    }
  }
}

/// Keys as one value of a statement, for `json_each`.
enum JSONList {
  static func text(_ keys: [String]) -> String {
    "[" + keys.map(quoted).joined(separator: ",") + "]"
  }

  private static func quoted(_ key: String) -> String {
    var text = "\""
    for scalar in key.unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
