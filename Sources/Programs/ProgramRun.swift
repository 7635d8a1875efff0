import Foundation

/// One run of a program, from its start to its end, on the thread of whoever asks for it.
///
/// Between us and the program stands `sh` with a few lines of its own: it sets the limits, which only
/// the process itself can, and keeps a guard that waits at the end of a pipe of ours. The pipe closes
/// when we end, by whatever: then the guard removes the folder and ends the group.
struct ProgramRun {
  /// Seconds between being told to end and being ended.
  static let grace = 2
  /// Bytes of messages that are kept; what comes after is read and dropped.
  static let messages = 1 << 16

  private let arguments: [String]
  private let limits: ProgramLimits

  init(_ path: String, _ arguments: [String], in folder: String, _ limits: ProgramLimits) {
    self.limits = limits
    // A process that nobody ends any more still ends with its share of the processor.
    let numbers = [limits.seconds + 5, limits.memory >> 10, limits.output >> 9]
    self.arguments =
      ["/bin/sh", "-c", Self.script, "duban", folder] + numbers.map(String.init)
      + [ProgramFolder.input, path] + arguments
  }

  /// `$1` folder, `$2` seconds of the processor, `$3` KiB of memory, `$4` blocks of 512 bytes of a
  /// file, `$5` what is its standard input, then the program.
  private static let script = """
    cd -- "$1" || exit 126
    exec 3<&0 </dev/null
    trap : TERM
    (trap '' TERM; read -r _ <&3; rm -rf -- "$1"; kill -KILL 0) >/dev/null 2>&1 &
    guard=$!
    exec 3<&-
    (
      ulimit -c 0; ulimit -t "$2"; ulimit -v "$3"; ulimit -f "$4"
      if [ -f "$5" ]; then exec <"$5"; fi
      shift 5
      exec "$@"
    )
    status=$?
    kill -KILL $guard; wait $guard 2>/dev/null
    exit $status
    """

  func result() throws(ProgramFault) -> ProgramResult {
    let (leash, output, messages) = (try Pipe(), try Pipe(), try Pipe())
    defer { withExtendedLifetime(leash) {} }
    let child = try Child(
      arguments, input: leash.end, output: output.start, messages: messages.start)
    leash.end.close()
    output.start.close()
    messages.start.close()
    var watch = Watch(
      child, limits, output: Intake(output.end, most: limits.output + 1),
      messages: Intake(messages.end, most: Self.messages))
    let status = watch.untilTheEnd()
    if let fault = watch.fault { throw fault }
    return ProgramResult(
      status: status, output: watch.output.bytes,
      messages: String(decoding: watch.messages.bytes, as: UTF8.self))
  }
}

/// Takes in what a program gives, and ends it when its time is over or when it gives too much.
private struct Watch {
  var output: Intake
  var messages: Intake
  /// Why it was ended; nil where it ended by itself.
  private(set) var fault: ProgramFault?

  private let child: Child
  private let limits: ProgramLimits
  /// When it is told to end, or once it was told, is ended.
  private var deadline: ContinuousClock.Instant

  init(_ child: Child, _ limits: ProgramLimits, output: Intake, messages: Intake) {
    self.child = child
    self.limits = limits
    self.output = output
    self.messages = messages
    deadline = .now + .seconds(limits.seconds)
  }

  /// - Returns: the status, as ``ProgramResult/status`` has it.
  mutating func untilTheEnd() -> Int {
    while true {
      wait()
      if let status = child.status() {
        takeIn()
        return status
      }
      takeIn()
      if .now >= deadline { end(.time(limits.seconds)) }
    }
  }

  /// Until there is something to take in, or for a moment: a program may close both ends and go on.
  private func wait() {
    let open = [output, messages].filter(\.isOpen)
    var ends = open.map { pollfd(fd: $0.end.number, events: Int16(POLLIN), revents: 0) }
    poll(&ends, nfds_t(ends.count), ends.isEmpty ? 1 : 20)
  }

  private mutating func takeIn() {
    output.takeIn()
    messages.takeIn()
    if output.bytes.count > limits.output, fault == nil { end(.output(limits.output)) }
  }

  /// First it is told, then ended; a group that has ended already has no number of ours any more.
  private mutating func end(_ reason: ProgramFault) {
    child.send(fault == nil ? SIGTERM : SIGKILL)
    fault = fault ?? reason
    deadline = .now + .seconds(ProgramRun.grace)
  }
}

/// The bytes that come out of a pipe, the first of them kept.
private struct Intake {
  let end: Descriptor
  private let most: Int
  private(set) var bytes: [UInt8] = []
  private(set) var isOpen = true

  init(_ end: Descriptor, most: Int) {
    self.end = end
    self.most = most
    _ = fcntl(end.number, F_SETFL, O_NONBLOCK)
  }

  /// What is there now, and no more than a pipe holds at once: who gives without end must not keep
  /// us from looking at the clock.
  mutating func takeIn() {
    guard isOpen else { return }
    let size = 1 << 16
    for _ in 0..<16 {
      let (room, before) = (max(0, most - bytes.count), bytes.count)
      var piece = [UInt8](repeating: 0, count: size)
      let count = read(end.number, &piece, size)
      if count == 0 { isOpen = false }
      guard count > 0 else { return }
      bytes += piece[..<min(count, room)]
      if count < size, bytes.count > before || room == 0 { return }
    }
  }
}
