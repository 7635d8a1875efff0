import CLibZip
import Domain

/// Reads one part of a docx archive within declared limits.
struct WordArchive {
  /// The largest part, in bytes when unpacked.
  static let partLimit = 67_108_864
  /// Unpacked bytes for one packed byte, asked of parts above 4 MB.
  static let ratioLimit = 200
  /// Files in one archive.
  static let fileLimit = 10_000

  private static let ratioMatters = 4_194_304

  let bytes: [UInt8]
  let name: String

  /// The bytes of a part.
  ///
  /// - Throws: `DocumentFault` when the archive is damaged, has no such part or breaks a limit.
  func part(_ path: String) throws -> [UInt8] {
    try bytes.withUnsafeBytes { buffer in
      guard let source = zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, nil)
      else { throw DocumentFault.archive(file: name) }
      guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
        zip_source_free(source)
        throw DocumentFault.archive(file: name)
      }
      defer { zip_discard(archive) }
      return try read(path, of: archive)
    }
  }

  private func read(_ path: String, of archive: OpaquePointer) throws -> [UInt8] {
    guard zip_get_num_entries(archive, 0) <= Self.fileLimit else {
      throw DocumentFault.archiveLimit(file: name, limit: .files(Self.fileLimit))
    }
    let index = zip_name_locate(archive, path, 0)
    guard index >= 0 else { throw DocumentFault.missingPart(file: name, part: path) }
    var facts = zip_stat_t()
    guard zip_stat_index(archive, zip_uint64_t(index), 0, &facts) == 0 else {
      throw DocumentFault.archive(file: name)
    }
    try check(size: facts.size, packed: facts.comp_size)
    guard let file = zip_fopen_index(archive, zip_uint64_t(index), 0) else {
      throw DocumentFault.archive(file: name)
    }
    defer { zip_fclose(file) }
    return try unpack(file)
  }

  private func check(size: UInt64, packed: UInt64) throws {
    guard size <= Self.partLimit else {
      throw DocumentFault.archiveLimit(file: name, limit: .size(Self.partLimit))
    }
    if size > Self.ratioMatters, size / max(packed, 1) > Self.ratioLimit {
      throw DocumentFault.archiveLimit(file: name, limit: .ratio(Self.ratioLimit))
    }
  }

  /// Unpacks step by step: what an archive says of its sizes is not trusted.
  private func unpack(_ file: OpaquePointer) throws -> [UInt8] {
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = zip_fread(file, &chunk, UInt64(chunk.count))
      guard count >= 0 else { throw DocumentFault.archive(file: name) }
      if count == 0 { return result }
      guard result.count + Int(count) <= Self.partLimit else {
        throw DocumentFault.archiveLimit(file: name, limit: .size(Self.partLimit))
      }
      result += chunk[..<Int(count)]
    }
  }
}
