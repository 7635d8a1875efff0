import Foundation

/// Writes texts as Swift code: `embed OUT.swift FILE…` gives `PackageResources` with the bytes of
/// each file under its name, in which all but letters and digits are `_`, and `all` of them.
@main
struct Embed {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let out = arguments.first else { throw Fault(words: "embed OUT.swift FILE…") }
    let files = arguments.dropFirst().map { URL(fileURLWithPath: $0) }
    let members = try files.map(member) + [list(files)]
    let code = "struct PackageResources {\n" + members.joined(separator: "\n") + "}\n"
    try Data(code.utf8).write(to: URL(fileURLWithPath: out))
  }

  /// Every file by its own name.
  private static func list(_ files: [URL]) -> String {
    let lines = files.map { "    (\"\($0.lastPathComponent)\", \(name($0))),\n" }.joined()
    return "  static let all: [(name: String, bytes: [UInt8])] = [\n\(lines)  ]\n"
  }

  private static func name(_ file: URL) -> String {
    String(file.lastPathComponent.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  private static func member(_ file: URL) throws -> String {
    let bytes = try Data(contentsOf: file)
    guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\r"),
      !text.contains(fence), !text.contains("\\###(")
    else { throw Fault(words: "\(file.path): this is no text that can stand in code") }
    return "  static let \(name(file)): [UInt8] = Array(###\"\"\"\n\(text)\n\(fence).utf8)\n"
  }

  private static let fence = "\"\"\"###"

  struct Fault: Error, CustomStringConvertible {
    var words: String
    var description: String { words }
  }
}
