import Foundation

/// Writes texts as Swift code: `embed OUT.swift FILE…` gives `PackageResources` with the bytes of
/// each file under its name, in which all but letters and digits are `_`.
@main
struct Embed {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let out = arguments.first else { throw Fault(words: "embed OUT.swift FILE…") }
    let members = try arguments.dropFirst().map(member)
    let code = "struct PackageResources {\n" + members.joined(separator: "\n") + "}\n"
    try Data(code.utf8).write(to: URL(fileURLWithPath: out))
  }

  private static func member(_ path: String) throws -> String {
    let file = URL(fileURLWithPath: path)
    let name = String(file.lastPathComponent.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    let bytes = try Data(contentsOf: file)
    guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\r"),
      !text.contains(fence), !text.contains("\\###(")
    else { throw Fault(words: "\(path): this is no text that can stand in code") }
    return "  static let \(name): [UInt8] = Array(###\"\"\"\n\(text)\n\(fence).utf8)\n"
  }

  private static let fence = "\"\"\"###"

  struct Fault: Error, CustomStringConvertible {
    var words: String
    var description: String { words }
  }
}
