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
  do {
    let report = try DocumentReader().read(Array(input.dropFirst()), name: file.rawValue)
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

/// Names that hint at a format. Never pdf: it would start a process for each input.
enum File: String, CaseIterable {
  case text = "a.txt"
  case page = "a.html"
  case document = "a.docx"
}

private let reader: Reader = {
  do { return try Reader() } catch { fatalError("the built-in lexicons: \(error)") }
}()
