import Domain
import Foundation
import Synchronization

/// The whole ledger as it is at one moment, piece by piece; the copy is gone when it was read or is
/// not wanted any more.
public final class BackUp: Sendable {
  /// Bytes in all.
  public let size: Int
  private let path: String
  private let handle: Mutex<FileHandle?>

  /// - Throws: ``WorkFault/notAllowed(_:)``, and what keeps the copy from being made.
  public init(_ office: Office, by caller: Caller) throws {
    try office.require(.administer, by: caller)
    try office.watch?.check()
    path = FileManager.default.temporaryDirectory.appending(path: "duban-backup-\(UUID())").path
    try office.store.backup(to: path)
    guard let file = FileHandle(forReadingAtPath: path) else { throw WorkFault.failed }
    size = Int(try file.seekToEnd())
    try file.seek(toOffset: 0)
    handle = Mutex(file)
    // What is open can still be read; nobody else finds it.
    unlink(path)
    try? office.access.setNote(office.now.day.description, "backup")
  }

  /// The next piece, of 1 MiB at most; nil after the last.
  public func next() throws -> [UInt8]? {
    try handle.withLock { file in
      let data = try file?.read(upToCount: 1 << 20) ?? Data()
      return data.isEmpty ? nil : [UInt8](data)
    }
  }
}
