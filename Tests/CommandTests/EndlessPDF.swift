import Foundation

/// A pdf of 2 kB that keeps `pdftotext` busy for longer than anybody lives, and what runs because
/// of it.
enum EndlessPDF {
  /// Forms within forms: each draws the next twice. There is no table of offsets; `pdftotext` looks
  /// for the objects itself.
  static let bytes: [UInt8] = {
    let depth = 35
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R "
        + "/Resources << /XObject << /X 5 0 R >> >> >>",
      "<< /Length 5 >>\nstream\n/X Do\nendstream",
    ]
    for level in 0..<depth {
      let drawing = level + 1 < depth ? "/X Do /X Do" : "0 0 1 1 re f"
      objects.append(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X "
          + "\(level + 6) 0 R >> >> /Length \(drawing.utf8.count) >>\nstream\n\(drawing)\nendstream"
      )
    }
    let text = objects.enumerated().map { "\($0 + 1) 0 obj\n\($1)\nendobj\n" }.joined()
    let trailer = "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\n%%EOF\n"
    return Array("%PDF-1.4\n\(text)\(trailer)".utf8)
  }()

  /// Processes of this name that work for a `duban`.
  static func processes(of duban: Int32, named name: String? = nil) -> [Int32] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return all.compactMap { Int32($0) }.filter { id in
      let folder = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(id)/cwd")
      guard folder?.contains("duban-run-\(duban)-") ?? false else { return false }
      let command = (try? String(contentsOfFile: "/proc/\(id)/comm", encoding: .utf8)) ?? ""
      return name == nil || command == name.map { $0 + "\n" }
    }
  }

  /// Folders that runs of a `duban` have.
  static func folders(of duban: Int32) -> [String] {
    let folder = FileManager.default.temporaryDirectory.path
    return (try? FileManager.default.contentsOfDirectory(atPath: folder))?
      .filter { $0.hasPrefix("duban-run-\(duban)-") } ?? []
  }

  /// Waits for what is true soon.
  static func soon(_ condition: () -> Bool) -> Bool {
    for _ in 0..<400 where !condition() { usleep(50_000) }
    return condition()
  }
}
