import Domain
import Foundation
import HTTPTypes
import Programs
import Testing

@testable import Web

/// Files that would keep a program busy for ever.
@Suite(
  .enabled(
    if: Program.find("pdftotext") != nil, "skipped: pdftotext (poppler-utils) is not installed"))
struct HostileFileTests {
  /// Forms within forms: each draws the next twice.
  private static let endless: [UInt8] = {
    let depth = 24
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R "
        + "/Resources << /XObject << /X 5 0 R >> >> >>",
      "<< /Length 5 >>\nstream\n/X Do\nendstream",
    ]
    for level in 0..<depth {
      let drawing = level + 1 < depth ? "/X Do /X Do" : "0 0 1 1 re f"
      objects.append(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] "
          + "/Resources << /XObject << /X \(level + 6) 0 R >> >> "
          + "/Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream")
    }
    var text = "%PDF-1.4\n"
    for (index, object) in objects.enumerated() {
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    // Without a table of offsets: pdftotext looks for the objects itself.
    return Array((text + "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\n%%EOF\n").utf8)
  }()

  /// Runs of `pdftotext` that this process has started.
  private func running() -> [Int32] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    let own = "duban-run-\(ProcessInfo.processInfo.processIdentifier)-"
    return all.compactMap { Int32($0) }.filter { id in
      let folder = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(id)/cwd")
      let name = FileManager.default.contents(atPath: "/proc/\(id)/comm") ?? Data()
      return folder?.contains(own) ?? false && name.starts(with: Array("pdftotext".utf8))
    }
  }

  private func post(_ browser: Browser, _ csrf: String) async throws -> Browser.Answer {
    let boundary = "end-of-part"
    let head =
      "--\(boundary)\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\n\(csrf)\r\n"
      + "--\(boundary)\r\nContent-Disposition: form-data; name=\"report\"; filename=\"r.pdf\"\r\n"
      + "Content-Type: application/pdf\r\n\r\n"
    return try await browser.send(
      "/reports/new", .post, [.contentType: "multipart/form-data; boundary=\(boundary)"],
      Array(head.utf8) + Self.endless + Array("\r\n--\(boundary)--\r\n".utf8))
  }

  @Test func whileFilesAreReadForEverTheServerAnswers() async throws {
    let site = try TestSite()
    #expect(Self.endless.count < 8000)
    try await site.run { browser in
      try await browser.signIn("ducha")
      let csrf = try await browser.get("/reports/new").csrf
      try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<4 { group.addTask { try await post(browser, csrf).status } }
        for _ in 0..<200 where running().isEmpty { try await Task.sleep(for: .milliseconds(50)) }
        #expect(!running().isEmpty)
        var slowest = Duration.zero
        for _ in 0..<40 {
          let start = ContinuousClock.now
          #expect(try await browser.get("/healthz").status == 200)
          slowest = max(slowest, ContinuousClock.now - start)
          try await Task.sleep(for: .milliseconds(25))
        }
        #expect(slowest < .seconds(5), "\(slowest)")
        #expect(try await browser.get("/").status == 200)
        // They would end by themselves after their minute.
        let end = Task {
          while !Task.isCancelled {
            for id in running() { kill(id, SIGKILL) }
            try await Task.sleep(for: .milliseconds(50))
          }
        }
        for try await status in group { #expect(status == 422) }
        end.cancel()
      }
    }
  }
}
