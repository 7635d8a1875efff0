import ArgumentParser
import Documents
import Domain
import Publishing

extension Report.Kind: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension ExportFormat: ExpressibleByArgument {}

/// What the user says about the documents instead of having it found.
struct DocumentArguments: ParsableArguments {
  @Option(help: "地区，如 济南市市中区。 The place whose government reports.")
  var place: String?

  @Option(help: "报告所安排的年度。 The year that the report plans for.")
  var year: Int?

  @Option(help: "文件种类。 The kind of document.")
  var kind: Report.Kind?

  func validate() throws {
    guard let year else { return }
    guard (1949...2100).contains(year) else {
      throw ValidationError("--year 应在 1949 至 2100 之间 / must lie between 1949 and 2100")
    }
  }

  var options: DocumentOptions { DocumentOptions(place: place, year: year, kind: kind) }
}
