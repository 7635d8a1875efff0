import Domain
import Foundation

/// Reads `multipart/form-data` (RFC 7578): fields and files of a form.
struct Multipart {
  /// Files and fields that one form may have.
  static let (mostFiles, mostFields) = (20, 200)
  /// Bytes of the lines before a part's content.
  private static let headLimit = 4096

  private let body: [UInt8]
  private let dashes: [UInt8]
  private var form = Form()

  /// Nil for a body that is malformed or cut off, or has too many parts.
  ///
  /// - Parameter type: the whole `Content-Type`.
  static func form(_ body: [UInt8], type: String) -> Form? {
    guard let boundary = Parameters(type)?["boundary"], (1...70).contains(boundary.utf8.count)
    else { return nil }
    var parser = Multipart(body: body, dashes: Array("--".utf8) + boundary.utf8)
    return parser.read() ? parser.form : nil
  }

  private init(body: [UInt8], dashes: [UInt8]) {
    self.body = body
    self.dashes = dashes
  }

  private mutating func read() -> Bool {
    let delimiter = [0x0D, 0x0A] + dashes
    var place: Int
    if body.starts(with: dashes) {
      place = dashes.count
    } else {
      guard let first = find(delimiter, from: 0) else { return false }
      place = first + delimiter.count
    }
    while true {
      if has([0x2D, 0x2D], at: place) { return true }
      guard let start = lineEnd(after: place), let end = find(delimiter, from: start - 2),
        take(start, end)
      else { return false }
      place = end + delimiter.count
    }
  }

  /// The place behind a boundary's line: spaces may follow it, nothing else.
  private func lineEnd(after place: Int) -> Int? {
    var place = place
    while place < body.count, body[place] == 0x20 || body[place] == 0x09 { place += 1 }
    return has([0x0D, 0x0A], at: place) ? place + 2 : nil
  }

  /// Takes the part between two places in.
  private mutating func take(_ start: Int, _ end: Int) -> Bool {
    // A part without headers is a part without name.
    guard let blank = find([0x0D, 0x0A, 0x0D, 0x0A], from: start), blank + 4 <= end,
      blank - start <= Self.headLimit, let head = Head(body[start..<blank])
    else { return false }
    let content = body[blank + 4..<end]
    guard let file = head.file else {
      guard form.fields.count < Self.mostFields, !content.contains(0),
        let value = String(validating: content, as: UTF8.self)
      else { return false }
      form.fields.append((head.name, value))
      return true
    }
    // What a browser sends where no file was chosen.
    if file.isEmpty, content.isEmpty { return true }
    guard form.files.count < Self.mostFiles else { return false }
    form.files.append(.init(field: head.name, name: file, bytes: Array(content)))
    return true
  }

  private func has(_ bytes: [UInt8], at place: Int) -> Bool {
    place + bytes.count <= body.count && body[place..<place + bytes.count].elementsEqual(bytes)
  }

  /// The first place of a needle at or behind another.
  private func find(_ needle: [UInt8], from start: Int) -> Int? {
    body.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let first = needle.first, start >= 0 else { return nil }
      var place = start
      while place + needle.count <= buffer.count {
        let rest = buffer.count - needle.count - place + 1
        guard let found = memchr(base + place, Int32(first), rest) else { return nil }
        place = base.distance(to: UnsafeRawPointer(found))
        if memcmp(found, needle, needle.count) == 0 { return place }
        place += 1
      }
      return nil
    }
  }
}

extension Multipart {
  /// What stands before a part's content.
  struct Head {
    var name: String
    /// Nil for a field.
    var file: String?

    init?(_ lines: some Collection<UInt8>) {
      guard let text = String(validating: lines, as: UTF8.self) else { return nil }
      var disposition: Parameters?
      for line in text.split(separator: "\r\n") {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        let value = String(line[line.index(after: colon)...]).trimmed
        switch line[..<colon].lowercased() {
        case "content-disposition":
          guard disposition == nil else { return nil }
          disposition = Parameters(value)
        case "content-transfer-encoding":
          guard ["binary", "8bit", "7bit"].contains(value.lowercased()) else { return nil }
        default: break
        }
      }
      guard let disposition, disposition.main == "form-data", let name = disposition["name"],
        name.utf8.count <= 200
      else { return nil }
      self.name = Head.unescaped(name)
      file = disposition["filename"].map { Head.leaf(Head.unescaped($0)) }
    }

    /// Browsers write quotes and line ends in names as escapes (HTML, 4.10.21.8).
    private static func unescaped(_ text: String) -> String {
      text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }

    /// Without path and control characters.
    private static func leaf(_ name: String) -> String {
      let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
      let kept = last.unicodeScalars.filter { $0.properties.generalCategory != .control }
      let leaf = String(String.UnicodeScalarView(kept)).trimmed
      return leaf == "." || leaf == ".." ? "" : leaf
    }
  }
}

/// `form-data; name="a"; filename="b"`: a header's value with its parameters.
struct Parameters {
  /// In lower case.
  var main: String
  private var values: [String: String] = [:]

  /// The first value of a parameter.
  subscript(_ name: String) -> String? { values[name] }

  /// Nil where it is malformed: a quote that is not closed, a parameter without a value.
  init?(_ text: String) {
    var rest = text.unicodeScalars[...]
    main = String(rest.prefix { $0 != ";" }).trimmed.lowercased()
    rest = rest.drop { $0 != ";" }
    while rest.popFirst() == ";" {
      rest = rest.drop { $0 == " " || $0 == "\t" }
      if rest.isEmpty { return }
      let name = String(rest.prefix { $0 != "=" && $0 != ";" }).trimmed.lowercased()
      rest = rest.dropFirst(rest.prefix { $0 != "=" && $0 != ";" }.count)
      guard rest.popFirst() == "=", !name.isEmpty, let value = Parameters.value(&rest) else {
        return nil
      }
      if values[name] == nil { values[name] = value }
      rest = rest.drop { $0 == " " || $0 == "\t" }
    }
    guard rest.isEmpty else { return nil }
  }

  private static func value(_ rest: inout Substring.UnicodeScalarView) -> String? {
    guard rest.first == "\"" else {
      let plain = rest.prefix { $0 != ";" }
      rest = rest.dropFirst(plain.count)
      return String(plain).trimmed
    }
    rest.removeFirst()
    var value = String.UnicodeScalarView()
    while let next = rest.popFirst() {
      if next == "\"" { return String(value) }
      // Only a quote and a backslash are escaped: old browsers send paths with backslashes.
      if next == "\\", let escaped = rest.first, escaped == "\"" || escaped == "\\" {
        rest.removeFirst()
        value.append(escaped)
      } else {
        value.append(next)
      }
    }
    return nil
  }
}
