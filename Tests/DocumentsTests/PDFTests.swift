import Domain
import Foundation
import Programs
import Testing

@testable import Documents

@Suite(
  "PDF files", .serialized,
  .enabled(
    if: Program.find("pdftotext") != nil,
    "skipped: pdftotext (poppler-utils) is not installed"
  ))
struct PDFTests {
  /// A pdf of one page with the given drawing commands, and more objects or trailer words.
  private func pdf(
    _ content: String, objects: [String] = [], resources: String = "", trailer: String = ""
  ) -> [UInt8] {
    let all =
      [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
          + "/Resources << /Font << /F 5 0 R >> \(resources) >> >>",
        "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      ] + objects
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in all.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(all.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text +=
      "trailer\n<< /Size \(all.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(text.utf8)
  }

  private func code(_ bytes: [UInt8]) -> FaultCode? {
    do {
      _ = try DocumentReader().read(bytes, name: "x.pdf")
      return nil
    } catch {
      return (error as? DocumentFault)?.code
    }
  }

  @Test("text is read")
  func text() throws {
    let bytes = pdf("BT /F 20 Tf 50 700 Td (GDP grows by 6 percent.) Tj ET")
    let report = try DocumentReader().read(bytes, name: "x.pdf")
    #expect(report.passages.map { report.string($0.range) } == ["GDP grows by 6 percent."])
  }

  @Test("a scan has no text")
  func scan() {
    #expect(code(pdf("0 0 600 800 re f")) == .noTextInPDF)
  }

  @Test("an encrypted file asks for its password")
  func encrypted() {
    let key = String(repeating: "41", count: 32)
    let lock = "<< /Filter /Standard /V 1 /R 2 /O <\(key)> /U <\(key)> /P -64 >>"
    let id = "/Encrypt 6 0 R /ID [<41414141> <41414141>]"
    #expect(code(pdf("BT /F 9 Tf (x) Tj ET", objects: [lock], trailer: id)) == .encryptedPDF)
  }

  @Test("a damaged file", arguments: [0, 40, 400])
  func damaged(_ count: Int) {
    var generator = Seeded(7)
    let noise = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let found = code(Array("%PDF-1.7\n".utf8) + noise)
    #expect(found == .damagedPDF || found == .noTextInPDF)
  }

  /// Forms within forms: each of so many draws the next twice, so that drawing them all takes 2 to
  /// the power of their number.
  private func nestedForms(_ depth: Int) -> [UInt8] {
    let forms = (0..<depth).map { level in
      let next = 6 + level + 1
      let drawing = level + 1 < depth ? "/X Do /X Do" : "BT /F 9 Tf (x) Tj ET"
      let resources =
        level + 1 < depth ? "/XObject << /X \(next) 0 R >>" : "/Font << /F 5 0 R >>"
      return "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << \(resources) >> "
        + "/Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream"
    }
    return pdf("/X Do", objects: forms, resources: "/XObject << /X 6 0 R >>")
  }

  @Test("forms that draw forms for ever are given up in time")
  func endless() throws {
    let bytes = nestedForms(24)
    #expect(bytes.count < 5000)
    let start = ContinuousClock.now
    #expect(throws: DocumentFault.damagedPDF(file: "x.pdf", reason: .time(2))) {
      try PDFText.lines(of: bytes, name: "x.pdf", limits: ProgramLimits(seconds: 2))
    }
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test("forms that draw a few forms are read")
  func nested() throws {
    let text = try PDFText.lines(of: nestedForms(3), name: "x.pdf")
    #expect(text.contains(UInt8(ascii: "x")))
  }

  @Test("more text or memory than a pdf may have")
  func greedy() {
    let bytes = pdf("BT /F 20 Tf 50 700 Td (GDP grows by 6 percent.) Tj ET")
    #expect(throws: DocumentFault.damagedPDF(file: "x.pdf", reason: .output(10))) {
      try PDFText.lines(of: bytes, name: "x.pdf", limits: ProgramLimits(output: 10))
    }
    #expect(throws: DocumentFault.self) {
      try PDFText.lines(of: bytes, name: "x.pdf", limits: ProgramLimits(memory: 1 << 20))
    }
  }
}
