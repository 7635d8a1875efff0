import Domain

struct WritePage {
  init(_ readings: [ReportReading], content: Exporter.Content, _ words: Words) {}
  func bytes() -> [UInt8] { [] }
}
