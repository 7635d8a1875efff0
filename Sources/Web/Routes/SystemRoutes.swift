import Domain
import Operations
import Publishing

extension Routes {
  /// Files that are kept, and what the administrator works with.
  static let system: [Route] = [
    .get("/files/:sha256", .readPublic) { ask in
      let file = try ShowFile(ask.office).run(ask.part("sha256"), by: ask.caller)
      return .file(
        FileReply(
          bytes: file.bytes, type: file.type ?? "application/octet-stream", name: file.name))
    }
  ]
}
