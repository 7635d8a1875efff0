import Domain
import Foundation

/// Who has a ledger open, told by locks on a file beside it (`NAME.lock`).
///
/// Every program that has the ledger open holds a slot of that file and has written there who it is;
/// whoever replaces the ledger needs all of it. The locks belong to the open file: they end with the
/// program, however it ends, and what a dead program wrote in its slot is no longer believed.
final class LedgerLock: Sendable {
  private let descriptor: Int32

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Says that the ledger is in use, until the lock goes.
  ///
  /// - Parameter isNeeded: false gives nil where no file can be made beside the ledger: whoever only
  ///   reads from a medium that cannot be written can have nothing replaced under it.
  /// - Throws: ``StorageFault/beingReplaced(file:by:)`` while somebody replaces the ledger.
  static func share(_ ledger: String, isNeeded: Bool) throws -> LedgerLock? {
    do {
      return try holding(ledger) { lock in
        for slot in 0..<mostHolders {
          if lock.take(slot * size, size) { return lock.sign(slot) }
          if lock.isWhole { break }
        }
        throw StorageFault.beingReplaced(file: ledger, by: lock.holders(from: [0]))
      }
    } catch StorageFault.readOnly where !isNeeded {
      return nil
    }
  }

  /// Has the ledger to itself, until the lock goes.
  ///
  /// - Throws: ``StorageFault/inUse(file:by:)`` with everybody who has it open.
  static func seize(_ ledger: String) throws -> LedgerLock {
    try holding(ledger) { lock in
      guard lock.take(0, 0) else {
        throw StorageFault.inUse(file: ledger, by: lock.holders(from: Array(0..<mostHolders)))
      }
      lock.sign(0)
    }
  }

  /// Removes the file where nobody else holds any of it.
  func discard(_ ledger: String) {
    if take(0, 0) { unlink(Self.path(of: ledger)) }
  }

  /// A lock on the file that is there; it may have been discarded before it was held.
  private static func holding(
    _ ledger: String, _ take: (LedgerLock) throws -> Void
  ) throws -> LedgerLock {
    while true {
      let lock = try open(ledger)
      try take(lock)
      if FileIdentity(lock.descriptor) == FileIdentity(path(of: ledger)) { return lock }
    }
  }

  private static func open(_ ledger: String) throws -> LedgerLock {
    let flags = O_RDWR | O_CREAT | O_CLOEXEC
    let descriptor = Foundation.open(path(of: ledger), flags, 0o666)
    if descriptor >= 0 { return LedgerLock(descriptor) }
    switch errno {
    case ENOSPC: throw StorageFault.diskFull(file: ledger)
    case EACCES, EPERM, EROFS: throw StorageFault.readOnly(file: ledger)
    default:
      throw StorageFault.cannotOpen(file: ledger, reason: String(cString: strerror(errno)))
    }
  }

  static func path(of ledger: String) -> String { ledger + ".lock" }

  // MARK: Slots

  /// Bytes of a slot, and how many there are.
  private static let (size, mostHolders) = (256, 1024)

  /// Locks of open files (Linux 3.15), which no other descriptor of this program gives up.
  private static let (askCommand, takeCommand): (Int32, Int32) = (36, 37)

  private func range(_ start: Int, _ length: Int) -> flock {
    flock(
      l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: off_t(start),
      l_len: off_t(length), l_pid: 0)
  }

  /// - Parameter length: 0 for everything from `start` on.
  private func take(_ start: Int, _ length: Int) -> Bool {
    var range = range(start, length)
    return fcntl(descriptor, Self.takeCommand, &range) == 0
  }

  /// The lock of somebody else on a slot.
  private func other(on slot: Int) -> flock? {
    var range = range(slot * Self.size, Self.size)
    guard fcntl(descriptor, Self.askCommand, &range) == 0, range.l_type != Int16(F_UNLCK) else {
      return nil
    }
    return range
  }

  /// Whether somebody has the ledger to himself.
  private var isWhole: Bool { other(on: 0).map { $0.l_len == 0 } ?? false }

  private func sign(_ slot: Int) {
    var bytes = Array(LedgerHolder.this.line.utf8.prefix(Self.size))
    bytes += Array(repeating: 0, count: Self.size - bytes.count)
    _ = pwrite(descriptor, bytes, bytes.count, off_t(slot * Self.size))
  }

  /// Who holds any of the slots now.
  private func holders(from slots: [Int]) -> [LedgerHolder] {
    var found: [LedgerHolder] = []
    for slot in slots where other(on: slot) != nil {
      var bytes = [UInt8](repeating: 0, count: Self.size)
      let count = pread(descriptor, &bytes, Self.size, off_t(slot * Self.size))
      let text = String(decoding: bytes.prefix(max(0, count)).prefix { $0 != 0 }, as: UTF8.self)
      if let holder = LedgerHolder(line: text), !found.contains(holder) { found.append(holder) }
    }
    return found
  }
}

/// A program that has a ledger open.
public struct LedgerHolder: Sendable, Equatable {
  public var process: Int
  /// As it was started, without its arguments' values: `duban serve`.
  public var command: String
  public var since: Instant

  /// This program, from now on.
  static var this: LedgerHolder {
    let name = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? "duban"
    let verbs = CommandLine.arguments.dropFirst().prefix(2).prefix { $0.allSatisfy(\.isLetter) }
    return LedgerHolder(
      process: Int(ProcessInfo.processInfo.processIdentifier),
      command: ([name] + verbs).joined(separator: " "),
      since: Instant(milliseconds: Int(Date().timeIntervalSince1970 * 1000)))
  }

  private init(process: Int, command: String, since: Instant) {
    self.process = process
    self.command = command
    self.since = since
  }

  /// As it stands in the file beside the ledger.
  var line: String { "\(process)\t\(since.milliseconds)\t\(command)" }

  init?(line: String) {
    let parts = line.split(separator: "\t", maxSplits: 2).map(String.init)
    guard parts.count == 3, let process = Int(parts[0]), let since = Int(parts[1]) else {
      return nil
    }
    self.init(process: process, command: parts[2], since: Instant(milliseconds: since))
  }
}
