import Domain
import Foundation
import Publishing

/// Writes an export to a file, whole or not at all.
public enum SaveExport {
  /// Writes to a temporary neighbour and renames it; an existing file stays until then. A link is
  /// followed; what is no regular file (a pipe, `/dev/null`) is written to directly.
  ///
  /// - Throws: ``PublishingFault/cannotWrite(path:reason:)``.
  public static func save(_ pieces: [[UInt8]], to path: String) throws(PublishingFault) {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard isReplaceable(target) else { return try write(pieces, to: target, named: path) }
    let neighbour = target + ".\(getpid()).part"
    do throws(PublishingFault) {
      try write(pieces, to: neighbour, named: path)
      guard rename(neighbour, target) == 0 else { throw fault(path) }
    } catch {
      unlink(neighbour)
      throw error
    }
  }

  /// Writes to an open descriptor, which `name` names in a fault; false when nobody reads it.
  ///
  /// - Throws: ``PublishingFault/cannotWrite(path:reason:)``.
  @discardableResult
  public static func write(
    _ pieces: [[UInt8]], to descriptor: Int32, named name: String = "-"
  ) throws(PublishingFault) -> Bool {
    for piece in pieces {
      var done = 0
      while done < piece.count {
        let count = piece[done...].withUnsafeBytes {
          Foundation.write(descriptor, $0.baseAddress, $0.count)
        }
        if count < 0, errno == EPIPE { return false }
        guard count >= 0 || errno == EINTR else { throw fault(name) }
        done += max(0, count)
      }
    }
    return true
  }

  private static func isReplaceable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  private static func write(
    _ pieces: [[UInt8]], to path: String, named name: String
  ) throws(PublishingFault) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw fault(name) }
    let written = Result { () throws(PublishingFault) in
      try write(pieces, to: descriptor, named: name)
    }
    guard close(descriptor) == 0 else { throw fault(name) }
    _ = try written.get()
  }

  private static func fault(_ path: String) -> PublishingFault {
    .cannotWrite(path: path, reason: String(cString: strerror(errno)))
  }
}
