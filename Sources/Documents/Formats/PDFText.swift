import Domain
import Foundation

/// Takes the text out of a pdf with `pdftotext` of poppler-utils.
///
/// The file is handed over in a folder that only its owner may enter and that is always removed.
struct PDFText {
  /// Seconds after which a pdf is given up.
  static let timeLimit = 60

  /// The pdf's text, a line for each printed line.
  ///
  /// - Throws: `DocumentFault` when it is encrypted, damaged or without text, when it takes too
  ///   long, or when `pdftotext` is not installed.
  static func lines(of bytes: [UInt8], name: String) throws -> [UInt8] {
    guard let tool = executable("pdftotext") else { throw DocumentFault.toolMissing(file: name) }
    let folder = try privateFolder(name)
    defer { try? FileManager.default.removeItem(at: folder) }
    let job = Job(tool: tool, folder: folder, name: name)
    try job.run(bytes)
    return try job.text()
  }

  /// The first executable file of this name in `PATH`.
  static func executable(_ tool: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").lazy.map { "\($0)/\(tool)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// How the folders of this process start.
  static let folderPrefix = "duban-pdf-\(ProcessInfo.processInfo.processIdentifier)-"

  private static func privateFolder(_ name: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(folderPrefix)\(UUID().uuidString)", isDirectory: true)
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    } catch {
      throw DocumentFault.unreadable(file: name, reason: error.localizedDescription)
    }
    return folder
  }
}

/// One run of `pdftotext`.
private struct Job {
  let tool: String
  let folder: URL
  let name: String

  private var input: URL { folder.appendingPathComponent("report.pdf") }
  private var output: URL { folder.appendingPathComponent("report.txt") }
  private var messages: URL { folder.appendingPathComponent("messages.txt") }

  func run(_ bytes: [UInt8]) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = ["-layout", "-enc", "UTF-8", "-eol", "unix", input.path, output.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    do {
      try Data(bytes).write(to: input)
      try Data().write(to: messages)
      process.standardError = try FileHandle(forWritingTo: messages)
      try process.run()
    } catch {
      throw DocumentFault.unreadable(file: name, reason: error.localizedDescription)
    }
    let alarm = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(
      deadline: .now() + .seconds(PDFText.timeLimit), execute: alarm)
    process.waitUntilExit()
    alarm.cancel()
    try check(process)
  }

  private func check(_ process: Process) throws {
    if process.terminationReason == .uncaughtSignal {
      throw DocumentFault.damagedPDF(file: name, reason: .time(PDFText.timeLimit))
    }
    guard process.terminationStatus != 0 else { return }
    if complains("password") || process.terminationStatus == 3 {
      throw DocumentFault.encrypted(file: name)
    }
    throw DocumentFault.damagedPDF(file: name, reason: .unreadable)
  }

  func text() throws -> [UInt8] {
    let size = (try? output.resourceValues(forKeys: [.fileSizeKey]).fileSize) ?? 0
    guard size <= DocumentReader.limit else {
      throw DocumentFault.tooLarge(file: name, bytes: size, limit: DocumentReader.limit)
    }
    let text = (try? Data(contentsOf: output)).map { [UInt8]($0) } ?? []
    if text.trimmed(0..<text.count).isEmpty {
      if complains("language pack") { throw DocumentFault.toolMissing(file: name) }
      throw DocumentFault.noText(file: name)
    }
    return text
  }

  private func complains(_ word: String) -> Bool {
    let said = (try? Data(contentsOf: messages)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return said.lowercased().contains(word)
  }
}
