import Documents
import Domain
import Reading

/// Reads one input as libFuzzer gives it: the first byte chooses the file's name, the others are
/// the file. A fault is a good answer; a broken invariant stops the program.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReading(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: start, count: count)
  guard let choice = input.first else { return 0 }
  let file = File.allCases[Int(choice) % File.allCases.count]
  let bytes = Array(input.dropFirst())
  if holdsPDFMark(bytes) { return leftOut }
  do {
    let report = try DocumentReader().read(bytes, name: file.rawValue)
    let statements = reader.statements(in: report)
    let tasks = reader.tasks(in: report, statements: statements)
    ReportReading(report: report, statements: statements, tasks: tasks).checkInvariants()
  } catch is any Fault {
    return 0
  } catch {
    fatalError("an error that is no fault: \(error)")
  }
  return 0
}

/// Tells libFuzzer not to keep an input.
private let leftOut: CInt = -1

/// Bytes decide on a format whatever the name; a pdf would start a process for each input.
private func holdsPDFMark(_ bytes: [UInt8]) -> Bool {
  let mark = Array("%PDF".utf8)
  return bytes.indices.prefix(2048).contains { bytes[$0...].starts(with: mark) }
}

/// Names that hint at a format.
enum File: String, CaseIterable {
  case text = "a.txt"
  case page = "a.html"
  case document = "a.docx"
}

private let reader: Reader = {
  do { return try Reader() } catch { fatalError("the built-in lexicons: \(error)") }
}()
