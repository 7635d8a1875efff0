import Documents
import Domain
import Foundation

/// Where a document's bytes come from: a file, or standard input (`-`).
struct ByteSource: Sendable, Equatable {
  /// As the user gave it, for faults.
  var path: String

  /// File name without its folders.
  var name: String {
    path == "-" ? "-" : path.split(separator: "/").last.map(String.init) ?? path
  }

  /// Larger files are refused before they fill the memory.
  static let limit = 512 << 20

  /// All bytes; works for pipes as well as for files.
  func bytes() throws(OperationFault) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw cannotOpen() }
    defer { if path != "-" { close(descriptor) } }
    var status = stat()
    let size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    guard size <= Self.limit else { throw .tooLarge(path: path, limit: Self.limit) }
    return try readAll(descriptor, expecting: size)
  }

  private func readAll(_ descriptor: Int32, expecting size: Int) throws(OperationFault) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: max(1 << 16, size + 1))
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw cannotOpen() }
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: buffer[..<count])
      guard bytes.count <= Self.limit else { throw .tooLarge(path: path, limit: Self.limit) }
    }
  }

  private func cannotOpen() -> OperationFault {
    .cannotOpen(path: path, error: errno)
  }
}

/// The documents that a list of paths names.
enum DocumentList {
  /// Files in a folder that are taken for documents, those too that can only be named as unreadable;
  /// others (pictures, indexes) are passed over.
  static let extensions = Set(
    ReportFormat.allCases.flatMap(\.endings) + ["doc", "wps", "rtf", "ofd"])
  private static let deepest = 16

  /// Each path in order; a folder is replaced by its documents and those of its folders, sorted by
  /// name. Hidden files and linked folders inside a folder are passed over.
  static func expanded(_ paths: [String]) -> [Result<ByteSource, OperationFault>] {
    paths.flatMap { path -> [Result<ByteSource, OperationFault>] in
      guard path != "-", isFolder(path) else { return [.success(ByteSource(path: path))] }
      guard let entries = try? FileManager.default.contentsOfDirectory(atPath: path) else {
        return [.failure(.cannotOpen(path: path, error: errno))]
      }
      let found = documents(in: path, entries: entries, depth: 0)
      return found.isEmpty ? [.failure(.noReports(folder: path))] : found.map(Result.success)
    }
  }

  private static func documents(in folder: String, entries: [String], depth: Int) -> [ByteSource] {
    entries.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .filter { !$0.hasPrefix(".") }
      .flatMap { entry -> [ByteSource] in
        let path = folder.hasSuffix("/") ? folder + entry : folder + "/" + entry
        guard isFolder(path) else { return isDocument(entry) ? [ByteSource(path: path)] : [] }
        return isLink(path) || depth >= deepest ? [] : documents(in: path, depth: depth + 1)
      }
  }

  private static func documents(in folder: String, depth: Int) -> [ByteSource] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return documents(in: folder, entries: entries, depth: depth)
  }

  private static func isDocument(_ name: String) -> Bool {
    name.split(separator: ".").count > 1
      && extensions.contains(name.split(separator: ".").last?.lowercased() ?? "")
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
