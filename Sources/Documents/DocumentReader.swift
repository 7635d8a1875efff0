import Domain

/// What a caller may say about a document instead of having it found.
public struct DocumentOptions: Sendable, Equatable {
  public var place: String?
  public var year: Int?
  public var kind: Report.Kind?

  public init(place: String? = nil, year: Int? = nil, kind: Report.Kind? = nil) {
    self.place = place
    self.year = year
    self.kind = kind
  }
}

/// Turns the bytes of one document (txt, html, docx, pdf) into a report with its passages.
public struct DocumentReader: Sendable {
  public let options: DocumentOptions

  public init(options: DocumentOptions = DocumentOptions()) {
    self.options = options
  }

  /// Reads one document.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: file name without folders; its extension is a hint, the bytes decide.
  /// - Throws: `DocumentFault`, with nothing read.
  public func read(_ bytes: [UInt8], name: String) throws -> Report {
    var report = Report(name: name, text: bytes)
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == 0x0A {
      if index > start {
        report.passages.append(Passage(range: start..<index, number: report.passages.count + 1))
      }
      start = index + 1
    }
    if bytes.count > start {
      report.passages.append(Passage(range: start..<bytes.count, number: report.passages.count + 1))
    }
    return report
  }
}
