import CLibZip
import Domain
import Foundation
import Testing

@testable import Documents

@Suite("Word documents")
struct WordTests {
  private static let name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

  /// A zip of the given parts, made with libzip.
  private func archive(_ parts: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("\(UUID().uuidString).docx")
    defer { try? FileManager.default.removeItem(at: file) }
    let zip = try #require(zip_open(file.path, ZIP_CREATE | ZIP_TRUNCATE, nil))
    for part in parts {
      try part.bytes.withUnsafeBytes { bytes in
        let copy = try #require(malloc(max(1, bytes.count)))
        if let start = bytes.baseAddress { memcpy(copy, start, bytes.count) }
        let source = try #require(zip_source_buffer(zip, copy, UInt64(bytes.count), 1))
        #expect(zip_file_add(zip, part.name, source, 0) >= 0)
      }
    }
    #expect(zip_close(zip) == 0)
    return [UInt8](try Data(contentsOf: file))
  }

  private func document(_ body: String, head: String = "") throws -> [UInt8] {
    let xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(head)<w:document xmlns:w=\"\(Self.name)\">"
      + "<w:body>\(body)</w:body></w:document>"
    return try archive([("word/document.xml", Array(xml.utf8))])
  }

  private func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  private func code(_ bytes: [UInt8]) -> FaultCode? {
    do {
      _ = try DocumentReader().read(bytes, name: "x.docx")
      return nil
    } catch {
      return (error as? DocumentFault)?.code
    }
  }

  @Test("paragraphs, tabs, breaks, tables, and what is left out")
  func parts() throws {
    let body =
      paragraph("云溪县政府工作报告") + paragraph("各位代表：")
      + "<w:p><w:r><w:t>今年新增</w:t></w:r><w:r><w:t>就业3万人。</w:t><w:br/><w:t>增长5%。</w:t></w:r>"
      + "<w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>"
      + "<w:tbl><w:tr><w:tc>\(paragraph("指标"))</w:tc><w:tc>\(paragraph("目标"))</w:tc></w:tr>"
      + "<w:tr><w:tc>\(paragraph("就业"))</w:tc><w:tc>\(paragraph("3万人"))\(paragraph("左右"))</w:tc>"
      + "</w:tr></w:tbl>"
    let report = try DocumentReader().read(try document(body), name: "x.docx")
    #expect(
      report.passages.map { report.string($0.range) } == [
        "云溪县政府工作报告", "各位代表：", "今年新增就业3万人。", "增长5%。", "指标\t目标", "就业\t3万人 左右",
      ])
  }

  @Test("a text box inside a sentence does not tear it")
  func textBox() throws {
    let box = "<w:drawing><w:txbxContent>\(paragraph("图为区长。"))</w:txbxContent></w:drawing>"
    let body =
      paragraph("各位代表：") + "<w:p><w:r><w:t>今年新增</w:t></w:r><w:r>\(box)</w:r>"
      + "<w:r><w:t>就业3万人。</w:t></w:r></w:p>"
    let report = try DocumentReader().read(try document(body), name: "x.docx")
    #expect(report.words(.body) == ["今年新增就业3万人。", "图为区长。"])
  }

  @Test("without word/document.xml")
  func missing() throws {
    let bytes = try archive([("xl/workbook.xml", Array("<a/>".utf8))])
    #expect(throws: DocumentFault.missingPart(file: "x", part: "word/document.xml")) {
      try DocumentReader().read(bytes, name: "x")
    }
  }

  @Test("a zip bomb")
  func bomb() throws {
    let zeros = [UInt8](repeating: 0x20, count: 48 * 1_048_576)
    #expect(code(try archive([("word/document.xml", zeros)])) == .archiveLimit)
    let more = [UInt8](repeating: 0x20, count: WordArchive.partLimit + 1)
    #expect(code(try archive([("word/document.xml", more)])) == .archiveLimit)
  }

  @Test("too many files")
  func files() throws {
    let parts = (0...WordArchive.fileLimit).map { (name: "a/\($0)", bytes: [UInt8]()) }
    #expect(code(try archive(parts)) == .archiveLimit)
  }

  @Test("an entity bomb costs nothing and says nothing")
  func entities() throws {
    var head = "<!DOCTYPE d [<!ENTITY a0 \"哈哈哈哈哈哈哈哈\">"
    for level in 1...12 {
      let inner = String(repeating: "&a\(level - 1);", count: 10)
      head += "<!ENTITY a\(level) \"\(inner)\">"
    }
    let bytes = try document(paragraph("&a12;"), head: head + "]>")
    let clock = ContinuousClock()
    let time = clock.measure { #expect(code(bytes) == .malformedMarkup) }
    #expect(time < .seconds(2))
  }

  @Test("an external entity is not fetched")
  func external() throws {
    let head = "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
    #expect(code(try document(paragraph("&x;"), head: head)) == .malformedMarkup)
  }

  @Test("10,000 nested elements give a fault")
  func nested() throws {
    let open = String(repeating: "<w:p>", count: 10_000)
    let close = String(repeating: "</w:p>", count: 10_000)
    #expect(code(try document(open + "x" + close)) == .malformedMarkup)
  }

  @Test("an archive cut short, at many places")
  func cut() throws {
    let whole = try document(paragraph("今年增长5%。"))
    for count in stride(from: 5, to: whole.count, by: 17) {
      #expect(code(Array(whole.prefix(count))) != nil)
    }
  }

  @Test("markup that breaks off names its line")
  func brokenMarkup() throws {
    let xml = "<w:document xmlns:w=\"\(Self.name)\">\n<w:body>\n<w:p><w:r></w:body>"
    let bytes = try archive([("word/document.xml", Array(xml.utf8))])
    #expect(throws: DocumentFault.markup(file: "x", line: 3)) {
      try DocumentReader().read(bytes, name: "x")
    }
  }
}
