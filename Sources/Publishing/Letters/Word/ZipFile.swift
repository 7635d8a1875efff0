import CLibZip

/// An archive in memory. Every file bears the first day that zip can write, so that equal content
/// gives equal bytes.
enum ZipFile {
  /// - Throws: ``PublishingFault/workbook(reason:)`` where the archive cannot be made.
  static func bytes(_ files: [(name: String, bytes: [UInt8])]) throws -> [UInt8] {
    guard let source = zip_source_buffer_create(nil, 0, 0, nil) else { throw fault("source") }
    guard let archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
      zip_source_free(source)
      throw fault("open")
    }
    zip_source_keep(source)
    defer { zip_source_free(source) }
    do {
      try add(files, to: archive)
    } catch {
      zip_discard(archive)
      throw error
    }
    return try read(source)
  }

  /// The bytes must outlive the writing of the archive: each is lent while the rest is added.
  private static func add(
    _ files: [(name: String, bytes: [UInt8])], to archive: OpaquePointer
  ) throws {
    guard let file = files.first else {
      guard zip_close(archive) == 0 else { throw fault("close") }
      return
    }
    try file.bytes.withUnsafeBytes { buffer in
      guard
        let part = zip_source_buffer(archive, buffer.baseAddress, UInt64(buffer.count), 0)
      else { throw fault("buffer") }
      let index = zip_file_add(archive, file.name, part, ZIP_FL_ENC_UTF_8)
      guard index >= 0 else {
        zip_source_free(part)
        throw fault("add")
      }
      zip_file_set_dostime(archive, UInt64(index), 0, firstDay, 0)
      try add(Array(files.dropFirst()), to: archive)
    }
  }

  /// 1980-01-01 as DOS writes it.
  private static let firstDay: UInt16 = 0x21

  private static func read(_ source: OpaquePointer) throws -> [UInt8] {
    guard zip_source_open(source) == 0 else { throw fault("reopen") }
    defer { zip_source_close(source) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = zip_source_read(source, &chunk, UInt64(chunk.count))
      guard count >= 0 else { throw fault("read") }
      guard count > 0 else { return bytes }
      bytes += chunk[..<Int(count)]
    }
  }

  private static func fault(_ step: String) -> PublishingFault {
    .workbook(reason: "libzip: \(step)")
  }
}
