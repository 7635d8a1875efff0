import Documents
import Domain
import Reading

/// Reads documents into statements, and tasks where they are asked for; several at a time.
public struct ReadReports: Sendable {
  /// What became of one document.
  public enum Outcome: Sendable {
    /// The report with its statements.
    case read(ReportReading)
    /// Nothing of the document was read.
    case failed(any Fault)
  }

  private let documents: DocumentReader
  private let reader: Reader
  private let wantsTasks: Bool
  private let wantsSentences: Bool

  /// - Parameter wantsSentences: whether readings hold their sentences, as reconciling needs them.
  /// - Throws: the reader's fault when its built-in lexicons are damaged.
  public init(
    options: DocumentOptions = DocumentOptions(), wantsTasks: Bool, wantsSentences: Bool = false
  ) throws {
    documents = DocumentReader(options: options)
    reader = try Reader()
    self.wantsTasks = wantsTasks
    self.wantsSentences = wantsSentences
  }

  /// Reads files, the documents of folders, and standard input (`-`).
  ///
  /// Outcomes stand in the order of `paths`, those of a folder sorted by name. A document that
  /// cannot be read does not keep the others from being read.
  public func read(_ paths: [String], progress: Progress? = nil) async -> [Outcome] {
    let sources = DocumentList.expanded(paths)
    return await inParallel(sources, progress: progress) { source in
      switch source {
      case .success(let source): self.read(source)
      case .failure(let fault): .failed(fault)
      }
    }
  }

  func read(_ source: ByteSource) -> Outcome {
    do {
      let report = try documents.read(source.bytes(), name: source.name)
      let statements = reader.statements(in: report)
      let tasks = wantsTasks ? reader.tasks(in: report, statements: statements) : []
      return .read(
        ReportReading(
          report: report, statements: statements, tasks: tasks,
          sentences: wantsSentences ? reader.sentences(in: report) : []))
    } catch let fault as any Fault {
      return .failed(fault)
    } catch {
      return .failed(OperationFault.unreadable(path: source.path, reason: "\(error)"))
    }
  }
}

/// The results of `work` in the order of `items`; as many at a time as there are cores.
func inParallel<Item: Sendable, Value: Sendable>(
  _ items: [Item], progress: Progress? = nil, _ work: @escaping @Sendable (Item) -> Value
) async -> [Value] {
  await withTaskGroup(of: (Int, Value).self) { group in
    for (index, item) in items.enumerated() { group.addTask { (index, work(item)) } }
    var values = [Value?](repeating: nil, count: items.count)
    var done = 0
    for await (index, value) in group {
      values[index] = value
      done += 1
      progress?(done, items.count)
    }
    return values.compactMap { $0 }
  }
}
