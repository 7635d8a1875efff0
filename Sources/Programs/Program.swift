import Foundation

/// A program of the machine that Duban starts: the one way in which it starts any.
///
/// It runs in a folder of its own that only its owner may enter and that is removed afterwards, in a
/// process group of its own, with no signal blocked, no descriptor of ours, and limits of time,
/// memory and output. No more than ``Turns/most`` run at once. When Duban itself ends, whatever its
/// end, the group and the folder go too.
///
/// No shell reads the arguments: they reach the program as they are.
public struct Program: Sendable, Hashable {
  /// Where it is, from the root.
  public let path: String

  /// - Parameter path: of an executable file; a relative one is of the present folder.
  public init(path: String) { self.path = URL(fileURLWithPath: path).path }

  /// The first executable file of this name in the folders of `path`; nil where there is none.
  ///
  /// - Parameter path: folders with colons between them; the environment's `PATH` by default.
  public static func find(_ name: String, in path: String? = nil) -> Program? {
    let folders =
      path ?? ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return folders.split(separator: ":").lazy.map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
      .map { Program(path: $0) }
  }

  /// Runs it to its end and waits meanwhile: to be called on a thread that may wait.
  ///
  /// - Parameters:
  ///   - files: what it finds in its folder, by plain names.
  ///   - input: what it reads from its standard input; nothing by default.
  ///   - keeping: names of files that it makes and that are wanted; those it has not made are left
  ///     out.
  /// - Throws: ``ProgramFault``; a program that ends with an error is none, see
  ///   ``ProgramResult/status``.
  public func run(
    _ arguments: [String], files: [String: [UInt8]] = [:], input: [UInt8]? = nil,
    keeping: [String] = [], limits: ProgramLimits = ProgramLimits()
  ) throws(ProgramFault) -> ProgramResult {
    guard Turns.shared.take(within: limits.patience) else { throw .busy }
    defer { Turns.shared.giveBack() }
    let folder = try ProgramFolder()
    defer { folder.remove() }
    for (name, bytes) in files { try folder.write(bytes, as: name) }
    if let input { try folder.write(input, as: ProgramFolder.input) }
    let run = ProgramRun(path, arguments, in: folder.path, limits)
    var result = try run.result()
    for name in keeping { result.files[name] = folder.read(name) }
    return result
  }
}

/// What a program may use up.
public struct ProgramLimits: Sendable, Hashable {
  /// Seconds until it is told to end (SIGTERM), and ``ProgramRun/grace`` later ended (SIGKILL).
  public var seconds: Int
  /// Bytes of address space.
  public var memory: Int
  /// Bytes of standard output; it is ended when it gives more. Also of every file that it writes.
  public var output: Int
  /// Seconds for which a call waits while as many programs run as may.
  public var patience: Int

  /// The given bounds for what is named, the usual ones for the rest.
  public init(
    seconds: Int = 60, memory: Int = 1 << 30, output: Int = 64 << 20, patience: Int = 30
  ) {
    self.seconds = seconds
    self.memory = memory
    self.output = output
    self.patience = patience
  }
}

/// What a program has left.
public struct ProgramResult: Sendable, Equatable {
  /// Zero where all went well; 128 and the signal where it was ended by one.
  public var status: Int
  /// What the program wrote to its standard output, up to the limit.
  public var output: [UInt8]
  /// The beginning of its standard error.
  public var messages: String
  /// The files that were wanted and that it has made.
  public var files: [String: [UInt8]] = [:]

  /// The signal that ended it; nil where it ended by itself.
  public var signal: Int? { status > 128 ? status - 128 : nil }
}

/// Why a program did not run to its end.
public enum ProgramFault: Error, Equatable {
  /// It could not be started; the system's word.
  case notStarted(String)
  /// It was ended after so many seconds.
  case time(Int)
  /// It was ended because it gave more than so many bytes.
  case output(Int)
  /// As many programs ran as may, for longer than the call would wait.
  case busy
}
