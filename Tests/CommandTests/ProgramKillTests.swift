import Foundation
import Programs
import Testing

/// Kills `duban` while a program works for it: neither the program nor its folder stays.
@Suite(
  "Nothing stays behind when we are killed", .serialized,
  .enabled(
    if: Program.find("pdftotext") != nil, "skipped: pdftotext (poppler-utils) is not installed"))
struct ProgramKillTests {
  @Test("killed, told to end, or interrupted", arguments: [SIGKILL, SIGTERM, SIGINT])
  func killed(_ signal: Int32) throws {
    let folder = try Folder()
    let file = try folder.file("endless.pdf", endless)
    let process = Process()
    process.executableURL = Command.binary
    process.arguments = ["read", file]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let own = "duban-run-\(process.processIdentifier)-"
    #expect(soon { running(own).contains("pdftotext") })
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(soon { running(own).isEmpty }, "\(running(own))")
    #expect(soon { folders(own).isEmpty })
  }

  /// Forms within forms: each draws the next twice.
  private var endless: String {
    let objects =
      [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R "
          + "/Resources << /XObject << /X 5 0 R >> >> >>",
        "<< /Length 5 >>\nstream\n/X Do\nendstream",
      ]
      + (5..<40).map {
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X \($0 + 1) "
          + "0 R >> >> /Length 11 >>\nstream\n/X Do /X Do\nendstream"
      }
    let text = objects.enumerated().map { "\($0 + 1) 0 obj\n\($1)\nendobj\n" }.joined()
    return "%PDF-1.4\n\(text)trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\n%%EOF\n"
  }

  /// Names of processes that work in a folder whose name starts so.
  private func running(_ prefix: String) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.filter { Int($0) != nil }.compactMap { id in
      let folder = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(id)/cwd")
      guard folder?.contains(prefix) ?? false else { return nil }
      return try? String(contentsOfFile: "/proc/\(id)/comm", encoding: .utf8)
        .trimmingCharacters(in: .newlines)
    }
  }

  private func folders(_ prefix: String) -> [String] {
    let folder = FileManager.default.temporaryDirectory.path
    return (try? FileManager.default.contentsOfDirectory(atPath: folder))?
      .filter { $0.hasPrefix(prefix) } ?? []
  }

  private func soon(_ condition: () -> Bool) -> Bool {
    for _ in 0..<200 where !condition() { usleep(50_000) }
    return condition()
  }
}
