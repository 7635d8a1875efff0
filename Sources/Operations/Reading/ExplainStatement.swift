import Documents
import Domain
import Publishing
import Reading

/// Shows why the statement at an offset of a document was read as it was.
public struct ExplainStatement: Sendable {
  private let documents: DocumentReader
  private let reader: Reader

  /// - Throws: the reader's fault when its built-in lexicons are damaged.
  public init(options: DocumentOptions = DocumentOptions()) throws {
    documents = DocumentReader(options: options)
    reader = try Reader()
  }

  /// The derivation as lines of text.
  ///
  /// - Parameter scalar: Unicode scalars of the source before the place, as `start` in exports.
  /// - Throws: a `Fault` when the document cannot be read or nothing was read there.
  public func explain(_ path: String, at scalar: Int) throws -> [UInt8] {
    let source = ByteSource(path: path)
    let report = try documents.read(source.bytes(), name: source.name)
    let index = ScalarIndex(report.text, count: report.sourceCount)
    guard
      let byte = index.byte(ofScalar: scalar, count: report.sourceCount),
      let derivation = reader.explain(report, at: report.reading(ofSource: byte))
    else {
      let total = index.scalars(before: report.sourceCount)
      throw OperationFault.nothingAt(offset: scalar, file: source.name, scalars: total)
    }
    return WriteDerivation(report).bytes(derivation)
  }
}
