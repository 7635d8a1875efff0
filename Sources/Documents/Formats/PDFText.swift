import Domain
import Programs

/// Takes the text out of a pdf with `pdftotext` of poppler-utils.
struct PDFText {
  /// What one pdf may use up. Reports of 300 pages take a second and 80 MB.
  static let limits = ProgramLimits(seconds: 60, memory: 1 << 30, output: DocumentReader.limit)

  private let name: String
  private let limits: ProgramLimits

  /// The pdf's text, a line for each printed line.
  ///
  /// - Throws: `DocumentFault` when it is encrypted, damaged or without text, when it takes more
  ///   time or memory than a pdf may, or when `pdftotext` is not installed.
  static func lines(
    of bytes: [UInt8], name: String, limits: ProgramLimits = limits
  ) throws(DocumentFault) -> [UInt8] {
    guard let tool = Program.find("pdftotext") else { throw .toolMissing(file: name) }
    return try PDFText(name: name, limits: limits).lines(bytes, tool)
  }

  private func lines(_ bytes: [UInt8], _ tool: Program) throws(DocumentFault) -> [UInt8] {
    let result: ProgramResult
    do {
      result = try tool.run(
        ["-layout", "-enc", "UTF-8", "-eol", "unix", "report.pdf", "-"],
        files: ["report.pdf": bytes], limits: limits)
    } catch {
      throw fault(error)
    }
    let said = result.messages.lowercased()
    if result.status != 0 { throw failure(result, said) }
    if result.output.trimmed(0..<result.output.count).isEmpty {
      if said.contains("language pack") { throw .toolMissing(file: name) }
      throw .noText(file: name)
    }
    return result.output
  }

  private func fault(_ fault: ProgramFault) -> DocumentFault {
    switch fault {
    case .notStarted(let reason): .unreadable(file: name, reason: reason)
    case .time(let seconds): .damagedPDF(file: name, reason: .time(seconds))
    case .output(let limit): .damagedPDF(file: name, reason: .output(limit))
    case .busy: .busy(file: name)
    }
  }

  /// SIGABRT, by which C++ ends where it gets no memory, and SIGKILL, which the system sends.
  private static let ofMemory = [6, 9]

  /// `pdftotext` ends with 3 where the pdf forbids to copy its text.
  private func failure(_ result: ProgramResult, _ said: String) -> DocumentFault {
    if result.status == 3 || said.contains("password") { return .encrypted(file: name) }
    let isOfMemory = ["out of memory", "bad_alloc"].contains { said.contains($0) }
    if isOfMemory || result.signal.map(Self.ofMemory.contains) ?? false {
      return .damagedPDF(file: name, reason: .memory(limits.memory))
    }
    return .damagedPDF(file: name, reason: .unreadable)
  }
}
