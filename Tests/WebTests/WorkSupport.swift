import Domain
import Publishing
import TestSupport

@testable import Operations
@testable import Web

extension TestSite {
  /// One enterprise that is certified for the first time, for P16.
  func addCertificate() throws {
    let registry = try found(office.books().registries["高新技术企业"])
    let day = try found(Day("2023-10-20"))
    let source = Source(
      id: "certificates", title: "发证公告", issuer: "省科技厅", date: day, grade: .published)
    let known: [String: FieldValue] = [
      "统一社会信用代码": .text("91370103MA00000001"), "认定类型": .text("首次认定"), "发证日期": .day(day),
    ]
    _ = try store.importRecords(
      of: registry, from: source,
      by: Author(actor: "科技局", time: Instant(startOf: try found(Day("2023-11-21"))))
    ) { sink in
      try sink.add(
        key: "91370103MA00000001", values: registry.columns.map { known[$0.name] ?? .none })
    }
  }
}

extension FileProgress.Answer {
  /// A form that is right.
  static var sample: Self {
    var answer = Self()
    answer.progress = "样本进展文字"
    answer.isOpen = true
    answer.form = Secrets.text()
    return answer
  }
}

extension Browser.Answer {
  /// The first hidden field of a name.
  func value(_ name: String) -> String {
    guard let start = text.range(of: "name=\"\(name)\" value=\"") else { return "" }
    return String(text[start.upperBound...].prefix { $0 != "\"" })
  }
}

extension Browser {
  /// Sends a form with files.
  func upload(
    _ address: String, _ fields: [String: String], _ files: [String: [UInt8]]
  ) async throws -> Answer {
    var body: [UInt8] = []
    for (name, value) in fields {
      body += Array(
        "--XYZ\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    for (name, bytes) in files {
      let head =
        "--XYZ\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\(name)\"\r\n\r\n"
      body += Array(head.utf8) + bytes + Array("\r\n".utf8)
    }
    return try await send(
      address, .post, [.contentType: "multipart/form-data; boundary=XYZ"],
      body + Array("--XYZ--\r\n".utf8))
  }
}

extension String {
  /// As an address of a path.
  var escaped: String { Links.encoded(self, keeping: "/") }
}
