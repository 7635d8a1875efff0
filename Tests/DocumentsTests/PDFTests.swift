import Domain
import Foundation
import Testing

@testable import Documents

@Suite(
  "PDF files", .serialized,
  .enabled(
    if: PDFText.executable("pdftotext") != nil,
    "skipped: pdftotext (poppler-utils) is not installed"
  ))
struct PDFTests {
  /// A pdf of one page with the given drawing commands, and more objects or trailer words.
  private func pdf(_ content: String, objects: [String] = [], trailer: String = "") -> [UInt8] {
    let all =
      [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R "
          + "/Resources << /Font << /F 5 0 R >> >> >>",
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

  @Test("nothing stays in the temporary folder")
  func cleanUp() throws {
    _ = code(pdf("BT /F 20 Tf 50 700 Td (x) Tj ET"))
    let folder = FileManager.default.temporaryDirectory.path
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasPrefix(PDFText.folderPrefix) }
    #expect(left.isEmpty)
  }
}
