import Documents
import Domain
import Reading

/// Measures reading from bytes to statements, on one thread, and prints `name=value` lines.
///
///     bench-reading speed FOLDER     the folder's texts, again and again, as separate reports
///     bench-reading memory FOLDER    the folder's texts as one long report
@main
enum BenchReading {
  /// How much text is read in each pass, at least.
  static let volume = 16 << 20
  static let passes = 5

  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { throw Wrong.usage }
    let texts = try Texts(folder: arguments[2])
    switch arguments[1] {
    case "speed": try measureSpeed(texts)
    case "memory": try measureMemory(texts)
    default: throw Wrong.usage
    }
  }

  static func measureSpeed(_ texts: Texts) throws {
    let rounds = (volume + texts.bytes - 1) / texts.bytes
    let megabytes = Double(rounds * texts.bytes) / 1e6
    let documents = DocumentReader()
    let reader = try Reader()

    let documentsOnly = try fastest(passes) {
      try texts.each(rounds) { try documents.read($0.bytes, name: $0.name).passages.count }
    }
    let whole = try fastest(passes) {
      try texts.each(rounds) {
        reader.statements(in: try documents.read($0.bytes, name: $0.name)).count
      }
    }
    report("megabytes", megabytes)
    report("reports", Double(rounds * texts.files.count))
    report("passages", Double(documentsOnly.counted))
    report("statements", Double(whole.counted))
    report("documents_mb_per_s", megabytes / documentsOnly.seconds)
    report("reading_mb_per_s", megabytes / whole.seconds)
    report("statements_per_s", Double(whole.counted) / whole.seconds)
    report("threads_busy", whole.processorSeconds / whole.seconds)
  }

  static func measureMemory(_ texts: Texts) throws {
    let document = texts.joined(atLeast: volume)
    let before = try peakMemory()
    let report = try DocumentReader().read(document, name: "long.txt")
    let statements = try Reader().statements(in: report)
    let peak = try peakMemory()
    self.report("document_mb", Double(document.count) / 1e6)
    self.report("statements", Double(statements.count))
    self.report("before_mb", Double(before) / 1e6)
    self.report("peak_mb", Double(peak) / 1e6)
    self.report("peak_times_document", Double(peak) / Double(document.count))
  }

  static func report(_ name: String, _ value: Double) {
    print("\(name)=\((value * 1000).rounded() / 1000)")
  }
}

/// What stops a measurement.
enum Wrong: Error, CustomStringConvertible {
  case usage
  case noTexts(String)
  case noMemoryFigure

  var description: String {
    switch self {
    case .usage: "usage: bench-reading speed|memory FOLDER"
    case .noTexts(let folder): "no UTF-8 .txt file in \(folder)"
    case .noMemoryFigure: "/proc/self/status gives no VmHWM"
    }
  }
}
