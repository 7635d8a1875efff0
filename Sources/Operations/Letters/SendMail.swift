import Domain
import Foundation
import Programs

/// Hands reminders to the machine's own mail program. No shell is involved; what people typed goes to
/// its standard input only.
public struct SendMail: Sendable {
  private let program: Program
  private let addresses: [String: String]

  /// - Parameters:
  ///   - program: path of a `sendmail`.
  ///   - list: a line for each unit: its name, a tab, its address.
  public init(program: String, list: String) {
    self.program = Program(path: program)
    addresses = list.split(whereSeparator: \.isNewline).reduce(into: [:]) { addresses, line in
      let parts = line.split(separator: "\t", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      if parts.count == 2, Self.isAddress(parts[1]) { addresses[parts[0]] = parts[1] }
    }
  }

  /// Nothing that a header could be broken with.
  static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !text.hasPrefix("-")
      && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>,;\"\\()".utf8.contains($0) }
  }

  /// Where a unit gets its mail; nil for one that the list does not have.
  public func address(of unit: String) -> String? { addresses[unit] }

  private static let limits = ProgramLimits(seconds: 20, output: 1 << 20)

  /// False where the unit has no address or the program failed.
  func send(_ notice: Notice, _ titles: [String], from office: String) -> Bool {
    guard let address = addresses[notice.unit] else { return false }
    let message = Self.message(notice, titles, to: address, from: office)
    let result = try? program.run(
      ["-i", "--", address], input: Array(message.utf8), limits: Self.limits)
    return result?.status == 0
  }

  /// RFC 5322 with a body of UTF-8 in base64.
  static func message(
    _ notice: Notice, _ titles: [String], to address: String, from office: String
  ) -> String {
    let words = Words(notice, titles, office)
    return """
      To: \(address)
      Subject: =?UTF-8?B?\(Data(words.subject.utf8).base64EncodedString())?=
      MIME-Version: 1.0
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: base64

      \(Data(words.body.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed]))

      """
  }

  private struct Words {
    var subject: String
    var body: String

    init(_ notice: Notice, _ titles: [String], _ office: String) {
      subject = "\(office)：\(notice.id)，请于 \(notice.due) 前反馈"
      let list = titles.map { "· " + $0 }.joined(separator: "\n")
      let text = notice.text.map { "\n\n" + $0 } ?? ""
      body =
        "\(notice.unit)：\n\n请于 \(notice.due) 前反馈以下事项的办理情况：\n\(list)\(text)\n\n\(office)　\(notice.day)\n"
    }
  }
}
