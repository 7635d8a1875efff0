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
    let file = folder.path + "/endless.pdf"
    try Data(EndlessPDF.bytes).write(to: URL(fileURLWithPath: file))
    let process = Process()
    process.executableURL = Command.binary
    process.arguments = ["read", file]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let id = process.processIdentifier
    #expect(EndlessPDF.soon { !EndlessPDF.processes(of: id, named: "pdftotext").isEmpty })
    kill(id, signal)
    process.waitUntilExit()
    #expect(EndlessPDF.soon { EndlessPDF.processes(of: id).isEmpty })
    #expect(EndlessPDF.soon { EndlessPDF.folders(of: id).isEmpty })
  }
}
