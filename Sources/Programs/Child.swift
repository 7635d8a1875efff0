import CSpawn
import Foundation

/// A process that leads a group of its own. No signal is blocked or ignored in it, and of our
/// descriptors it has the three that it is given.
struct Child {
  private let id: pid_t

  /// - Parameter arguments: the first is the program's path.
  init(
    _ arguments: [String], input: Descriptor, output: Descriptor, messages: Descriptor
  ) throws(ProgramFault) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (place, descriptor) in [input, output, messages].enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor.number, Int32(place))
    }
    cspawn_close_from(&actions, 3)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    Self.free(&attributes)
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for word in words { Foundation.free(word) } }
    var id = pid_t()
    let error = posix_spawn(&id, arguments[0], &actions, &attributes, &words, environ)
    guard error == 0 else { throw .notStarted(String(cString: strerror(error))) }
    self.id = id
  }

  /// A group of its own, and signals as if we had never touched them.
  private static func free(_ attributes: inout posix_spawnattr_t) {
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigfillset(&all)
    sigdelset(&all, SIGKILL)
    sigdelset(&all, SIGSTOP)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(flags))
  }

  /// How it ended: its status, or 128 and the signal that ended it; nil while it runs. To be asked
  /// no more once it has been told.
  func status() -> Int? {
    var status: Int32 = 0
    let ended = waitpid(id, &status, WNOHANG)
    guard ended != 0 else { return nil }
    guard ended == id else { return 128 + Int(SIGKILL) }
    let signal = status & 0x7F
    return signal == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(signal)
  }

  /// To the whole group; only while it has not been told that it has ended.
  func send(_ signal: Int32) { kill(-id, signal) }
}

/// Two ends; what goes in at the start comes out at the end.
struct Pipe {
  let end: Descriptor
  let start: Descriptor

  init() throws(ProgramFault) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .notStarted(String(cString: strerror(errno))) }
    (end, start) = (Descriptor(ends[0]), Descriptor(ends[1]))
  }
}

/// An open file; closed when nobody holds it any more.
final class Descriptor {
  let number: Int32
  private var isOpen = true

  init(_ number: Int32) {
    self.number = number
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
  }

  func close() {
    if isOpen { Foundation.close(number) }
    isOpen = false
  }

  deinit { close() }
}
