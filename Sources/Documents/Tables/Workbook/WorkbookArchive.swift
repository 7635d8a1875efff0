import CLibZip

/// The parts of a workbook's archive, unpacked piece by piece within declared limits.
final class WorkbookArchive {
  /// Bytes of all parts that are read, unpacked.
  static let partLimit = 1_073_741_824
  /// Unpacked bytes for one packed byte, asked of parts above 4 MB.
  static let ratioLimit = 200
  /// Files in one archive.
  static let fileLimit = 10_000

  private static let ratioMatters = 4_194_304
  private static let chunk = 65_536

  private let file: String
  private let archive: OpaquePointer
  private var unpacked = 0

  private init(file: String, archive: OpaquePointer) {
    self.file = file
    self.archive = archive
  }

  /// Opens an archive for the time of a call.
  ///
  /// - Throws: `TableFault` when it is damaged or holds too many files.
  static func open<Result>(
    _ bytes: [UInt8], file: String, _ body: (WorkbookArchive) throws -> Result
  ) throws -> Result {
    try bytes.withUnsafeBytes { buffer in
      guard let source = zip_source_buffer_create(buffer.baseAddress, UInt64(buffer.count), 0, nil)
      else { throw TableFault.archive(file: file) }
      guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
        zip_source_free(source)
        throw TableFault.archive(file: file)
      }
      defer { zip_discard(archive) }
      guard zip_get_num_entries(archive, 0) <= fileLimit else {
        throw TableFault.limit(file: file, .files(fileLimit))
      }
      return try body(WorkbookArchive(file: file, archive: archive))
    }
  }

  func has(_ path: String) -> Bool { zip_name_locate(archive, path, 0) >= 0 }

  /// Hands over a part's bytes in order.
  ///
  /// - Throws: `TableFault` when the part is missing, damaged or too large, or what `take` throws.
  func stream(_ path: String, _ take: ([UInt8], Int) throws -> Void) throws {
    let index = zip_name_locate(archive, path, 0)
    guard index >= 0 else { throw TableFault.missingPart(file: file, part: path) }
    var facts = zip_stat_t()
    guard zip_stat_index(archive, zip_uint64_t(index), 0, &facts) == 0 else {
      throw TableFault.archive(file: file)
    }
    if facts.size > Self.ratioMatters, facts.size / max(facts.comp_size, 1) > Self.ratioLimit {
      throw TableFault.limit(file: file, .ratio(Self.ratioLimit))
    }
    guard let part = zip_fopen_index(archive, zip_uint64_t(index), 0) else {
      throw TableFault.archive(file: file)
    }
    defer { zip_fclose(part) }
    try unpack(part, take)
  }

  /// Unpacks step by step: what an archive says of its sizes is not trusted.
  private func unpack(_ part: OpaquePointer, _ take: ([UInt8], Int) throws -> Void) throws {
    var chunk = [UInt8](repeating: 0, count: Self.chunk)
    while true {
      let count = zip_fread(part, &chunk, UInt64(chunk.count))
      guard count >= 0 else { throw TableFault.archive(file: file) }
      if count == 0 { return }
      unpacked += Int(count)
      guard unpacked <= Self.partLimit else {
        throw TableFault.limit(file: file, .part(Self.partLimit))
      }
      try take(chunk, Int(count))
    }
  }
}
